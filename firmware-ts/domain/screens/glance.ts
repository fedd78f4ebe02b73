// How the gateway is, as display and LED tell it: one table says of each state what the display calls it, what to do about
// it, and how often the LED blinks.

import type { BrokerState } from "../broker-state.ts";
import type { ModemHealth } from "../modem/modem.ts";

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

/**
 * A row a state: W Wi-Fi, B broker, M modem, N mobile network, ! warning, with its state; how often the LED blinks
 * (docs/hardware.md); what the display calls it behind the name of what it is about, and what to do about it, of 16 columns at
 * most. One text, as records would take three times as much of the heap.
 */
const STATES = `
:1::
Woff:3:off:
Wjoining:3:joining:
Wno-address:3:no IP:DHCP? router?
Wno-network:3:not found:name? 2.4 GHz?
Wwrong-key:3:password?:wifi_password?
Wup:1:ok:
Bwaiting:2:waiting:
Bunreachable:2:no answer:on? address?
Bwrong-protocol:2:version?:MQTT 3.1.1 off?
Bwrong-id:2:wants no:client id? rule?
Bunavailable:2:not ready:its log says why
Bwrong-user:2:password?:broker_password?
Bnot-allowed:2:forbids:user's rights?
Btopic-refused:2:ends it:topic? see log
Btaken-over:2:ends it:id used twice?
Bunknown-name:2:unknown:broker_host?
Bno-dns:2:no DNS:router?
Bdns-failed:2:DNS fails:router?
Bipv6-only:2:IPv6 only:needs IPv6 here
Bup:1:ok:
Bplain:1:ok, plain:
Msilent:4:silent:wires? supply?
Mno-power:9:no power?:4.0 V? 2 A?
Mstarting:4:starting:
Mno-sim:5:no SIM:put one in
Mpin:5:SIM PIN:set sim_pin
Mwrong-pin:5:PIN wrong:correct sim_pin
Mready:1:ok:
Nsearching:4:searching:antenna? 2G?
Ndenied:4:denied:SIM valid? 2G?
Nnone:4:none:antenna? 2G?
!client_id_taken:2:Same id twice:id used twice?
!supply_low:9:Supply low:4.0 V? 2 A?
!sim_full:5:SIM full:empty it
!sim_nearly_full:5:SIM nearly full:empty it
`;

/** The kinds of states, and what the display calls what they are about. */
const ABOUT = "WWiFi   BBroker MModem  NSignal ";
const ABOUT_COLUMNS = 8;

/** The columns of a state's row; those of "", which is all well, for one that is not in the table. */
export function told(state: string): readonly string[] {
  const at = Math.max(STATES.indexOf(`\n${state}:`) + 1, 1);
  // What is wrong with TLS has names that tell it, and no rows: most boards never see them.
  if (at === 1 && state.startsWith("B")) return ["", "2", "Broker TLS fails", state.slice(1)];
  const [, blinks = "", words = "", advice = ""] = STATES.slice(at, STATES.indexOf("\n", at)).split(":");
  const about = words === "" ? -1 : ABOUT.indexOf(state.charAt(0));
  return ["", blinks, about < 0 ? words : `${ABOUT.slice(about + 1, about + ABOUT_COLUMNS)}${words}`, advice];
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
    for (const warning of this.warnings) if (STATES.includes(`!${warning}:`)) return `!${warning}`;
    return "";
  }

  /** Whether messages can come, as far as it is known. */
  isServed(): boolean {
    return "home roaming".includes(this.registration);
  }
}
