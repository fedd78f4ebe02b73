# The first file that runs on the board: loads the gateway and starts it; a crash restarts the board.
#
# Why this is not TypeScript: every module is imported from here, in order of dependency, because an import counts
# as more than two calls of the 28 that the stack holds; and only Python can report any exception.
import sys
import time

import machine


def _crashed(error):
    sys.print_exception(error)
    # Long enough to read the trace and shorter than the watchdog's 8 s, which may be running.
    time.sleep(5)
    machine.reset()


try:
    # @modules
    import gateway.main

    gateway.main.main()
except Exception as error:
    _crashed(error)
