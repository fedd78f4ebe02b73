# What comes in by the USB serial port, without ever waiting for it; and the mark by which a restart ends at the prompt.
#
# Why this is not TypeScript: the language knows neither standard input nor registers.
import sys
from machine import mem32, reset
from select import POLLIN, poll
from time import sleep_ms

# The watchdog's SCRATCH0: a reset leaves it alone, a power cut does not (RP2040 datasheet, 4.7.6).
_SCRATCH = const(0x4005800C)
_MARK = const(0x2F3A6D17)

_poller = poll()
_poller.register(sys.stdin, POLLIN)


def octet():
    return sys.stdin.buffer.read(1)[0] if _poller.poll(0) else -1


def enter_maintenance():
    mem32[_SCRATCH] = _MARK
    # The answer shall leave before.
    sleep_ms(100)
    reset()


# True once after enter_maintenance().
def is_maintenance():
    is_marked = mem32[_SCRATCH] == _MARK
    mem32[_SCRATCH] = 0
    return is_marked
