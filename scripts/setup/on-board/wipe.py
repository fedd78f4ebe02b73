# Run on the board by mpremote: takes away what makes this gateway somebody's, and overwrites what is free of the flash, where
# the old content still lies. ASKED is put before it. Cut off in the middle, it can be run again.
import json
import os

BLOCK = bytes(4096)
# A file of so many blocks: the largest that is written in one go.
BLOCKS = 8


def remove(path):
    try:
        os.remove("/" + path)
        return True
    except OSError:
        return False


def wanted():
    for entry in list(os.ilistdir("/")):
        name = entry[0]
        if entry[1] != 0x4000 and (name in ASKED["files"] or name.endswith(ASKED["ending"]) or name.startswith("wipe.")):
            yield name


def filled(path, blocks):
    try:
        with open(path, "wb") as file:
            for _ in range(blocks):
                file.write(BLOCK)
        return os.stat(path)[6] == blocks * len(BLOCK)
    except OSError:
        return False


# Smaller files take what is left beside large ones.
def overwrite():
    number, blocks = 0, BLOCKS
    while blocks:
        if not filled("/wipe.%d" % number, blocks):
            blocks //= 2
        number += 1
    for each in range(number):
        remove("wipe.%d" % each)


removed = [name for name in list(wanted()) if remove(name)]
overwrite()
if hasattr(os, "sync"):
    os.sync()
print("SETUP", json.dumps(removed))
