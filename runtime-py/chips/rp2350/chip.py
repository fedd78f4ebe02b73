# What the RP2350 has of its own: a mark that outlives a restart, at another address than the RP2040's.
#
# Why this is not TypeScript: the language knows no registers.
from machine import mem32

# For machine.Timer: one in software, the only kind that MicroPython has here.
TIMER = const(-1)

# The watchdog's SCRATCH0: a reset leaves it alone, a power cut does not (RP2350 datasheet, 12.9).
_SCRATCH = const(0x400D800C)
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
