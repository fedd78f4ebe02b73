_CR = const(0x0D)
_LF = const(0x0A)


class LineAssembler:
    def __init__(self, lines):
        self.lines = lines
        self.buffer = bytearray(256)
        self.length = 0

    def accept(self, octets):
        for octet in octets:
            if octet == _LF:
                self.end_line()
            elif octet != _CR and self.length < len(self.buffer):
                self.buffer[self.length] = octet
                self.length += 1

    def end_line(self):
        if self.length > 0:
            self.lines.append(str(memoryview(self.buffer)[: self.length], "utf-8"))
        self.length = 0


class Header:
    def __init__(self, slot, status, length):
        self.slot = slot
        self.status = status
        self.length = length


# The number that up to five decimal digits stand for; -1 for any other text.
def decimal(text):
    if not 1 <= len(text) <= 5:
        return -1
    value = 0
    for char in text:
        digit = ord(char) - 48
        if digit < 0 or digit > 9:
            return -1
        value = value * 10 + digit
    return value


def header(line):
    fields = line[7:].split(",")
    if len(fields) < 4:
        return None
    slot = decimal(fields[0])
    status = decimal(fields[1])
    length = decimal(fields[3])
    return None if slot < 0 or status < 0 or length < 0 else Header(slot, status, length)


class Answer:
    def __init__(self):
        self.slots = 0
        self.octets = 0
        self.signal = -1
        self.outcome = ""

    def accept(self, line):
        if line == "OK" or line == "ERROR":
            self.outcome = line
        elif line.startswith("+CMGL: "):
            self.list(header(line))
        elif line.startswith("+CSQ: "):
            self.signal = decimal(line[6 : line.find(",")])

    def list(self, found):
        if found is None:
            return
        self.slots += 1
        self.octets += found.length


_WIRE = (
    b'AT+CMGL=4\r\r\n+CMGL: 1,0,"",24\r\n0791448720003023240DD0E474D81C0E\r\n+CMGL: 12,1,"",155\r\n'
    b"07914487\r\n+CMGL: 3,x,,9\r\n\r\nOK\r\n\r\n+CSQ: 17,0\r\n\r\nOK\r\n"
)


def run():
    lines = []
    assembler = LineAssembler(lines)
    wire = memoryview(_WIRE)
    for i in range(0, len(wire), 16):
        assembler.accept(wire[i : i + 16])
    answer = Answer()
    for line in lines:
        answer.accept(line)
    return "%d %d %d %d %s" % (len(lines), answer.slots, answer.octets, answer.signal, answer.outcome)
