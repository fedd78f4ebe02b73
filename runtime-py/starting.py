# Starts the gateway, and forgets what only the start needs: 7 KB of the heap, which the running gateway gets back. main.py
# forgets this file too.
#
# Why this is not TypeScript: the language neither knows the table of modules nor takes a module apart.
import sys

# Groups of firmware-ts/lifetimes.json, each of which is one module here. What the start alone needs:
_STARTING = const("gateway.start")
# What runs in the place of the gateway, without usable settings or in setup mode, and nothing else needs:
_ALARM = const("gateway.alarm")


# What they do without of the file that both they and the gateway need: a line each name, made by the build.
_RESIDENT = const("gateway.resident")
_SPARE = const("/gateway/spare-names.txt")

# As many are never there at one time.
_LATE_MODULES = const(20)

# A line ">" and a late module, then the names that it brings, a line each; the build makes it.
_NAMES = const("/gateway/late-names.txt")


# MicroPython keeps each name for ever: those of late code shall not come to lie in the middle of what is free, of which TLS
# needs a large piece. `skipped`: late modules that these settings never load.
def enter_names(skipped):
    wanted = True
    with open(_NAMES) as lines:
        for line in lines:
            # Not by its first character, which would become a name.
            if line.startswith(">"):
                wanted = line[1:-1] not in skipped
            elif wanted:
                # To look for what is not there makes it a name.
                getattr(sys, line[:-1], None)


# What turns from now on; `build` is the id of the build, `built` when that was.
def start(build, built):
    mode = sys.modules["@entry"].start(build, built)
    _forget(_STARTING)
    # dir() tries each name that MicroPython knows, 90 ms; but so it writes over what the start has left on the stack, which
    # a collection would take for 14 KB that are in use. Its class is known by the module that it stands in: names are no
    # guide, a build may have its own.
    alarm = sys.modules[_ALARM]
    if type(mode) in [getattr(alarm, each) for each in dir(alarm)]:
        _narrow(sys.modules[_RESIDENT])
    else:
        _forget(_ALARM)
    # The table of modules grows with the late ones that are there at one time, and never shrinks: later it would come to lie in
    # the middle of what is free.
    for each in range(_LATE_MODULES):
        sys.modules[each] = None
    for each in range(_LATE_MODULES):
        del sys.modules[each]
    _empty(sys.modules.pop("starting"))
    return mode


# 25 KB of code that only a gateway runs would be in the way of setup mode.
def _narrow(resident):
    with open(_SPARE) as lines:
        for line in lines:
            if hasattr(resident, line[:-1]):
                delattr(resident, line[:-1])


def _forget(name):
    module = sys.modules.pop(name)
    package, _, short = name.rpartition(".")
    delattr(sys.modules[package], short)
    _empty(module)


# A function that lives on keeps all names of its module. Not by dir(), which would take 90 ms for each module.
def _empty(module):
    for each in list(module.__dict__.keys()):
        if not each.startswith("__"):
            delattr(module, each)
