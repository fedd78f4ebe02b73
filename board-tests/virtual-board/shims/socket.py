# socket as on lwIP: extmod/modlwip.c.
from _board import net_accept as _net_accept
from _board import net_bind as _net_bind
from _board import net_close as _net_close
from _board import net_connect as _net_connect
from _board import net_listen as _net_listen
from _board import net_open as _net_open
from _board import net_peer_host as _net_peer_host
from _board import net_peer_port as _net_peer_port
from _board import net_poll as _net_poll
from _board import net_recv as _net_recv
from _board import net_recv_from as _net_recv_from
from _board import net_resolve as _net_resolve
from _board import net_reuse as _net_reuse
from _board import net_send as _net_send
from _board import net_send_to as _net_send_to
from uctypes import addressof

AF_INET = 2
AF_INET6 = 10
SOCK_STREAM = 1
SOCK_DGRAM = 2
SOCK_RAW = 3
SOL_SOCKET = 1
SO_REUSEADDR = 4
SO_BROADCAST = 0x20
IPPROTO_TCP = 6
TCP_NODELAY = 1

_EAGAIN = -11


def getaddrinfo(host, port, af=0, type=0, proto=0, flags=0):
    address = _net_resolve(host)
    if not address:
        raise OSError(-2)
    return [(2, 1, 0, "", (address, port))]


def _check(result):
    if result < 0:
        raise OSError(-result)
    return result


def _bytes(data):
    return data.encode() if isinstance(data, str) else data


class socket:
    def __init__(self, af=2, type=1, proto=0, _number=0):
        self._timeout = -1
        self._number = _number or _check(_net_open(1 if type == 2 else 0))

    def setblocking(self, flag):
        self._timeout = -1 if flag else 0

    def settimeout(self, seconds):
        self._timeout = -1 if seconds is None else int(seconds * 1000)

    def setsockopt(self, level, option, value):
        if option == SO_REUSEADDR:
            _net_reuse(self._number, 1 if value else 0)

    def fileno(self):
        return self._number

    def connect(self, address):
        _check(_net_connect(self._number, address[0], address[1], self._timeout))

    def bind(self, address):
        _check(_net_bind(self._number, address[1]))

    def listen(self, backlog=2):
        _check(_net_listen(self._number, max(backlog, 0)))

    # The connection has its listener's time-out.
    def accept(self):
        accepted = socket(_number=_check(_net_accept(self._number, self._timeout)))
        accepted._timeout = self._timeout
        return accepted, (_net_peer_host(self._number), _net_peer_port(self._number))

    def send(self, data):
        data = _bytes(data)
        if len(data) == 0:
            return 0
        return _check(_net_send(self._number, addressof(data), len(data), self._timeout))

    def sendall(self, data):
        data = _bytes(data)
        sent = 0
        while sent < len(data):
            sent += _check(_net_send(self._number, addressof(data) + sent, len(data) - sent, self._timeout))

    def write(self, data, n=None):
        data = _bytes(data)
        n = len(data) if n is None else min(n, len(data))
        sent = 0
        while sent < n:
            result = _net_send(self._number, addressof(data) + sent, n - sent, self._timeout)
            if result == _EAGAIN:
                return sent or None
            sent += _check(result)
        return n

    def recv(self, n):
        buf = bytearray(n)
        got = _check(_net_recv(self._number, addressof(buf), n, self._timeout))
        return bytes(memoryview(buf)[:got])

    def recv_into(self, buf, n=None):
        return _check(_net_recv(self._number, addressof(buf), len(buf) if n is None else n, self._timeout))

    def read(self, n=-1):
        if n is None or n < 0:
            return self._read_all()
        buf = bytearray(n)
        got = 0
        while got < n:
            result = _net_recv(self._number, addressof(buf) + got, n - got, self._timeout)
            if result == _EAGAIN:
                if got == 0:
                    return None
                break
            if _check(result) == 0:
                break
            got += result
        return bytes(buf) if got == n else bytes(memoryview(buf)[:got])

    def _read_all(self):
        data = bytearray()
        while True:
            part = self.read(256)
            if not part:
                return bytes(data)
            data.extend(part)

    def readinto(self, buf, n=None):
        result = _net_recv(self._number, addressof(buf), len(buf) if n is None else n, self._timeout)
        return None if result == _EAGAIN else _check(result)

    def readline(self):
        line = bytearray()
        one = bytearray(1)
        while True:
            result = _net_recv(self._number, addressof(one), 1, self._timeout)
            if result == _EAGAIN:
                return bytes(line) if line else None
            if _check(result) == 0:
                return bytes(line)
            line.extend(one)
            if one[0] == 10:
                return bytes(line)

    def recvfrom(self, n):
        buf = bytearray(n)
        got = _check(_net_recv_from(self._number, addressof(buf), n, self._timeout))
        return bytes(memoryview(buf)[:got]), (_net_peer_host(self._number), _net_peer_port(self._number))

    def sendto(self, data, address):
        data = _bytes(data)
        return _check(_net_send_to(self._number, addressof(data), len(data), address[0], address[1]))

    def makefile(self, mode="rb", buffering=0):
        return self

    def close(self):
        self._held = None
        _net_close(self._number)

    def __enter__(self):
        return self

    def __exit__(self, *exception):
        self.close()

    def _poll(self):
        return _net_poll(self._number)
