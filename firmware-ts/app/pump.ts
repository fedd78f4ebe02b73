// What goes on while anything waits: the watchdog is fed, the modem served, the LED blinks. Never the broker: it may be the one
// that waits.
import type { Clock } from "../ports/clock.ts";
import type { Waiting } from "../ports/waiting.ts";
import type { ModemLink } from "./modem-link.ts";
import type { SignalLight } from "./signal-light.ts";
import type { Supervisor } from "./supervisor.ts";

/** A PUBACK of the same network takes 5 to 20 ms, a line of the modem 10 ms. */
const STEP_MS = 2;

export class Pump implements Waiting {
  constructor(
    private readonly clock: Clock,
    private readonly supervisor: Supervisor,
    private readonly link: ModemLink,
    private readonly light: SignalLight,
  ) {}

  /** This is the deepest chain of calls on the device, and each call counts. */
  step(): void {
    const now = this.supervisor.beat();
    this.link.poll(now);
    this.light.poll(now);
    this.clock.sleep(STEP_MS);
  }
}
