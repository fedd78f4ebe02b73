# What comes in by the USB serial port, without ever waiting for it; what goes out there; and the way to the prompt.
#
# Why this is not TypeScript: the language does not know standard input and output.
import sys
from select import POLLIN, POLLOUT, poll
from time import sleep_ms

from restarts import restart

# A mark of restarts.py.
_MAINTENANCE = const(1)

_poller = poll()
_poller.register(sys.stdin, POLLIN)
_room = poll()
_room.register(sys.stdout, POLLOUT)
# A line was cut off.
_is_cut = False


def octet():
    return sys.stdin.buffer.read(1)[0] if _poller.poll(0) else -1


# Where a computer has the port open and does not read, each write waits 500 ms for room (mp_usbd_cdc_tx_strn in
# shared/tinyusb/mp_usbd_cdc.c), and fills what there is. So the first line that has none waits twice, and those after it are
# dropped until somebody reads again.
def say(line):
    global _is_cut
    if not _room.poll(0):
        return
    write = sys.stdout.write
    if _is_cut:
        write("\n")
    write(line)
    _is_cut = not _room.poll(0)
    if not _is_cut:
        write("\n")


def enter_maintenance():
    # The answer shall leave before.
    sleep_ms(100)
    restart(_MAINTENANCE)
