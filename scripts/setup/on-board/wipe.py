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


def overwrite():
    number = 0
    try:
        while True:
            with open("/wipe.%d" % number, "wb") as file:
                for _ in range(BLOCKS):
                    file.write(BLOCK)
            number += 1
    except OSError:
        # Full.
        pass
    for each in range(number + 1):
        remove("wipe.%d" % each)


removed = [name for name in list(wanted()) if remove(name)]
overwrite()
if hasattr(os, "sync"):
    os.sync()
print("SETUP", json.dumps(removed))
