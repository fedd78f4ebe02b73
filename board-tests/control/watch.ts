// `npm run sim:watch`: subscribes to the gateway's topics and prints messages as they come.

import { parseArgs } from "node:util";
import { connect, type MqttClient } from "mqtt";
import colours from "picocolors";
import { type BrokerAddress, brokerText, connectOptions, parseBrokerUrl } from "./broker-url.ts";
import { MQTT_PORT_DEFAULT, UsageError } from "./sim-options.ts";

export interface WatchOptions {
  broker: BrokerAddress;
  topic: string;
}

export const WATCH_HELP = `Usage: npm run sim:watch -- [options]

Prints the gateway's MQTT messages as they come.

  --broker URL    mqtt://user:password@host:port (mqtt://127.0.0.1:${MQTT_PORT_DEFAULT}, the simulator's)
  --topic FILTER  what to subscribe to (gateway/#)
  --help          this text`;

const OPTIONS = {
  broker: { type: "string", default: `mqtt://127.0.0.1:${MQTT_PORT_DEFAULT}` },
  topic: { type: "string", default: "gateway/#" },
  help: { type: "boolean", default: false },
} as const;

/** The options in `args`, or null when the help was asked for. Throws UsageError. */
export function parseWatchOptions(args: string[]): WatchOptions | null {
  const values = parse(args);
  if (values.help) return null;
  const broker = parseBrokerUrl(values.broker);
  if (!broker)
    throw new UsageError(
      `--broker ${values.broker} is no broker: write mqtt://host or mqtt://user:password@host:port, mqtts:// with TLS.`,
    );
  return { broker, topic: values.topic };
}

function parse(args: string[]) {
  try {
    return parseArgs({ args, options: OPTIONS, strict: true, allowPositionals: false }).values;
  } catch (error) {
    throw new UsageError(`${(error as Error).message.split(". ")[0]}. npm run sim:watch -- --help lists the options.`);
  }
}

/** Subscribes and prints until the client is ended; tries again when the broker is away. */
export function watch(options: WatchOptions, print: (line: string) => void): MqttClient {
  const { broker, topic } = options;
  const client = connect({ ...connectOptions(broker), reconnectPeriod: 1_000 });
  let waiting = false;
  const wait = (reason: string): void => {
    if (!waiting) print(colours.yellow(`${reason}; waiting for it. The simulator starts one: npm run sim`));
    waiting = true;
  };
  client.on("connect", () => {
    waiting = false;
    print(colours.dim(`Listening to ${topic} at ${brokerText(broker)}. Ctrl-C ends it.`));
    client.subscribe(topic, { qos: 1 });
  });
  client.on("error", (error) => wait(refusalText(error, broker)));
  client.on("close", () => wait(`No broker at ${brokerText(broker)}`));
  client.on("message", (name, payload, packet) => print(messageText(name, payload, packet.retain)));
  return client;
}

function refusalText(error: Error, broker: BrokerAddress): string {
  const refused = "code" in error && typeof error.code === "number";
  return refused ? `${brokerText(broker)} refuses: ${error.message}` : `No broker at ${brokerText(broker)}`;
}

/** A message for people: time and topic, then JSON over several lines, or the text as it is. */
export function messageText(topic: string, payload: Uint8Array, retained: boolean, now = new Date()): string {
  const time = now.toTimeString().slice(0, 8);
  const text = new TextDecoder().decode(payload);
  const mark = retained ? colours.dim(" (retained)") : "";
  return `${colours.dim(time)} ${colours.bold(topic)}${mark}\n${prettyJson(text)}\n`;
}

function prettyJson(text: string): string {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? JSON.stringify(value, null, 2) : text;
  } catch {
    return text;
  }
}
