# Run on the board by mpremote: says what it is and what is on its flash, as one line of JSON. WANTED is put before it:
# the files whose contents matter.
import binascii
import gc
import hashlib
import json
import os
import sys


# A copy that was cut off has left its file open: half of it would be written whenever the collector finds it, after
# everything was compared.
def close_left_open():
    for value in list(globals().values()):
        if hasattr(value, "close") and hasattr(value, "write"):
            try:
                value.close()
            except (OSError, TypeError):
                pass
    gc.collect()


def digest(path):
    hashed = hashlib.sha256()
    chunk = bytearray(512)
    with open(path, "rb") as file:
        while True:
            count = file.readinto(chunk)
            if not count:
                return binascii.hexlify(hashed.digest()).decode()
            hashed.update(memoryview(chunk)[:count])


def text(path, octets):
    try:
        with open(path, "rb") as file:
            # A read takes the heap that it is asked for, and not what there is.
            return file.read(min(os.stat(path)[6], octets)).decode()
    except (OSError, UnicodeError):
        return None


def walk(folder, files, folders):
    for entry in os.ilistdir(folder):
        path = folder + entry[0]
        if entry[1] == 0x4000:
            folders.append(path[1:])
            walk(path + "/", files, folders)
        else:
            files[path[1:]] = (os.stat(path)[6], digest(path) if path[1:] in WANTED else None)


def inspect():
    # Before all else: what is kept of each file comes to lie between what was needed for it, and leaves no piece of the heap that
    # takes the manifest.
    manifest = text("/manifest.json", 16384)
    files, folders = {}, []
    walk("/", files, folders)
    system, flash = os.uname(), os.statvfs("/")
    # As one text it would need 16 KB of the heap in one piece.
    json.dump(
        {
            "release": system[2],
            "machine": system[4],
            "block_bytes": flash[0],
            "blocks": flash[2],
            "free_blocks": flash[3],
            "files": files,
            "folders": folders,
            "manifest": manifest,
            "main": text("/main.py", 400),
            "boot": text("/boot.py", 4096),
        },
        sys.stdout,
    )
    print()


close_left_open()
inspect()
