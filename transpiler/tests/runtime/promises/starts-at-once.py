from _ts import ts_async, ts_await, ts_run_loop


def work(name):
    print("start", name)
    yield
    print("middle", name)
    yield
    print("end", name)
    return len(name)


def quick():
    print("quick has no await")
    return
    yield


def arrow(n):
    return n * 2
    yield


def main():
    a = ts_async(work("a"))
    print("after a")
    b = ts_async(work("bb"))
    ts_async(quick())
    print("after b")
    t1 = yield a
    t2 = yield b
    print(t1, t2)
    t1 = yield from ts_await(arrow(21))
    t2 = yield from ts_await(arrow(-1))
    print(t1, t2)


ts_run_loop(main())
