# The first file that runs on the board: loads the gateway and starts it; a crash restarts the board.
#
# Why this is not TypeScript: every module is imported from here, in order of dependency, because an import counts
# as more than two calls of the 28 that the stack holds; and only Python can report any exception.
import sys
import time

import chip
import machine
import micropython

# A board that was asked for its prompt stays there for so long.
_MAINTENANCE_MS = const(120000)


def _crashed(error):
    sys.print_exception(error)
    # For whoever has to get in now.
    micropython.kbd_intr(3)
    # Long enough to read the trace and shorter than the watchdog's 8 s, which may be running.
    time.sleep(5)
    machine.reset()


if chip.take_mark():
    # No watchdog runs, and Ctrl-C is on.
    print('{"maintenance":%d}' % (_MAINTENANCE_MS // 1000))
    machine.Timer(chip.TIMER, period=_MAINTENANCE_MS, mode=machine.Timer.ONE_SHOT, callback=lambda _: machine.reset())
else:
    # Whatever opens the port must not stop the gateway: usb_console is the way in.
    micropython.kbd_intr(-1)
    chip.prepare()
    del sys.modules["chip"]
    del chip
    # By this the maps are found that turn a traceback into lines of the TypeScript.
    build = "@build"
    print("gateway build", build, "for @board")
    try:
        # @modules
        import gateway.main

        import starting

        mode = starting.start(build)
        del starting
        while True:
            mode.turn()
    except Exception as error:
        _crashed(error)
