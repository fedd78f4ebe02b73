from _ts import ts_all, ts_async, ts_new_promise, ts_run_loop, ts_set_timeout

jobs = [(1, 60), (2, 10), (3, 15), (4, 60)]
done = []


def sleep(ms):
    return ts_new_promise(lambda resolve, _: ts_set_timeout(resolve, ms))


def worker(name):
    count = 0
    job = jobs.pop(0) if jobs else None
    while job is not None:
        yield sleep(job[1])
        done.append(name + str(job[0]))
        count += 1
        job = jobs.pop(0) if jobs else None
    return count


def main():
    counts = yield ts_all([ts_async(worker("a")), ts_async(worker("b"))])
    print(" ".join(done), ",".join([str(n) for n in counts]))
    results = []
    for n in [3, 1, 2]:
        yield sleep(n)
        results.append(n)
    print(",".join([str(n) for n in results]))


ts_run_loop(main())
