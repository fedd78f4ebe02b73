# Opens a pseudo-terminal, gives it a name, and carries bytes between it and this program's standard input and output.
#
#     python3 pseudo_terminal.py LINK
#
# Prints the device's own name to standard error once it is there. Ends with its input, and takes the name away.
import os
import select
import sys
import tty

# What a board keeps for whoever opens its port: the latest of what it printed (MicroPython, shared/tinyusb).
KEPT_BYTES = 256

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
        self.kept = b""
        self.poll = select.poll()
        self.poll.register(terminal, select.POLLIN)
        # As on a board: what nobody takes is lost once the buffer is full, and the program goes on.
        os.set_blocking(terminal, False)

    def run(self):
        while True:
            state = self.state()
            if state & select.POLLIN:
                self.bring()
            is_open = not state & select.POLLHUP
            if is_open and self.kept:
                self.send(self.kept)
                self.kept = b""
            ready, _, _ = select.select([0, self.terminal] if is_open else [0], [], [], LOOK_EVERY_S)
            if 0 in ready:
                data = os.read(0, 4096)
                if not data:
                    return
                if is_open:
                    self.send(data)
                else:
                    self.kept = (self.kept + data)[-KEPT_BYTES:]

    def state(self):
        events = self.poll.poll(0)
        return events[0][1] if events else 0

    def bring(self):
        try:
            write_all(1, os.read(self.terminal, 4096))
        except OSError:
            # Closed in this moment.
            pass

    def send(self, data):
        try:
            write_all(self.terminal, data)
        except OSError:
            # Full, or closed in this moment.
            pass


def write_all(to, data):
    while data:
        data = data[os.write(to, data) :]


main(sys.argv[1])
