# machine of the Pico W, on the virtual board's models.
from _board import i2c_check as _i2c_check
from _board import i2c_open as _i2c_open
from _board import i2c_scan as _i2c_scan
from _board import i2c_write as _i2c_write
from _board import pin_get as _pin_get
from _board import pin_init as _pin_init
from _board import pin_set as _pin_set
from _board import reset as _reset
from _board import reset_cause as _reset_cause
from _board import scratch_get as _scratch_get
from _board import scratch_set as _scratch_set
from _board import set_time as _set_time
from _board import sleep_ms as _sleep_ms
from _board import soft_reset as _soft_reset
from _board import timer_start as _timer_start
from _board import timer_stop as _timer_stop
from _board import uart_any as _uart_any
from _board import uart_baud as _uart_baud
from _board import uart_check as _uart_check
from _board import uart_flush as _uart_flush
from _board import uart_open as _uart_open
from _board import uart_read as _uart_read
from _board import uart_tx_done as _uart_tx_done
from _board import uart_write as _uart_write
from _board import unique_id as _unique_id
from _board import wdt_feed as _wdt_feed
from _board import wdt_start as _wdt_start
from uctypes import addressof

PWRON_RESET = 1
WDT_RESET = 3

_LED = -1


def _pin_number(id):
    if isinstance(id, Pin):
        return id._id
    if id == "LED" or id == "WL_GPIO0":
        return _LED
    if isinstance(id, str):
        if not id.startswith("GP"):
            raise ValueError("unknown named pin \"%s\"" % id)
        id = int(id[2:])
    if not 0 <= id <= 29:
        raise ValueError("invalid pin")
    return id


class Pin:
    IN = 0
    OUT = 1
    OPEN_DRAIN = 2
    ALT = 3
    PULL_UP = 1
    PULL_DOWN = 2
    IRQ_RISING = 8
    IRQ_FALLING = 4

    def __init__(self, id, mode=-1, pull=-1, *, value=None, alt=-1):
        self._id = _pin_number(id)
        self.init(mode, pull, value=value)

    def init(self, mode=-1, pull=-1, *, value=None, alt=-1):
        _pin_init(self._id, mode, 0 if pull is None else pull, -1 if value is None else (1 if value else 0))

    def value(self, v=None):
        if v is None:
            return _pin_get(self._id)
        _pin_set(self._id, 1 if v else 0)

    __call__ = value

    def on(self):
        _pin_set(self._id, 1)

    def off(self):
        _pin_set(self._id, 0)

    high = on
    low = off

    def toggle(self):
        _pin_set(self._id, 1 - _pin_get(self._id))


_UART_TX = (0, 4)
_UART_RX = (1, 5)


class UART:
    def __init__(self, id, baudrate=115200, bits=8, parity=None, stop=1, *, tx=None, rx=None, rxbuf=256, txbuf=256, timeout=0, timeout_char=0, **others):
        if id not in (0, 1):
            raise ValueError("UART(%s) doesn't exist" % id)
        tx = _UART_TX[id] if tx is None else _pin_number(tx)
        rx = _UART_RX[id] if rx is None else _pin_number(rx)
        wrong = _uart_check(id, tx, rx)
        if wrong == 1:
            raise ValueError("bad TX pin")
        if wrong == 2:
            raise ValueError("bad RX pin")
        self._id = id
        rxbuf = min(max(rxbuf, 32), 32766)
        txbuf = min(max(txbuf, 32), 32766)
        # What a board's buffers take of the heap; the bytes themselves are kept by the model.
        self._buffers = (bytearray(rxbuf + 1), bytearray(txbuf + 1))
        _uart_open(id, baudrate, tx, rx, rxbuf, txbuf, timeout, timeout_char)

    def init(self, baudrate=None, **others):
        if baudrate:
            _uart_baud(self._id, baudrate)

    def deinit(self):
        pass

    def any(self):
        return _uart_any(self._id)

    def read(self, n=-1):
        if n is None or n < 0:
            n = _uart_any(self._id)
            if n == 0:
                return None
        buf = bytearray(n)
        got = _uart_read(self._id, addressof(buf), n)
        return None if got < 0 else bytes(memoryview(buf)[:got])

    def readinto(self, buf, n=None):
        n = len(buf) if n is None else min(n, len(buf))
        got = _uart_read(self._id, addressof(buf), n)
        return None if got < 0 else got

    def readline(self):
        line = bytearray()
        one = bytearray(1)
        while _uart_read(self._id, addressof(one), 1) == 1:
            line.extend(one)
            if one[0] == 10:
                break
        return bytes(line) if line else None

    def write(self, data):
        if isinstance(data, str):
            data = data.encode()
        n = len(data)
        return _uart_write(self._id, addressof(data), n) if n else 0

    def flush(self):
        _uart_flush(self._id)

    def txdone(self):
        return _uart_tx_done(self._id)

    def sendbreak(self):
        pass

    def _poll(self):
        return (1 if _uart_any(self._id) else 0) | 4


