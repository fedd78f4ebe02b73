from _ts import ts_all, ts_async, ts_await, ts_run_loop


class Account:
    def __init__(self):
        self.balance = 0
        self.log = []

    def deposit(self, amount):
        before = self.balance
        yield
        self.balance = before + amount
        self.log.append("+" + str(amount))
        return self.balance


class Audited(Account):
    def deposit(self, amount):
        self.log.append("check")
        try:
            result = yield from super().deposit(amount)
        except Exception:
            yield
            raise
        yield
        self.log.append("ok")
        return result


def main():
    plain = Account()
    racing = yield ts_all([ts_async(plain.deposit(10)), ts_async(plain.deposit(5))])
    print(",".join([str(n) for n in racing]), plain.balance)
    audited = Audited()
    t1 = yield from ts_await(audited.deposit(7))
    t2 = yield from ts_await(audited.deposit(8))
    print(t1, t2, " ".join(audited.log))


ts_run_loop(main())
