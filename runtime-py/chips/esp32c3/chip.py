# What an ESP32-C3 has of its own: a mark that outlives a restart, and a radio that joins again by itself.
#
# Why this is not TypeScript: the language knows neither the memory of the RTC nor an option of WLAN that no other chip has.
from machine import RTC
from network import STA_IF, WLAN

# For machine.Timer: a hardware timer, of which the chip has two. Those in software (-1) came after MicroPython 1.27.
TIMER = const(0)

_MARK = const(b"sms-gateway")

# None: what outlives a reset here would take some of the heap each time that it is written.
TRAIL = const(0)


# For the next start: why this one ends, 1 to 15 (restarts.py has the list). The memory outlives a reset and the
# watchdog's, not a power cut (MicroPython, ports/esp32/machine_rtc.c).
def leave_mark(mark):
    RTC().memory(_MARK + bytes((mark,)))


# What leave_mark() was given, once; 0 none.
def take_mark():
    memory = RTC().memory()
    RTC().memory(b"")
    return memory[-1] if len(memory) == len(_MARK) + 1 and memory.startswith(_MARK) else 0


# Before the gateway starts. It joins a lost network again itself; as long as the radio does so, too, that says
# "connecting" and never what went wrong (MicroPython, ports/esp32/network_wlan.c).
def prepare():
    WLAN(STA_IF).config(reconnects=0)
