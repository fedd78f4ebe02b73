from _ts import Error, ts_async, ts_await, ts_caught, ts_finally, ts_resolved, ts_rejected, ts_run_loop, ts_then

log = []


def ticks(count):
    for i in range(1, count + 1):
        log.append(str(i))
        yield


def fails(after):
    for i in range(after):
        yield
    raise Error("f" + str(after))


def helper(after):
    yield from ts_await(fails(after))


def inline(after):
    try:
        try:
            yield from fails(after)
        except Exception:
            yield
            raise
        yield
    except Exception as e:
        error = ts_caught(e)
        log.append("inline " + error.message)


def outer(after):
    try:
        yield from ts_await(helper(after))
    except Exception as e:
        error = ts_caught(e)
        log.append("outer " + error.message)


def stored():
    p = ts_async(fails(0))
    try:
        yield p
    except Exception as e:
        error = ts_caught(e)
        log.append("stored " + error.message)


def kept():
    log.append("kept starts")
    p = ts_async(fails(1))
    yield
    return (yield p)


def void(_):
    return None


def main():
    t = ts_async(ticks(12))
    ts_async(outer(0))
    ts_async(outer(2))
    ts_async(inline(0))
    ts_async(inline(1))
    ts_async(stored())
    ts_then(ts_async(kept()), None, lambda e: log.append("kept " + e.message))

    def failing():
        raise Error("in finally")

    ts_then(ts_finally(ts_resolved(1), failing), None, lambda e: log.append(e.message))
    ts_then(ts_finally(ts_rejected(Error("kept through")), lambda: void(ts_async(ticks(1)))), None, lambda e: log.append(e.message))
    yield t
    for line in log:
        print(line)


ts_run_loop(main())
