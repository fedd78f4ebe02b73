from _ts import ts_new_promise, ts_queue_microtask, ts_resolved, ts_run_loop, ts_set_timeout, ts_then

log = []


def main():
    def timer1():
        log.append("timer1")
        ts_queue_microtask(lambda: log.append("micro of timer1"))
        ts_then(ts_resolved(), lambda _: log.append("then of timer1"))

    ts_set_timeout(timer1, 1)
    ts_set_timeout(lambda: log.append("timer2"), 1)

    def micro1():
        log.append("micro1")
        ts_queue_microtask(lambda: log.append("micro nested"))

    ts_queue_microtask(micro1)
    ts_then(ts_resolved(), lambda _: log.append("then1"))
    ts_queue_microtask(lambda: log.append("micro2"))
    log.append("main")
    yield
    log.append("after await")
    yield ts_new_promise(lambda done, _: ts_set_timeout(done, 20))
    for line in log:
        print(line)


ts_run_loop(main())
