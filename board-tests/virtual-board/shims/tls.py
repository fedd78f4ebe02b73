# tls: extmod/modtls_mbedtls.c, with the handshake done by the host; see socket.py for the connection under it.
from _board import net_error_text as _net_error_text
from _board import net_tls as _net_tls
from _board import net_tls_step as _net_tls_step
from uctypes import addressof

PROTOCOL_TLS_CLIENT = 0
PROTOCOL_TLS_SERVER = 1
CERT_NONE = 0
CERT_OPTIONAL = 1
CERT_REQUIRED = 2

_CERTIFICATE_REFUSED = -9984
_EAGAIN = -11
_ENOMEM = 12
_ERR_ECP_ALLOC_FAILED = -19840

# The host's TLS takes nothing of the board's heap, mbedTLS takes all it needs from there: as much is held instead.
_BLOCK = 16717
_CONNECTED = 28700
_HANDSHAKE = 36000
_PART = 1000


# At least as many bytes, in small objects.
def _parts(total):
    return [bytearray(_PART) for _ in range(0, total, _PART)]


def _place(data):
    if not data:
        return 0, -1
    return addressof(data), len(data)


def _asn1(data, kind):
    data = data.encode() if isinstance(data, str) else data
    if data[:1] != b"\x30" and b"-----BEGIN " not in data:
        raise ValueError("invalid " + kind)
    return data


class SSLSocket:
    def __init__(self, context, sock, name):
        try:
            self._held = [bytearray(_BLOCK), _parts(_CONNECTED - _BLOCK)]
        except MemoryError:
            raise OSError(_ENOMEM)
        self._sock = sock
        self._number = sock._number
        self._computed = None
        self._done = False
        self._last_error = 0
        verify = 1 if context.verify_mode == CERT_REQUIRED else 0
        _net_tls(self._number, name, verify, *_place(context._authorities), *_place(context._certificate), *_place(context._key))

    # One step; true once the handshake is over. An error of it is raised once, with the memory given back.
    def _secured(self):
        if self._done:
            return True
        if self._last_error:
            raise OSError(self._last_error)
        if self._computed is None:
            try:
                self._computed = _parts(_HANDSHAKE - _CONNECTED)
            except MemoryError:
                self._end(_ERR_ECP_ALLOC_FAILED)
        result = _net_tls_step(self._number, self._sock._timeout)
        if result == _EAGAIN:
            return False
        self._computed = None
        if result < 0:
            self._end(result)
        self._done = True
        return True

    def _end(self, error):
        text = _net_error_text(self._number)
        self._last_error = error
        self._held = self._computed = self._sock = None
        if error == _CERTIFICATE_REFUSED:
            raise ValueError(text)
        raise OSError(error if error < -255 else -error)

    def read(self, n=-1):
        return self._sock.read(n) if self._secured() else None

    def readinto(self, buf, n=None):
        return self._sock.readinto(buf, n) if self._secured() else None

    def readline(self):
        return self._sock.readline() if self._secured() else None

    def write(self, data, n=None):
        # Nothing to write is no step of the handshake: py/stream.c does not ask for it.
        if not len(data):
            return 0
        return self._sock.write(data, n) if self._secured() else None

    def setblocking(self, flag):
        self._sock.setblocking(flag)

    def close(self):
        self._held = self._computed = None
        if self._sock:
            self._sock.close()
        self._sock = None

    def _poll(self):
        return self._sock._poll() if self._sock else 32


class SSLContext:
    def __init__(self, protocol):
        self.verify_mode = CERT_REQUIRED
        self._authorities = None
        self._certificate = None
        self._key = None

    def load_verify_locations(self, cadata):
        self._authorities = _asn1(cadata, "cert")

    def load_cert_chain(self, cert, key):
        self._key = _asn1(key, "key")
        self._certificate = _asn1(cert, "cert")

    def wrap_socket(self, sock, *, server_side=False, do_handshake_on_connect=True, server_hostname=None):
        if self.verify_mode == CERT_REQUIRED and not server_hostname:
            raise ValueError("CERT_REQUIRED requires server_hostname")
        secured = SSLSocket(self, sock, server_hostname or "")
        while do_handshake_on_connect and not secured._secured():
            pass
        return secured
