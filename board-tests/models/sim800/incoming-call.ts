// A call from outside: RING and +CLIP every few seconds until ATH, or until the caller gives up.

import type { Modem } from "./modem.ts";

/** Between two RINGs, in ms [f: 3 to 5 s]. */
const RING_EVERY_MS = 3_000;

export class IncomingCall {
  private generation = 0;

  constructor(private readonly modem: Modem) {}

  /** Rings `rings` times, then the caller gives up: NO CARRIER. */
  begin(number: string, rings: number): void {
    this.generation++;
    this.ring(number, rings, this.generation);
  }

  /** Rejected by ATH, or the modem restarts: nothing more is said. */
  end(): void {
    this.generation++;
  }

  private ring(number: string, left: number, generation: number): void {
    if (generation !== this.generation) return;
    if (left === 0) return this.modem.unsolicited("NO CARRIER");
    this.modem.unsolicited("RING");
    const type = number.startsWith("+") ? 145 : 129; // 3GPP TS 24.008 10.5.4.7: international or unknown
    if (this.modem.profile.clip === 1) this.modem.unsolicited(`+CLIP: "${number}",${type},"",0,"",0`);
    this.modem.later(RING_EVERY_MS, () => this.ring(number, left - 1, generation));
  }
}
