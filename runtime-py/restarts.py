# What one start of the board leaves for the next: why it ends, as a mark, and a trail of what it was busy with, in registers
# that outlive a reset (chip.py).
#
# Why this is not TypeScript: the language knows no registers.
from chip import TRAIL, take_mark
from machine import mem32, reset

# Of the start before this one; 0 none. A mark is 1 maintenance, 2 a crash, 3 something was stuck, 4 somebody's wish; of
# wishes 5 is for the setup mode, and 6 for the gateway, although the switch may still say setup.
mark = take_mark()
# A chip without such a register tells the watchdog's resets from others itself.
trail = 7
if TRAIL:
    trail = mem32[TRAIL]
    mem32[TRAIL] = 0
# It would keep all of chip.py.
del take_mark


# Minutes since the start times 8, plus a task's number. It takes nothing of the heap: it is left a hundred times a second.
def leave(trail):
    if TRAIL:
        mem32[TRAIL] = trail


def restart(mark):
    # Here, for main.py has forgotten it.
    import chip

    chip.leave_mark(mark)
    reset()
