# The first file that runs on the board: loads the gateway and starts it; a crash restarts the board.
#
# Why this is not TypeScript: every module is imported from here, in order of dependency, because an import counts
# as more than two calls of the 28 that the stack holds; and only Python can report any exception.
import gc
import sys
import time

import chip
import machine
import micropython
import restarts

_BUILD = "@build"
# When it was made, in seconds since the beginning of 2000: it is later than that.
_BUILT = const(@built)

# A board that was asked for its prompt stays there for so long.
_MAINTENANCE_MS = const(120000)


def _crashed(error):
    global mode
    # All that the gateway was: where the heap was full, there is room now.
    mode = None
    gc.collect()
    # For whoever has to get in now.
    micropython.kbd_intr(3)
    # A computer needs time to find the board after a restart; with what follows shorter than the watchdog's 8 s.
    if time.ticks_ms() < 5000:
        time.sleep(2)
    # By this the maps are found that turn a traceback into lines of the TypeScript.
    print("gateway build", _BUILD, "for @board")
    try:
        import crash

        print(crash.write(error, _BUILD))
    except MemoryError:
        # Not even for that. What the next start will call a reset by the watchdog was this.
        pass
    time.sleep(4)
    machine.reset()


mode = None
if restarts.mark == 1:
    # For maintenance. No watchdog runs, and Ctrl-C is on. The start after that is wished, too.
    chip.leave_mark(4)
    print('{"maintenance":%d}' % (_MAINTENANCE_MS // 1000))
    machine.Timer(chip.TIMER, period=_MAINTENANCE_MS, mode=machine.Timer.ONE_SHOT, callback=lambda _: machine.reset())
else:
    # Whatever opens the port must not stop the gateway: usb_console is the way in.
    micropython.kbd_intr(-1)
    chip.prepare()
    del sys.modules["chip"]
    del chip
    print("gateway build", _BUILD, "for @board")
    try:
        # After so many bytes the heap is collected; a board of itself waits until it is full. What stays for ever shall lie close
        # together, and not wherever there was room between what was needed for a moment.
        gc.threshold(24576)
        # Late modules are imported without their package's name.
        sys.path.insert(0, "gateway")
        # @modules
        import starting

        mode = starting.start(_BUILD, _BUILT)
        del starting
        while True:
            mode.turn()
    except Exception as error:
        _crashed(error)
