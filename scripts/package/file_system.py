"""Makes the image of a board's file system: littlefs 2 as MicroPython's rp2 port makes it, with the files of a folder.

Usage: file_system.py FOLDER IMAGE OCTETS, with littlefs-python on PYTHONPATH. The same files give the same image.
Exit codes: 0 made, 3 the files do not fit, 1 anything else.

The geometry is MicroPython's: blocks of one flash sector (ports/rp2/rp2_flash.c), written in pages of 256 octets
(ports/rp2/modules/_boot.py); the rest are the defaults of extmod/vfs_lfs.c and extmod/vfs_lfsx.c. The on-disk version is
2.0, which every littlefs 2 can mount; MicroPython 1.22 and newer make it 2.1 at their first write.
"""

import os
import sys

from littlefs import LittleFS, LittleFSError

BLOCK_OCTETS = 4096
GEOMETRY = {
    "block_size": BLOCK_OCTETS,
    "read_size": 32,
    "prog_size": 256,
    "cache_size": 1024,
    "lookahead_size": 32,
    "block_cycles": 100,
    "disk_version": 0x00020000,
}


def main(folder: str, image: str, octets: int) -> int:
    fs = LittleFS(mount=False, block_count=octets // BLOCK_OCTETS, **GEOMETRY)
    fs.format()
    fs.mount()
    try:
        copy(fs, folder)
    except LittleFSError as error:
        if error.code != LittleFSError.Error.LFS_ERR_NOSPC:
            raise
        return 3
    fs.unmount()
    with open(image, "wb") as out:
        out.write(fs.context.buffer)
    return 0


def copy(fs: LittleFS, folder: str) -> None:
    for root, folders, files in os.walk(folder):
        folders.sort()
        below = "" if root == folder else os.path.relpath(root, folder).replace(os.sep, "/") + "/"
        if below:
            fs.mkdir(below.rstrip("/"))
        for name in sorted(files):
            with open(os.path.join(root, name), "rb") as source, fs.open(below + name, "wb") as target:
                target.write(source.read())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2], int(sys.argv[3])))
