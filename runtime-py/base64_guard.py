# base64 to octets, or None.
#
# Why this is not TypeScript: binascii.a2b_base64 answers wrong padding with a ValueError, which the language does not
# catch, and passes over characters that are none of base64's; a loop over them in Python takes a hundred times as long.
from binascii import a2b_base64, b2a_base64


def unbase64(text):
    try:
        octets = a2b_base64(text)
    except ValueError:
        return None
    return octets if b2a_base64(octets) == text.encode() + b"\n" else None
