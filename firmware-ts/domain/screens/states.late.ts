// What is told of each state that wants mending. Loaded with the first of them, at each start and after each outage, and forgotten
// when all is well: the table would take 1.5 KB of the heap.

/**
 * A row a state: W Wi-Fi, B broker, M modem, N mobile network, ! warning, with its state; how often the LED blinks
 * (docs/hardware.md); what the display calls it behind the name of what it is about, and what to do about it, of 16 columns at
 * most. One text, as records would take three times as much of the heap.
 */
const STATES = `
Woff:3:off:
Wjoining:3:joining:
Wno-address:3:no IP:DHCP? router?
Wno-network:3:not found:name? 2.4 GHz?
Wwrong-key:3:password?:wifi_password?
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
Msilent:4:silent:wires? supply?
Mno-power:9:no power?:4.0 V? 2 A?
Mstarting:4:starting:
Mno-sim:5:no SIM:put one in
Mpin:5:SIM PIN:set sim_pin
Mwrong-pin:5:PIN wrong:correct sim_pin
Nsearching:4:searching:antenna? 2G?
Ndenied:4:denied:SIM valid? 2G?
Nnone:4:none:antenna? 2G?
!client_id_taken:2:Same id twice:id used twice?
!supply_low:9:Supply low:4.0 V? 2 A?
!sim_full:5:SIM full:empty it
!sim_nearly_full:5:SIM nearly full:empty it
`;

/**
 * Blinks, words and advice, as glance.ts has them.
 * @param about with what its words begin
 */
export function troubleOf(state: string, about: string): readonly string[] {
  const at = STATES.indexOf(`\n${state}:`) + 1;
  // What is wrong with TLS has names that tell it, and no rows: most boards never see them.
  if (at === 0) return state.startsWith("B") ? ["2", "Broker TLS fails", state.slice(1)] : ["1", "", ""];
  const [, blinks = "", words = "", advice = ""] = STATES.slice(at, STATES.indexOf("\n", at)).split(":");
  return [blinks, about + words, advice];
}
