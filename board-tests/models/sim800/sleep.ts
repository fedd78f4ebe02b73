// Sleep by AT+CSCLK=2: after five seconds without a word the modem sleeps, and the octets that wake it are lost.
// Sources: AT Command Manual V1.12 3.2.20; SIM800 Hardware Design V1.09 4.2.2.2. (With AT+CSCLK=1 it is DTR that
// decides, which boards of this kind tie low: then it never sleeps.)

import type { Sim800Timing } from "./settings.ts";

export class Sleep {
  private lastOctetMs = 0;
  private awakeAtMs = 0;

  constructor(private readonly timing: Pick<Sim800Timing, "sleepAfterMs" | "wakeMs">) {}

  /** True if the modem hears an octet that arrives at `nowMs`. */
  hears(nowMs: number, csclk: number): boolean {
    const isAsleep = csclk === 2 && nowMs - this.lastOctetMs >= this.timing.sleepAfterMs;
    if (isAsleep) this.awakeAtMs = nowMs + this.timing.wakeMs;
    this.lastOctetMs = nowMs;
    return nowMs >= this.awakeAtMs;
  }

  /** The modem starts, awake. */
  restart(nowMs: number): void {
    this.lastOctetMs = nowMs;
    this.awakeAtMs = nowMs;
  }
}
