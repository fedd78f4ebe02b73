// The SIM: its message slots, its PIN with the tries left. It outlives the modem's power.

import { MessageStore } from "./message-store.ts";
import { MODEL_CLASSES } from "./model-class.ts";
import type { Sim800Settings } from "./settings.ts";

const PIN_TRIES = 3;
const PUK_TRIES = 10;

/** Digits of a PIN (ETSI TS 102 221 9.5.1). */
const PIN_FORM = /^\d{4,8}$/;

export type SimLock = "absent" | "busy" | "closed" | "pin" | "puk" | "blocked" | "ready";

export class SimCard {
  readonly messages: MessageStore;
  pinTries = PIN_TRIES;
  pukTries = PUK_TRIES;
  /** False: it was taken out of its holder. */
  present: boolean;
  /** The modem has closed it (AT+CFUN=0). */
  closed = false;
  /** The modem is still reading it after a start. */
  busy = false;
  /** The PIN is asked for at every start. */
  pinEnabled: boolean;
  private pin: string;
  private entered = false;

  constructor(private readonly settings: Pick<Sim800Settings, "simPresent" | "pin" | "puk" | "slots" | "model">) {
    this.messages = new MessageStore(settings.slots, MODEL_CLASSES[settings.model].firstSlot);
    this.present = settings.simPresent;
    this.pinEnabled = settings.pin !== null;
    this.pin = settings.pin ?? "0000";
  }

  get lock(): SimLock {
    if (!this.present) return "absent";
    if (this.closed) return "closed";
    if (this.busy) return "busy";
    if (this.pukTries === 0) return "blocked";
    if (this.pinTries === 0) return "puk";
    return this.pinEnabled && !this.entered ? "pin" : "ready";
  }

  /** The SIM's supply was cut: the PIN is asked for again; tries stay as they are. */
  powerOff(): void {
    this.entered = false;
    this.closed = false;
    this.busy = false;
  }

  /** True if `pin` is right: the SIM is open then. A wrong one costs a try, and a SIM that is open stays so. */
  enterPin(pin: string): boolean {
    const isRight = pin === this.pin;
    if (isRight) this.entered = true;
    this.pinTries = isRight ? PIN_TRIES : this.pinTries - 1;
    return isRight;
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

  /** A new PIN for an open SIM, against the old one; a wrong one costs a try. */
  changePin(old: string, changed: string): boolean {
    if (!this.enterPin(old)) return false;
    this.pin = changed;
    return true;
  }
}

/** A PIN of four to eight digits, which alone reaches the SIM. */
export function isPin(text: string): boolean {
  return PIN_FORM.test(text);
}
