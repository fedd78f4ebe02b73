from json import dumps


class Part:
    def __init__(self, number, octets):
        self.number = number
        self.octets = octets

    def json(self):
        return '{"number":%d,"octets":[%s]}' % (self.number, ",".join([str(octet) for octet in self.octets]))


class Message:
    def __init__(self, id, sender, text, time, klass, parts, complete):
        self.id = id
        self.sender = sender
        self.text = text
        self.time = time
        self.klass = klass
        self.parts = parts
        self.complete = complete

    def json(self):
        return '{"id":%s,"from":%s,"text":%s,"time":%s,%s"parts":[%s],"complete":%s}' % (
            dumps(self.id),
            dumps(self.sender),
            dumps(self.text),
            "null" if self.time is None else dumps(self.time),
            "" if self.klass is None else '"class":%d,' % self.klass,
            ",".join([part.json() for part in self.parts]),
            "true" if self.complete else "false",
        )


def part(number, first):
    return Part(number, [first + i * 3 & 0xFF for i in range(6)])


def message(index, text):
    return Message(
        "msg-" + str(index),
        "+49170" + str(1000000 + index),
        text,
        "2024-05-06T07:08:09+02:00" if index % 2 == 0 else None,
        None if index > 2 else index,
        [part(1, index), part(2, index + 100)],
        index != 1,
    )


def run():
    texts = ("Hello", 'with "quotes" and \\', "two\nlines", "Grüße 🎉")
    return "\n".join([message(i, texts[i]).json() for i in range(len(texts))])
