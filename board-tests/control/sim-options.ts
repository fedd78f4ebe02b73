// The options of `npm run sim`: from the command line to checked values. Mistakes give a sentence, never a stack.

import { parseArgs } from "node:util";
import { type BrokerAddress, parseBrokerUrl } from "./broker-url.ts";

export interface SimOptions {
  /** A broker outside; null: the embedded one. */
  broker: BrokerAddress | null;
  headless: boolean;
  /** `tcp://host:port` or a serial device in place of the emulated modem. */
  uart: string | null;
  /** Where the board's USB serial port shall be; null nowhere. */
  usb: string | null;
  /** Folder that keeps flash and SIM from run to run. */
  data: string;
  httpPort: number;
  mqttPort: number;
  /** 1 real time, more is virtual time; Infinity for `max`. */
  speed: number;
  /** A settings.json for the board in place of the one on its flash. */
  settings: string | null;
  /** An empty flash stays empty. */
  noSettings: boolean;
  /** A file with the Wi-Fi networks that the board's radio finds; null: any name and key is right. */
  networks: string | null;
  /** A folder to run instead of what the build makes. */
  device: string | null;
  verbose: boolean;
}

/** A mistake of the user's; its message says what to write instead. */
export class UsageError extends Error {}

export const DATA_FOLDER_DEFAULT = ".sim";
export const HTTP_PORT_DEFAULT = 8080;
export const MQTT_PORT_DEFAULT = 1883;

export const SIM_HELP = `Usage: npm run sim -- [options]

Builds the firmware, then runs it on a virtual Pico W with an emulated SIM800, display and switch.

  --broker URL       use a broker elsewhere: mqtt://user:password@host:port
  --mqtt PORT        port of the embedded broker (${MQTT_PORT_DEFAULT})
  --http PORT        port of the HTTP interface (${HTTP_PORT_DEFAULT})
  --headless         no display in the terminal, only lines
  --verbose          also what board and modem say to each other, flash and sockets
  --uart WHERE       another modem: tcp://host:port, or a serial device such as /dev/ttyUSB0
  --usb LINK         the board's USB serial port as a device of this name, for mpremote (Linux, macOS)
  --data DIR         folder that keeps the board's flash and the SIM (${DATA_FOLDER_DEFAULT}); delete it to start anew
  --settings FILE    put this settings.json on the board's flash
  --no-settings      leave an empty flash empty: the board's very first start
  --networks FILE    the Wi-Fi networks that the board finds (JSON); without it every name and key is right
  --speed N|max      virtual time, N times as fast, with a broker inside the simulator
  --device DIR       run this folder instead of building the firmware
  --help             this text`;

const OPTIONS = {
  broker: { type: "string" },
  headless: { type: "boolean", default: false },
  uart: { type: "string" },
  usb: { type: "string" },
  data: { type: "string", default: DATA_FOLDER_DEFAULT },
  http: { type: "string" },
  mqtt: { type: "string" },
  speed: { type: "string", default: "1" },
  settings: { type: "string" },
  "no-settings": { type: "boolean", default: false },
  networks: { type: "string" },
  device: { type: "string" },
  verbose: { type: "boolean", default: false },
  help: { type: "boolean", default: false },
} as const;

/** The options in `args`, or null when the help was asked for. Throws UsageError. */
export function parseSimOptions(args: string[]): SimOptions | null {
  const values = parse(args);
  if (values.help) return null;
  const options: SimOptions = {
    broker: values.broker === undefined ? null : brokerOf(values.broker),
    headless: values.headless,
    uart: values.uart ?? null,
    usb: values.usb ?? null,
    data: values.data,
    httpPort: portOf("--http", values.http, HTTP_PORT_DEFAULT),
    mqttPort: portOf("--mqtt", values.mqtt, MQTT_PORT_DEFAULT),
    speed: speedOf(values.speed),
    settings: values.settings ?? null,
    noSettings: values["no-settings"],
    networks: values.networks ?? null,
    device: values.device ?? null,
    verbose: values.verbose,
  };
  checkSpeed(options);
  if (options.noSettings && (options.settings !== null || options.broker !== null))
    throw new UsageError("--no-settings and --settings or --broker contradict each other: leave out one of them.");
  return options;
}

function parse(args: string[]) {
  try {
    return parseArgs({ args, options: OPTIONS, strict: true, allowPositionals: false }).values;
  } catch (error) {
    throw new UsageError(`${(error as Error).message.split(". ")[0]}. npm run sim -- --help lists the options.`);
  }
}

function brokerOf(text: string): BrokerAddress {
  const address = parseBrokerUrl(text);
  if (!address)
    throw new UsageError(
      `--broker ${text} is no broker: write mqtt://host or mqtt://user:password@host:port, mqtts:// with TLS.`,
    );
  return address;
}

function portOf(option: string, text: string | undefined, fallback: number): number {
  if (text === undefined) return fallback;
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535)
    throw new UsageError(`${option} ${text} is no port: write a number from 1 to 65535.`);
  return port;
}

function speedOf(text: string): number {
  if (text === "max") return Number.POSITIVE_INFINITY;
  const speed = Number(text);
  if (!(speed >= 1) || !Number.isFinite(speed))
    throw new UsageError(`--speed ${text} is no speed: write a number from 1 on, or max.`);
  return speed;
}

/** What is outside goes at its own speed: virtual time has its broker and its modem inside. */
function checkSpeed({ speed, broker, uart, usb }: SimOptions): void {
  if (speed === 1) return;
  const outside = broker ? "--broker" : uart ? "--uart" : usb ? "--usb" : null;
  if (outside)
    throw new UsageError(
      `${outside} is a part of the real world and keeps real time: leave out --speed, or leave out ${outside}.`,
    );
}
