"""Mounts the image of a board's file system as MicroPython does and prints its files, path to content in base64, as JSON.

Usage: read_file_system.py IMAGE [OCTETS], with littlefs-python on PYTHONPATH. With OCTETS it first writes a file of so
many octets, grown.bin, and one in a new folder, and mounts again. The flash is one: what was not erased cannot be
written, and a mount that fails is an error, not a reason to format.
"""

import base64
import json
import sys

from littlefs import LittleFS, UserContext

BLOCK = 4096


class Flash(UserContext):
    def prog(self, cfg, block, off, data):
        start = block * cfg.block_size + off
        before = self.buffer[start : start + len(data)]
        assert all(old & new == new for old, new in zip(before, data)), "written without having been erased"
        return super().prog(cfg, block, off, data)


def mounted(flash: Flash, count: int) -> LittleFS:
    # As MicroPython 1.28: its newest on-disk version, 2.1.
    fs = LittleFS(
        context=flash,
        mount=False,
        block_size=BLOCK,
        block_count=count,
        read_size=32,
        prog_size=256,
        cache_size=1024,
        lookahead_size=32,
        block_cycles=100,
    )
    fs.mount()
    return fs


def main(image: str, octets: int) -> None:
    with open(image, "rb") as source:
        flash = Flash(buffer=bytearray(source.read()))
    count = len(flash.buffer) // BLOCK
    fs = mounted(flash, count)
    before = "%d.%d" % divmod(fs.fs_stat().disk_version, 1 << 16)
    if octets:
        with fs.open("grown.bin", "wb") as file:
            for start in range(0, octets, 500):
                file.write(bytes([start // 500 & 255]) * min(500, octets - start))
        fs.mkdir("new")
        with fs.open("new/file", "wb") as file:
            file.write(b"as the board will")
        fs.unmount()
        fs = mounted(flash, count)
    files = {}
    for folder, _, names in fs.walk("/"):
        for name in names:
            path = folder.rstrip("/") + "/" + name
            with fs.open(path, "rb") as file:
                files[path[1:]] = base64.b64encode(file.read()).decode()
    print(json.dumps({"version": before, "files": files}))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 0)
