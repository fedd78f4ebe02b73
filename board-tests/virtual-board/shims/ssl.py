# ssl with the certificates checked by the host; see socket.py for the connection under it.
from _board import net_error_text as _net_error_text
from _board import net_tls as _net_tls
from uctypes import addressof

PROTOCOL_TLS_CLIENT = 0
PROTOCOL_TLS_SERVER = 1
CERT_NONE = 0
CERT_OPTIONAL = 1
CERT_REQUIRED = 2

_CERTIFICATE_REFUSED = -9984

# The host's TLS takes nothing of the board's heap, mbedTLS takes all it needs from there: as much is held instead.
_BLOCK = 16717
_CONNECTED = 28700
_HANDSHAKE = 36000
_PART = 1000


def _parts(total):
    return [bytearray(_PART) for _ in range(total // _PART)]


def _place(data):
    if not data:
        return 0, -1
    return addressof(data), len(data)


class SSLContext:
    def __init__(self, protocol):
        self.verify_mode = CERT_NONE
        self._authorities = None
        self._certificate = None
        self._key = None

    def load_verify_locations(self, cafile=None, cadata=None):
        if cafile:
            with open(cafile, "rb") as f:
                cadata = f.read()
        self._authorities = cadata.encode() if isinstance(cadata, str) else cadata

    def load_cert_chain(self, certfile, keyfile):
        self._certificate = certfile
        self._key = keyfile

    def wrap_socket(self, sock, *, server_side=False, do_handshake_on_connect=True, server_hostname=None):
        if self.verify_mode == CERT_REQUIRED and not server_hostname:
            raise ValueError("CERT_REQUIRED requires server_hostname")
        held = [bytearray(_BLOCK), _parts(_CONNECTED - _BLOCK)]
        handshake = _parts(_HANDSHAKE - _CONNECTED)
        authorities, authorities_length = _place(self._authorities)
        certificate, certificate_length = _place(self._certificate)
        key, key_length = _place(self._key)
        result = _net_tls(sock._number, server_hostname or "", 1 if self.verify_mode == CERT_REQUIRED else 0, authorities, authorities_length, certificate, certificate_length, key, key_length, sock._timeout)
        if result == _CERTIFICATE_REFUSED:
            raise ValueError(_net_error_text(sock._number))
        if result < 0:
            raise OSError(-result)
        handshake.clear()
        sock._held = held
        return sock


def wrap_socket(sock, server_side=False, key=None, cert=None, cert_reqs=CERT_NONE, cadata=None, server_hostname=None, do_handshake=True):
    context = SSLContext(PROTOCOL_TLS_CLIENT)
    context.verify_mode = cert_reqs
    context.load_verify_locations(cadata=cadata)
    context.load_cert_chain(cert, key)
    return context.wrap_socket(sock, server_hostname=server_hostname)
