// The options of `npm run setup`: what is to be done, and with what.
import { BOARDS, type Identity } from "../../firmware-ts/boards/index.ts";
import { PRESETS } from "../../firmware-ts/domain/settings/presets.ts";
import { DeviceError, EXIT_ENVIRONMENT } from "../device/device-error.ts";
import { boardNamed, parseOptions } from "../device/options.ts";
import { CA, CLIENT_CERTIFICATE, CLIENT_KEY, type OwnFile, type OwnPaths } from "../flash/own-files.ts";
import { assignment, requireKey } from "./value-text.ts";

/** What is changed without a question, in this order. */
export interface Changes {
  /** All settings but the secrets are as in this file. */
  readonly import: string | undefined;
  /** A file whose settings are changed alone. */
  readonly settings: string | undefined;
  readonly preset: string | undefined;
  readonly unset: readonly string[];
  readonly set: readonly (readonly [key: string, value: string])[];
  /** Keys of secrets, whose values come from elsewhere. */
  readonly secrets: readonly string[];
}

/** "ask": questions, one after the other. */
export type Task = "ask" | "change" | "show" | "export" | "show-key" | "reset";

export interface SetupOptions {
  readonly board: Identity;
  readonly port: string | undefined;
  readonly task: Task;
  readonly changes: Changes;
  readonly files: OwnPaths;
  /** What the board has of them and shall not have. */
  readonly removed: readonly OwnFile["path"][];
  /** Where to. */
  readonly export: string | undefined;
}

export const SETUP_HELP = `Sets a gateway up over USB: asks for what it needs, or takes it from options. It must be on the board already (npm run flash).

Usage: npm run setup -- [options]

  --port PORT        the board's serial port, such as /dev/ttyACM0 or COM3; needed when several boards are connected
  --board NAME       ${BOARDS.map(({ name }) => name).join(", ")} (${BOARDS[0]?.name})

Without one of these it asks:
  --settings FILE    change the settings that stand in this file; "" for a secret leaves it, null takes a setting away
  --import FILE      the same, but what the file does not have goes back to its default; secrets stay
  --preset NAME      ${PRESETS.map(({ name }) => name).join(", ")}
  --set KEY=VALUE    change one setting; a list has commas between its entries. May be repeated
  --set-secret KEY   change a secret: from the environment (SMS_GATEWAY_KEY, in capitals), else it is asked for, or read
                     from standard input, a line each. May be repeated
  --unset KEY        take a setting away: its default holds. May be repeated
  --ca FILE          the certificate (PEM or DER) that "broker_ca": "own" speaks of
  --client-cert FILE, --client-key FILE   the board's own certificate and its key, of EC P-256, for "broker_cert": true
  --remove-ca, --remove-client   remove them from the board

Instead of setting anything:
  --show             print what holds; of a secret only whether it is set
  --export FILE      write the settings without secrets to a file that only you can read
  --show-key         print the Wi-Fi key of the setup page, for a board without a display
  --reset            ask for the word RESET, then remove settings, certificates and secrets from the board
  --help             print this

Exit codes: 0 done, 1 the board or the settings are not as they should be, 2 anything else, 130 ended by Ctrl-C.`;

const OPTIONS = {
  port: { type: "string" },
  board: { type: "string" },
  settings: { type: "string" },
  import: { type: "string" },
  preset: { type: "string" },
  set: { type: "string", multiple: true, default: [] as string[] },
  "set-secret": { type: "string", multiple: true, default: [] as string[] },
  unset: { type: "string", multiple: true, default: [] as string[] },
  ca: { type: "string" },
  "client-cert": { type: "string" },
  "client-key": { type: "string" },
  "remove-ca": { type: "boolean", default: false },
  "remove-client": { type: "boolean", default: false },
  show: { type: "boolean", default: false },
  export: { type: "string" },
  "show-key": { type: "boolean", default: false },
  reset: { type: "boolean", default: false },
  help: { type: "boolean", default: false },
} as const;

/** Null when the help was asked for. Throws a DeviceError. */
export function parseSetupOptions(args: string[]): SetupOptions | null {
  const values = parseOptions("setup", args, OPTIONS);
  if (values.help) return null;
  if (values.preset !== undefined && !PRESETS.some(({ name }) => name === values.preset)) {
    const names = PRESETS.map(({ name }) => name).join(", ");
    throw new DeviceError(`--preset ${values.preset}: there is no such preset. There are ${names}.`, EXIT_ENVIRONMENT);
  }
  for (const key of values["set-secret"]) requireKey("--set-secret", key);
  for (const key of values.unset) requireKey("--unset", key);
  const changes: Changes = {
    import: values.import,
    settings: values.settings,
    preset: values.preset,
    unset: values.unset,
    set: values.set.map(assignment),
    secrets: values["set-secret"],
  };
  const files: OwnPaths = { ca: values.ca, clientCert: values["client-cert"], clientKey: values["client-key"] };
  const removed: OwnFile["path"][] = [
    ...(values["remove-ca"] ? ([CA] as const) : []),
    ...(values["remove-client"] ? ([CLIENT_CERTIFICATE, CLIENT_KEY] as const) : []),
  ];
  if ((values["remove-ca"] && files.ca) || (values["remove-client"] && (files.clientCert ?? files.clientKey)))
    throw new DeviceError(
      "A file that is given anew takes the old one's place: leave --remove-… out.",
      EXIT_ENVIRONMENT,
    );
  const given = [...Object.values(changes), ...Object.values(files), removed];
  const hasChanges = given.some((each) => (each?.length ?? 0) > 0);
  const tasks: Task[] = [
    ...(hasChanges ? (["change"] as const) : []),
    ...(values.show ? (["show"] as const) : []),
    ...(values.export === undefined ? [] : (["export"] as const)),
    ...(values["show-key"] ? (["show-key"] as const) : []),
    ...(values.reset ? (["reset"] as const) : []),
  ];
  if (tasks.length > 1)
    throw new DeviceError(
      "--show, --export, --show-key and --reset stand alone: nothing was done.\n  One thing after the other.",
      EXIT_ENVIRONMENT,
    );
  const board = boardNamed(values.board);
  return { board, port: values.port, task: tasks[0] ?? "ask", changes, files, removed, export: values.export };
}
