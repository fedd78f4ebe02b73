_ALPHABET = const(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ ÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
    "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)


def unpack(octets, count):
    septets = bytearray(count)
    carry = width = at = 0
    for octet in octets:
        if at == count:
            break
        septets[at] = (octet << width | carry) & 0x7F
        at += 1
        carry = octet >> 7 - width
        width = width + 1 & 7
        if width == 7 and at < count:
            septets[at] = carry
            at += 1
            carry = width = 0
    return septets


def pack(septets):
    octets = bytearray(len(septets) * 7 + 7 >> 3)
    bits = width = at = 0
    for septet in septets:
        bits |= septet << width
        width += 7
        if width >= 8:
            octets[at] = bits & 0xFF
            at += 1
            bits >>= 8
            width -= 8
    if width > 0:
        octets[at] = bits
    return octets


def text_of(septets):
    text = ""
    for septet in septets:
        text += _ALPHABET[septet]
    return text


def septets_of(text):
    septets = bytearray(len(text))
    for i in range(len(text)):
        septets[i] = _ALPHABET.find(text[i]) & 0x7F
    return septets


def run():
    septets = septets_of("Hello, Pico! Die Größe: 12 £, über 160 Zeichen lang {}")
    packed = pack(septets)
    return text_of(unpack(packed, len(septets)))