_I2C_SCL = (5, 7)
_I2C_SDA = (4, 6)


class I2C:
    def __init__(self, id, *, scl=None, sda=None, freq=400000, timeout=50000):
        if id not in (0, 1):
            raise ValueError("I2C(%s) doesn't exist" % id)
        scl = _I2C_SCL[id] if scl is None else _pin_number(scl)
        sda = _I2C_SDA[id] if sda is None else _pin_number(sda)
        wrong = _i2c_check(id, scl, sda)
        if wrong == 1:
            raise ValueError("bad SCL pin")
        if wrong == 2:
            raise ValueError("bad SDA pin")
        self._id = id
        self._freq = freq
        _i2c_open(id, scl, sda, timeout)

    def scan(self):
        found = []
        address = 8
        while True:
            address = _i2c_scan(self._id, address)
            if address < 0:
                return found
            found.append(address)
            address += 1

    def writeto(self, addr, buf, stop=True):
        n = _i2c_write(self._id, addr, addressof(buf) if len(buf) else 0, len(buf), self._freq)
        if n < 0:
            raise OSError(-n)
        return n

    def writevto(self, addr, vector, stop=True):
        return self.writeto(addr, b"".join(bytes(part) for part in vector), stop)

    def writeto_mem(self, addr, memaddr, buf, *, addrsize=8):
        self.writeto(addr, memaddr.to_bytes(addrsize // 8, "big") + bytes(buf))


class WDT:
    def __init__(self, id=0, timeout=5000):
        if id != 0:
            raise ValueError("WDT(%s) doesn't exist" % id)
        if not _wdt_start(timeout):
            raise ValueError("timeout exceeds 8388" if timeout > 0 else "WDT timeout too small")

    def feed(self):
        _wdt_feed()


_timers = {}


def _call_timer(number):
    entry = _timers.get(number)
    if entry:
        timer, callback = entry
        callback(timer)


class Timer:
    ONE_SHOT = 0
    PERIODIC = 1

    def __init__(self, id=-1, **options):
        self._number = 0
        if options:
            self.init(**options)

    def init(self, *, mode=1, freq=-1, period=-1, callback=None, hard=False):
        self.deinit()
        if freq > 0:
            period = int(1000 / freq)
        self._number = _timer_start(period, mode)
        _timers[self._number] = (self, callback)

    def deinit(self):
        if self._number:
            _timer_stop(self._number)
            _timers.pop(self._number, None)
            self._number = 0


class RTC:
    def datetime(self, when=None):
        import time

        if when is None:
            now = time.gmtime()
            return (now[0], now[1], now[2], now[6], now[3], now[4], now[5], 0)
        _set_time(time.mktime((when[0], when[1], when[2], when[4], when[5], when[6], 0, 0)))


_SCRATCH = 0x4005800C


class _Mem32:
    def __getitem__(self, address):
        index = (address - _SCRATCH) // 4
        if not 0 <= index < 8:
            return 0
        return _scratch_get(index, 1) << 16 | _scratch_get(index, 0)

    def __setitem__(self, address, value):
        index = (address - _SCRATCH) // 4
        if 0 <= index < 8:
            _scratch_set(index, value >> 16 & 0xFFFF, value & 0xFFFF)


mem32 = _Mem32()


def reset():
    # A KeyboardInterrupt that ended a sleep is raised at the next jump here, and within the sleep on a board.
    for _ in "x":
        pass
    _reset()


def soft_reset():
    _soft_reset()


def reset_cause():
    return _reset_cause()


def unique_id():
    text = _unique_id()
    return bytes(int(text[i : i + 2], 16) for i in range(0, len(text), 2))


def freq(hz=None):
    if hz is None:
        return 125000000


def idle():
    _sleep_ms(1)


def lightsleep(ms=0):
    _sleep_ms(ms)
