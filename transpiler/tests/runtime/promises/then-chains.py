from _ts import Error, ts_async, ts_finally, ts_resolved, ts_run_loop, ts_then

log = []


def main():
    def slow(n):
        yield
        return n * 10

    def check(n):
        log.append("got " + str(n))
        if n == 20:
            raise Error("twenty")
        return n

    p = ts_then(ts_then(ts_then(ts_resolved(1), lambda n: n + 1), lambda n: ts_async(slow(n))), check)
    q = ts_finally(ts_then(p, lambda _: "fulfilled", lambda error: "rejected " + error.message), lambda: log.append("finally"))
    print((yield q))
    r = yield ts_then(ts_then(p, lambda _: "never"), None, lambda error: len(error.message))
    print(r, ",".join(log))
    order = []
    base = ts_resolved(0)
    for i in range(3):
        ts_then(base, lambda _, i=i: order.append(i))
    yield base
    print(",".join([str(n) for n in order]))


ts_run_loop(main())
