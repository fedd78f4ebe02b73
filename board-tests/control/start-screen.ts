// What the simulator says when it has started: what runs, where, and what to type next.

import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import colours from "picocolors";
import { MQTT_PORT_DEFAULT } from "./sim-options.ts";

export interface StartFacts {
  firmware: string;
  modem: string;
  /** The broker for people, such as `mqtt://127.0.0.1:1883 (embedded)`. */
  broker: string;
  topic: string;
  data: string;
  httpPort: number;
  /** Where subscribers find the embedded broker; null with a broker elsewhere. */
  mqttPort: number | null;
  /** The broker's URL with a broker elsewhere, for subscribers. */
  brokerUrl: string | null;
  /** Null in real time. */
  speed: string | null;
  /** True if the emulated modem can be sent an SMS. */
  canSend: boolean;
}

const EXAMPLE = { from: "Amazon", text: "Your verification code is 791985" };

/** True if `program` is in the PATH. */
export function isInstalled(program: string): boolean {
  return (process.env.PATH ?? "").split(delimiter).some((folder) => folder !== "" && existsSync(join(folder, program)));
}

/** The lines of the start screen. */
export function startScreen(facts: StartFacts, installed: (program: string) => boolean = isInstalled): string[] {
  const row = (name: string, text: string): string => `  ${colours.dim(name.padEnd(9))} ${text}`;
  return [
    "",
    colours.bold("SMS gateway, simulated"),
    "",
    row("board", `a virtual Pico W running ${facts.firmware}`),
    row("modem", facts.modem),
    row("broker", `${facts.broker}, topic ${facts.topic}`),
    ...(facts.speed === null ? [] : [row("time", facts.speed)]),
    row("data", `${facts.data} keeps the flash and the SIM; delete it to start anew`),
    row("control", `http://127.0.0.1:${facts.httpPort}/api/state and more, see docs/simulator.md`),
    "",
    ...(facts.canSend ? nextSteps(facts, installed) : watchSteps(facts, installed)),
    colours.dim("Ctrl-C here ends it."),
    "",
  ];
}

function nextSteps(facts: StartFacts, installed: (program: string) => boolean): string[] {
  return [
    ...watchSteps(facts, installed),
    "Then, in a third one, send an SMS:",
    "",
    `  ${colours.cyan(sendLine(facts.httpPort, installed("curl")))}`,
    "",
  ];
}

/** How to see the messages: a client of ours, and mosquitto's where there is one. */
function watchSteps(facts: StartFacts, installed: (program: string) => boolean): string[] {
  const lines =
    facts.speed === null
      ? subscribeLines(facts, installed("mosquitto_sub"))
      : [virtualTimeLine(facts, installed("curl"))];
  return ["To see the messages, type in another terminal:", "", ...lines.map((line) => `  ${colours.cyan(line)}`), ""];
}

function subscribeLines({ mqttPort, brokerUrl, topic }: StartFacts, hasMosquitto: boolean): string[] {
  const url = brokerUrl ?? `mqtt://127.0.0.1:${mqttPort}`;
  const options = [
    ...(mqttPort === MQTT_PORT_DEFAULT ? [] : [`--broker ${url}`]),
    ...(topic === "gateway" ? [] : [`--topic '${topic}/#'`]),
  ];
  const watch = `npm run sim:watch${options.length > 0 ? ` -- ${options.join(" ")}` : ""}`;
  const place =
    mqttPort === null
      ? `-L ${url}/${topic}/#`
      : `${mqttPort === MQTT_PORT_DEFAULT ? "" : `-p ${mqttPort} `}-t '${topic}/#'`;
  return hasMosquitto ? [watch, `mosquitto_sub ${place} -v`] : [watch];
}

/** In virtual time the broker is inside the simulator, where no client of this machine reaches it. */
function virtualTimeLine({ httpPort }: StartFacts, hasCurl: boolean): string {
  const url = `http://127.0.0.1:${httpPort}/api/mqtt`;
  return hasCurl ? `curl ${url}` : `node -e "fetch('${url}').then((r) => r.text()).then(console.log)"`;
}

function sendLine(httpPort: number, hasCurl: boolean): string {
  const url = `http://127.0.0.1:${httpPort}/api/modem/sms`;
  if (hasCurl) return `curl -H 'Content-Type: application/json' -d '${JSON.stringify(EXAMPLE)}' ${url}`;
  const body = `JSON.stringify({ from: '${EXAMPLE.from}', text: '${EXAMPLE.text}' })`;
  return `node -e "fetch('${url}', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: ${body} })"`;
}
