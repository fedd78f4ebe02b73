# ssl: what MicroPython's frozen ssl.py makes of tls. Certificates are not checked unless a program asks for it.
import tls
from tls import CERT_NONE, CERT_OPTIONAL, CERT_REQUIRED, PROTOCOL_TLS_CLIENT, PROTOCOL_TLS_SERVER


class SSLContext(tls.SSLContext):
    def __init__(self, protocol):
        super().__init__(protocol)
        self.verify_mode = CERT_NONE

    def load_verify_locations(self, cafile=None, cadata=None):
        if cafile:
            with open(cafile, "rb") as f:
                cadata = f.read()
        super().load_verify_locations(cadata)

    def load_cert_chain(self, certfile, keyfile):
        super().load_cert_chain(_content(certfile), _content(keyfile))


def _content(data):
    if isinstance(data, str):
        with open(data, "rb") as f:
            return f.read()
    return data


def wrap_socket(sock, server_side=False, key=None, cert=None, cert_reqs=CERT_NONE, cadata=None, server_hostname=None, do_handshake=True):
    context = SSLContext(PROTOCOL_TLS_CLIENT)
    context.verify_mode = cert_reqs
    if cadata:
        context.load_verify_locations(cadata=cadata)
    if cert:
        context.load_cert_chain(cert, key)
    return context.wrap_socket(sock, server_hostname=server_hostname, do_handshake_on_connect=do_handshake)
