_POLYNOMIAL = const(0x1021)

_NIBBLES = (
    0x0000, 0x1021, 0x2042, 0x3063, 0x4084, 0x50A5, 0x60C6, 0x70E7,
    0x8108, 0x9129, 0xA14A, 0xB16B, 0xC18C, 0xD1AD, 0xE1CE, 0xF1EF,
)


def bitwise(octets):
    crc = 0xFFFF
    for octet in octets:
        crc ^= octet << 8
        for _ in range(8):
            crc = (crc << 1 ^ _POLYNOMIAL) & 0xFFFF if crc & 0x8000 else crc << 1 & 0xFFFF
    return crc


def by_table(octets):
    nibbles = _NIBBLES
    crc = 0xFFFF
    for octet in octets:
        crc = (crc << 4 & 0xFFFF) ^ nibbles[crc >> 12 ^ octet >> 4]
        crc = (crc << 4 & 0xFFFF) ^ nibbles[crc >> 12 ^ octet & 15]
    return crc


def frame(length):
    octets = bytearray(length)
    for i in range(length):
        octets[i] = i * 7 & 255
    return octets


def run():
    total = 0
    for length in range(8, 65, 8):
        octets = frame(length)
        total = total + bitwise(octets) + by_table(octets) & 0xFFFF
    return str(total)
