// What a running gateway says of its settings and its three connections, and what each word asks for.
import type { LogMapper } from "../../transpiler/src/trace/log-mapper.ts";
import type { Diagnosis } from "../device/console.ts";
import { crashSentence, crashTrace } from "../device/crash-words.ts";
import { bad, type Check, good, note, skipped } from "./check.ts";

type Row = readonly [verdict: "good" | "note" | "bad", says: string, remedy: string];

const WIFI: Readonly<Record<string, Row>> = {
  up: ["good", "Wi-Fi: connected", ""],
  joining: [
    "bad",
    "Wi-Fi: the network does not let the board in, or is far away.",
    "Bring the board nearer. The Pico W knows 2.4 GHz only; WPA3 alone may refuse it.",
  ],
  "no-network": [
    "bad",
    "Wi-Fi: there is no network of the name in wifi_ssid.",
    "Names are case-sensitive, and the board knows 2.4 GHz only.",
  ],
  "wrong-key": ["bad", "Wi-Fi: the network refuses the password.", "Correct wifi_password in the settings."],
  "no-address": [
    "bad",
    "Wi-Fi: joined, but no router gives the board an address.",
    "Switch DHCP on at the router, or write wifi_address and wifi_gateway into the settings.",
  ],
  off: ["bad", "Wi-Fi: the radio is off.", "npm run monitor shows whether it comes up."],
};

const BROKER: Readonly<Record<string, Row>> = {
  up: ["good", "Broker: connected, from the board", ""],
  unreachable: [
    "bad",
    "Broker: nobody answers at broker_host and broker_port.",
    "Is the broker running, and does it listen on the network and not on its own computer alone? (mosquitto: listener 1883)",
  ],
  "wrong-protocol": [
    "bad",
    "Broker: it does not take MQTT 3.1.1 (CONNACK 1).",
    "Switch MQTT 3.1.1 on at the broker: the gateway speaks no other version. Is it an MQTT broker at all?",
  ],
  "wrong-id": [
    "bad",
    "Broker: it refuses the client identifier (CONNACK 2).",
    "Its rules want other names than sms_gateway_ and the board's number: allow that one.",
  ],
  unavailable: [
    "bad",
    "Broker: it answers, but is not available (CONNACK 3).",
    "It is starting, or overloaded: its own log says why. The gateway goes on trying.",
  ],
  "wrong-user": [
    "bad",
    "Broker: broker_user or broker_password is wrong (CONNACK 4).",
    "Correct broker_user and broker_password in the settings.",
  ],
  "not-allowed": [
    "bad",
    "Broker: it does not let this user in (CONNACK 5).",
    "Correct broker_user and broker_password; or the broker allows neither anonymous clients nor this user.",
  ],
  "taken-over": [
    "bad",
    "Broker: it ends each connection as soon as it stands.",
    "Another client uses the same client identifier (a copy of this board's flash, a second gateway), or the broker's rules forbid what the gateway subscribes to: the broker's log says which.",
  ],
  "topic-refused": [
    "bad",
    "Broker: it ends the connection at a topic that the gateway publishes on or subscribes to.",
    "Its rules do not allow that topic: its log names it, npm run monitor shows it (docs/brokers.md has the rules that each broker needs). Where they are right, another client may have the same identifier.",
  ],
  "unknown-name": [
    "bad",
    "Broker: nobody knows the name in broker_host.",
    "Correct broker_host, or write its address.",
  ],
  "no-dns": [
    "bad",
    "Broker: its name has no address, as no name server answers.",
    "Is the router's name server on? Others: dns_servers. Or write the broker's address as broker_host.",
  ],
  "dns-failed": [
    "bad",
    "Broker: its name has no address, as the name servers cannot tell it.",
    "Has the router its way to the internet? Others: dns_servers. Or write the broker's address as broker_host.",
  ],
  "ipv6-only": [
    "bad",
    "Broker: its name has an IPv6 address alone, and the network gives the board none of that kind.",
    "Give the broker an IPv4 address, or switch IPv6 on at the router.",
  ],
  waiting: ["bad", "Broker: not tried yet.", "It is tried once Wi-Fi is up."],
  plain: [
    "note",
    "Broker: connected, from the board, and not encrypted",
    "Whoever is in the network can read messages and the password. Set broker_tls to true if the broker can: docs/brokers.md.",
  ],
  "no-time": [
    "bad",
    "Broker: not tried, as the board does not know what day it is, and so not whether a certificate is valid.",
    "The time comes from the mobile network, which some do not tell, or from a time server: does the network let NTP (UDP 123) out?",
  ],
  "unknown-issuer": [
    "bad",
    "Broker: its certificate is not issued by the authority that the settings name.",
    "Correct broker_ca: one that comes with the gateway, or own with npm run flash -- --ca FILE.",
  ],
  "wrong-name": [
    "bad",
    "Broker: its certificate is for another name than broker_host.",
    "Write broker_host as the certificate has it, or give the broker a certificate for that name (subjectAltName).",
  ],
  expired: ["bad", "Broker: its certificate, or one above it, has expired.", "Whoever runs the broker must renew it."],
  "not-yet-valid": [
    "bad",
    "Broker: its certificate is not valid yet.",
    "Was it made on a computer whose clock is ahead? Else the board's time is wrong: npm run monitor.",
  ],
  "bad-certificate": [
    "bad",
    "Broker: its certificate cannot be accepted (signed by SHA-1, a short key, or not for servers).",
    "Give the broker a certificate signed with SHA-256, of EC P-256 or RSA 2048.",
  ],
  "tls-files": [
    "bad",
    "Broker: a certificate or key on the board is damaged.",
    "Put them there again: npm run flash -- --ca FILE, or --client-cert FILE --client-key FILE.",
  ],
  "no-tls": [
    "bad",
    "Broker: nobody speaks TLS at broker_port.",
    "With TLS it is mostly 8883. A broker without TLS needs broker_tls false, and then anybody in the network reads along.",
  ],
  "tls-refused": [
    "bad",
    "Broker: it broke off while TLS began.",
    "It may ask for a certificate (broker_cert), not accept this one, or not know broker_host; its log says which.",
  ],
  "tls-slow": [
    "bad",
    "Broker: TLS came to no end in 15 s.",
    "A bad link, or a broker with a key that is too large: EC P-256 or RSA 2048 will do.",
  ],
  "no-memory": [
    "bad",
    "Broker: the board had no memory for TLS.",
    "It tries again, and restarts after a minute. If it comes again, send_per_day may be too high.",
  ],
};

