from _ts import Error, ts_async, ts_await, ts_finally, ts_resolved, ts_run_loop, ts_then

log = []


def job(name, fails):
    try:
        log.append(name + " try")
        yield
        if fails:
            raise Error(name)
        return name + " value"
    finally:
        log.append(name + " finally")
        yield
        log.append(name + " cleaned")


def loop():
    i = 0
    while True:
        try:
            yield
            if i == 2:
                return i
            if i == 1:
                continue
        finally:
            log.append("turn " + str(i))
            i += 1


def main():
    good = ts_async(job("good", False))
    bad = ts_then(ts_async(job("bad", True)), None, lambda error: "caught " + error.message)
    t1 = yield good
    t2 = yield bad
    print(t1, t2)
    print(", ".join(log))
    log.clear()
    passed = yield ts_finally(ts_resolved(5), lambda: log.append("promise finally"))
    print(passed, ",".join(log))
    t1 = yield from ts_await(loop())
    print(t1, ",".join(log))


ts_run_loop(main())
