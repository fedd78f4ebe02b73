class Token:
    def __init__(self, kind, text):
        self.kind = kind
        self.text = text


def is_digit(code):
    return 48 <= code <= 57


def is_letter(code):
    return 97 <= code <= 122 or 65 <= code <= 90 or code == 95


def scan(line):
    tokens = []
    end = len(line)
    at = 0
    while at < end:
        code = ord(line[at])
        start = at
        at += 1
        if code == 32:
            continue
        if code == 34:
            while at < end and ord(line[at]) != 34:
                at += 1
            tokens.append(Token("text", line[start + 1 : at]))
            at += 1
        elif is_digit(code):
            while at < end and is_digit(ord(line[at])):
                at += 1
            tokens.append(Token("number", line[start:at]))
        elif is_letter(code):
            while at < end and is_letter(ord(line[at])):
                at += 1
            tokens.append(Token("name", line[start:at]))
        else:
            tokens.append(Token("sign", line[start]))
    return tokens


def vowels(text):
    count = 0
    for char in text:
        if char in "aeiou":
            count += 1
    return count


_LINES = (
    'topic = "home/sms" retries 12',
    "interval: 3000 ms; jitter: 250 ms",
    'greeting = "Grüße aus 日本" volume 7',
    "if level > 80 then alarm on else alarm off",
)


def run():
    parts = []
    for line in _LINES:
        tokens = scan(line)
        summary = ""
        for token in tokens:
            summary += token.kind[0]
        parts.append("%s %d %d %s" % (summary, len(tokens), vowels(line), tokens[-1].text))
    return "|".join(parts)
