_DIGITS = const("0123456789*#abc")
_HEX = const("0123456789ABCDEF")


class Message:
    def __init__(self, sender, time, text):
        self.sender = sender
        self.time = time
        self.text = text


class Reader:
    def __init__(self, octets):
        self.octets = memoryview(octets)
        self.at = 0

    # The next octet; 0 behind the end.
    def next(self):
        octet = self.octets[self.at] if self.at < len(self.octets) else 0
        self.at += 1
        return octet

    def take(self, count):
        start = self.at
        self.at += count
        return self.octets[start : self.at]

    def rest(self):
        return self.octets[self.at :]


def address(digits, kind, octets):
    text = "+" if kind >> 4 & 7 == 1 else ""
    for i in range(digits):
        octet = octets[i >> 1] if i >> 1 < len(octets) else 0xFF
        digit = octet & 15 if i & 1 == 0 else octet >> 4
        if digit == 15:
            break
        text += _DIGITS[digit]
    return text


# Two decimal digits, the lower one first (9.2.3.11).
def swapped(octet):
    return str(octet & 15) + str(octet >> 4)


def timestamp(octets):
    year, month, day, hour, minute, second, _ = [swapped(octet) for octet in octets]
    return "20%s-%s-%sT%s:%s:%s" % (year, month, day, hour, minute, second)


def septets(octets, count):
    text = ""
    carry = width = 0
    left = count
    for octet in octets:
        if left == 0:
            break
        text += chr((octet << width | carry) & 0x7F)
        carry = octet >> 7 - width
        width += 1
        left -= 1
        if width == 7 and left > 0:
            text += chr(carry)
            carry = width = 0
            left -= 1
    return text


def ucs2(octets):
    units = []
    for i in range(0, len(octets) - 1, 2):
        units.append(chr(octets[i] << 8 | octets[i + 1]))
    return "".join(units)


def decode(octets):
    reader = Reader(octets)
    reader.take(reader.next())
    reader.next()
    digits = reader.next() & 31
    kind = reader.next()
    sender = address(digits, kind, reader.take(digits + 1 >> 1))
    reader.next()
    coding = reader.next()
    time = timestamp(reader.take(7))
    length = reader.next()
    text = ucs2(reader.take(length)) if coding == 8 else septets(reader.rest(), length)
    return Message(sender, time, text)


def octets_of(digits):
    octets = bytearray(len(digits) >> 1)
    for i in range(len(octets)):
        octets[i] = _HEX.find(digits[2 * i]) * 16 + _HEX.find(digits[2 * i + 1])
    return octets


_PDUS = (
    "07911326040000F0040B911346610089F60000208062917314080CC8F71D14969741F977FD07",
    "0791448720003023040C914477581006500008208062917314080C0047007200FC00DF00650021",
    "0791448720003023240C9144775810065000002080629173140812C8329BFD065DDF723619",
)


def run():
    lines = []
    for pdu in _PDUS:
        message = decode(octets_of(pdu))
        lines.append(message.sender + " " + message.time + " " + message.text)
    return "\n".join(lines)
