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


# Of each late module whether it is being loaded a module at a time: it leans on what it shares before its last module is there.
# All from the start, as a table that grows would come to lie in the middle of the heap.
# needs: ts_late_sets
ts_late_begun = dict.fromkeys(ts_late_sets)


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
    ts_late_begun[name] = False
    for other in ts_late_sets:
        if other != name and (other in sys.modules or ts_late_begun[other]):
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
