from _ts import ts_async, ts_await, ts_new_promise, ts_resolved, ts_run_loop, ts_set_timeout, ts_then

log = []


def value():
    return "value"
    yield


def direct():
    p = ts_async(value())
    yield
    return (yield p)


def awaited():
    return (yield from ts_await(value()))


def ticker(count):
    p = ts_resolved()
    for i in range(1, count + 1):
        p = ts_then(p, lambda _, i=i: log.append("t" + str(i)))


def main():
    ticker(6)
    ts_then(ts_async(value()), lambda v: log.append(v))
    ts_then(ts_async(direct()), lambda v: log.append("direct-" + v))
    ts_then(ts_async(awaited()), lambda v: log.append("awaited-" + v))
    yield ts_new_promise(lambda done, _: ts_set_timeout(lambda: done(), 1))
    print(" ".join(log))


ts_run_loop(main())
