// A call from outside: RING and +CLIP every few seconds until ATH, or until the caller gives up.

import type { Modem } from "./modem.ts";
import { addressType } from "./tpdu.ts";

export class IncomingCall {
  private generation = 0;
  /** Who is calling now; null without a call. */
  caller: string | null = null;

  constructor(private readonly modem: Modem) {}

  /** Rings `rings` times, then the caller gives up: NO CARRIER. "" withholds the number. */
  begin(number: string, rings: number): void {
    this.end();
    this.caller = number;
    this.ring(number, rings, this.generation);
  }

  /** Rejected by ATH, or the modem restarts: nothing more is said. */
  end(): void {
    this.generation++;
    this.caller = null;
  }

  private ring(number: string, left: number, generation: number): void {
    if (generation !== this.generation) return;
    if (left === 0) return this.giveUp(number);
    this.modem.unsolicited(this.modem.profile.crc === 1 ? "+CRING: VOICE" : "RING");
    const withheld = number === "" ? 1 : 0; // CLI validity, 3GPP TS 27.007 7.6
    if (this.modem.profile.clip === 1)
      this.modem.unsolicited(`+CLIP: "${number}",${addressType(number)},"",0,"",${withheld}`);
    this.modem.later(this.modem.settings.timing.ringMs, () => this.ring(number, left - 1, generation));
  }

  private giveUp(number: string): void {
    this.end();
    this.modem.unsolicited("NO CARRIER");
    if (this.modem.settings.behaviour.missedCallLine) this.modem.unsolicited(`MISSED_CALL: ${this.hour()} ${number}`);
  }

  /** `10:15AM` */
  private hour(): string {
    const [hours = 0, minutes = "00"] = this.modem.networkClock.text().slice(9, 14).split(":");
    return `${String(Number(hours) % 12 || 12).padStart(2, "0")}:${minutes}${Number(hours) < 12 ? "AM" : "PM"}`;
  }
}
