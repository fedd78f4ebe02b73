# What compiled TypeScript needs at run time and Python says otherwise. The compiler copies into `_ts.py` only the
# definitions that a program uses.
#
# Each definition at the top level is one helper. Above it stands what TypeScript it serves, and, where it leans on
# anything, one line `# needs: a, b` naming other definitions of this folder, or `# import: <statement>` naming an
# import of the module. Helpers do not call each other but for ts_units and ts_text, which only strings with
# characters beyond U+FFFF reach: the board has 28 frames of stack. C functions come first: one turn of a loop
# costs about 7 microseconds on the board, a call 33.
#
# What late modules alone use stands in `_ts_late.py`, and is forgotten with them: functions, and of the rest what has a line
# `# late: …` that says why it may come again as another one. Classes that are tested for stay.
#
# What breaks its own types at run time stops: with a ValueError, IndexError or another of Python's own exceptions, which
# no catch of the program sees. What JavaScript throws is an Error of ours.
#
# null and undefined are None. Integers are exact below 2^53. A string holds code points; what counts UTF-16 units
# (length, index, slice …) is counted here. `len(memoryview(s))` is the length in bytes of UTF-8 without a copy:
# equal to len(s) exactly for ASCII.


# Numbers

# a % b: the sign of the dividend. b is not 0.
def ts_mod(a, b):
    if b < 0:
        b = -b
    return a % b if a >= 0 else -(-a % b)


# Math.trunc(a / b), (a / b) | 0 where it fits 32 bits. b is not 0.
def ts_trunc_div(a, b):
    return a // b if (a < 0) == (b < 0) else -(-a // b)


# Math.round(a / b), half up. b is not 0, |a| below 2^52 (above, the quotient itself is rounded in JavaScript).
def ts_round_div(a, b):
    return (a + a + b) // (b + b)


# x | 0
def ts_i32(x):
    if -0x40000000 <= x < 0x40000000:
        return x
    return ((x + 0x80000000) & 0xFFFFFFFF) - 0x80000000


# x >>> 0
def ts_u32(x):
    return x & 0xFFFFFFFF


# a << n
def ts_shl(a, n):
    return ((a << (n & 31)) + 0x80000000 & 0xFFFFFFFF) - 0x80000000


# a >> n
def ts_shr(a, n):
    if not -0x40000000 <= a < 0x40000000:
        a = ((a + 0x80000000) & 0xFFFFFFFF) - 0x80000000
    return a >> (n & 31)


# a >>> n
def ts_ushr(a, n):
    return (a & 0xFFFFFFFF) >> (n & 31)


# Math.imul(a, b)
def ts_imul(a, b):
    return (a * b + 0x80000000 & 0xFFFFFFFF) - 0x80000000


# A position or a count that a slice or a search can take: all that lie further away are alike.
def ts_near(n):
    if n is None or -0x40000000 <= n < 0x40000000:
        return n
    return 0x3FFFFFFF if n > 0 else -0x40000000


# Math.sign(x)
def ts_sign(x):
    return (x > 0) - (x < 0)


# Math.clz32(x)
def ts_clz32(x):
    x &= 0xFFFFFFFF
    n = 32
    while x > 255:
        x >>= 8
        n -= 8
    while x:
        x >>= 1
        n -= 1
    return n


