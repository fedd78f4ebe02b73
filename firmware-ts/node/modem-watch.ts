// What to do about a modem that is not ready, said once each time: a computer has no display, and the log only says
// what the modem is.
import type { LogLevel } from "../app/log.ts";
import type { Millis } from "../domain/millis.ts";
import type { ModemHealth } from "../domain/modem/modem.ts";

/** A SIM800 answers 3 s after power, a stick at once. */
const SILENT_AFTER_MS = 10000;

const REMEDIES: Readonly<Record<ModemHealth, string>> = {
  silent:
    "The modem does not answer. A GSM stick has several serial ports, and only one or two of them take commands: " +
    "try the others (ls -l /dev/serial/by-id). A SIM800: see that it has power, that TX and RX are crossed, and --baud.",
  // Said already: without the modem's reset wire it is no more than silent.
  "no-power": "",
  starting: "",
  "no-sim": "The modem has no SIM, or cannot read it: take it out and put it in again.",
  pin: "The SIM asks for its PIN: put it into the settings as sim_pin. If it asks for the PUK, use a telephone.",
  "wrong-pin":
    "The PIN in the settings is wrong, or too few tries are left to be sure. It is not tried again: correct sim_pin, " +
    "or enter the PIN in a telephone.",
  ready: "",
};

export class ModemWatch {
  /** What was said holds until the modem is ready again. */
  private said: ModemHealth = "ready";
  private silentSince: Millis = 0;

  constructor(private readonly note: (level: LogLevel, text: string, now: Millis) => void) {}

  look(health: ModemHealth, now: Millis): void {
    if (health !== "silent") this.silentSince = now;
    if (health === "ready") this.said = health;
    const isEarly = health === "silent" && now - this.silentSince < SILENT_AFTER_MS;
    const remedy = REMEDIES[health];
    if (remedy === "" || health === this.said || isEarly) return;
    this.said = health;
    this.note("E", remedy, now);
  }
}
