def fill(polynomial):
    for i in range(16):
        value = i
        for bit in range(4):
            value = (value >> 1) ^ polynomial if (value & 1) != 0 else value >> 1
        TABLE[i] = value


def crc8(data, start):
    crc = start
    for i in range(len(data)):
        crc ^= data[i]
        crc = TABLE[crc & 15] ^ (crc >> 4)
        crc = TABLE[crc & 15] ^ (crc >> 4)
    return crc & 0xff


def check(text, expected):
    return crc8(bytearray(text.encode()), 0) == expected


TABLE = bytearray(16)
fill(0x8c)
print("true" if check("123456789", 0xa1) else "false", "true" if check("", 0) else "false", "true" if check("1", 0) else "false")
