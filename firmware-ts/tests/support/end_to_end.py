"""End-to-end encryption and signing, written from docs/end-to-end.md alone, with PyCryptodome: what the gateway's own is
held against. Reads JSON from stdin and writes JSON; what it does is its argument.

vectors   {"key", "ids": [parts in hex], "sealed": [{"topic", "id", "iv", "payload"}], "signed": [{"topic", "command"}]}
          gives the same with what comes of each
open      {"key", "messages": [{"topic", "payload"}]} gives the opened objects, null for what is not genuine
sign      {"key", "commands": [{"topic", "command"}]} gives the payloads to publish
"""

import base64
import hashlib
import hmac
import json
import sys

from Crypto.Cipher import AES
from Crypto.Hash import SHA256
from Crypto.Protocol.KDF import HKDF
from Crypto.Util.Padding import pad, unpad

OPEN_KEYS = ("id", "received", "event_type")


def key_of(key, label):
    return HKDF(bytes.fromhex(key), 32, b"", SHA256, 1, context=label)


def mac(key, data):
    return hmac.new(key, data, hashlib.sha256).digest()


def base64url(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def unbase64url(text):
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def compact(value):
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def message_id(key, parts):
    data = b"".join(bytes([len(part) & 0xFF]) + part for part in parts)
    return mac(key_of(key, b"id"), data).hex()[:12]


def tag_of(key, topic, name, frame):
    head = frame[:1] + topic.encode() + b"\0" + (name or "").encode() + b"\0"
    return mac(key_of(key, b"mac"), head + frame[1:])


def seal(key, topic, iv, payload):
    fields = json.loads(payload)
    opened = {name: fields[name] for name in OPEN_KEYS if name in fields}
    secret = {name: value for name, value in fields.items() if name not in OPEN_KEYS}
    cipher = AES.new(key_of(key, b"enc"), AES.MODE_CBC, iv=iv)
    frame = b"\x01" + iv + cipher.encrypt(pad(compact(secret).encode(), 16))
    frame += tag_of(key, topic, opened["id"], frame)
    return compact({**opened, "encrypted": base64url(frame)})


def open_sealed(key, topic, payload):
    fields = json.loads(payload)
    frame = unbase64url(fields.pop("encrypted"))
    body, tag = frame[:-32], frame[-32:]
    if frame[:1] != b"\x01" or not hmac.compare_digest(tag, tag_of(key, topic, fields["id"], body)):
        return None
    cipher = AES.new(key_of(key, b"enc"), AES.MODE_CBC, iv=body[1:17])
    return {**fields, **json.loads(unpad(cipher.decrypt(body[17:]), 16))}


def sign(key, topic, command):
    octets = command.encode()
    signature = mac(key_of(key, b"mac"), topic.encode() + b"\0" + octets)
    return compact({"signed": base64url(octets), "sig": signature.hex()})


def vectors(job):
    key = job["key"]
    labels = ("enc", "mac", "id")
    return {
        "key": key,
        "keys": {label: key_of(key, label.encode()).hex() for label in labels},
        "ids": [{"parts": parts, "id": message_id(key, [bytes.fromhex(part) for part in parts])} for parts in job["ids"]],
        "sealed": [
            {**each, "sealed": seal(key, each["topic"], bytes.fromhex(each["iv"]), each["payload"])} for each in job["sealed"]
        ],
        "signed": [{**each, "payload": sign(key, each["topic"], each["command"])} for each in job["signed"]],
    }


def main():
    job = json.load(sys.stdin)
    what = sys.argv[1]
    if what == "vectors":
        result = vectors(job)
    elif what == "open":
        result = [open_sealed(job["key"], each["topic"], each["payload"]) for each in job["messages"]]
    else:
        result = [sign(job["key"], each["topic"], each["command"]) for each in job["commands"]]
    json.dump(result, sys.stdout)


main()
