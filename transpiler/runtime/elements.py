# Elements of texts and byte arrays where the index is not known to be inside.


# bytes[i] = value: outside, JavaScript's typed arrays ignore it.
def ts_put_byte(b, i, value):
    if 0 <= i < len(b):
        b[i] = value & 255


# text[i] where the type has no undefined: it stops outside.
# needs: RangeError, ts_char_at
def ts_char_item(s, i):
    c = ts_char_at(s, i, None)
    if c is None:
        raise RangeError("index " + str(i) + " outside a text")
    return c
