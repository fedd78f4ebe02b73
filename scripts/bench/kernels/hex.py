_DIGITS = const("0123456789abcdef")


def to_hex(octets):
    text = ""
    for octet in octets:
        text += _DIGITS[octet >> 4] + _DIGITS[octet & 15]
    return text


# The value of a digit, given as its code; -1 for anything else.
def digit_value(code):
    if 0x30 <= code <= 0x39:
        return code - 0x30
    letter = code | 0x20
    return letter - 0x61 + 10 if 0x61 <= letter <= 0x66 else -1


def from_hex(text):
    if len(text) % 2:
        return None
    octets = bytearray(len(text) >> 1)
    for i in range(len(octets)):
        high = digit_value(ord(text[2 * i]))
        low = digit_value(ord(text[2 * i + 1]))
        if high < 0 or low < 0:
            return None
        octets[i] = high << 4 | low
    return octets


def run():
    octets = bytearray(96)
    for i in range(len(octets)):
        octets[i] = i * 37 + 11 & 0xFF
    text = to_hex(octets)
    back = from_hex(text)
    if back is None or from_hex("0g") is not None:
        return "wrong"
    return to_hex(back)
