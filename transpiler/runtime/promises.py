# Promises, async functions and timers in JavaScript's order, tick for tick: the event loop of a compiled program.
# MicroPython's asyncio starts coroutines late and orders them otherwise, and the one of the VM for tests and the
# board's differ. Conventions of this file as in helpers.py; the first group (to ts_run_loop) comes in whole.
#
# How the compiler writes it:
#
#   async function f(a) { … }      def f(a): …            a generator: one without an await ends in `return`, `yield`, the
#                                  yield out of reach (`if False: yield` MicroPython drops)
#   f(1) as a value, void f(1)     ts_async(f(1))         starts at once, gives a promise
#   await f(1)                     (yield from ts_await(f(1)))
#     f a known async function, called here: no promise is made. Without a frame of its own, the same as statements:
#                                  try:
#                                      x = yield from f(1)
#                                  except Exception:
#                                      yield
#                                      raise
#                                  yield
#   await p, p a Promise           (yield p)
#   await v, v no promise          yield, once v was evaluated; then v
#   await v, v perhaps a promise   (yield ts_resolved(v))
#   return v                       return v
#   return p, p a Promise          yield; return (yield p)  as the last thing, outside every try: where `return p` stands
#                                  in a try, p is kept in a variable, and the finally blocks run first
#   return f(1)                    as return p with p = ts_async(f(1))
#   throw, try/catch/finally       Python's own; except Exception as e: e = ts_caught(e)
#   await at the top level         the module's body is a generator: def main(): …, ts_run_loop(main())
#   a program without it           its body, then ts_run_loop()
#   p.then(f, g)                   ts_then(p, f, g)       f and g take one argument; None where there is none
#   p.catch(g)                     ts_catch(p, g)
#   p.finally(f)                   ts_finally(p, f)       f takes none
#   new Promise(executor)          ts_new_promise(executor), executor(resolve, reject); resolve() is resolve(None)
#   Promise.resolve(v)             ts_resolved(v)
#   Promise.reject(e)              ts_rejected(e)
#   f in then, async               lambda v: ts_async(f(v))


# A promise: state 0 pending, 1 fulfilled, 2 rejected. `reactions` are (function, a, b); each is called once with
# (promise, a, b), in a tick of its own after the promise has settled.
class TsPromise:
    def __init__(self, state=0, value=None):
        self.state = state
        self.value = value
        self.reactions = []
        self.handled = False


# What is to be done: ticks as (function, promise, a, b); rejections that nobody handled yet; timers as
# [due, task, repeat] by due time, then age; the clock in milliseconds, `now`, which grows by what ticks_ms grew since
# it was last read.
# import: from time import ticks_ms as _ticks_ms
class TsLoop:
    ticks = []
    rejected = []
    timers = []
    now = 0
    read = _ticks_ms()
    ready = None


# The loop's clock, brought up to date. Node too reads the clock anew at each setTimeout (Environment::GetNow).
# needs: TsLoop
# import: from time import ticks_ms as _ticks_ms
# import: from time import ticks_diff as _ticks_diff
def ts_now():
    read = _ticks_ms()
    TsLoop.now += _ticks_diff(read, TsLoop.read)
    TsLoop.read = read
    return TsLoop.now


# Settles p with a state and a value.
# needs: TsLoop
def ts_settle(p, state, value):
    if p.state:
        return
    p.state = state
    p.value = value
    reactions = p.reactions
    p.reactions = None
    for f, a, b in reactions:
        TsLoop.ticks.append((f, p, a, b))
    if state == 2 and not p.handled:
        TsLoop.rejected.append(p)


# Has f(p, a, b) called in a tick after p has settled.
# needs: TsLoop
def ts_react(p, f, a, b):
    p.handled = True
    if p.state:
        TsLoop.ticks.append((f, p, a, b))
    else:
        p.reactions.append((f, a, b))


# Reactions and jobs: what the loop calls. q takes over p's state; q waits for p (one tick later, as
# NewPromiseResolveThenableJob does).
# needs: ts_settle
def ts_adopt(p, q, _):
    ts_settle(q, p.state, p.value)


# needs: ts_react, ts_adopt
def ts_follow(p, q, _):
    ts_react(p, ts_adopt, q, None)


