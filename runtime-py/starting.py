# Starts the gateway, and forgets what only the start needs: 7 KB of the heap, which the running gateway gets back. main.py
# forgets this file too.
#
# Why this is not TypeScript: the language neither knows the table of modules nor takes a module apart.
import sys

# Groups of firmware-ts/lifetimes.json, each of which is one module here. What the start alone needs:
_STARTING = "gateway.starting"
# What runs without usable settings, and nothing else needs:
_ALARM = "gateway.alarm"


# What turns from now on; `build` is the id of the build.
def start(build):
    mode = sys.modules["@entry"].start(build)
    _forget(_STARTING)
    # Its class is known by the module that it stands in: names are no guide, a build may have its own.
    alarm = sys.modules[_ALARM]
    if type(mode) not in [getattr(alarm, each) for each in dir(alarm)]:
        _forget(_ALARM)
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