# Math.floor(Math.sqrt(n)), 0 <= n < 2^52 (above, JavaScript's root itself is rounded up to the next integer). The start
# lies a little above the root; Newton's steps go down to it.
# import: from math import sqrt as _sqrt
def ts_isqrt(n):
    if not n:
        return 0
    x = int(_sqrt(n) * 1.000001) + 1
    while True:
        y = (x + n // x) >> 1
        if y >= x:
            return x
        x = y


# n.toString(radix)
def ts_radix(n, radix):
    digits = []
    rest = -n if n < 0 else n
    while rest or not digits:
        digits.append("0123456789abcdefghijklmnopqrstuvwxyz"[rest % radix])
        rest //= radix
    if n < 0:
        digits.append("-")
    digits.reverse()
    return "".join(digits)


# n.toFixed(digits) of an integer
def ts_fixed(n, digits):
    return str(n) + "." + "0" * digits if digits else str(n)


# Floats have 32 bits. What a float cannot hold stops: what is too large, and what is so close to 0 that the board would
# take it for 0.

# The smallest and the largest.
# import: from math import ldexp
ts_float_min = ldexp(1, -126)


# import: from math import ldexp
ts_float_max = ldexp(16777215, 104)


# Math.fround(a + b)
# needs: ts_float_min, ts_float_max
def ts_float_add(a, b):
    value = a + b
    if ts_float_min <= abs(value) <= ts_float_max or a == -b:
        return value
    raise ValueError("a sum that is no float")


# Math.fround(a - b)
# needs: ts_float_min, ts_float_max
def ts_float_sub(a, b):
    value = a - b
    if ts_float_min <= abs(value) <= ts_float_max or a == b:
        return value
    raise ValueError("a difference that is no float")


# Math.fround(a * b)
# needs: ts_float_min, ts_float_max
def ts_float_mul(a, b):
    value = a * b
    if ts_float_min <= abs(value) <= ts_float_max or not a or not b:
        return value
    raise ValueError("a product that is no float")


# Math.fround(a / b)
# needs: ts_float_min, ts_float_max
def ts_float_div(a, b):
    if b:
        value = a / b
        if ts_float_min <= abs(value) <= ts_float_max or not a:
            return value
    raise ValueError("a quotient that is no float")


# Math.fround(Math.sqrt(x))
# import: from math import sqrt
def ts_float_sqrt(x):
    if x < 0:
        raise ValueError("the root of a negative number")
    return sqrt(x)


# Math.fround(i) of an integer: to the nearest, from the middle to the even one.
def ts_float(i):
    n = -i if i < 0 else i
    step = 1
    while n > step << 24:
        step += step
    if step > 1:
        n = (n + step // 2 - 1 + (n // step & 1)) // step * step
    return float(-n if i < 0 else n)


# A float as what Math.floor and its like take: the integer is below 2^53.
def ts_float_whole(x):
    if -9007199254740992 < x < 9007199254740992:
        return x
    raise ValueError("a float that is no integer below 2^53")


# Math.round(x) of a float, half up. x + 0.5 could be rounded.
# import: from math import floor
def ts_float_round(x):
    n = floor(x)
    return n + 1 if x - n >= 0.5 else n


# x.toFixed(digits) of a float: of its exact value, half away from 0.
# import: from math import frexp
def ts_float_fixed(x, digits):
    m, e = frexp(abs(x))
    n = int(m * 16777216) * 10**digits
    e -= 24
    s = str(n << e if e >= 0 else (n >> (-e - 1)) + 1 >> 1)
    if len(s) > digits + 21:
        raise ValueError("toFixed of a float from 10^21 on")
    if digits:
        s = "0" * (digits + 1 - len(s)) + s
        s = s[:-digits] + "." + s[-digits:]
    return "-" + s if x < 0 else s


# NaN, which only Number() and parseInt give: one object that has a text and is false. The compiler lets nothing be
# computed with it.
# late: nobody asks which one it is
class NotANumber:
    def __str__(self):
        return "NaN"

    def __bool__(self):
        return False


# typeof value; nothing: the word for None
def ts_typeof(value, nothing):
    if value is None:
        return nothing
    if isinstance(value, bool):
        return "boolean"
    if isinstance(value, int):
        return "number"
    if isinstance(value, str):
        return "string"
    return "function" if callable(value) else "object"


# NaN
# needs: NotANumber
# late: as NotANumber
ts_nan = NotANumber()


# parseInt(text, radix): what stands at the start; NaN where nothing does. A result of 2^53 or more, or -0, stops.
# needs: ts_nan, ts_trim
def ts_parse_int(text, radix=None):
    s = ts_trim(text, 1)
    negative = s[:1] == "-"
    if negative or s[:1] == "+":
        s = s[1:]
    radix = (((radix or 0) + 0x80000000) & 0xFFFFFFFF) - 0x80000000
    if radix == 0 or radix == 16:
        if s[:2] == "0x" or s[:2] == "0X":
            s = s[2:]
            radix = 16
        radix = radix or 10
    if radix < 2 or radix > 36:
        return ts_nan
    n = 0
    digits = 0
    # By octets: MicroPython makes a name of each character, and keeps it.
    for c in memoryview(s):
        if 48 <= c <= 57:
            digit = c - 48
        elif 97 <= c <= 122:
            digit = c - 87
        elif 65 <= c <= 90:
            digit = c - 55
        else:
            break
        if digit >= radix:
            break
        n = n * radix + digit
        digits += 1
    if not digits:
        return ts_nan
    if n > 9007199254740991 or (negative and n == 0):
        raise ValueError("parseInt: not an integer below 2^53")
    return -n if negative else n


# Number(x) of a text or a number: NaN where the text is none. A number that is no integer below 2^53, or is -0, stops.
# needs: ts_nan, ts_trim
def ts_number(x):
    if not isinstance(x, str):
        return 0 if x is None else x
    s = ts_trim(x)
    if not s:
        return 0
    prefix = s[:2].lower()
    base = 16 if prefix == "0x" else 8 if prefix == "0o" else 2 if prefix == "0b" else 10
    digits = s
    if base != 10:
        digits = s[2:]
        if not digits or digits.strip("0123456789abcdefABCDEF"):
            return ts_nan
        try:
            n = int(digits, base)
        except ValueError:
            return ts_nan
    else:
        sign = s[0] if s[0] in "+-" else ""
        digits = s[len(sign) :]
        if digits == "Infinity":
            raise ValueError("Number: not an integer below 2^53")
        e = digits.lower().find("e")
        mantissa, exponent = (digits, "0") if e < 0 else (digits[:e], digits[e + 1 :])
        whole, _, fraction = mantissa.partition(".")
        power = exponent[1:] if exponent[:1] in ("+", "-") else exponent
        if whole.strip("0123456789") or fraction.strip("0123456789") or (not whole and not fraction) or not power or power.strip("0123456789"):
            return ts_nan
        fraction = fraction.rstrip("0")
        shift = int(exponent) - len(fraction)
        n = int(whole + fraction or "0")
        while n and shift < 0 and n % 10 == 0:
            n //= 10
            shift += 1
        if n == 0:
            shift = 0
        if shift < 0 or shift > 16:
            raise ValueError("Number: not an integer below 2^53")
        n *= 10**shift
        if sign == "-":
            if n == 0:
                raise ValueError("Number: -0")
            n = -n
    if not -9007199254740992 < n < 9007199254740992:
        raise ValueError("Number: not an integer below 2^53")
    return n


# Errors

# Error. An uncaught one ends a traceback as `Error: message`. `name` is a class attribute, as on a prototype.
class Error(Exception):
    name = "Error"
    cause = None

    def __init__(self, message=None, options=None):
        super().__init__(message or "")
        self.message = message or ""
        if options is not None:
            self.cause = options.cause


# TypeError
# needs: Error
class TypeError(Error):
    name = "TypeError"


# RangeError
# needs: Error
class RangeError(Error):
    name = "RangeError"


# SyntaxError
# needs: Error
class SyntaxError(Error):
    name = "SyntaxError"


# AggregateError
# needs: Error
class AggregateError(Error):
    name = "AggregateError"

    def __init__(self, errors, message=None, options=None):
        super().__init__(message, options)
        self.errors = list(errors)


# What a MicroPython module throws: errno is the number of the host's OSError, 0 where it had none.
# needs: Error
class OSError(Error):
    name = "OSError"

    def __init__(self, errno, message=""):
        super().__init__(message or "errno " + str(errno))
        self.errno = errno


# catch (error): `except Exception as e: e = ts_caught(e)`. An error of ours is itself; the end of memory or of
# the stack is a RangeError; a host's OSError is an OSError with errno. Any other exception of Python means that the
# program broke its own types or that the compiler erred: no catch of the program sees it.
# needs: Error, RangeError, OSError
# import: from builtins import OSError as _OSError
def ts_caught(e):
    if isinstance(e, Error):
        return e
    if isinstance(e, MemoryError):
        return RangeError("Out of memory")
    if isinstance(e, RuntimeError) and "recursion" in str(e):
        return RangeError("Maximum call stack size exceeded")
    if isinstance(e, _OSError):
        n = e.errno
        return OSError(n if isinstance(n, int) else 0, str(e))
    raise e


# `${error}`, error.toString(), of a class that may have a toString() of its own
def ts_error_text(e):
    own = getattr(e, "toString", None)
    if own:
        return own()
    return e.name + ": " + e.message if e.message and e.name else e.name or e.message


# null and undefined

# x!: a missing value stops.
def ts_some(x):
    if x is None:
        raise ValueError("a value that must be there is missing")
    return x


# x as T: a value of another type stops. Where the types are those that it must not have, `has` is False.
def ts_cast(x, types, has=True):
    if isinstance(x, types) != has:
        raise ValueError("as: this value is of another type")
    return x


# A variable that each turn of a loop has anew, read by a function before it has a value.
def ts_set(x):
    if x is None:
        raise NameError("a variable is read before it has a value")
    return x


# a === b where texts or numbers are among values of other kinds: objects by identity, and true is not 1.
def ts_same(a, b):
    return a is b or (isinstance(a, (str, int)) and type(a) is type(b) and a == b)


# Console

# `${x}` and console.log's text of a value that is not known to be a string or an integer. `none` is the word for None
# by the static type: 'null' or 'undefined'.
def ts_str(x, none="undefined"):
    if x is None:
        return none
    if x is True:
        return "true"
    return "false" if x is False else str(x)


# console.log(first, …) where the first is a string that may hold a %: as Node formats it. The other values are
# strings and integers, null and booleans being written out by ts_str.
def ts_log(first="", *rest):
    rest = list(rest)
    parts = first.split("%") if rest else [first]
    out = parts[0]
    i = 1
    while i < len(parts):
        part = parts[i]
        i += 1
        kind = part[:1]
        if kind == "" and i < len(parts):
            out += "%" + parts[i]
            i += 1
        elif (rest and kind == "s") or (rest and kind and kind in "dif" and isinstance(rest[0], int)):
            out += str(rest.pop(0)) + part[1:]
        elif rest and kind and kind in "dfijoOc":
            raise ValueError("console.log: %" + kind + " is not supported for this value")
        else:
            out += "%" + part
    print(out, *rest)


# Strings. First the two that the others share. MicroPython keeps the text of each single character that s[i] or a loop over
# s gives for ever, some 40 bytes: so where it may be any character, the helpers go by bytes and slices.

# The text with every character beyond U+FFFF as its two UTF-16 halves, so that Python counts UTF-16 units. Such a
# text never leaves the helpers: ts_text joins the halves again.
def ts_units(s):
    if len(s) == len(memoryview(s)):
        return s
    b = s.encode()
    # Characters beyond U+FFFF start with the bytes F0 to F4; five searches cost less than one look at every byte.
    if not (b"\xf0" in b or b"\xf3" in b or b"\xf4" in b or b"\xf1" in b or b"\xf2" in b):
        return s
    out = []
    start = i = 0
    while i < len(b):
        if b[i] < 0xF0:
            i += 1
            continue
        n = ((b[i] & 7) << 18 | (b[i + 1] & 63) << 12 | (b[i + 2] & 63) << 6 | b[i + 3] & 63) - 0x10000
        out.append(b[start:i])
        out.append(bytes((0xED, 0xA0 | n >> 16, 0x80 | n >> 10 & 63, 0xED, 0xB0 | n >> 6 & 15, 0x80 | n & 63)))
        start = i = i + 4
    out.append(b[start:])
    return str(b"".join(out), "utf-8")


# UTF-16 units as text: pairs of halves are joined, a half alone stops.
def ts_text(units):
    b = units.encode()
    i = b.find(b"\xed")
    if i < 0:
        return units
    out = []
    start = 0
    while i >= 0:
        # Up to U+D7FF it is no half.
        if b[i + 1] >= 0xA0:
            if b[i + 1] >= 0xB0 or b[i + 3 : i + 4] != b"\xed" or b[i + 4] < 0xB0:
                raise ValueError("a lone surrogate")
            n = 0x10000 + ((b[i + 1] & 15) << 16 | (b[i + 2] & 63) << 10 | (b[i + 4] & 15) << 6 | b[i + 5] & 63)
            out.append(b[start:i])
            out.append(bytes((0xF0 | n >> 18, 0x80 | n >> 12 & 63, 0x80 | n >> 6 & 63, 0x80 | n & 63)))
            start = i + 6
            i += 3
        i = b.find(b"\xed", i + 3)
    out.append(b[start:])
    return str(b"".join(out), "utf-8")


# s.length
def ts_len(s):
    n = len(s)
    if n == len(memoryview(s)):
        return n
    count = s.encode().count
    return n + count(b"\xf0") + count(b"\xf1") + count(b"\xf2") + count(b"\xf3") + count(b"\xf4")


# s.charAt(i), "" outside; s[i] with `outside` None.
# needs: ts_units, ts_text
def ts_char_at(s, i, outside=""):
    if len(s) != len(memoryview(s)):
        s = ts_units(s)
        return ts_text(s[i : i + 1]) if 0 <= i < len(s) else outside
    return s[i] if 0 <= i < len(s) else outside


# s[i] where i may be outside and undefined is not expected: it stops.
# needs: ts_units, ts_text
def ts_char_item(s, i):
    if len(s) != len(memoryview(s)):
        s = ts_units(s)
    if 0 <= i < len(s):
        return ts_text(s[i : i + 1])
    raise IndexError("index " + str(i) + " outside a text of " + str(len(s)))


# s.charCodeAt(i): outside, where JavaScript gives NaN, it stops. An octet of ASCII costs half of what its character does,
# which is looked up among all names.
# needs: ts_units
def ts_char_code(s, i):
    octets = memoryview(s)
    if len(s) != len(octets):
        s = ts_units(s)
        if 0 <= i < len(s):
            return ord(s[i : i + 1])
    elif 0 <= i < len(s):
        return octets[i]
    raise IndexError("charCodeAt outside the text")


# The UTF-16 units of a text, to loop over.
def ts_codes(s):
    octets = memoryview(s)
    if len(s) == len(octets):
        return octets
    out = []
    point = left = 0
    for octet in octets:
        if octet < 0x80:
            out.append(octet)
        elif octet >= 0xC0:
            left = 1 if octet < 0xE0 else 2 if octet < 0xF0 else 3
            point = octet & (63 >> left)
        else:
            point = point << 6 | octet & 63
            left -= 1
            if left == 0:
                if point > 0xFFFF:
                    out.append(0xD7C0 + (point >> 10))
                    point = 0xDC00 | point & 1023
                out.append(point)
    return out


# s.codePointAt(i): of a pair's first unit the whole character, of its second that half.
# needs: ts_units
def ts_code_point(s, i):
    if len(s) != len(memoryview(s)):
        s = ts_units(s)
    if i < 0 or i >= len(s):
        return None
    n = ord(s[i : i + 1])
    if 0xD800 <= n < 0xDC00:
        n = 0x10000 + (n - 0xD800 << 10) + ord(s[i + 1 : i + 2]) - 0xDC00
    return n


# s.indexOf(t, start)
# needs: ts_units
def ts_index_of(s, t, start=0):
    if len(s) != len(memoryview(s)):
        s = ts_units(s)
        t = ts_units(t)
    if start > len(s):
        start = len(s)
    return s.find(t, start if start > 0 else 0)


# s.lastIndexOf(t, start): where it begins at start at the latest.
# needs: ts_units
def ts_last_index_of(s, t, start=0x1FFFFFFF):
    if len(s) != len(memoryview(s)):
        s = ts_units(s)
        t = ts_units(t)
    if start < 0:
        start = 0
    end = start + len(t)
    if not t:
        return min(start, len(s))
    return s.rfind(t, 0, end) if end < len(s) else s.rfind(t)


# s.at(i): from the end when i is negative.
# needs: ts_units, ts_text
def ts_text_at(s, i):
    if len(s) != len(memoryview(s)):
        s = ts_units(s)
        return ts_text(s[i:][:1]) if -len(s) <= i < len(s) else None
    return s[i] if -len(s) <= i < len(s) else None


# s.slice(a, b)
# needs: ts_units, ts_text
def ts_slice_text(s, a=0, b=None):
    if len(s) != len(memoryview(s)):
        return ts_text(ts_units(s)[a:b])
    return s[a:b]


# s.substring(a, b): the bounds may stand in either order.
# needs: ts_units, ts_text
def ts_substring(s, a, b=None):
    ascii = len(s) == len(memoryview(s))
    if not ascii:
        s = ts_units(s)
    if a < 0:
        a = 0
    if b is None:
        b = len(s)
    elif b < 0:
        b = 0
    s = s[a:b] if a < b else s[b:a]
    return s if ascii else ts_text(s)


# s.startsWith(t, at)
# needs: ts_units
def ts_starts_with(s, t, at=0):
    if len(s) != len(memoryview(s)):
        s = ts_units(s)
        t = ts_units(t)
    if at <= 0:
        return s.startswith(t)
    return s[at : at + len(t)] == t


# s.endsWith(t, end)
# needs: ts_units
def ts_ends_with(s, t, end):
    if len(s) != len(memoryview(s)):
        s = ts_units(s)
        t = ts_units(t)
    return s[: end if end > 0 else 0].endswith(t)


# a < b of strings: by UTF-16 units (a > b is b < a; a <= b is not b < a).
# needs: ts_units
def ts_less(a, b):
    if len(a) == len(memoryview(a)) or len(b) == len(memoryview(b)):
        return a < b
    return ts_units(a) < ts_units(b)


# a < b, or a <= b, of texts or numbers; a text beside a number stands for one.
# needs: ts_less, ts_nan, ts_number
def ts_before(a, b, same=False):
    if isinstance(a, str) and isinstance(b, str):
        return not ts_less(b, a) if same else ts_less(a, b)
    a = ts_number(a)
    b = ts_number(b)
    return a is not ts_nan and b is not ts_nan and (a <= b if same else a < b)


# s.padStart(n, fill)
# needs: ts_units, ts_text
def ts_pad_start(s, n, fill=" "):
    t = ts_units(fill)
    n -= len(ts_units(s))
    return ts_text((t * (n // len(t) + 1))[:n]) + s if n > 0 and t else s


# s.padEnd(n, fill)
# needs: ts_units, ts_text
def ts_pad_end(s, n, fill=" "):
    t = ts_units(fill)
    n -= len(ts_units(s))
    return s + ts_text((t * (n // len(t) + 1))[:n]) if n > 0 and t else s


# s.repeat(n) where n may be negative
# needs: RangeError
def ts_repeat(s, n):
    if n < 0:
        raise RangeError("Invalid count value: " + str(n))
    return s * n


# s.toUpperCase(): ASCII, or it stops.
def ts_upper(s):
    if len(s) != len(memoryview(s)):
        raise ValueError("toUpperCase: the text is not ASCII")
    return s.upper()


# s.toLowerCase(): ASCII, or it stops.
def ts_lower(s):
    if len(s) != len(memoryview(s)):
        raise ValueError("toLowerCase: the text is not ASCII")
    return s.lower()


# s.trim(), trimStart (ends=1), trimEnd (ends=2). Python's strip knows ASCII's white space alone; ECMAScript's
# WhiteSpace and LineTerminator have twenty characters more. Slices, as MicroPython keeps what s[0] gives in its names for ever.
def ts_trim(s, ends=3):
    space = "\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff"
    if ends & 1:
        s = s.lstrip()
        while s and s[:1] in space:
            s = s[1:].lstrip()
    if ends & 2:
        s = s.rstrip()
        while s and s[-1:] in space:
            s = s[:-1].rstrip()
    return s


# s.split(separator), where it may be empty: then it gives UTF-16 units, and halves of a character stop.
def ts_split(s, separator):
    if separator:
        return s.split(separator)
    if len(s) != len(memoryview(s)) and max(memoryview(s)) >= 0xF0:
        raise ValueError("a lone surrogate")
    return list(s)


# String.fromCharCode(…): pairs are joined, a lone surrogate stops.
# needs: ts_text
def ts_from_char_code(*units):
    return ts_text("".join([chr(n & 0xFFFF) for n in units]))


# String.fromCharCode(n): half of a pair would stand alone, and stops.
def ts_unit(n):
    n &= 0xFFFF
    if n >> 11 == 27:
        raise ValueError("a lone surrogate")
    return chr(n)


# String.fromCodePoint(…)
# needs: RangeError, ts_text
def ts_from_code_point(*points):
    for n in points:
        if n < 0 or n > 0x10FFFF:
            raise RangeError("Invalid code point " + str(n))
    return ts_text("".join([chr(n) for n in points]))


# What stands for a found text in place of r (ECMAScript's GetSubstitution): at is where t was found in s, counted as
# Python counts.
def ts_dollars(s, t, at, r):
    dollars = r.split("$")
    out = dollars[0]
    k = 1
    while k < len(dollars):
        d = dollars[k]
        k += 1
        c = d[:1]
        if c == "&":
            out += t + d[1:]
        elif c == "`":
            out += s[:at] + d[1:]
        elif c == "'":
            out += s[at + len(t) :] + d[1:]
        elif d == "" and k < len(dollars):
            out += "$" + dollars[k]
            k += 1
        else:
            out += "$" + d
    return out


# s.replace(t, r), where r may hold a $.
# needs: ts_dollars
def ts_replace(s, t, r):
    if "$" in r:
        at = s.find(t)
        return s if at < 0 else s[:at] + ts_dollars(s, t, at, r) + s[at + len(t) :]
    return s.replace(t, r, 1) if t else r + s


# s.replaceAll(t, r), where t may be empty or r may hold a $. Between the halves of a character nothing can be put: it
# stops.
# needs: ts_dollars
def ts_replace_all(s, t, r):
    if t and "$" not in r:
        return s.replace(t, r)
    if not t and r and len(s) != len(memoryview(s)) and max(memoryview(s)) >= 0xF0:
        raise ValueError("a lone surrogate")
    out = []
    done = 0
    at = s.find(t)
    while at >= 0:
        out.append(s[done:at])
        out.append(ts_dollars(s, t, at, r) if "$" in r else r)
        done = at + len(t)
        if at >= len(s):
            break
        at = s.find(t, done if t else at + 1)
    out.append(s[done:])
    return "".join(out)


# s.replace(t, f) where count is 1, s.replaceAll(t, f) where it is -1. f gets what was found, where, counted in UTF-16
# units, and s.
# needs: ts_units
def ts_replace_by(s, t, f, count):
    if not t and count < 0 and len(s) != len(memoryview(s)) and max(memoryview(s)) >= 0xF0:
        raise ValueError("a lone surrogate")
    out = []
    done = 0
    at = s.find(t)
    while at >= 0 and count:
        count -= 1
        out.append(s[done:at])
        out.append(f(t, len(ts_units(s[:at])), s))
        done = at + len(t)
        if at >= len(s):
            break
        at = s.find(t, done if t else at + 1)
    out.append(s[done:])
    return "".join(out)


# Arrays

# xs[i] of an array whose element may be undefined: None outside. Also for bytes.
def ts_at(xs, i):
    return xs[i] if 0 <= i < len(xs) else None


# xs[i] of an array whose element has no undefined, where i may be outside: it stops.
def ts_item(xs, i):
    if 0 <= i < len(xs):
        return xs[i]
    raise IndexError("index " + str(i) + " outside an array of " + str(len(xs)))


# xs[i] = value of an array, where i is not known to be inside: the place after the last grows it, further out stops.
def ts_put(xs, i, value):
    if 0 <= i < len(xs):
        xs[i] = value
    elif i == len(xs):
        xs.append(value)
    else:
        raise IndexError("index " + str(i) + " outside an array of " + str(len(xs)))


# xs.at(i): from the end when i is negative.
def ts_at_end(xs, i):
    return xs[i] if -len(xs) <= i < len(xs) else None


# xs.indexOf(x, start), of references; xs.includes(x) is its result at least 0.
def ts_index_of_is(xs, x, start=0):
    n = len(xs)
    if start < 0:
        start = max(start + n, 0)
    for i in range(start, n):
        if xs[i] is x:
            return i
    return -1


# xs.indexOf(x, start) where texts or numbers are among values of other kinds: as ts_same.
def ts_index_of_same(xs, x, start=0):
    plain = isinstance(x, (str, int))
    n = len(xs)
    if start < 0:
        start = max(start + n, 0)
    for i in range(start, n):
        item = xs[i]
        if item is x or (plain and type(item) is type(x) and item == x):
            return i
    return -1


# xs.indexOf(x, start), of strings and numbers
def ts_index_of_item(xs, x, start=0):
    if start:
        n = len(xs)
        if start < 0:
            start = max(start + n, 0)
        for i in range(start, n):
            if xs[i] == x:
                return i
        return -1
    return xs.index(x) if x in xs else -1


# xs.lastIndexOf(x, start), of references
def ts_last_index_of_is(xs, x, start=-1):
    n = len(xs)
    for i in range(min(start, n - 1) if start >= 0 else start + n, -1, -1):
        if xs[i] is x:
            return i
    return -1


# xs.lastIndexOf(x, start), of strings and numbers
def ts_last_index_of_item(xs, x, start=-1):
    n = len(xs)
    for i in range(min(start, n - 1) if start >= 0 else start + n, -1, -1):
        if xs[i] == x:
            return i
    return -1


# xs.lastIndexOf(x, start) where texts or numbers are among values of other kinds: as ts_same.
def ts_last_index_of_same(xs, x, start=-1):
    plain = isinstance(x, (str, int))
    n = len(xs)
    for i in range(min(start, n - 1) if start >= 0 else start + n, -1, -1):
        item = xs[i]
        if item is x or (plain and type(item) is type(x) and item == x):
            return i
    return -1


# xs.splice(start, count, …items): the removed items.
def ts_splice(xs, start, count=0x1FFFFFFF, items=()):
    n = len(xs)
    if start < 0:
        start = start + n if start + n > 0 else 0
    end = start + count if count > 0 else start
    removed = xs[start:end]
    if start > n:
        start = end = n
    xs[start:end] = items
    return removed


# xs.shift()
def ts_shift(xs):
    return xs.pop(0) if xs else None


# xs.pop()
def ts_pop(xs):
    return xs.pop() if xs else None


# xs.fill(value, start, end)
def ts_fill(xs, value, start=0, end=None):
    for i in range(len(xs))[start:end]:
        xs[i] = value
    return xs


# xs.copyWithin(to, start, end)
def ts_copy_within(xs, to, start, end=None):
    n = len(xs)
    if to < 0:
        to = max(to + n, 0)
    part = xs[start:end][: max(n - to, 0)]
    xs[to : to + len(part)] = part
    return xs


# xs.with(i, value): a copy.
# needs: RangeError
def ts_with(xs, i, value):
    if not -len(xs) <= i < len(xs):
        raise RangeError("Invalid index : " + str(i))
    xs = list(xs)
    xs[i] = value
    return xs


# xs.flat(): one level.
def ts_flat(xs):
    out = []
    for x in xs:
        out.extend(x)
    return out


# xs.keys(): what is added meanwhile is seen.
def ts_keys(xs):
    i = 0
    while i < len(xs):
        yield i
        i += 1


# xs.length = n: only shorter; places without a value do not exist here.
# needs: RangeError
def ts_set_length(xs, n):
    if n < 0:
        raise RangeError("Invalid array length")
    if n > len(xs):
        raise ValueError("a longer array without values")
    xs[n:] = []


# new Array(n) where n may be negative
# needs: RangeError
def ts_array_length(n):
    if n < 0:
        raise RangeError("Invalid array length")
    return n


# xs.reduce(f) without a start: the item that it begins with.
# needs: TypeError
def ts_reduced(xs, i):
    if not xs:
        raise TypeError("Reduce of empty array with no initial value")
    return xs[i]


# xs.sort(compare): stable, a merge from below, without recursion. On an error of compare xs stays as it was.
# An array that may hold undefined is not for it: JavaScript puts those last without asking compare.
def ts_sort(xs, compare):
    n = len(xs)
    src = list(xs)
    width = 1
    while width < n:
        out = []
        for low in range(0, n, width + width):
            i = low
            middle = j = min(low + width, n)
            high = min(middle + width, n)
            while i < middle and j < high:
                if compare(src[i], src[j]) > 0:
                    out.append(src[j])
                    j += 1
                else:
                    out.append(src[i])
                    i += 1
            out.extend(src[i:middle])
            out.extend(src[j:high])
        src = out
        width += width
    xs[:] = src
    return xs


# xs.sort(compare) of an array that may hold undefined, which comes last without being compared.
# needs: ts_sort
def ts_sort_defined(xs, compare):
    some = [x for x in xs if x is not None]
    missing = len(xs) - len(some)
    xs[:] = ts_sort(some, compare) + [None] * missing
    return xs


# xs.sort((a, b) => sign * (key(a) - key(b))): stable, as the place is the second key.
def ts_sort_by(xs, key, sign):
    pairs = []
    for i in range(len(xs)):
        pairs.append((sign * key(xs[i]), i))
    pairs.sort()
    xs[:] = [xs[i] for _, i in pairs]
    return xs


# xs.sort() of strings: by UTF-16 units.
# needs: ts_units
def ts_sort_texts(xs):
    whole = "".join(xs)
    if len(whole) == len(memoryview(whole)):
        xs.sort()
    else:
        xs.sort(key=ts_units)
    return xs


# xs.join(separator) of other than strings: null and undefined are "", booleans words.
def ts_join(xs, separator=","):
    return separator.join(["" if x is None else "true" if x is True else "false" if x is False else str(x) for x in xs])


# The text of an array, or xs.join(separator), where items may be arrays themselves.
def ts_list_text(xs, separator=","):
    return separator.join(
        [
            ""
            if x is None
            else "true"
            if x is True
            else "false"
            if x is False
            else ts_list_text(x)
            if isinstance(x, list)
            else str(x)
            for x in xs
        ]
    )


# xs.reverse()
def ts_reverse(xs):
    xs.reverse()
    return xs


# Map and Set: in the order of insertion, every operation O(1) on average

# Map. `d` holds each key's place in `keys` and `values`, so that size is len(m.d) and has is `k in m.d`. A deleted
# place holds _gone until half of them do; then new lists are made, and the old list of keys ends in a link to the new,
# by which an iteration under way finds its place again: entries added meanwhile are seen, deleted ones are not.
class TsMap:
    _gone = object()

    def __init__(self, entries=()):
        self.d = {}
        self.order = []
        self.items = []
        for key, value in entries:
            self.set(key, value)

    def get(self, key):
        i = self.d.get(key)
        return None if i is None else self.items[i]

    def set(self, key, value):
        i = self.d.get(key)
        if i is None:
            self.d[key] = len(self.order)
            self.order.append(key)
            self.items.append(value)
        else:
            self.items[i] = value
        return self

    def delete(self, key):
        i = self.d.pop(key, None)
        if i is None:
            return False
        old = self.order
        old[i] = self._gone
        self.items[i] = None
        n = len(self.d)
        if len(old) > n + n + 8:
            order = []
            items = []
            for i in range(len(old)):
                key = old[i]
                if key is not self._gone:
                    self.d[key] = len(order)
                    order.append(key)
                    items.append(self.items[i])
            old.append(order)
            self.order = order
            self.items = items
        return True

    def clear(self):
        old = self.order
        for i in range(len(old)):
            old[i] = self._gone
        self.d = {}
        self.order = []
        self.items = []
        old.append(self.order)

    def __iter__(self):
        return self.walk(2)

    # keys() is walk(0), values() walk(1), entries() and the map itself walk(2); walk(3) is for entries that are taken
    # apart at once.
    def walk(self, part):
        order = self.order
        i = 0
        while True:
            while order is not self.order:
                i -= order[:i].count(self._gone)
                order = order[-1]
            if i >= len(order):
                return
            key = order[i]
            i += 1
            if key is not self._gone:
                item = self.items[i - 1]
                yield key if part == 0 else item if part == 1 else [key, item] if part == 2 else (key, item)


# Set: as TsMap, without values.
class TsSet:
    _gone = object()

    def __init__(self, items=()):
        self.d = {}
        self.order = []
        for item in items:
            self.add(item)

    def add(self, item):
        if item not in self.d:
            self.d[item] = len(self.order)
            self.order.append(item)
        return self

    def delete(self, item):
        i = self.d.pop(item, None)
        if i is None:
            return False
        old = self.order
        old[i] = self._gone
        n = len(self.d)
        if len(old) > n + n + 8:
            order = [item for item in old if item is not self._gone]
            for i in range(n):
                self.d[order[i]] = i
            old.append(order)
            self.order = order
        return True

    def clear(self):
        old = self.order
        for i in range(len(old)):
            old[i] = self._gone
        self.d = {}
        self.order = []
        old.append(self.order)

    def __iter__(self):
        return self.values()

    def values(self):
        order = self.order
        i = 0
        while True:
            while order is not self.order:
                i -= order[:i].count(self._gone)
                order = order[-1]
            if i >= len(order):
                return
            item = order[i]
            i += 1
            if item is not self._gone:
                yield item


# An object with an index signature, Record, and the objects that JSON.parse gives: `d` has the values (read o[k] as
# o.d.get(k), `k in o` as `k in o.d`), `order` the keys as they came.
# late: JSON.stringify knows it by its members
class TsDict:
    def __init__(self, pairs=()):
        self.d = {}
        self.order = []
        for key, value in pairs:
            if key not in self.d:
                self.order.append(key)
            self.d[key] = value

    # o[key] = value
    def set(self, key, value):
        if key not in self.d:
            # In JavaScript that is no key: it would change what the object is.
            if key == "__proto__":
                raise KeyError(key)
            self.order.append(key)
        self.d[key] = value

    def delete(self, key):
        if key in self.d:
            del self.d[key]
            self.order.remove(key)
        return True

    # Object.keys: array indices first, by number (ECMAScript, OrdinaryOwnPropertyKeys), then the rest as they came.
    def keys(self):
        indices = []
        others = []
        for key in self.order:
            if key and key[0] in "0123456789" and len(key) < 11 and key.isdigit() and (key[0] != "0" or key == "0") and int(key) < 4294967295:
                indices.append(int(key))
            else:
                others.append(key)
        if not indices:
            return others
        indices.sort()
        return [str(i) for i in indices] + others


# JSON

# A record made by a literal without an optional key gets that key: o._keys is its own list from then on. `entry` is as
# in ts_json.
def ts_add_key(o, entry):
    if entry not in o._keys:
        o._keys = o._keys + (entry,)


# JSON.stringify(value): value is a string, integer, boolean, None (null), list, tuple, TsDict, or an instance whose
# class (or itself, after ts_add_key) has `_keys`, its keys in order. An entry of `_keys` is the attribute's name, which
# is the JSON name too; or a tuple (attribute, JSON name, skip), skip being True where None means undefined: such
# a key is left out. What is absent from a literal is not in `_keys`.
# needs: ts_quoted
def ts_json(value):
    out = []
    write = out.append
    # What waits behind the open one: the rest of its items or keys, what the keys are of, how it closes.
    todo = []
    rest = iter((value,))
    owner = None
    close = ""
    comma = ""
    while True:
        for v in rest:
            if owner is None:
                if comma:
                    write(comma)
            elif isinstance(owner, dict):
                write(comma + ts_quoted(v) + ":")
                v = owner[v]
            elif isinstance(v, tuple):
                key, name, skip = v
                v = getattr(owner, key, None)
                if skip and v is None:
                    continue
                write(comma + ts_quoted(name) + ":")
            else:
                write('%s"%s":' % (comma, v))
                v = getattr(owner, v)
            comma = ","
            if isinstance(v, str):
                write(ts_quoted(v))
            elif isinstance(v, int):
                write(str(v))
            elif v is None:
                write("null")
            elif v is True:
                write("true")
            elif v is False:
                write("false")
            else:
                todo.append((rest, owner, close))
                comma = ""
                if isinstance(v, (list, tuple)):
                    write("[")
                    rest, owner, close = iter(v), None, "]"
                else:
                    write("{")
                    keys = getattr(v, "_keys", None)
                    rest, owner, close = (iter(v.keys()), v.d, "}") if keys is None else (iter(keys), v, "}")
                break
        else:
            write(close)
            if not todo:
                return "".join(out)
            rest, owner, close = todo.pop()
            comma = ","


# A text as JSON: the VM writes \b and \f as numbers.
# import: from json import dumps as _dumps
def ts_quoted(s):
    if "\b" in s or "\f" in s:
        return '"' + "\\f".join(["\\b".join([_dumps(b)[1:-1] for b in f.split("\b")]) for f in s.split("\f")]) + '"'
    return _dumps(s)


# JSON.stringify(value, null, gap): the compact text with lines and indentation; gap is a number of spaces or a text, at
# most ten. A text between quotes is taken over as it is.
def ts_json_indent(text, gap):
    if not isinstance(gap, str):
        gap = " " * min(gap, 10) if gap > 0 else ""
    gap = gap[:10]
    if not gap:
        return text
    out = []
    line = "\n"
    b = text.encode()
    i = 0
    while i < len(b):
        c = b[i : i + 1]
        j = i + 1
        if c == b'"':
            j = b.find(b'"', j)
            # A quote after an odd number of backslashes does not end the text.
            while (j - len(b[i:j].rstrip(b"\\")) - i) & 1:
                j = b.find(b'"', j + 1)
            j += 1
            out.append(b[i:j].decode())
        elif c == b"," or c == b":":
            out.append("," + line if c == b"," else ": ")
        elif c == b"[" or c == b"{":
            out.append(c.decode())
            if b[j] == b[i] + 2:
                out.append(chr(b[j]))
                j += 1
            else:
                line += gap
                out.append(line)
        elif c == b"]" or c == b"}":
            line = line[: -len(gap)]
            out.append(line + c.decode())
        else:
            out.append(c.decode())
        i = j
    return "".join(out)


# JSON.parse(text): objects become TsDict, arrays lists. As strict as ECMAScript's: another text is a SyntaxError. So is what
# no value of a device can be: a number that is not written as an integer (1.0, 1e3), is -0, or is 2^53 or more, and a lone
# surrogate; a text comes from outside, and must not stop the program that catches what is wrong with it. Nesting is
# bounded by memory, not by the stack.
# needs: SyntaxError, TsDict, ts_text
def ts_json_parse(text):
    b = text.encode() + b"\0"
    i = 0
    stack = []
    value = top = key = None
    # What may come next: 0 a value, 1 a value or ], 2 a key or }, 3 a key, 4 after a value.
    state = 0
    while True:
        c = b[i]
        while c == 32 or c == 10 or c == 13 or c == 9:
            i += 1
            c = b[i]
        i += 1
        if state == 4:
            if top is None:
                if i == len(b):
                    return value
                break
            if isinstance(top, list):
                top.append(value)
                closer = 93
            else:
                if key not in top.d:
                    top.order.append(key)
                top.d[key] = value
                closer = 125
            if c == 44:
                state = 0 if closer == 93 else 3
            elif c == closer:
                value = top
                top, key = stack.pop()
            else:
                break
        elif c == 34:
            start = i
            j = b.find(b'"', i)
            parts = []
            # j is the closing quote unless a backslash stands before it: then the next one may be.
            while j >= 0:
                k = b.find(b"\\", i, j)
                if k < 0:
                    break
                parts.append(b[i:k])
                c = b[k + 1]
                i = k + 2
                at = b'"\\/bfnrt'.find(bytes((c,)))
                if at >= 0:
                    parts.append(b'"\\/\b\f\n\r\t'[at : at + 1])
                else:
                    digits = b[i : i + 4]
                    if c != 117 or len(digits) < 4 or digits.strip(b"0123456789abcdefABCDEF"):
                        j = -1
                        break
                    parts.append(chr(int(digits, 16)).encode())
                    i += 4
                if i > j:
                    j = b.find(b'"', i)
            if j < 0 or (j > start and min(b[start:j]) < 32):
                break
            parts.append(b[i:j])
            try:
                value = ts_text(str(b"".join(parts), "utf-8"))
            except ValueError:
                raise SyntaxError("JSON.parse: a lone surrogate")
            i = j + 1
            if state >= 2:
                while b[i] in b" \n\r\t":
                    i += 1
                if b[i] != 58:
                    break
                i += 1
                key = value
                state = 0
            else:
                state = 4
        elif (state == 2 and c == 125) or (state == 1 and c == 93):
            value = top
            top, key = stack.pop()
            state = 4
        elif state >= 2:
            break
        elif c == 123:
            stack.append((top, key))
            top = TsDict()
            state = 2
        elif c == 91:
            stack.append((top, key))
            top = []
            state = 1
        else:
            state = 4
            if c == 116 and b[i : i + 3] == b"rue":
                value = True
                i += 3
            elif c == 102 and b[i : i + 4] == b"alse":
                value = False
                i += 4
            elif c == 110 and b[i : i + 3] == b"ull":
                value = None
                i += 3
            else:
                j = i - 1
                if c == 45:
                    i += 1
                    c = b[i - 1]
                if c < 48 or c > 57:
                    break
                while c > 48 and 48 <= b[i] <= 57:
                    i += 1
                if 48 <= b[i] <= 57:
                    break
                value = int(b[j:i])
                c = i
                if b[i] == 46:
                    i += 1
                    if not 48 <= b[i] <= 57:
                        break
                    while 48 <= b[i] <= 57:
                        i += 1
                if b[i] == 101 or b[i] == 69:
                    i += 2 if b[i + 1] == 43 or b[i + 1] == 45 else 1
                    if not 48 <= b[i] <= 57:
                        break
                    while 48 <= b[i] <= 57:
                        i += 1
                if i > c or (value == 0 and b[j] == 45) or not -9007199254740992 < value < 9007199254740992:
                    raise SyntaxError("JSON.parse: not an integer below 2^53")
    raise SyntaxError("JSON.parse: unexpected at " + str(i - 1))


# Bytes: a Uint8Array is a bytearray, a subarray a memoryview, what nobody writes may be bytes

# new Uint8Array(items) of numbers: each is taken modulo 256.
def ts_bytes(items):
    return bytearray([x & 255 for x in items])


# b[i] = value of a typed array, where i may be outside: then nothing happens, as in JavaScript.
def ts_put_typed(b, i, value):
    if 0 <= i < len(b):
        b[i] = value


# new Uint8Array(n), new Int16Array(n), where n may be negative
# needs: RangeError
def ts_typed_length(n):
    if n < 0:
        raise RangeError("Invalid typed array length: " + str(n))
    return n


# b.with(i, value): the items of the copy.
# needs: RangeError
def ts_with_typed(b, i, value):
    if not -len(b) <= i < len(b):
        raise RangeError("Invalid typed array index")
    b = list(b)
    b[i] = value
    return b


# b.sort(), b.reverse() of words: other items for the same array.
def ts_refill(b, items):
    i = 0
    for x in items:
        b[i] = x
        i += 1
    return b


# dst.set(src, offset)
# needs: RangeError
def ts_bytes_set(dst, src, offset=0):
    end = offset + len(src)
    if offset < 0 or end > len(dst):
        raise RangeError("offset is out of bounds")
    dst[offset:end] = src


# b.slice(start, end): a copy that may be written.
def ts_slice_bytes(b, start=0, end=None):
    return bytearray(b[start:end])


# The buffer of a Uint8Array: of a whole one itself; that of a part is not known here, and stops.
def ts_buffer(b):
    if not isinstance(b, bytearray):
        raise ValueError("the buffer of a part of another array")
    return b


# new Uint8Array(buffer, start, length), new DataView(buffer, start, length)
# needs: RangeError
def ts_view(b, start=0, length=None):
    if start < 0 or start > len(b):
        raise RangeError("Start offset " + str(start) + " is outside the bounds of the buffer")
    if length is None:
        length = len(b) - start
    if length < 0 or start + length > len(b):
        raise RangeError("Invalid typed array length: " + str(length))
    return memoryview(b)[start : start + length]


# view.getUint16(at, littleEndian) and its kin: code is struct's, with the order of the bytes.
# needs: RangeError
# import: from struct import unpack_from as _unpack_from
def ts_view_get(view, at, code, size):
    if at < 0 or at + size > len(view):
        raise RangeError("Offset is outside the bounds of the DataView")
    return _unpack_from(code, view, at)[0]


# view.setUint16(at, value, littleEndian) and its kin: struct wraps as JavaScript does.
# needs: RangeError
# import: from struct import pack_into as _pack_into
def ts_view_set(view, at, value, code, size):
    if at < 0 or at + size > len(view):
        raise RangeError("Offset is outside the bounds of the DataView")
    _pack_into(code, view, at, value)


# b.lastIndexOf(byte, start)
def ts_last_index_of_byte(b, byte, start=-1):
    end = start + 1 if start >= 0 else start + 1 + len(b)
    return bytes(b).rfind(bytes((byte,)), 0, end) if 0 <= byte < 256 and end > 0 else -1


# b.copyWithin(to, start, end)
def ts_copy_bytes(b, to, start, end=None):
    n = len(b)
    if to < 0:
        to = max(to + n, 0)
    part = bytes(b[start:end])[: max(n - to, 0)]
    b[to : to + len(part)] = part
    return b


# b.reverse()
def ts_reverse_bytes(b):
    b[:] = bytes(reversed(b))
    return b


# b.indexOf(byte, start)
def ts_index_of_byte(b, byte, start=0):
    if not 0 <= byte < 256:
        return -1
    return (b if isinstance(b, bytearray) else bytes(b)).find(bytes((byte,)), start)


# The same for a byte that is known, given as bytes.
def ts_find_byte(b, byte, start=0):
    return (b if isinstance(b, bytearray) else bytes(b)).find(byte, start)


# b.fill(byte, start, end)
def ts_fill_bytes(b, byte, start=0, end=None):
    n = len(range(len(b))[start:end])
    if start < 0:
        start = max(start + len(b), 0)
    if n:
        b[start : start + n] = bytes((byte & 255,)) * n
    return b


# Words: the other typed arrays. One is an array of Python's, a subarray a memoryview of it; where it shares a buffer with
# others it is TsWords.

# new Int16Array(items): each is taken modulo 2^16. Bytes stand for the memory itself.
# import: from array import array as _array
def ts_words(code, items):
    return _array(code, items)


# The same where a program asks for the buffers of words.
# needs: TsWords
# import: from array import array as _array
def ts_shared_words(code, items):
    words = _array(code, items)
    return TsWords(code, bytearray(words), 0, len(words))


# Words that share a buffer with others.
# import: from struct import calcsize as _calcsize
# import: from struct import pack_into as _pack_into
# import: from struct import unpack_from as _unpack_from
class TsWords:
    def __init__(self, code, buffer, start, length):
        self.code = code
        self.buffer = buffer
        self.byteOffset = start
        self.length = length

    def __len__(self):
        return self.length

    def __getitem__(self, i):
        if i < 0:
            i += self.length
        if not 0 <= i < self.length:
            raise IndexError("index " + str(i) + " outside an array of " + str(self.length))
        return _unpack_from("<" + self.code, self.buffer, self.byteOffset + i * _calcsize(self.code))[0]

    def __setitem__(self, i, value):
        if 0 <= i < self.length:
            _pack_into("<" + self.code, self.buffer, self.byteOffset + i * _calcsize(self.code), value)


# new Int16Array(buffer, start, length)
# needs: RangeError, TsWords
# import: from struct import calcsize as _calcsize
def ts_view_words(code, name, buffer, start=0, length=None):
    size = _calcsize(code)
    if start % size:
        raise RangeError("start offset of " + name + " should be a multiple of " + str(size))
    if length is None:
        if len(buffer) % size:
            raise RangeError("byte length of " + name + " should be a multiple of " + str(size))
        if start < 0 or start > len(buffer):
            raise RangeError("Start offset " + str(start) + " is outside the bounds of the buffer")
        length = (len(buffer) - start) // size
    if start < 0 or length < 0 or start + length * size > len(buffer):
        raise RangeError("Invalid typed array length: " + str(length))
    return TsWords(code, buffer, start, length)


# words.subarray(start, end) where some share their buffers
# needs: TsWords
# import: from struct import calcsize as _calcsize
def ts_subwords(b, start=0, end=None):
    if not isinstance(b, TsWords):
        return memoryview(b)[start:end]
    n = len(range(b.length)[start:end])
    start = start or 0
    if start < 0:
        start = max(start + b.length, 0)
    return TsWords(b.code, b.buffer, b.byteOffset + min(start, b.length) * _calcsize(b.code), n)


# words.set(items, offset)
# needs: RangeError
def ts_set_words(b, items, offset=0):
    items = list(items)
    if offset < 0 or offset + len(items) > len(b):
        raise RangeError("offset is out of bounds")
    for x in items:
        b[offset] = x
        offset += 1


# words.copyWithin(to, start, end)
def ts_copy_words(b, to, start, end=None):
    n = len(b)
    if to < 0:
        to = max(to + n, 0)
    for x in [b[i] for i in range(n)[start:end]][: max(n - to, 0)]:
        b[to] = x
        to += 1
    return b


# words.indexOf(x, start)
def ts_index_of_word(b, x, start=0):
    for i in range(len(b))[start:]:
        if b[i] == x:
            return i
    return -1


# new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(b). MicroPython's own decoder lets overlong forms,
# surrogates and what is above U+10FFFF through: characters are counted by the bytes that they need. Without the bytes
# with which those begin, which is most texts, there are none: four searches in C in place of a turn for each character.
# needs: TypeError
def ts_decode(b):
    try:
        s = str(b, "utf-8")
        if len(s) == len(b):
            return s
        b = bytes(b)
        if max(b) < 0xF0 and not (b"\xc0" in b or b"\xc1" in b or b"\xe0" in b or b"\xed" in b):
            return s
        # What is too long for its character, a surrogate, or beyond U+10FFFF: by the byte after the first one.
        wrong = max(b) > 0xF4 or b"\xc0" in b or b"\xc1" in b
        for lead, low, high in ((b"\xe0", 0xA0, 0xC0), (b"\xed", 0x80, 0xA0), (b"\xf0", 0x90, 0xC0), (b"\xf4", 0x80, 0x90)):
            i = b.find(lead)
            while i >= 0 and not wrong:
                wrong = not low <= b[i + 1] < high
                i = b.find(lead, i + 3)
        if not wrong:
            return s
    except UnicodeError:
        pass
    raise TypeError("The encoded data was not valid for encoding utf-8")


# new TextDecoder() that is not fatal: each longest wrong beginning of a character is one U+FFFD (Encoding Standard,
# UTF-8 decoder); a byte order mark at the start goes when `bom` is not kept.
def ts_decode_any(b, keep=False):
    b = bytes(b)
    if not keep and b[:3] == b"\xef\xbb\xbf":
        b = b[3:]
    out = []
    i = start = 0
    n = len(b)
    while i < n:
        c = b[i]
        if c < 0x80:
            i += 1
            continue
        size = 1 if 0xC2 <= c < 0xE0 else 2 if 0xE0 <= c < 0xF0 else 3 if 0xF0 <= c < 0xF5 else 0
        low = 0xA0 if c == 0xE0 else 0x90 if c == 0xF0 else 0x80
        high = 0x9F if c == 0xED else 0x8F if c == 0xF4 else 0xBF
        j = i + 1
        while size and j < n and low <= b[j] <= high:
            low = 0x80
            high = 0xBF
            size -= 1
            j += 1
        if size or j == i + 1:
            out.append(str(b[start:i], "utf-8"))
            out.append("\ufffd")
            start = j
        i = j
    out.append(str(b[start:], "utf-8"))
    return "".join(out)


# new TextDecoder("utf-8", { fatal: true }): a byte order mark at the start goes.
# needs: ts_decode
def ts_decode_marked(b):
    return ts_decode(b[3:] if bytes(b[:3]) == b"\xef\xbb\xbf" else b)
