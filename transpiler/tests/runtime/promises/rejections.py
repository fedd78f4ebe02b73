from _ts import Error, ts_async, ts_await, ts_caught, ts_rejected, ts_run_loop, ts_then


class NotFound(Error):
    def __init__(self, what):
        super().__init__("no " + what)
        self.what = what
        self.name = "NotFound"


def find(what):
    if what == "unicorn":
        raise NotFound(what)
    yield
    if what == "dragon":
        raise Error("asleep")
    return "a " + what


def search(what):
    try:
        return (yield from ts_await(find(what)))
    except Exception as e:
        error = ts_caught(e)
        if isinstance(error, NotFound):
            return "nothing: " + error.message + " (" + error.what + ")"
        raise error


def main():
    print((yield from ts_await(search("horse"))))
    print((yield from ts_await(search("unicorn"))))
    try:
        print((yield from ts_await(search("dragon"))))
    except Exception as e:
        error = ts_caught(e)
        print("outside:", error.message)
    print((yield ts_then(ts_async(find("unicorn")), None, lambda error: "caught " + error.name)))
    rejected = ts_rejected(Error("ready made"))
    print((yield ts_then(rejected, None, lambda error: error.message)))


ts_run_loop(main())
