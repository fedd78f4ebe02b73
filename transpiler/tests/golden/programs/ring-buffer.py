from app._ts import ts_abandon, ts_close, ts_log


def hex(octets):
    parts = []
    _t = iter(octets)
    try:
        for octet in _t:
            _t2 = "%x" % octet
            parts.append("0" * (2 - len(_t2)) + _t2)
    except Exception:
        ts_abandon(_t)
        raise
    finally:
        ts_close(_t)
    return " ".join(parts)


class RingBuffer:
    def __init__(self):
        self.octets = bytearray(8)
        self.start = 0
        self.count = 0

    def _get_isFull(self):
        return self.count == len(self.octets)

    def put(self, octet):
        if self.count >= 8:
            return False
        self.octets[(self.start + self.count) & 7] = octet
        self.count += 1
        return True

    def take(self):
        if self.count == 0:
            return None
        octet = self.octets[self.start]
        self.start = (self.start + 1) & 7
        self.count -= 1
        return octet

    def __iter__(self):
        i = 0
        while i < self.count:
            yield self.octets[(self.start + i) & 7]
            i += 1


ring = RingBuffer()
for i in range(10):
    if not ring.put((i * 37) & 0xff):
        print("full at %s" % i)
ts_log(hex(ring), "true" if ring._get_isFull() else "false")
_t = ring.take()
_t3 = -1 if _t is None else _t
_t2 = ring.take()
print(_t3, -1 if _t2 is None else _t2)
ring.put(0xff)
ts_log(hex(ring), "true" if ring._get_isFull() else "false")
