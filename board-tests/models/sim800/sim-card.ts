// The SIM: its message slots, its PIN with the tries left. It outlives the modem's power.

import { MessageStore } from "./message-store.ts";
import type { Sim800Settings } from "./settings.ts";

const PIN_TRIES = 3;
const PUK_TRIES = 10;

export type SimLock = "absent" | "pin" | "puk" | "blocked" | "ready";

export class SimCard {
  readonly messages: MessageStore;
  pinTries = PIN_TRIES;
  pukTries = PUK_TRIES;
  private pin: string | null;
  private entered = false;

  constructor(private readonly settings: Pick<Sim800Settings, "simPresent" | "pin" | "puk" | "slots">) {
    this.messages = new MessageStore(settings.slots);
    this.pin = settings.pin;
  }

  get lock(): SimLock {
    if (!this.settings.simPresent) return "absent";
    if (this.pukTries === 0) return "blocked";
    if (this.pinTries === 0) return "puk";
    return this.pin === null || this.entered ? "ready" : "pin";
  }

  /** The SIM's supply was cut: the PIN is asked for again; tries stay as they are. */
  powerOff(): void {
    this.entered = false;
  }

  /** True if `pin` opens the SIM; a wrong one costs a try. */
  enterPin(pin: string): boolean {
    this.entered = pin === this.pin;
    this.pinTries = this.entered ? PIN_TRIES : this.pinTries - 1;
    return this.entered;
  }

  /** Sets a new PIN by the PUK; a wrong one costs a try. */
  enterPuk(puk: string, newPin: string): boolean {
    if (puk !== this.settings.puk) {
      this.pukTries--;
      return false;
    }
    this.pin = newPin;
    this.pinTries = PIN_TRIES;
    this.pukTries = PUK_TRIES;
    this.entered = true;
    return true;
  }
}
