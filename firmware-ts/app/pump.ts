// What goes on while anything waits: the watchdog is fed and the modem served. Never the broker: it may be the one
// that waits.
import type { Clock } from "../ports/clock.ts";
import type { Waiting } from "../ports/waiting.ts";
import type { ModemLink } from "./modem-link.ts";
import type { Supervisor } from "./supervisor.ts";

/** A PUBACK of the same network takes 5 to 20 ms, a line of the modem 10 ms. */
const STEP_MS = 2;

export class Pump implements Waiting {
  constructor(
    private readonly clock: Clock,
    private readonly supervisor: Supervisor,
    private readonly link: ModemLink,
  ) {}

  step(): void {
    this.link.poll(this.supervisor.beat());
    this.clock.sleep(STEP_MS);
  }
}
