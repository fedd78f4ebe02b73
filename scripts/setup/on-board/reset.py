# Run on the board by mpremote: begins the gateway's own factory reset, which goes on at the next start and after a power cut. A
# gateway that has none of its own is reset from here: what makes it somebody's is taken away, and what is free of the flash,
# where the old content still lies, is overwritten. ASKED is put before it.
import binascii
import json
import os

# drivers/factory-reset.late.ts: an octet, 1 where the SIM's messages go, too, and its CRC-32, the highest octet first.
WANTED = "/reset.wanted"

BLOCK = bytes(4096)
# A file of so many blocks: the largest that is written in one go.
BLOCKS = 8


def sync():
    if hasattr(os, "sync"):
        os.sync()


def begin():
    octet = b"\1" if ASKED["sim"] else b"\0"
    with open(WANTED + ".new", "wb") as file:
        file.write(octet + binascii.crc32(octet).to_bytes(4, "big"))
    os.rename(WANTED + ".new", WANTED)
    sync()


def remove(path):
    try:
        os.remove("/" + path)
        return True
    except OSError:
        return False


def wanted():
    for entry in list(os.ilistdir("/")):
        name = entry[0]
        if entry[1] != 0x4000 and (name in ASKED["files"] or name.endswith(".draft") or name.startswith("wipe.")):
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


def reset():
    if ASKED["gateway"]:
        begin()
        return None
    removed = [name for name in list(wanted()) if remove(name)]
    overwrite()
    sync()
    return removed


print("SETUP", json.dumps(reset()))
