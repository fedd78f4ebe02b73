// The options of `npm run flash`: from the command line to checked values.
import { BOARDS, type Identity } from "../../firmware-ts/boards/index.ts";
import { boardNamed, parseOptions } from "../device/options.ts";

export interface FlashOptions {
  readonly board: Identity;
  readonly port: string | undefined;
  readonly clean: boolean;
  /** A settings.json to put on the board. */
  readonly settings: string | undefined;
  /** Certificates, and a key, for TLS to the broker: PEM or DER. */
  readonly ca: string | undefined;
  readonly clientCert: string | undefined;
  readonly clientKey: string | undefined;
  readonly restart: boolean;
  readonly verify: boolean;
  readonly dryRun: boolean;
  readonly json: boolean;
  /** Questions are answered with yes. */
  readonly yes: boolean;
}

export const FLASH_HELP = `Puts the gateway that was built last onto the board, and starts it.

Usage: npm run flash -- [options]

  --port PORT       the board's serial port, such as /dev/ttyACM0 or COM3; needed when several boards are connected
  --board NAME      ${BOARDS.map(({ name }) => name).join(", ")} (${BOARDS[0]?.name}); the board that npm run build was for
  --settings FILE   put this settings.json on the board; without it the board's settings are left alone
  --ca FILE         put this certificate on the board (PEM or DER): the authority that "broker_ca": "own" speaks of
  --client-cert FILE, --client-key FILE   the board's own certificate and its key, of EC P-256, for "broker_cert": true
  --verify          compare the board's files with the build, write nothing; exit code 1 if they differ
  --clean           copy everything again, and remove the files that are not the gateway's
  --no-restart      leave the board at MicroPython's prompt, for two minutes
  --dry-run         say what would be done; the gateway restarts once, nothing is written
  --yes             answer questions with yes
  --json            print one JSON object at the end
  --help            print this

Exit codes: 0 done or nothing to do, 1 the board is not as it should be, 2 anything else.`;

const OPTIONS = {
  port: { type: "string" },
  board: { type: "string" },
  settings: { type: "string" },
  ca: { type: "string" },
  "client-cert": { type: "string" },
  "client-key": { type: "string" },
  verify: { type: "boolean", default: false },
  clean: { type: "boolean", default: false },
  "no-restart": { type: "boolean", default: false },
  "dry-run": { type: "boolean", default: false },
  yes: { type: "boolean", default: false },
  json: { type: "boolean", default: false },
  help: { type: "boolean", default: false },
} as const;

/** Null when the help was asked for. Throws a DeviceError. */
export function parseFlashOptions(args: string[]): FlashOptions | null {
  const values = parseOptions("flash", args, OPTIONS);
  if (values.help) return null;
  return {
    board: boardNamed(values.board),
    port: values.port,
    clean: values.clean,
    settings: values.settings,
    ca: values.ca,
    clientCert: values["client-cert"],
    clientKey: values["client-key"],
    restart: !values["no-restart"],
    verify: values.verify,
    dryRun: values["dry-run"],
    json: values.json,
    yes: values.yes,
  };
}
