// A washing machine of classes: states that answer events, a timer, getters, a base class, counters.

type Event = "start" | "door" | "tick" | "stop";

class Timer {
  private left = 0;

  get isOver(): boolean {
    return this.left === 0;
  }

  start(ticks: number): void {
    this.left = ticks;
  }

  tick(): void {
    if (this.left > 0) this.left--;
  }
}

abstract class State {
  entered = 0;

  constructor(readonly name: string) {}

  enter(machine: Machine): void {
    this.entered++;
    machine.note(this.name);
  }

  abstract handle(machine: Machine, event: Event): State;
}

class Idle extends State {
  handle(machine: Machine, event: Event): State {
    return event === "start" && !machine.isOpen ? machine.filling : this;
  }
}

class Filling extends State {
  override enter(machine: Machine): void {
    super.enter(machine);
    machine.timer.start(3);
  }

  handle(machine: Machine, event: Event): State {
    if (event === "stop") return machine.idle;
    if (event !== "tick") return this;
    machine.timer.tick();
    machine.litres += 2;
    return machine.timer.isOver ? machine.spinning : this;
  }
}

class Spinning extends State {
  private turns = 0;

  override enter(machine: Machine): void {
    super.enter(machine);
    this.turns = 0;
    machine.timer.start(5);
  }

  handle(machine: Machine, event: Event): State {
    switch (event) {
      case "stop":
        return machine.idle;
      case "tick":
        this.turns += 100;
        machine.timer.tick();
        return machine.timer.isOver ? machine.idle : this;
      default:
        return this;
    }
  }
}

class Machine {
  readonly idle: State = new Idle("idle");
  readonly filling: State = new Filling("filling");
  readonly spinning: State = new Spinning("spinning");
  readonly timer = new Timer();
  litres = 0;
  isOpen = false;
  private state: State = this.idle;
  private readonly log: string[] = [];

  dispatch(event: Event): void {
    if (event === "door") {
      this.isOpen = !this.isOpen;
      return;
    }
    const next = this.state.handle(this, event);
    if (next !== this.state) {
      this.state = next;
      next.enter(this);
    }
  }

  note(name: string): void {
    this.log.push(name);
  }

  get summary(): string {
    return `${this.log.join(",")} ${this.litres} ${this.idle.entered + this.filling.entered + this.spinning.entered}`;
  }
}

export function run(): string {
  const machine = new Machine();
  const day: Event[] = [
    "door",
    "start",
    "door",
    "start",
    "tick",
    "tick",
    "tick",
    "tick",
    "tick",
    "stop",
    "start",
    "stop",
  ];
  for (let turn = 0; turn < 10; turn++) {
    for (const event of day) machine.dispatch(event);
  }
  return machine.summary;
}
