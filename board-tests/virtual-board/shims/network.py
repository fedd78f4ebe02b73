# network of the Pico W: the station and the access point of its CYW43439 (extmod/network_cyw43.c).
from _board import ap_active as _ap_active
from _board import ap_channel as _ap_channel
from _board import ap_cycle as _ap_cycle
from _board import ap_deinit as _ap_deinit
from _board import ap_security as _ap_security
from _board import ap_set as _ap_set
from _board import ap_ssid as _ap_ssid
from _board import ap_stations as _ap_stations
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


def _text(value):
    return value.decode() if isinstance(value, (bytes, bytearray)) else value


class WLAN:
    IF_STA = 0
    IF_AP = 1
    SEC_OPEN = 0
    SEC_WPA_WPA2 = 0x400006
    SEC_WPA3 = 0x1000004
    SEC_WPA2_WPA3 = 0x1400004
    PM_NONE = 16
    PM_PERFORMANCE = 0xA11142
    PM_POWERSAVE = 17

    def __init__(self, id=0):
        self._ap = id != 0

    def active(self, on=None):
        if on is None:
            return _ap_active(-1) if self._ap else _wlan_active(-1)
        (_ap_active if self._ap else _wlan_active)(1 if on else 0)

    def deinit(self):
        _wlan_active(0)
        _ap_deinit()

    def connect(self, ssid=None, key=None, **others):
        _wlan_connect(_text(ssid) or "", _text(key) or "")

    def disconnect(self):
        _wlan_disconnect()

    def isconnected(self):
        return len(self.status("stations")) > 0 if self._ap else _wlan_status() == 3

    def status(self, what=None):
        if what is None:
            return (3 if _ap_active(-1) else 0) if self._ap else _wlan_status()
        if what == "stations":
            if not self._ap:
                raise ValueError("AP required")
            found = _ap_stations()
            return [(bytes.fromhex(each),) for each in found.split(",")] if found else []
        if what == "rssi":
            if self._ap:
                raise ValueError("STA required")
            return _wlan_rssi()
        raise ValueError("unknown status param")

    def scan(self, **others):
        found = []
        for i in range(_wlan_scan()):
            security = 5 if _wlan_found_secured(i) else 0
            found.append((_wlan_found_ssid(i).encode(), b"\x02\x00\x00\x00\x00" + bytes((i,)), _wlan_found_channel(i), _wlan_found_rssi(i), security, 1))
        return found

    # The name server is lwIP's, of no interface.
    def ifconfig(self, config=None):
        address = _wlan_addresses().split(",")
        if self._ap:
            own = "192.168.4.1" if _ap_active(-1) else "0.0.0.0"
            address = (own, "255.255.255.0", own, address[3])
        if config is None:
            return tuple(address)
        # The DHCP server would go on as before.
        if self._ap:
            raise NotImplementedError("the virtual board's access point has the address 192.168.4.1")
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
        if not settings:
            return self._get(what)
        cycles = False
        for name, value in settings.items():
            if name in ("ssid", "essid", "key", "password"):
                _ap_set("key" if name in ("key", "password") else "ssid", _text(value), 0)
                cycles = True
            elif name in ("security", "channel"):
                _ap_set(name, "", value)
                cycles = True
            elif name == "hostname":
                hostname(value)
            elif name not in ("pm", "txpower", "antenna", "trace", "monitor"):
                raise ValueError("unknown config param")
        if cycles and self._ap:
            _ap_cycle()

    def _get(self, what):
        if what == "mac":
            return b"\x28\xcd\xc1\x00\x00\x01"
        if what == "pm":
            return 16
        if what in ("ssid", "essid"):
            return _ap_ssid()
        if what == "security":
            return _ap_security()
        if what == "channel":
            return _ap_channel()
        if what == "hostname":
            return hostname()
        raise ValueError("unknown config param")
