// The options of `npm run gateway`: from the command line to checked values. Mistakes give a sentence, never a stack.
import { parseArgs } from "node:util";

export interface GatewayOptions {
  /** The modem's serial port. */
  readonly uart: string;
  readonly settings: string;
  /** File that keeps what must be known after a power cut. */
  readonly journal: string;
  readonly baud: number;
}

/** A mistake of the user's; its message says what to do instead. */
export class UsageError extends Error {}

/** With worker threads, source maps and packages as the gateway needs them: package.json says the same. */
const NODE_MIN = [20, 19] as const;
const BAUD_DEFAULT = 19_200;
const BAUD_MAX = 4_000_000;
const SETTINGS_DEFAULT = "settings.json";

export const GATEWAY_HELP = `Usage: npm run gateway -- --uart DEVICE [options]

Runs the gateway on this machine, with a GSM stick or a modem at a serial port, until Ctrl-C.

  --uart DEVICE     the modem's serial port, such as /dev/ttyUSB0; its name below /dev/serial/by-id stays the same
  --settings FILE   settings as a board has them; what begins with wifi_ is not needed (${SETTINGS_DEFAULT})
  --journal FILE    keeps what must be known after a power cut (the settings' name and .journal)
  --baud RATE       bits a second (${BAUD_DEFAULT}); a stick takes any
  --help            this text

A line {"cmd":"diagnose"} at standard input is answered with how it goes.
Exit codes: 0 ended as it was told to, 1 the gateway failed, 2 options or settings are wrong.
docs/raspberry-pi.md tells how it is installed as a service.`;

const OPTIONS = {
  uart: { type: "string" },
  settings: { type: "string", default: SETTINGS_DEFAULT },
  journal: { type: "string" },
  baud: { type: "string" },
  help: { type: "boolean", default: false },
} as const;

/** The options in `args`, or null when the help was asked for. @throws UsageError */
export function parseGatewayOptions(args: string[]): GatewayOptions | null {
  const values = parse(args);
  if (values.help) return null;
  if (values.uart === undefined || values.uart === "")
    throw new UsageError(
      "Which serial port has the modem? Say --uart /dev/ttyUSB0, for example; ls /dev/serial/by-id lists those of USB.",
    );
  const { uart, settings, journal = `${settings}.journal` } = values;
  return { uart, settings, journal, baud: baudOf(values.baud) };
}

/** A sentence if this Node is too old, else null. @param version as process.versions.node gives it */
export function nodeProblem(version: string): string | null {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const isOld = major < NODE_MIN[0] || (major === NODE_MIN[0] && minor < NODE_MIN[1]);
  if (!isOld) return null;
  return `The gateway needs Node ${NODE_MIN.join(".")} or newer, and this is ${version}: docs/raspberry-pi.md says where to get it.`;
}

function parse(args: string[]) {
  try {
    return parseArgs({ args, options: OPTIONS, strict: true, allowPositionals: false }).values;
  } catch (error) {
    throw new UsageError(`${(error as Error).message.split(". ")[0]}. npm run gateway -- --help lists the options.`);
  }
}

function baudOf(text: string | undefined): number {
  if (text === undefined) return BAUD_DEFAULT;
  const baud = Number(text);
  if (!/^\d+$/.test(text) || baud < 1 || baud > BAUD_MAX)
    throw new UsageError(`--baud ${text} is no rate: write the number of bits a second, such as ${BAUD_DEFAULT}.`);
  return baud;
}
