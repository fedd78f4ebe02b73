# cryptolib on the host's AES: extmod/modcryptolib.c.
from _board import aes_crypt as _aes_crypt
from uctypes import addressof


# Modes: 1 is ECB, 2 is CBC.
class aes:
    def __init__(self, key, mode, IV=None):
        if len(key) not in (16, 32):
            raise ValueError("key")
        if mode not in (1, 2):
            raise ValueError("mode")
        if mode == 2 and (IV is None or len(IV) != 16):
            raise ValueError("IV")
        self._key = bytes(key)
        self._iv = bytearray(IV) if mode == 2 else None
        self._use = 0
        # The key schedule, which is part of the object there.
        self._held = bytearray(280)

    def encrypt(self, in_buf, out_buf=None):
        return self._crypt(1, in_buf, out_buf)

    def decrypt(self, in_buf, out_buf=None):
        return self._crypt(2, in_buf, out_buf)

    # One object does one of the two.
    def _crypt(self, use, in_buf, out_buf):
        if self._use not in (0, use):
            raise ValueError("can't encrypt & decrypt")
        self._use = use
        if len(in_buf) % 16:
            raise ValueError("blksize % 16")
        if out_buf is None:
            out_buf = bytearray(len(in_buf))
        elif len(out_buf) < len(in_buf):
            raise ValueError("output too small")
        iv = addressof(self._iv) if self._iv else -1
        _aes_crypt(use, addressof(self._key), len(self._key), iv, addressof(in_buf), len(in_buf), addressof(out_buf))
        return out_buf
