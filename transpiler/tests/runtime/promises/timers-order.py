from _ts import ts_clear_timer, ts_new_promise, ts_run_loop, ts_set_interval, ts_set_timeout

log = []


def say(text):
    def task():
        log.append(text)

    return task


turns = 0


def main():
    ts_set_timeout(say("80"), 80)
    ts_set_timeout(say("1a"), 1)
    ts_set_timeout(say("0"), 0)
    ts_set_timeout(say("1b"), 1)
    ts_set_timeout(say("40"), 40)
    never = ts_set_timeout(say("never"), 20)
    ts_clear_timer(never)

    def executor(resolve, _):
        def task():
            global turns
            turns += 1
            log.append("tick" + str(turns))
            if turns == 3:
                ts_clear_timer(interval)
                resolve()

        interval = ts_set_interval(task, 160)

    yield ts_new_promise(executor)
    print(" ".join(log), turns)


ts_run_loop(main())
