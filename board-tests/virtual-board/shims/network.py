# network of the Pico W: the station interface of its CYW43439.
from _board import wlan_active as _wlan_active
from _board import wlan_addresses as _wlan_addresses
from _board import wlan_addresses6 as _wlan_addresses6
from _board import wlan_connect as _wlan_connect
from _board import wlan_disconnect as _wlan_disconnect
from _board import wlan_found_channel as _wlan_found_channel
from _board import wlan_found_rssi as _wlan_found_rssi
from _board import wlan_found_secured as _wlan_found_secured
from _board import wlan_found_ssid as _wlan_found_ssid
from _board import wlan_rssi as _wlan_rssi
from _board import wlan_scan as _wlan_scan
from _board import wlan_set_addresses as _wlan_set_addresses
from _board import wlan_status as _wlan_status

STA_IF = 0
AP_IF = 1
STAT_IDLE = 0
STAT_CONNECTING = 1
STAT_WRONG_PASSWORD = -3
STAT_NO_AP_FOUND = -2
STAT_CONNECT_FAIL = -1
STAT_GOT_IP = 3

_names = {"host": "PicoW", "country": "XX"}


def hostname(name=None):
    if name is None:
        return _names["host"]
    _names["host"] = name


# Of the module: what is no interface's own. lwIP keeps two name servers, and shows the first (extmod/network_lwip.c).
def ipconfig(what=None, **settings):
    if what == "dns":
        return _wlan_addresses().split(",")[3]
    if what is not None:
        raise ValueError("unexpected key")


def country(code=None):
    if code is None:
        return _names["country"]
    _names["country"] = code


class WLAN:
    IF_STA = 0
    IF_AP = 1
    SEC_OPEN = 0
    SEC_WPA_WPA2 = 0x400004
    PM_NONE = 16
    PM_PERFORMANCE = 0xA11142
    PM_POWERSAVE = 17

    def __init__(self, id=0):
        if id != 0:
            raise NotImplementedError("the virtual board has no access point")

    def active(self, on=None):
        if on is None:
            return _wlan_active(-1)
        _wlan_active(1 if on else 0)

    def deinit(self):
        _wlan_active(0)

    def connect(self, ssid=None, key=None, **others):
        if isinstance(ssid, (bytes, bytearray)):
            ssid = ssid.decode()
        if isinstance(key, (bytes, bytearray)):
            key = key.decode()
        _wlan_connect(ssid or "", key or "")

    def disconnect(self):
        _wlan_disconnect()

    def isconnected(self):
        return _wlan_status() == 3

    def status(self, what=None):
        if what == "rssi":
            return _wlan_rssi()
        return _wlan_status()

    def scan(self, **others):
        found = []
        for i in range(_wlan_scan()):
            security = 5 if _wlan_found_secured(i) else 0
            found.append((_wlan_found_ssid(i).encode(), b"\x02\x00\x00\x00\x00" + bytes((i,)), _wlan_found_channel(i), _wlan_found_rssi(i), security, 1))
        return found

    def ifconfig(self, config=None):
        if config is None:
            return tuple(_wlan_addresses().split(","))
        address, mask, gateway, dns = config
        _wlan_set_addresses(",".join((address, mask, gateway, dns)))

    def ipconfig(self, what=None, **settings):
        address, mask, gateway, dns = self.ifconfig()
        if what == "addr4":
            return (address, mask)
        if what == "gw4":
            return gateway
        if what == "addr6":
            return [(each, 48, 0, 0) for each in _wlan_addresses6().split(",")]

    def config(self, what=None, **settings):
        if what == "mac":
            return b"\x28\xcd\xc1\x00\x00\x01"
        if what == "pm":
            return 16
