# What comes in by the USB serial port, without ever waiting for it; and the way to the prompt.
#
# Why this is not TypeScript: the language does not know standard input.
import sys
from select import POLLIN, poll
from time import sleep_ms

from restarts import restart

# A mark of restarts.py.
_MAINTENANCE = const(1)

_poller = poll()
_poller.register(sys.stdin, POLLIN)


def octet():
    return sys.stdin.buffer.read(1)[0] if _poller.poll(0) else -1


def enter_maintenance():
    # The answer shall leave before.
    sleep_ms(100)
    restart(_MAINTENANCE)
