# Run on the board by mpremote: writes the settings, and certificates, whole or not at all. ASKED is put before it; where it
# has no value for a setting, the one on the board stays, which no other computer ever sees. From the moment on that the settings
# are called settings.save they hold, with the files that were written before: the gateway's start, and look.py, go on where a
# power cut has ended this.
import binascii
import hashlib
import json
import os

PATH = "/settings.json"
FRESH = "/settings.new"
SAVED = "/settings.save"
# A gateway takes no longer ones.
OCTETS_MAX = 8192
# Of the setup page, too: what nobody has saved there is no part of this.
DRAFTS = ("/settings.draft", "/ca.der.draft", "/client.der.draft", "/client.key.der.draft")


def octets(path):
    try:
        with open(path, "rb") as file:
            return file.read()
    except OSError:
        return None


def sync():
    if hasattr(os, "sync"):
        os.sync()


def whole(path, data):
    with open(path, "wb") as file:
        file.write(data)
    sync()
    if octets(path) != data:
        raise OSError("it reads back otherwise")


def settings_text():
    source = octets("/" + ASKED["source"]) if ASKED["source"] else None
    held = {} if source is None else json.loads(source.decode())
    fields = []
    for key, value in ASKED["fields"]:
        fields.append(json.dumps(key) + ":" + (json.dumps(held[key]) if value is None else value))
    text = "{" + ",".join(fields) + "}\n"
    written = json.loads(text)
    for key, value in ASKED["fields"]:
        if value is None and written[key] != held[key]:
            raise ValueError("a setting that stays would change")
    return text.encode()


def remove(path):
    try:
        os.remove(path)
    except OSError:
        pass


def save():
    data = octets(PATH)
    digest = "" if data is None else binascii.hexlify(hashlib.sha256(data).digest()).decode()
    if digest != ASKED["digest"]:
        return {"state": "changed"}
    files = [("/" + path, binascii.a2b_base64(content)) for path, content in ASKED["files"]]
    text = settings_text()
    if len(text) > OCTETS_MAX:
        return {"state": "long"}
    for path in DRAFTS:
        remove(path)
    try:
        for path, content in files:
            whole(path + ".draft", content)
        whole(FRESH, text)
        os.rename(FRESH, SAVED)
    except OSError as error:
        for path in DRAFTS + (FRESH,):
            remove(path)
        return {"state": "failed", "error": str(error)}
    for path, content in files:
        os.rename(path + ".draft", path)
        if not content:
            os.remove(path)
    os.rename(SAVED, PATH)
    sync()
    for path, content in files + [(PATH, text)]:
        if (octets(path) or b"") != content:
            return {"state": "worn"}
    return {"state": "written"}


print("SETUP", json.dumps(save()))