# resolve(value) of p
# needs: TsLoop, TsPromise, ts_settle, ts_follow
def ts_resolve(p, value):
    if isinstance(value, TsPromise):
        TsLoop.ticks.append((ts_follow, value, p, None))
    else:
        ts_settle(p, 1, value)


# Runs an async function's generator on, from the promise p that it awaited to the next that it awaits; its own promise
# is q. A generator yields a promise, or nothing for one tick.
# needs: TsLoop, ts_settle, ts_react, ts_resolve, ts_caught
def ts_resume(p, generator, q):
    try:
        awaited = generator.send(p.value) if p.state == 1 else generator.throw(p.value)
    except StopIteration as end:
        ts_resolve(q, end.value)
        return
    except Exception as e:
        ts_settle(q, 2, ts_caught(e))
        return
    if awaited is None:
        TsLoop.ticks.append((ts_resume, TsLoop.ready, generator, q))
    else:
        ts_react(awaited, ts_resume, generator, q)


# Starts an async function's generator at once; its promise.
# needs: TsLoop, TsPromise, ts_resume
def ts_async(generator):
    if TsLoop.ready is None:
        TsLoop.ready = TsPromise(1)
    q = TsPromise()
    ts_resume(TsLoop.ready, generator, q)
    return q


# await of a known async function's call, without a promise: its end is seen one tick later, an error too.
def ts_await(generator):
    try:
        value = yield from generator
    except Exception:
        yield
        raise
    yield
    return value


# Runs until nothing is left to do. A rejection that no one handles when all ticks are done ends the program with
# its trace, and so does one of `main`, the generator of a program that awaits at the top level. A program whose main
# waits for what can never come ends with status 13, as Node does.
# needs: TsLoop, ts_async, ts_now, ts_add_timer
# import: from sys import exit as _exit
# import: from time import sleep_ms as _sleep_ms
def ts_run_loop(main=None):
    loop = TsLoop
    if main is not None:
        main = ts_async(main)
    while True:
        while loop.ticks:
            ticks = loop.ticks
            loop.ticks = []
            for f, p, a, b in ticks:
                f(p, a, b)
        # Node reports how the module itself ended before any promise that nobody handled.
        if main and main.state == 2:
            raise main.value
        while loop.rejected:
            p = loop.rejected.pop(0)
            if not p.handled:
                raise p.value
        timers = loop.timers
        if not timers:
            break
        timer = timers[0]
        # Timers due by one reading of the clock run before it is read again, as in Node.
        while timer[0] > loop.now and timer[0] > ts_now():
            _sleep_ms(timer[0] - loop.now)
        timers.pop(0)
        # An interval counts from before its task.
        start = ts_now() if timer[2] else 0
        timer[1]()
        if timer[2] and timer[1]:
            timer[0] = start + timer[2]
            ts_add_timer(timer)
    if main is not None and not main.state:
        _exit(13)


# Puts a timer in its place: by due time, then age.
# needs: TsLoop
def ts_add_timer(timer):
    timers = TsLoop.timers
    i = len(timers)
    while i and timers[i - 1][0] > timer[0]:
        i -= 1
    timers.insert(i, timer)


# then's reaction: calls the handler for p's state, if there is one, and resolves q with what comes of it.
# needs: ts_settle, ts_resolve, ts_caught
def ts_handle(p, handlers, q):
    handler = handlers[p.state - 1]
    if handler is None:
        ts_settle(q, p.state, p.value)
        return
    try:
        value = handler(p.value)
    except Exception as e:
        ts_settle(q, 2, ts_caught(e))
    else:
        ts_resolve(q, value)


# p.then(fulfilled, rejected)
# needs: TsPromise, ts_react, ts_handle
def ts_then(p, fulfilled, rejected=None):
    q = TsPromise()
    ts_react(p, ts_handle, (fulfilled, rejected), q)
    return q


# p.catch(rejected)
# needs: ts_then
def ts_catch(p, rejected):
    return ts_then(p, None, rejected)


# p.finally(f): what f gives is waited for, then p's own value or error goes on (ECMAScript, thenFinally and catchFinally).
# needs: TsPromise, ts_then, ts_resolved
def ts_finally(p, f):
    def passed(_):
        return ts_then(ts_resolved(f()), lambda _: p.value)

    def failed(_):
        return ts_then(ts_resolved(f()), thrown)

    def thrown(_):
        raise p.value

    return ts_then(p, passed, failed)


