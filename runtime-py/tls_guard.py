# A TLS handshake of Mbed TLS, with every exception turned into a number.
#
# Why this is not TypeScript: Mbed TLS says what is wrong with a certificate in the sentences of a ValueError, which the
# language does not catch, and its OSErrors have numbers of its own. Sentences: mbedtls_x509_crt_verify_info; numbers:
# mbedtls/ssl.h and the other headers of Mbed TLS 3.6. MicroPython makes -16 to 16 and so on, see mbedtls_raise_error in
# extmod/modtls_mbedtls.c.
import tls

# Handshake.failure; tls-layer.late.ts has the words. One that says nothing of the rest comes first.
_SENTENCES = const((("trusted CA", 1), ("Common Name", 2), ("expired", 3), ("future", 4)))
_OTHER_FLAW = const(5)
_FILES = const(6)
_NO_TLS = const(7)
_REFUSED = const(8)
_NO_MEMORY = const(9)

# The peer closed or reset the connection, or sent what is no TLS: CONN_EOF, INVALID_RECORD, UNEXPECTED_MESSAGE, BAD_PROTOCOL_VERSION.
_STRANGERS = const((104, -0x7280, -0x7200, -0x7700, -0x6E80))
# ALLOC_FAILED of ECP, X.509, PK, MD and cipher.
_ALLOC_FAILED = const((0x4D80, 0x2880, 0x3F80, 0x5180, 0x6180))
# ENOMEM; MPI_ALLOC_FAILED and ASN1_ALLOC_FAILED, which may also be added to another number.
_ENOMEM = const(12)
_LOW_ALLOC_FAILED = const((0x10, 0x6A))


def _failure_of(error):
    if isinstance(error, MemoryError):
        return _NO_MEMORY
    code = error.errno
    if code in _STRANGERS:
        return _NO_TLS
    low = abs(code) & 0x7F
    if code == _ENOMEM or low in _LOW_ALLOC_FAILED or -code - low in _ALLOC_FAILED:
        return _NO_MEMORY
    return _REFUSED


class Handshake:
    # The server's certificate must be issued by `authority`, for `name`, and valid by the board's clock.
    def __init__(self, sock, name, authority, certificate, key):
        self.failure = 0
        self.stream = None
        try:
            context = tls.SSLContext(tls.PROTOCOL_TLS_CLIENT)
            context.verify_mode = tls.CERT_REQUIRED
            context.load_verify_locations(authority)
            if certificate:
                context.load_cert_chain(certificate, key)
            self.stream = context.wrap_socket(sock, server_hostname=name, do_handshake_on_connect=False)
        except ValueError:
            self.failure = _FILES
        except (OSError, MemoryError) as error:
            self.failure = _failure_of(error)

    # Each step of the handshake is an attempt to write what follows it. How many octets went out: 0 until it is over.
    def write(self, octets):
        try:
            return self.stream.write(octets) or 0
        except ValueError as error:
            flaws = error.args[0]
            self.failure = next((number for sentence, number in _SENTENCES if sentence in flaws), _OTHER_FLAW)
        except (OSError, MemoryError) as error:
            self.failure = _failure_of(error)
        return 0
