// What goes on while the test before saving waits for the broker: the watchdog is fed, the modem served, names are answered, the
// LED blinks.
import type { Clock } from "../ports/clock.ts";
import type { NameServer } from "../ports/portal.ts";
import type { Waiting } from "../ports/waiting.ts";
import type { ModemLink } from "./modem-link.ts";
import type { SignalLight } from "./signal-light.ts";
import type { Supervisor } from "./supervisor.ts";

const STEP_MS = 4;

export class PortalPump implements Waiting {
  constructor(
    private readonly clock: Clock,
    private readonly supervisor: Supervisor,
    private readonly link: ModemLink,
    private readonly light: SignalLight,
    private readonly names: NameServer,
  ) {}

  step(): void {
    const now = this.supervisor.beat();
    this.link.poll(now);
    this.names.answer();
    this.light.poll(now);
    this.clock.sleep(STEP_MS);
  }
}
