# Run on the board by mpremote before files are copied. PLAN is put before it. From here to the end of the copy the board
# has no main.py, so that files of two builds never run together; the manifest says that they are not whole.
import os


def exists(path):
    try:
        os.stat(path)
        return True
    except OSError:
        return False


def backup(path):
    name, number = path + ".bak", 1
    while exists(name):
        number += 1
        name = "%s.bak%d" % (path, number)
    os.rename(path, name)
    print("renamed", path, name)


def prepare():
    with open("/manifest.new", "w") as file:
        file.write(PLAN["manifest"])
    os.rename("/manifest.new", "/manifest.json")
    for path in PLAN["rename"]:
        backup(path)
    if exists("main.py"):
        os.remove("main.py")
    for path in PLAN["remove"]:
        if exists(path):
            os.remove(path)
    for folder in PLAN["empty_folders"]:
        try:
            os.rmdir(folder)
        except OSError:
            pass
    for folder in PLAN["folders"]:
        if not exists(folder):
            os.mkdir(folder)


prepare()