# Promise.resolve(value)
# needs: TsPromise
def ts_resolved(value=None):
    return value if isinstance(value, TsPromise) else TsPromise(1, value)


# Promise.reject(error)
# needs: TsPromise, ts_settle
def ts_rejected(error):
    p = TsPromise()
    ts_settle(p, 2, error)
    return p


# new Promise(executor): only the first resolve or reject counts, also where it waits for another promise.
# needs: TsPromise, ts_settle, ts_resolve, ts_caught
def ts_new_promise(executor):
    p = TsPromise()
    settled = False

    def resolve(value=None):
        nonlocal settled
        if not settled:
            settled = True
            ts_resolve(p, value)

    def reject(error):
        nonlocal settled
        if not settled:
            settled = True
            ts_settle(p, 2, error)

    try:
        executor(resolve, reject)
    except Exception as e:
        reject(ts_caught(e))
    return p


# Promise.all(promises)
# needs: TsPromise, ts_settle, ts_react
def ts_all(promises):
    q = TsPromise()
    values = [None] * len(promises)
    left = len(promises)

    def settled(p, i, _):
        nonlocal left
        if p.state == 2:
            ts_settle(q, 2, p.value)
            return
        values[i] = p.value
        left -= 1
        if not left:
            ts_settle(q, 1, values)

    i = 0
    for p in promises:
        ts_react(p, settled, i, None)
        i += 1
    if not i:
        ts_settle(q, 1, values)
    return q


# One item of what Promise.allSettled gives. An entry of `_keys` is as in ts_json.
class TsSettled:
    value = reason = None

    def __init__(self, p, null):
        if p.state == 1:
            self.status = "fulfilled"
            self.value = p.value
            self._keys = ("status", ("value", "value", not null))
        else:
            self.status = "rejected"
            self.reason = p.value
            self._keys = ("status", "reason")


# Promise.allSettled(promises)
# needs: TsPromise, TsSettled, ts_settle, ts_react
def ts_all_settled(promises, null=False):
    q = TsPromise()
    items = [None] * len(promises)
    left = len(promises)

    def settled(p, i, _):
        nonlocal left
        items[i] = TsSettled(p, null)
        left -= 1
        if not left:
            ts_settle(q, 1, items)

    i = 0
    for p in promises:
        ts_react(p, settled, i, None)
        i += 1
    if not i:
        ts_settle(q, 1, items)
    return q


# Promise.any(promises)
# needs: AggregateError, TsPromise, ts_settle, ts_react
def ts_any(promises):
    q = TsPromise()
    errors = [None] * len(promises)
    left = len(promises)

    def settled(p, i, _):
        nonlocal left
        if p.state == 1:
            ts_settle(q, 1, p.value)
            return
        errors[i] = p.value
        left -= 1
        if not left:
            ts_settle(q, 2, AggregateError(errors, "All promises were rejected"))

    i = 0
    for p in promises:
        ts_react(p, settled, i, None)
        i += 1
    if not i:
        ts_settle(q, 2, AggregateError(errors, "All promises were rejected"))
    return q


# Promise.race(promises)
# needs: TsPromise, ts_react, ts_adopt
def ts_race(promises):
    q = TsPromise()
    for p in promises:
        ts_react(p, ts_adopt, q, None)
    return q


# queueMicrotask(task)
# needs: TsLoop
def ts_queue_microtask(task):
    TsLoop.ticks.append((lambda _p, _a, _b: task(), None, None, None))


# setTimeout(task, ms): the timer. Below 1 ms, and above 2^31 - 1, Node takes 1 ms.
# needs: ts_now, ts_add_timer
def ts_set_timeout(task, ms=1):
    timer = [ts_now() + (ms if 1 <= ms < 0x80000000 else 1), task, 0]
    ts_add_timer(timer)
    return timer


# setInterval(task, ms)
# needs: ts_set_timeout
def ts_set_interval(task, ms=1):
    timer = ts_set_timeout(task, ms)
    timer[2] = ms if 1 <= ms < 0x80000000 else 1
    return timer


# clearTimeout(timer), clearInterval(timer)
# needs: TsLoop
def ts_clear_timer(timer):
    timer[1] = None
    timers = TsLoop.timers
    for i in range(len(timers)):
        if timers[i] is timer:
            timers.pop(i)
            return
