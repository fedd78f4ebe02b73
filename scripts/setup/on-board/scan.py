# Run on the board by mpremote: the networks that its radio hears, as one line. ASKED is put before it: the country, which
# says on which channels it may listen.
import binascii
import json

import network


# A radio that cannot look around is no reason to ask nothing: a name can be typed.
def heard(radio):
    try:
        return radio.scan()
    except OSError:
        return []


def scan():
    # Not every port has it.
    if hasattr(network, "country"):
        network.country(ASKED["country"])
    radio = network.WLAN(network.STA_IF)
    was_active = radio.active()
    radio.active(True)
    found = {}
    # The first look after the radio was switched on may come back empty.
    for _ in range(2):
        for name, _, _, dbm, security, _ in heard(radio):
            if name.strip(b"\0") and (name not in found or found[name][0] < dbm):
                found[name] = (dbm, security != 0)
        if found:
            break
    radio.active(was_active)
    print("SETUP", json.dumps([[binascii.hexlify(name).decode(), dbm, locked] for name, (dbm, locked) in found.items()]))


scan()
