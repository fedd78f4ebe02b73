"""Second opinions on PDUs. Reads a JSON list of PDUs in hex from stdin and writes, as JSON, what smspdudecoder says of
each: {sender, text, seconds, parts, part}, or null where it raises an error. With the argument `tables` it reads nothing
and writes gsmcodecs' tables: {language: {lock: {code: character}, shift: {code: character}}}."""

import json
import logging
import sys


def tables():
    from gsmcodecs.charmaps import GSMCHARMAPS

    def characters(table):
        return {code: chr(point) for code, point in table["decode"].items()}

    names = {"lock": "locking", "shift": "singleShift"}
    return {
        language: {short: characters(maps[name]) for short, name in names.items() if name in maps}
        for language, maps in GSMCHARMAPS.items()
    }


def opinion(pdu):
    from smspdudecoder.easy import read_incoming_sms

    try:
        message = read_incoming_sms(pdu)
        partial = message["partial"] or {"parts_count": 1, "part_number": 1}
        # What JSON cannot hold is no opinion either.
        message["content"].encode("utf-8")
        return {
            "sender": message["sender"],
            "text": message["content"],
            "seconds": int(message["date"].timestamp()) - 946684800,
            "parts": partial["parts_count"],
            "part": partial["part_number"],
        }
    except Exception:
        return None


logging.disable()
answer = tables() if "tables" in sys.argv else [opinion(pdu) for pdu in json.load(sys.stdin)]
json.dump(answer, sys.stdout)
