# What processor-charge.test.ts measures: each function does n times what a figure was taken of. The figures' source does not
# give its programs: these are the plainest readings of its words.
import gc
import time
from binascii import unhexlify


class Counter:
    def __init__(self):
        self.total = 0

    def add(self, n):
        self.total += n


def steps(n):
    for i in range(n):
        yield i


# "one empty loop turn with integer arithmetic"
def loop_turn(n):
    x = 0
    for i in range(n):
        x += i


# "a method call"
def method_call(n):
    counter = Counter()
    for i in range(n):
        counter.add(i)


# "one generator step"
def generator_step(n):
    for i in steps(n):
        pass


_KEYS = ["key%d" % i for i in range(16)]


# "a dict access in a loop"
def dict_access(n):
    counts = {}
    for i in range(n):
        key = _KEYS[i & 15]
        counts[key] = counts.get(key, 0) + 1


_SHORT = unhexlify("07911326040000F0040B911346610089F60000208062917314080CC8F71D14969741F977FD07")
_LONG = unhexlify("@long")


# "one 38-octet SMS-DELIVER decoded by plain code"
def short_message(n):
    for i in range(n):
        decode(_SHORT)


# "a 160-character message decoded naively"
def long_message(n):
    for i in range(n):
        decode(_LONG)


# "importing a module of … source … as .mpy"
def importing(n):
    for i in range(n):
        import imported


def microseconds(run, n):
    run(0)
    gc.collect()
    start = time.ticks_us()
    run(n)
    return time.ticks_diff(time.ticks_us(), start) // n


for run, n in ((loop_turn, 1000), (method_call, 1000), (generator_step, 1000), (dict_access, 1000), (short_message, 1), (long_message, 1), (importing, 1)):
    print("figure", run.__name__, microseconds(run, n))
