// One run of the emulated modem alone, as a serial port of this machine: to try programs on it without hardware.
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import { MODEL_CLASSES, type ModelName } from "../models/sim800/model-class.ts";
import { encodeDeliver } from "../models/sim800/pdu-encode.ts";
import { isPin } from "../models/sim800/sim-card.ts";
import { isoWithOffset } from "./iso-time.ts";
import { ModemPort } from "./modem-port.ts";
import { UsageError } from "./sim-options.ts";

export interface ModemRunOptions {
  link: string;
  model: ModelName;
  pin: string | null;
  verbose: boolean;
}

const MODELS = Object.keys(MODEL_CLASSES) as ModelName[];

export const MODEM_HELP = `Usage: npm run sim:modem -- --link NAME [options]

An emulated SIM800 as a serial port of this name, for the gateway under Node and whatever else speaks to modems
(Linux, macOS; needs python3). Each line that you type is an SMS that arrives.

  --link NAME   where the port shall be, such as /tmp/modem
  --model NAME  which modem: ${MODELS.join(", ")}; sim800 if not given
  --pin DIGITS  the SIM asks for this PIN
  --verbose     also what modem and program say to each other
  --help        this text`;

const OPTIONS = {
  link: { type: "string" },
  model: { type: "string", default: "sim800" },
  pin: { type: "string" },
  verbose: { type: "boolean", default: false },
  help: { type: "boolean", default: false },
} as const;

/** Where typed messages come from: a number that Ofcom keeps free for examples. */
const SENDER = "+447700900123";

/** The options in `args`, or null when the help was asked for. Throws UsageError. */
export function parseModemOptions(args: string[]): ModemRunOptions | null {
  const { link, model, pin = null, verbose, help } = parse(args);
  if (help) return null;
  if (link === undefined || link === "")
    throw new UsageError("Where shall the port be? Say --link /tmp/modem, for example.");
  if (!MODELS.includes(model as ModelName))
    throw new UsageError(`--model ${model}: there is no such modem here, only ${MODELS.join(", ")}.`);
  if (pin !== null && !isPin(pin)) throw new UsageError(`--pin ${pin}: a PIN has four to eight digits.`);
  return { link, model: model as ModelName, pin, verbose };
}

function parse(args: string[]) {
  try {
    return parseArgs({ args, options: OPTIONS, strict: true, allowPositionals: false }).values;
  } catch (error) {
    throw new UsageError(`${(error as Error).message.split(". ")[0]}. npm run sim:modem -- --help lists the options.`);
  }
}

/** Runs until Ctrl-C or SIGTERM. Rejects with UsageError where there can be no such port. */
export async function runModem(options: ModemRunOptions, print: (line: string) => void): Promise<void> {
  const { link, model, pin, verbose } = options;
  const port = await ModemPort.open(link, { modem: { model, pin } });
  print(`An emulated ${model.toUpperCase()} is at ${link}. The gateway finds it, in another terminal, by`);
  print(`  npm run gateway -- --uart ${link} --settings settings.json`);
  print("Each line that you type here is an SMS that arrives. Ctrl-C ends it.");
  if (verbose) port.onLine((direction, text) => print(`${direction === "to-modem" ? ">" : "<"} ${text}`));
  const typed = createInterface({ input: process.stdin });
  typed.on("line", (text) => {
    for (const pdu of encodeDeliver({ from: SENDER, text, time: isoWithOffset(new Date()) })) port.modem.deliver(pdu);
  });
  await new Promise<void>((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve());
  });
  typed.close();
  await port.close();
}
