# What the RP2040 has of its own: a mark and a trail that outlive a restart.
#
# Why this is not TypeScript: the language knows no registers.
from machine import mem32

# For machine.Timer: one in software, the only kind that MicroPython has here.
TIMER = const(-1)

# The watchdog's SCRATCH0 and SCRATCH1: a reset leaves them alone, a power cut does not (RP2040 datasheet, 4.7.6).
_SCRATCH = const(0x4005800C)
TRAIL = const(0x40058010)
_MARK = const(0x2F3A6D10)
_MARKS = const(15)


# For the next start: why this one ends, 1 to 15 (restarts.py has the list).
def leave_mark(mark):
    mem32[_SCRATCH] = _MARK | mark


# What leave_mark() was given, once; 0 none.
def take_mark():
    mark = mem32[_SCRATCH]
    mem32[_SCRATCH] = 0
    return mark & _MARKS if mark & ~_MARKS == _MARK else 0


# Before the gateway starts.
def prepare():
    pass
