# Late modules: loaded when a function of theirs is called, forgotten when the program says so. The text `ts_late_sets` is the
# compiler's: a line for each late module, with a space before each name of all that is late with it, in order of dependency, so
# that no import lies within another: each takes more than two calls of the board's stack. As a table it would take three times
# as much.


# What is late with a late module, itself last.
# needs: ts_late_sets
def ts_late_names(name):
    end = ts_late_sets.find(" " + name + "\n") + len(name) + 1
    return ts_late_sets[ts_late_sets.rfind("\n", 0, end) + 1 : end].split()


# A call of a late module's function: the module, which is loaded where it is not there.
# needs: ts_late_names
# import: import sys
def ts_late(name):
    if name not in sys.modules:
        for each in ts_late_names(name):
            __import__(each)
    return sys.modules[name]


# The late modules that are loaded a module at a time: they lean on what they share before their last module is there.
ts_late_begun = {}


# loadNext(f) of "late".
# needs: ts_late_names, ts_late_begun
# import: import sys
def ts_load_next(name):
    ts_late_begun[name] = True
    for each in ts_late_names(name):
        if each not in sys.modules:
            __import__(each)
            break
    return name in sys.modules


# forget(f) of "late". Nothing is taken apart: what still lives of it goes on. The modules that are gone.
# needs: ts_late_sets, ts_late_names, ts_late_begun
# import: import sys
def ts_forget(name):
    kept = []
    gone = []
    ts_late_begun.pop(name, None)
    for others in (sys.modules, ts_late_begun):
        for other in others:
            if other != name and " " + other + "\n" in ts_late_sets:
                kept += ts_late_names(other)
    for each in ts_late_names(name):
        if each in sys.modules and each not in kept:
            package, _, short = each.rpartition(".")
            gone.append(sys.modules.pop(each))
            if package:
                delattr(sys.modules[package], short)
    return gone


# discard(f) of "late": what still lives of it has lost its module, so a pointer that was left on the stack keeps little.
# needs: ts_forget
def ts_discard(name):
    for module in ts_forget(name):
        for each in list(module.__dict__):
            if not each.startswith("__"):
                delattr(module, each)
