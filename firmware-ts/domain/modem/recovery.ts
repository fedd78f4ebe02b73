// What a modem that does not work is done to, step by step, with more patience after each: restarted by a command, while
// it still answers; reset by its pin; and when two resets have not helped, its supply is to be looked at.
import type { Millis } from "../millis.ts";
import type { ModemHealth } from "./modem.ts";

/** restart: AT+CFUN=1,1 · reset: its pin held low · power: somebody has to look at its supply */
export type Remedy = "none" | "restart" | "reset" | "power";

/** Silent for so long, from power-on too: a SIM800 answers after 3 s, and is ready after 15. */
const SILENT_MS = 30000;
/** Answers, and does not become ready. */
const STARTING_MS = 120000;
/** Between two resets; the last one again and again. Nothing is judged within 30 s of a reset (gammu#525). */
const RESET_AGAIN_MS: readonly Millis[] = [30000, 60000, 120000, 300000, 900000, 1800000];
/** So many resets without a word of it are no matter of the modem's program. */
const RESETS_BEFORE_POWER = 2;

export class Recovery {
  /** Since when the modem is as it is, or was last done something to. */
  private since: Millis = 0;
  private health: ModemHealth = "silent";
  private resets: u8 = 0;
  private isRestarted = false;
  private hasAskedForPower = false;

  /** What is to be done now. */
  look(health: ModemHealth, now: Millis): Remedy {
    const isSame = isSilent(health) === isSilent(this.health) && isWell(health) === isWell(this.health);
    this.health = health;
    if (!isSame) this.since = now;
    if (isWell(health)) {
      this.resets = 0;
      this.isRestarted = false;
      this.hasAskedForPower = false;
      return "none";
    }
    if (now - this.since < this.patience()) return "none";
    return this.next(now);
  }

  private patience(): Millis {
    if (this.resets > 0) return RESET_AGAIN_MS[Math.min(this.resets, RESET_AGAIN_MS.length) - 1] ?? 0;
    return isSilent(this.health) ? SILENT_MS : STARTING_MS;
  }

  private next(now: Millis): Remedy {
    if (this.resets >= RESETS_BEFORE_POWER && isSilent(this.health) && !this.hasAskedForPower) {
      this.hasAskedForPower = true;
      return "power";
    }
    this.since = now;
    if (!isSilent(this.health) && !this.isRestarted) {
      this.isRestarted = true;
      return "restart";
    }
    this.resets = Math.min(this.resets + 1, RESET_AGAIN_MS.length) & 0xff;
    return "reset";
  }
}

function isSilent(health: ModemHealth): boolean {
  return health === "silent" || health === "no-power";
}

/** Without a SIM, or before its PIN, the modem itself does what it can. */
function isWell(health: ModemHealth): boolean {
  return health === "ready" || health === "no-sim" || health === "pin" || health === "wrong-pin";
}
