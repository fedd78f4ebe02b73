from app._ts import ts_async, ts_caught, Error, ts_catch, ts_set_timeout, ts_new_promise


def ask(question):
    def _body(question):
        global attempts
        attempts += 1
        yield sleep(10)
        if attempts < 3:
            raise TimeoutError(attempts * 10)
        return question + ": 42"

    return ts_async(_body(question))


def withRetries(work, most):
    def _body(work, most):
        attempt = 1
        while True:
            try:
                return (yield work())
            except Exception as _t2:
                error = ts_caught(_t2)
                if not isinstance(error, TimeoutError) or attempt >= most:
                    raise error
                print("%s (%s), attempt %s of %s" % (error.name, error.afterMs, attempt, most))
                yield sleep(attempt * 5)
            finally:
                print("tried")
            attempt += 1

    return ts_async(_body(work, most))


def main():
    def _body():
        global attempts
        _t = yield withRetries(lambda: ask("answer"), 5)
        print(_t)
        attempts = 0
        failed = yield ts_catch(withRetries(lambda: ask("answer"), 2), lambda error: error.message if isinstance(error, Error) else "?")
        print(failed)

    return ts_async(_body())


class TimeoutError(Error):
    def __init__(self, afterMs):
        super().__init__("no answer after %s ms" % afterMs)
        self.name = "TimeoutError"
        self.afterMs = afterMs


def sleep(ms):
    return ts_new_promise(lambda resolve, _1=None: ts_set_timeout(resolve, ms))


attempts = 0
main()
