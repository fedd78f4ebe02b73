class Timer:
    def __init__(self):
        self.left = 0

    def is_over(self):
        return self.left == 0

    def start(self, ticks):
        self.left = ticks

    def tick(self):
        if self.left > 0:
            self.left -= 1


class State:
    def __init__(self, name):
        self.name = name
        self.entered = 0

    def enter(self, machine):
        self.entered += 1
        machine.note(self.name)


class Idle(State):
    def handle(self, machine, event):
        return machine.filling if event == "start" and not machine.is_open else self


class Filling(State):
    def enter(self, machine):
        super().enter(machine)
        machine.timer.start(3)

    def handle(self, machine, event):
        if event == "stop":
            return machine.idle
        if event != "tick":
            return self
        machine.timer.tick()
        machine.litres += 2
        return machine.spinning if machine.timer.is_over() else self


class Spinning(State):
    def __init__(self, name):
        super().__init__(name)
        self.turns = 0

    def enter(self, machine):
        super().enter(machine)
        self.turns = 0
        machine.timer.start(5)

    def handle(self, machine, event):
        if event == "stop":
            return machine.idle
        if event == "tick":
            self.turns += 100
            machine.timer.tick()
            return machine.idle if machine.timer.is_over() else self
        return self


class Machine:
    def __init__(self):
        self.idle = Idle("idle")
        self.filling = Filling("filling")
        self.spinning = Spinning("spinning")
        self.timer = Timer()
        self.litres = 0
        self.is_open = False
        self.state = self.idle
        self.log = []

    def dispatch(self, event):
        if event == "door":
            self.is_open = not self.is_open
            return
        following = self.state.handle(self, event)
        if following is not self.state:
            self.state = following
            following.enter(self)

    def note(self, name):
        self.log.append(name)

    def summary(self):
        entered = self.idle.entered + self.filling.entered + self.spinning.entered
        return "%s %d %d" % (",".join(self.log), self.litres, entered)


def run():
    machine = Machine()
    day = ("door", "start", "door", "start", "tick", "tick", "tick", "tick", "tick", "stop", "start", "stop")
    for _ in range(10):
        for event in day:
            machine.dispatch(event)
    return machine.summary()
