# Iterators, beyond what Python's own loops do.


# const [a, b] = iterable: its first items, None for what is missing, and with `rest` a list of all others at the end.
# Fewer than `required`, where the types have no undefined, stop.
def ts_take(iterable, count, required, rest=False):
    it = iter(iterable)
    items = []
    while len(items) < count:
        item = next(it, items)
        if item is items:
            break
        items.append(item)
    if len(items) < required:
        raise ValueError("only " + str(len(items)) + " items to take apart")
    while len(items) < count:
        items.append(None)
    if rest:
        items.append(list(it))
    return items


# A pattern's next item, where the types have no undefined.
def ts_step(it):
    for item in it:
        return item
    raise ValueError("nothing left to take apart")


# An iterator that is left early: a generator runs its finally blocks, what was made by hand its return(); those of the
# library stay where they are. A finally block that yields leaves the generator there.
def ts_close(it):
    if hasattr(it, "_ended"):
        it.close()
    elif hasattr(it, "throw"):
        try:
            it.throw(GeneratorExit())
        except (GeneratorExit, StopIteration):
            pass


# The same while an error is on its way: it goes before any that closing raises.
# needs: ts_close
def ts_abandon(it):
    try:
        ts_close(it)
    except Exception:
        pass


# What next(), return() and throw() give.
class TsResult:
    _keys = (("value", "value", True), "done")

    def __init__(self, value, done):
        self.value = value
        self.done = done


# it.next()
# needs: TsResult
def ts_next(it):
    try:
        return TsResult(next(it), False)
    except StopIteration as e:
        return TsResult(e.value, True)
    except GeneratorExit as e:
        return TsResult(e.args[0] if e.args else None, True)


# it.next(value)
# needs: TsResult
def ts_send(it, value):
    try:
        return TsResult(it.send(value), False)
    except StopIteration as e:
        return TsResult(e.value, True)
    except GeneratorExit as e:
        return TsResult(e.args[0] if e.args else None, True)


# A generator before its first next(), whose value nobody hears: it waits at a yield of its own.
def ts_primed(generator):
    next(generator)
    return generator


# it.return(value), of a generator
# needs: TsResult
def ts_return(it, value=None):
    try:
        return TsResult(it.throw(GeneratorExit(value)), False)
    except (GeneratorExit, StopIteration):
        return TsResult(value, True)


# Whether a generator has caught what throw() brought it: one that was at its end has not.
class TsThrown:
    taken = False


# it.throw(error)
# needs: TsResult, TsThrown
def ts_throw(it, error):
    outer = TsThrown.taken
    TsThrown.taken = False
    try:
        return TsResult(it.throw(error), False)
    except StopIteration as e:
        if TsThrown.taken:
            return TsResult(e.value, True)
        raise error
    finally:
        TsThrown.taken = outer


# An iterator of the library as a value: m.keys(), xs[Symbol.iterator](). A loop that is left does not close it.
class TsIterated:
    def __init__(self, it):
        self.it = it

    def __iter__(self):
        return self

    def __next__(self):
        return next(self.it)

    def send(self, _):
        return next(self.it)


# iterable[Symbol.iterator]() where it may be anything: generators and what is made by hand are their own.
# needs: TsIterated
def ts_iter(iterable):
    it = iter(iterable)
    if it is iterable or (hasattr(iterable, "__iter__") and not hasattr(iterable, "_gone")):
        return it
    return TsIterated(it)


# An iterator made by hand, with next() and perhaps return(), as Python's loops take it.
class TsIterator:
    _ended = False

    def __iter__(self):
        return self

    def __next__(self):
        return self.send(None)

    def send(self, value):
        self._ended = True
        step = self.next(value)
        if step.done:
            raise StopIteration(step.value)
        self._ended = False
        return step.value

    def close(self):
        if not self._ended and hasattr(self, "return_"):
            self._ended = True
            self.return_(None)


# A record with [Symbol.iterator]: Python looks for it in the class.
class TsIterable:
    def __iter__(self):
        return self.__iter__()


# for (key in record), of an index signature: a key that was deleted meanwhile is left out.
def ts_for_in(o):
    for key in o.keys():
        if key in o.d:
            yield key


# for (key in record)
# needs: ts_own_keys, ts_has_own
def ts_for_in_own(o):
    for key in ts_own_keys(o):
        if ts_has_own(o, key):
            yield key


# for (index in array): the indices are texts.
def ts_for_in_list(xs):
    for i in range(len(xs)):
        if i < len(xs):
            yield str(i)
