// The machine port under Node: the process ends, and whatever started it (systemd, a person) starts it again; it counts starts,
// too.
import type { Machine } from "../ports/machine.ts";
import type { Mailbox } from "./mailbox.ts";

/** As runtime-py/flight_recorder.py has them. */
const TASKS = ["", "network", "broker", "modem", "flash", "display", "messages"];
const FOREVER_MS = 1_000_000_000;

export class ProcessMachine implements Machine {
  /** @param shown the settings as the console shows them, JSON */
  constructor(
    private readonly mailbox: Pick<Mailbox, "send">,
    private readonly shown: string,
  ) {}

  freeHeap(): number {
    return -1;
  }

  address(): string {
    return "";
  }

  settings(): string {
    return this.shown;
  }

  restart(task: number): void {
    if (task > 0) console.error(`The gateway ends, for its ${TASKS[task]} part is stuck: start it again.`);
    this.mailbox.send({ order: "end" });
  }

  enter(): void {}

  keep(): number {
    return FOREVER_MS;
  }
}
