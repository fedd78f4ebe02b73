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
 * (docs/hardware.md); what the display calls it, and what to do about it, of 16 columns at most. One text, as records
 * would take three times as much of the heap.
 */
const STATES = `
:1::
Woff:3:WiFi   off:
Wjoining:3:WiFi   joining:
Wno-address:3:WiFi   no IP:DHCP? router?
Wno-network:3:WiFi   not found:name? 2.4 GHz?
Wwrong-key:3:WiFi   password?:wifi_password?
Wup:1:WiFi   ok:
Bwaiting:2:Broker waiting:
Bunreachable:2:Broker no answer:on? address?
Bwrong-protocol:2:Broker version?:MQTT 3.1.1 off?
Bwrong-id:2:Broker wants no:client id? rule?
Bunavailable:2:Broker not ready:its log says why
Bwrong-user:2:Broker password?:broker_password?
Bnot-allowed:2:Broker forbids:user's rights?
Btaken-over:2:Broker ends it:id used twice?
Bunknown-name:2:Broker unknown:broker_host?
Bno-dns:2:Broker no DNS:router?
Bdns-failed:2:Broker DNS fails:router?
Bipv6-only:2:Broker IPv6 only:needs IPv6 here
Bup:1:Broker ok:
Bplain:1:Broker ok, plain:
Msilent:4:Modem  silent:wires? supply?
Mno-power:9:Modem  no power?:4.0 V? 2 A?
Mstarting:4:Modem  starting:
Mno-sim:5:Modem  no SIM:put one in
Mpin:5:Modem  SIM PIN:set sim_pin
Mwrong-pin:5:Modem  PIN wrong:correct sim_pin
Mready:1:Modem  ok:
Nsearching:4:Signal searching:antenna? 2G?
Ndenied:4:Signal denied:SIM valid? 2G?
Nnone:4:Signal none:antenna? 2G?
!client_id_taken:2:Same id twice:id used twice?
!supply_low:9:Supply low:4.0 V? 2 A?
!sim_full:5:SIM full:empty it
!sim_nearly_full:5:SIM nearly full:empty it
`;

/** The columns of a state's row; those of "", which is all well, for one that is not in the table. */
export function told(state: string): readonly string[] {
  const at = Math.max(STATES.indexOf(`\n${state}:`) + 1, 1);
  // What is wrong with TLS has names that tell it, and no rows: most boards never see them.
  if (at === 1 && state.startsWith("B")) return ["", "2", "Broker TLS fails", state.slice(1)];
  return STATES.slice(at, STATES.indexOf("\n", at)).split(":");
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
