# Keeps what is known of an exception that nobody caught; loaded when there is one.
#
# Why this is not TypeScript: only Python can take an exception apart.
#
# What firmware-ts/drivers/start-record.late.ts reads at the next start. A file's new content is durable when it is closed,
# whole or not at all (littlefs), so a power cut leaves the old or the new.
import io
import json
import sys
import time

import chip
from machine import mem32

_CRASH = const(2)

# As in start-record.late.ts.
_STARTS = "/starts"
_RECORD = "/crash"
_SPENT = const(1)
_SPENT_MAX = const(80)
_WRITES = const(2)

_FRAMES_MAX = const(10)
_TEXT_MAX = const(80)
_HEADER = "Traceback (most recent call last):"
# What these say is MicroPython's own words and the program's names. What others say may hold anything: a text, a number, a key.
_SPOKEN = "AttributeError ImportError IndexError MemoryError NameError RangeError RuntimeError TypeError"


# Returns what of the error may be shown.
def write(error, build):
    chip.leave_mark(_CRASH)
    trace = _trace(error)
    # The ticks begin again after twelve days, the trail's minutes do not.
    uptime_s = max(time.ticks_ms() // 1000, (mem32[chip.TRAIL] >> 3) * 60 if chip.TRAIL else 0)
    try:
        _write_record('{"reason":"exception","build":"%s","uptime_s":%d,"trace":%s}' % (build, uptime_s, json.dumps(trace)))
    except OSError:
        # Of no use to a flash that cannot be written.
        pass
    return trace


# As long as there are writes to spend: a crash must not wear out the flash.
def _write_record(record):
    starts = bytearray(3)
    try:
        with open(_STARTS, "rb") as file:
            file.readinto(starts)
    except OSError:
        pass
    if starts[_SPENT] + _WRITES > _SPENT_MAX:
        return
    starts[_SPENT] += _WRITES
    for path, octets in ((_STARTS, starts), (_RECORD, record.encode())):
        with open(path, "wb") as file:
            file.write(octets)


# As sys.print_exception() has it, the frames nearest to the error; of its text only what holds nobody's words.
def _trace(error):
    printed = io.StringIO()
    sys.print_exception(error, printed)
    lines = printed.getvalue().split("\n")
    # What stands behind the frames is the error's text. One for want of memory may have no frames, and then no such head.
    end = 1
    while lines[0] == _HEADER and lines[end].startswith('  File "'):
        end += 1
    frames = lines[max(1, end - _FRAMES_MAX) : end]
    name = type(error).__name__
    text = error.args[0] if error.args else ""
    if isinstance(error, OSError) and isinstance(text, int):
        name += ": %d" % text
    elif name in _SPOKEN.split():
        name += ": " + str(text)[:_TEXT_MAX]
    if frames:
        frames.insert(0, _HEADER)
    return "\n".join(frames + [name])
