# Hexadecimal digits to octets, or None.
#
# Why this is not TypeScript: binascii.unhexlify answers a wrong digit with a ValueError, which the language does not
# catch; a loop over the digits in Python takes a hundred times as long.
from binascii import unhexlify


def unhex(text):
    try:
        return unhexlify(text)
    except ValueError:
        return None
