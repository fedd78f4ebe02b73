# Run on the board by mpremote: writes the settings, and certificates, whole or not at all. ASKED is put before it; where it
# has no value for a setting, the one on the board stays, which no other computer ever sees.
import binascii
import hashlib
import json
import os

PATH = "/settings.json"


def octets(path):
    try:
        with open(path, "rb") as file:
            return file.read()
    except OSError:
        return None


def fresh(path):
    return path[: path.rfind(".")] + ".new"


def sync():
    if hasattr(os, "sync"):
        os.sync()


def whole(path, data):
    with open(fresh(path), "wb") as file:
        file.write(data)
    sync()
    if octets(fresh(path)) != data:
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
    news = [("/" + path, binascii.a2b_base64(content)) for path, content in ASKED["files"]]
    news.append((PATH, settings_text()))
    try:
        for path, content in news:
            whole(path, content)
        # The settings come last: what they speak of is there before.
        for path, _ in news:
            os.rename(fresh(path), path)
        sync()
        for path, content in news:
            if octets(path) != content:
                raise OSError("it reads back otherwise")
    except OSError as error:
        for path, _ in news:
            remove(fresh(path))
        return {"state": "failed", "error": str(error)}
    return {"state": "written"}


print("SETUP", json.dumps(save()))
