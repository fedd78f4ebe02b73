# What the RP2040 has of its own: a mark that outlives a restart.
#
# Why this is not TypeScript: the language knows no registers.
from machine import mem32

# For machine.Timer: one in software, the only kind that MicroPython has here.
TIMER = const(-1)

# The watchdog's SCRATCH0: a reset leaves it alone, a power cut does not (RP2040 datasheet, 4.7.6).
_SCRATCH = const(0x4005800C)
_MARK = const(0x2F3A6D17)


# For the next start.
def leave_mark():
    mem32[_SCRATCH] = _MARK


# True once after leave_mark().
def take_mark():
    is_marked = mem32[_SCRATCH] == _MARK
    mem32[_SCRATCH] = 0
    return is_marked


# Before the gateway starts.
def prepare():
    pass
