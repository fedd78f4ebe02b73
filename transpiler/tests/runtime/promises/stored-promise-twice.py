from _ts import Error, ts_all, ts_async, ts_caught, ts_rejected, ts_run_loop

runs = 0


def load():
    global runs
    runs += 1
    yield
    return runs * 10


cache = {}


def cached(key):
    p = cache.get(key)
    if p is None:
        p = ts_async(load())
        cache[key] = p
    return p


def main():
    stored = ts_async(load())
    t1 = yield stored
    t2 = yield stored
    print(t1, t2, runs)
    x, y, z = yield ts_all([cached("k"), cached("k"), cached("other")])
    print("true" if x == y else "false", "true" if z is not None else "false", runs, len(cache))
    failing = ts_rejected(Error("once"))
    for i in range(2):
        try:
            yield failing
        except Exception as e:
            error = ts_caught(e)
            print(i, error.message)


ts_run_loop(main())
