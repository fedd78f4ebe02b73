from app._ts import ts_len, ts_codes


class Record:
    def __init__(self, kind):
        self.kind = kind


class Record_2:
    def __init__(self, kind, code):
        self.kind = kind
        self.code = code


class Record_3:
    def __init__(self, kind, text):
        self.kind = kind
        self.text = text


class Record_4:
    def __init__(self, kind, bars):
        self.kind = kind
        self.bars = bars


def parseNumber(text):
    if len(text) == 0 or ts_len(text) > 5:
        return None
    value = 0
    for _t in ts_codes(text):
        digit = _t - 48
        if digit < 0 or digit > 9:
            return None
        value = (value * 10 + digit) & 0x1ffff
    return value


def barsOf(level):
    if level >= 99:
        return 0
    return min(level // 6, 5)


def parse(line):
    if line == "OK" or line == "SEND OK":
        return Record("done")
    elif line == "ERROR":
        return Record_2("failed", -1)
    colon = line.find(": ")
    if colon < 0:
        return Record_3("other", line)
    name = line[:colon]
    parts = line[colon + 2:].split(",")
    first = parts[0]
    rest = parts[1:]
    value = parseNumber(first)
    if name == "+CSQ" and value is not None:
        return Record_4("signal", barsOf(value))
    if name == "+CMS ERROR":
        return Record_2("failed", 500 if value is None else value)
    return Record_3("other", "%s and %s more" % (name, len(rest)))


def describe(answer):
    _t = answer.kind
    if _t == "done":
        return "done"
    elif _t == "failed":
        return "failed with %s" % answer.code
    elif _t == "signal":
        return "▂▄▆█▇"[:answer.bars]
    elif _t == "other":
        return answer.text[:9] + "…" if len(answer.text) > 9 else answer.text


for line in ("OK", "SEND OK", "ERROR", "+CSQ: 17,0", "+CSQ: x", "+CMS ERROR: 38", "RING", "+CPMS: 3,30,4"):
    print(describe(parse(line)))
