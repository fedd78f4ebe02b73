# Opens a pseudo-terminal, gives it a name, and carries bytes between it and this program's standard input and output.
#
#     python3 pseudo_terminal.py LINK
#
# Prints the device's own name to standard error once it is there. Ends with its input, and takes the name away.
import os
import select
import sys
import tty


def main(link):
    # Both ends stay open here: the terminal is there whether anybody has it open or not.
    ours, theirs = os.openpty()
    tty.setraw(theirs)
    os.symlink(os.ttyname(theirs), link)
    try:
        print(os.ttyname(theirs), file=sys.stderr, flush=True)
        carry(ours)
    finally:
        os.unlink(link)


def carry(ours):
    # As on a board: what nobody reads is lost once the buffer is full, and the program goes on.
    os.set_blocking(ours, False)
    while True:
        ready, _, _ = select.select([ours, 0], [], [])
        if ours in ready:
            write_all(1, os.read(ours, 4096))
        if 0 in ready:
            data = os.read(0, 4096)
            if not data:
                return
            try:
                write_all(ours, data)
            except BlockingIOError:
                pass


def write_all(to, data):
    while data:
        data = data[os.write(to, data) :]


main(sys.argv[1])
