// How the gateway is, as display and LED tell it.
import type { BrokerState } from "../broker-state.ts";
import type { ModemHealth } from "../modem/modem.ts";
import { troubleOf } from "./states.late.ts";

/** How the gateway's three connections are. */
export interface Connections {
  readonly wifi: "off" | "joining" | "no-address" | "no-network" | "wrong-key" | "up";
  readonly broker: BrokerState;
  /** The broker is spoken to without TLS. */
  readonly isPlain: boolean;
  readonly modem: ModemHealth;
}

/** In place of a number of blinks: without a pause. */
export const FAST = 9;

/** States of which nothing is to be mended. */
const WELL = " Wup Bup Bplain Mready ";
/** Warnings that the display tells, as gateway/state has them; the others are in gateway/state alone. */
const SHOWN_WARNINGS = " client_id_taken supply_low sim_full sim_nearly_full ";

/** The kinds of states, and what the display calls what they are about. */
const ABOUT = "WWiFi   BBroker MModem  NSignal ";
const ABOUT_COLUMNS = 8;

/**
 * Of a state (states.late.ts): how often the LED blinks, what the display calls it, and what to do about it, the latter two of
 * 16 columns at most. Those of "", which is all well, for one that is not known.
 */
export function told(state: string): readonly string[] {
  if (state === "") return ["1", "", ""];
  if (WELL.includes(` ${state} `)) return ["1", `${about(state)}ok${state === "Bplain" ? ", plain" : ""}`, ""];
  return troubleOf(state, about(state));
}

/** With what all lines about the same begin; "" for a warning. */
function about(state: string): string {
  const at = ABOUT.indexOf(state.charAt(0)) + 1;
  return at === 0 ? "" : ABOUT.slice(at, at + ABOUT_COLUMNS - 1);
}

const NONE: readonly string[] = [];

/** All that is told of the gateway but its messages. */
export class Glance implements Connections {
  wifi: Connections["wifi"] = "off";
  broker: Connections["broker"] = "waiting";
  isPlain = false;
  modem: ModemHealth = "silent";
  /** home, roaming, searching, denied, none; "" while it has not been asked for. */
  registration = "";
  /** Of the mobile network; 0 unknown. */
  signalDbm: int<-127, 0> = 0;
  /** Codes of gateway/state. */
  warnings: readonly string[] = NONE;

  /** The state that most wants mending, a cause before what follows from it; "" when all is well. */
  problem(): string {
    const { modem } = this;
    if (this.warnings.includes("supply_low")) return "!supply_low";
    const isModemWell = modem === "ready" || modem === "starting";
    if (!isModemWell) return `M${modem}`;
    if (this.wifi !== "up") return `W${this.wifi}`;
    if (this.broker !== "up") return `B${this.broker}`;
    if (modem !== "ready") return `M${modem}`;
    if (!this.isServed()) return `N${this.registration}`;
    for (const warning of this.warnings) if (SHOWN_WARNINGS.includes(` ${warning} `)) return `!${warning}`;
    return "";
  }

  /** Whether messages can come, as far as it is known. */
  isServed(): boolean {
    return "home roaming".includes(this.registration);
  }
}
