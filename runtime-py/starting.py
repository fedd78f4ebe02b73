# Starts the gateway, and forgets what only the start needs: 6 KB of the heap, which the running gateway gets back. main.py
# forgets this file too.
#
# Why this is not TypeScript: the language neither knows the table of modules nor takes a module apart.
import sys

# Modules of the start alone.
_STARTING = (
    # @start_modules
    "gateway.main",
    "gateway.domain.settings.settings",
    "gateway.domain.settings.schema",
    "gateway.domain.settings.send_settings",
    "gateway.drivers.settings_store",
)

# Helpers that only the reading of the settings needs, and no late module.
_READING = ("ts_lookup", "_inherited")


# What turns from now on; `build` is the id of the build.
def start(build):
    mode = sys.modules["@entry"].start(build)
    for name in _STARTING:
        _forget(name)
    for name in _READING:
        delattr(sys.modules["gateway._ts"], name)
    _empty(sys.modules.pop("starting"))
    return mode


def _forget(name):
    module = sys.modules.pop(name)
    package, _, short = name.rpartition(".")
    delattr(sys.modules[package], short)
    _empty(module)


# A function that lives on keeps all names of its module.
def _empty(module):
    for each in dir(module):
        if not each.startswith("__"):
            delattr(module, each)