const MODEM: Readonly<Record<string, Row>> = {
  ready: ["good", "Modem: answers", ""],
  starting: [
    "note",
    "Modem: it is starting.",
    "A SIM800 takes up to ten seconds. If it starts again and again, its supply breaks down: docs/hardware.md.",
  ],
  "no-sim": ["good", "Modem: answers", ""],
  pin: ["good", "Modem: answers", ""],
  "wrong-pin": ["good", "Modem: answers", ""],
  "no-power": [
    "bad",
    "Modem: it does not answer, and resets do not help.",
    "Look at its supply first: 3.9 to 4.0 V that stay above 3.4 V in its bursts of 2 A (1,000 µF at its pins): docs/hardware.md.",
  ],
  silent: [
    "bad",
    "Modem: it does not answer.",
    "Its supply (3.9 to 4.0 V, 2 A in bursts, 1,000 µF), GP16 to its RX, GP17 to its TX, a common ground: docs/hardware.md.",
  ],
};

const SIM: Readonly<Record<string, Row>> = {
  ready: ["good", "SIM: ready", ""],
  "no-sim": [
    "bad",
    "SIM: there is none, or it is not read.",
    "Put it in the right way round, with the power off; clean its contacts.",
  ],
  pin: [
    "bad",
    "SIM: it asks for its PIN, or for its PUK.",
    "Put the PIN into the settings as sim_pin, or switch it off in a telephone. A PUK is entered in a telephone.",
  ],
  "wrong-pin": [
    "bad",
    "SIM: sim_pin is wrong, or too few tries are left to be sure.",
    "It is not tried again. Correct sim_pin, or enter the PIN in a telephone once.",
  ],
};

