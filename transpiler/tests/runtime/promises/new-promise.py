from _ts import Error, RangeError, ts_all, ts_async, ts_caught, ts_new_promise, ts_run_loop


def main():
    print("before")

    def executor(resolve, reject):
        print("executor")
        resolve("one")
        resolve("two")
        reject(Error("three"))

    first = ts_new_promise(executor)
    print("after")
    print((yield first))

    def failing(_resolve, _reject):
        raise RangeError("in executor")

    thrown = ts_new_promise(failing)
    try:
        yield thrown
    except Exception as e:
        error = ts_caught(e)
        print(error.name, error.message)
    open = None

    def gate_executor(resolve, _):
        nonlocal open
        open = resolve

    gate = ts_new_promise(gate_executor)
    passed = []

    def walker(n):
        yield gate
        passed.append(n)

    walkers = [ts_async(walker(n)) for n in [1, 2, 3]]
    print(len(passed))
    if open is not None:
        open()
    yield ts_all(walkers)
    print(",".join([str(n) for n in passed]))


ts_run_loop(main())
