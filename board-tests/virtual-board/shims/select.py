# select over the virtual board's streams; each has a method _poll() that says what it is ready for.
from _board import idle as _idle
from _board import stdin_any as _stdin_any
from _board import stdout_room as _stdout_room
import sys
from time import ticks_add, ticks_diff, ticks_ms

POLLIN = 1
POLLOUT = 4
POLLERR = 8
POLLHUP = 16


def _ready(stream):
    if stream is sys.stdin:
        return 1 if _stdin_any() else 0
    if stream is sys.stdout:
        return 4 if _stdout_room() else 0
    return stream._poll()


class poll:
    def __init__(self):
        self._entries = []

    def _find(self, stream):
        for entry in self._entries:
            if entry[0] is stream:
                return entry
        return None

    def register(self, stream, flags=5):
        entry = self._find(stream)
        if entry:
            entry[1] = flags
        else:
            self._entries.append([stream, flags])

    def modify(self, stream, flags):
        entry = self._find(stream)
        if not entry:
            raise OSError(2)
        entry[1] = flags

    def unregister(self, stream):
        entry = self._find(stream)
        if entry:
            self._entries.remove(entry)

    def _scan(self):
        found = []
        for stream, flags in self._entries:
            ready = _ready(stream) & (flags | 24)
            if ready:
                found.append((stream, ready))
        return found

    def poll(self, timeout=-1):
        timeout = -1 if timeout is None else timeout
        end = ticks_add(ticks_ms(), max(timeout, 0))
        while True:
            found = self._scan()
            if found or timeout == 0:
                return found
            left = -1
            if timeout > 0:
                left = ticks_diff(end, ticks_ms())
                if left <= 0:
                    return found
            _idle(left)

    ipoll = poll


def select(readers, writers, errors, timeout=None):
    watch = poll()
    for stream in readers:
        watch.register(stream, 1)
    for stream in writers:
        watch.register(stream, 4)
    found = watch.poll(-1 if timeout is None else int(timeout * 1000))
    return [s for s, ready in found if ready & 1], [s for s, ready in found if ready & 4], []
