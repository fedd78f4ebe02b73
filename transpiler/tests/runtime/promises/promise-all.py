from _ts import Error, ts_all, ts_caught, ts_new_promise, ts_race, ts_run_loop, ts_set_timeout


def after(ms, name):
    def executor(resolve, _):
        def task():
            print("done", name)
            resolve(name)

        ts_set_timeout(task, ms)

    return ts_new_promise(executor)


def fail(ms, why):
    return ts_new_promise(lambda _, reject: ts_set_timeout(lambda: reject(Error(why)), ms))


def main():
    names = yield ts_all([after(120, "slow"), after(10, "fast"), after(60, "middle")])
    print(",".join(names))
    none = yield ts_all([])
    print(len(none))
    try:
        yield ts_all([after(150, "late"), fail(60, "second"), fail(1, "first")])
    except Exception as e:
        error = ts_caught(e)
        print("caught", error.message)
    raced = yield ts_race([after(90, "tortoise"), after(2, "hare")])
    print(raced)


ts_run_loop(main())
