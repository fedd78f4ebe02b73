from _ts import ts_all, ts_async, ts_await, ts_resolved, ts_run_loop, ts_then

log = []


def count(name, to):
    for i in range(to):
        log.append(name + str(i))
        yield


def main():
    yield ts_all([ts_async(count("a", 3)), ts_async(count("b", 2)), ts_async(count("c", 4))])
    print(" ".join(log))
    log.clear()
    ts_then(ts_then(ts_then(ts_resolved(), lambda _: log.append("then1")), lambda _: log.append("then2")), lambda _: log.append("then3"))
    yield from ts_await(count("x", 3))
    print(" ".join(log))


ts_run_loop(main())
