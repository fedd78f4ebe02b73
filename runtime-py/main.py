# The first file that runs on the board: loads the gateway and starts it; a crash restarts the board.
#
# Why this is not TypeScript: every module is imported from here, in order of dependency, because an import counts
# as more than two calls of the 28 that the stack holds; and only Python can report any exception.
import sys
import time

import machine
import micropython
import usb_console

# A board that was asked for its prompt stays there for so long.
_MAINTENANCE_MS = const(120000)


def _crashed(error):
    sys.print_exception(error)
    # For whoever has to get in now.
    micropython.kbd_intr(3)
    # Long enough to read the trace and shorter than the watchdog's 8 s, which may be running.
    time.sleep(5)
    machine.reset()


# Modules of the start alone. They hold 6 KB of the heap, which the running gateway gets back.
_STARTING = (
    "gateway.main",
    "gateway.domain.settings.settings",
    "gateway.domain.settings.schema",
    "gateway.drivers.settings_store",
)

# Helpers that only the reading of the settings needs.
_READING = ("ts_json_parse", "ts_lookup", "_inherited")


# Empties a module as well: a function of it that lives on keeps all its names.
def _forget(name):
    module = sys.modules.pop(name)
    package, _, short = name.rpartition(".")
    delattr(sys.modules[package], short)
    for each in dir(module):
        if not each.startswith("__"):
            delattr(module, each)


if usb_console.is_maintenance():
    # No watchdog runs, and Ctrl-C is on.
    print('{"maintenance":%d}' % (_MAINTENANCE_MS // 1000))
    machine.Timer(period=_MAINTENANCE_MS, mode=machine.Timer.ONE_SHOT, callback=lambda _: machine.reset())
else:
    # Whatever opens the port must not stop the gateway: usb_console is the way in.
    micropython.kbd_intr(-1)
    # By this the maps are found that turn a traceback into lines of the TypeScript.
    build = "@build"
    print("gateway build", build)
    try:
        # @modules
        import gateway.main

        mode = gateway.main.start(build)
        for name in _STARTING:
            _forget(name)
        for name in _READING:
            delattr(gateway._ts, name)
        while True:
            mode.turn()
    except Exception as error:
        _crashed(error)
