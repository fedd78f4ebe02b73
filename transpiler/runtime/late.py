# Late modules: loaded when a function of theirs is called, forgotten when the program says so. The table `ts_late_sets` is the
# compiler's: by the name of a late module all that is late with it, in order of dependency, so that no import lies within
# another: each takes more than two calls of the board's stack. The names in it lack the package's, which `ts_late_names` adds.


# A call of a late module's function: the module, which is loaded where it is not there.
# needs: ts_late_names
# import: import sys
def ts_late(name):
    if name not in sys.modules:
        for each in ts_late_names(name):
            __import__(each)
    return sys.modules[name]


# loadNext(f) of "late".
# needs: ts_late_names
# import: import sys
def ts_load_next(name):
    for each in ts_late_names(name):
        if each not in sys.modules:
            __import__(each)
            break
    return name in sys.modules


# forget(f) of "late". Nothing is taken apart: what still lives of it goes on.
# needs: ts_late_sets, ts_late_names
# import: import sys
def ts_forget(name):
    kept = []
    for other in ts_late_sets:
        if other != name and other in sys.modules:
            kept += ts_late_names(other)
    for each in ts_late_names(name):
        if each in sys.modules and each not in kept:
            package, _, short = each.rpartition(".")
            del sys.modules[each]
            delattr(sys.modules[package], short)