const SAFE_MODE = [
  "Safe mode: the board restarted five times, each within a minute, so the modem is left alone for a while.",
  "Look at the modem's supply: 3.9 to 4.0 V that stay above 3.4 V in its bursts of 2 A (1,000 µF at its pins): docs/hardware.md.",
] as const;

const SETTINGS_COPY = [
  "Settings: /settings.json is damaged, and the last good settings are used.",
  "Write them anew: npm run setup, or npm run flash -- --settings FILE",
] as const;

const SETUP = [
  "Settings: the board is in the setup mode, as they are not there or cannot be used.",
  "Join the Wi-Fi that its display names (without a display: npm run setup -- --show-key) and open http://192.168.4.1: docs/setup.md.\n" +
    "Or npm run setup asks for them here; npm run flash -- --settings FILE puts a settings.json on the board.",
] as const;

/** Whether a gateway that has just started may still be on its way: then it is asked again. */
export function isSettled({ wifi, broker, modem, problems }: Diagnosis): boolean {
  return problems !== undefined || (wifi === "up" && broker === "up" && modem !== undefined && modem in SIM);
}

/** @param diagnosis null: no gateway answered @param maps of tracebacks; null: none are at hand */
export function checkGateway(diagnosis: Diagnosis | null, maps: LogMapper | null = null): Check[] {
  const rest = ["wifi", "broker", "modem", "sim"] as const;
  const names = { wifi: "Wi-Fi", broker: "Broker", modem: "Modem", sim: "SIM" };
  if (diagnosis === null) {
    return (["settings", ...rest] as const).map((id) =>
      skipped(id, `${id === "settings" ? "Settings" : names[id]}: not known, as no gateway runs`),
    );
  }
  const { problems, wifi, encrypted, modem } = diagnosis;
  const broker = diagnosis.broker === "up" && encrypted === false ? "plain" : diagnosis.broker;
  if (diagnosis.setup === true) {
    return [
      problems?.length === 0 ? good("settings", "Settings: valid") : note("settings", ...SETUP),
      ...rest.map((id) => skipped(id, `${names[id]}: not looked at in the setup mode`)),
    ];
  }
  if (problems !== undefined) {
    const remedy = `${problems.join("\n")}\nnpm run setup asks for them; npm run flash -- --settings FILE puts a settings.json on the board.`;
    return [
      bad("settings", "Settings: they cannot be used.", remedy),
      ...rest.map((id) => skipped(id, `${names[id]}: not known without settings`)),
    ];
  }
  return [
    good("settings", "Settings: valid"),
    row("wifi", WIFI, wifi),
    wifi === "up" ? row("broker", BROKER, broker) : skipped("broker", "Broker: not reached without Wi-Fi"),
    row("modem", MODEM, modem),
    modem !== undefined && modem in SIM ? row("sim", SIM, modem) : skipped("sim", "SIM: not known without a modem"),
    ...checkRestarts(diagnosis, maps),
  ];
}

/** What is worth saying of restarts, and of settings that are not those that somebody wrote. */
function checkRestarts({ crash, warnings = [] }: Diagnosis, maps: LogMapper | null): Check[] {
  const checks: Check[] = [];
  if (warnings.includes("safe_mode")) checks.push(bad("safe_mode", ...SAFE_MODE));
  if (warnings.includes("settings_copy")) checks.push(bad("settings_copy", ...SETTINGS_COPY));
  if (crash) {
    const trace = crashTrace(crash, maps).join("\n");
    const remedy = trace === "" ? "docs/troubleshooting.md says what this is." : trace;
    checks.push(note("crash", `The last restart by itself: ${crashSentence(crash)}, build ${crash.build}`, remedy));
  }
  return checks;
}

function row(id: string, rows: Readonly<Record<string, Row>>, state: string | undefined): Check {
  const found = rows[state ?? ""];
  if (!found) return note(id, `${id}: "${state}"`, "This gateway says what this version of the doctor does not know.");
  const [verdict, says, remedy] = found;
  return remedy === "" ? good(id, says) : { id, verdict, says, remedy };
}
