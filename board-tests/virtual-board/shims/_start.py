# Runs once before boot.py: puts the board's modules in place of the VM's own, and hides everything of the virtual board.
import sys

sys.path.insert(0, "/shims")
import _board
import time
import os

for _name in ("ticks_us", "sleep", "sleep_ms", "sleep_us", "time"):
    setattr(time, _name, getattr(_board, _name))
time.ticks_cpu = time.ticks_us

import cryptolib
import machine
import network
import select
import socket
import tls
import ssl
import rp2

# The VM has a binascii in Python before its own one in C, which is a board's.
import ubinascii

for _name, _module in (("binascii", ubinascii), ("utime", time), ("uos", os), ("umachine", machine), ("usocket", socket), ("uselect", select), ("ussl", ssl)):
    sys.modules[_name] = _module


def _urandom(n):
    return bytes(_board.random_byte() for _ in range(n))


def _statvfs(path):
    free = _board.flash_free_blocks()
    return (4096, 4096, _board.flash_blocks(), free, free, 0, 0, 0, 0, 255)


# As littlefs has it, with the size of each file.
def _ilistdir(path=".", _plain=os.ilistdir, _stat=os.stat):
    for name, kind, inode in _plain(path):
        yield name, kind, inode, _stat(path + "/" + name)[6]


_RELEASE = _board.micropython_release()
_MACHINE = _board.micropython_machine()


def _uname():
    return ("rp2", "rp2", _RELEASE, "v%s on 2026-04-06 (GNU 14.2.0 MinSizeRel)" % _RELEASE, _MACHINE)


os.urandom = _urandom
os.statvfs = _statvfs
os.uname = _uname
os.ilistdir = _ilistdir
os.sync = lambda: None

import vfs

vfs.umount("/")
vfs.mount(vfs.VfsPosix("/flash"), "/")
sys.path[:] = ["", ".frozen", "/lib"]
# The VM for browsers collects after each 16 KB; a board when its heap is full.
import gc

gc.threshold(-1)
_call_timer = machine._call_timer
for _name in ("_start", "_board", "vfs", "gc"):
    sys.modules.pop(_name, None)
