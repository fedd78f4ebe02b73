# Run on the board by mpremote: what npm run setup has to know before it asks, as one line. ASKED is put before it: the
# settings that are nobody's secret. Of all others only the form goes out, so that no password ever leaves the board.
# A save that a power cut has interrupted is brought to its end, as the gateway does at its start.
import binascii
import hashlib
import json
import os

OCTETS_MAX = 8192


SAVED = "/settings.save"
FILES = ("/ca.der", "/client.der", "/client.key.der")


def octets(path, most):
    try:
        with open(path, "rb") as file:
            # A read takes the heap that it is asked for, and not what there is.
            return file.read(min(os.stat(path)[6], most))
    except OSError:
        return None


def text(path, most):
    try:
        return octets(path, most).decode()
    except (AttributeError, UnicodeError):
        return None


# As long as the value and of the same kind: what the settings' rules look at, and nothing else.
def stand_in(value):
    if isinstance(value, str):
        count = len(value.encode())
        for sign in "\n\0":
            if sign in value:
                return sign * count
        if all(each in "0123456789" for each in value):
            return "0" * count
        if all(each in "0123456789abcdefABCDEF" for each in value):
            return "a" * count
        return "x" * count
    if isinstance(value, list):
        return [stand_in(each) for each in value]
    if isinstance(value, dict):
        return {key: stand_in(each) for key, each in value.items()}
    return value if value is None or isinstance(value, bool) else 0


def fields(path):
    data = octets(path, OCTETS_MAX + 1)
    if data is None or len(data) > OCTETS_MAX:
        return None
    try:
        found = json.loads(data.decode())
    except (ValueError, UnicodeError):
        return None
    if not isinstance(found, dict):
        return None
    return [[key, value if key in ASKED["plain"] else stand_in(value)] for key, value in found.items()]


def exists(path):
    try:
        os.stat(path)
        return True
    except OSError:
        return False


def finish_save():
    if not exists(SAVED):
        return
    for path in FILES:
        if exists(path + ".draft"):
            os.rename(path + ".draft", path)
        # One that the setup page has taken away.
        if exists(path) and os.stat(path)[6] == 0:
            os.remove(path)
    os.rename(SAVED, "/settings.json")


def look():
    finish_save()
    data = octets("/settings.json", OCTETS_MAX + 1)
    settings, source = fields("/settings.json"), "settings.json"
    # As the gateway does with settings that are damaged.
    if settings is None and data is not None:
        settings, source = fields("/settings.good"), "settings.good"
    system = os.uname()
    answer = {
        "release": system[2],
        "machine": system[4],
        "main": text("/main.py", 400),
        "manifest": text("/manifest.json", 16384),
        "files": [entry[0] for entry in os.ilistdir("/") if entry[1] != 0x4000],
        "digest": "" if data is None else binascii.hexlify(hashlib.sha256(data).digest()).decode(),
        "source": source if settings is not None else None,
        "damaged": data is not None and source != "settings.json",
        "fields": settings,
    }
    print("SETUP", json.dumps(answer))


look()
