# Opens a pseudo-terminal, gives it a name, and carries bytes between it and this program's standard input and output.
#
#     python3 pseudo_terminal.py LINK
#
# Prints the device's own name to standard error once it is there. Ends with its input, and takes the name away.
import os
import select
import sys
import time
import tty

# What a board keeps for whoever opens its port: the latest of what it printed; and how long it waits, in seconds, for
# somebody who has it open and does not read (MicroPython, shared/tinyusb and ports/rp2).
KEPT_BYTES = 256
WAITS_S = 0.5

# Nothing tells when somebody opens the terminal: it is looked at so often, in seconds.
LOOK_EVERY_S = 0.01


def main(link):
    ours, theirs = os.openpty()
    tty.setraw(theirs)
    name = os.ttyname(theirs)
    # From now on the terminal counts as hung up until somebody opens it.
    os.close(theirs)
    os.symlink(name, link)
    try:
        print(name, file=sys.stderr, flush=True)
        Carrier(ours).run()
    finally:
        os.unlink(link)


class Carrier:
    def __init__(self, terminal):
        self.terminal = terminal
        # Printed, and not taken yet; and since when nothing of it was taken.
        self.printed = b""
        self.stands_since = time.monotonic()
        self.poll = select.poll()
        self.poll.register(terminal, select.POLLIN)
        os.set_blocking(terminal, False)

    def run(self):
        while True:
            waits_for = [0, self.terminal] if self.is_open() else [0]
            ready, _, _ = select.select(waits_for, [], [], LOOK_EVERY_S)
            if 0 in ready:
                data = os.read(0, 4096)
                if not data:
                    return
                if not self.printed:
                    self.stands_since = time.monotonic()
                self.printed += data
            if self.terminal in ready:
                self.bring()
            if self.printed:
                self.send()

    # Of a terminal that nobody has open it is said that it is hung up.
    def is_open(self):
        return not any(event & select.POLLHUP for _, event in self.poll.poll(0))

    def bring(self):
        try:
            write_all(1, os.read(self.terminal, 4096))
        except OSError:
            # Closed in this moment.
            pass

    def send(self):
        now = time.monotonic()
        if not self.is_open():
            self.printed = self.printed[-KEPT_BYTES:]
            self.stands_since = now
            return
        try:
            self.printed = self.printed[os.write(self.terminal, self.printed) :]
            self.stands_since = now
        except OSError:
            # Full. The program on the board goes on, and what it printed is lost.
            if now - self.stands_since > WAITS_S:
                self.printed = b""


def write_all(to, data):
    while data:
        data = data[os.write(to, data) :]


main(sys.argv[1])
