// The options of npm run package, checked.
import { readFileSync } from "node:fs";
import { BOARDS, type Identity } from "../../firmware-ts/boards/index.ts";
import { DeviceError, EXIT_ENVIRONMENT } from "../device/device-error.ts";
import { boardNamed, parseOptions } from "../device/options.ts";

export const PACKAGE_HELP = `Makes what puts the gateway onto a board without a toolchain, into dist/.

Usage: npm run package -- [options]

  --board NAME         ${BOARDS.map(({ name }) => name).join(", ")}; ${BOARDS[0]?.name} if not given
  --micropython FILE   MicroPython's .uf2 for this board: makes the one file to drop on the board's drive
  --settings FILE      a settings.json that goes into that one file; the file then holds its passwords
  --out DIR            where to; dist if not given
  --dry-run            say what would be made, and write nothing of it
  --json               one JSON object on what was made, with sizes and SHA-256
  --help               print this

docs/without-toolchain.md says how each is used.

Exit codes: 0 made, 1 a file that was named is refused, 2 anything else.`;

const OPTIONS = {
  board: { type: "string" },
  micropython: { type: "string" },
  settings: { type: "string" },
  out: { type: "string" },
  "dry-run": { type: "boolean" },
  json: { type: "boolean" },
  help: { type: "boolean" },
} as const;

/** A file that was named, read. */
export interface NamedFile {
  readonly path: string;
  readonly content: Buffer;
}

export interface PackageOptions {
  readonly board: Identity;
  readonly micropython: NamedFile | null;
  readonly settings: NamedFile | null;
  readonly out: string;
  readonly dryRun: boolean;
  readonly json: boolean;
}

/** Null when help is wanted. Throws a DeviceError. */
export function parsePackageOptions(args: string[]): PackageOptions | null {
  const values = parseOptions("package", args, OPTIONS);
  if (values.help) return null;
  const board = boardNamed(values.board);
  const micropython = namedFile("--micropython", values.micropython);
  const settings = namedFile("--settings", values.settings);
  if (micropython && board.uf2Family === null)
    throw usage(`--micropython: the ${board.title} takes no .uf2 files. Leave it out; use the zip or mip.`);
  if (settings && !micropython)
    throw usage("--settings goes into the .uf2 file, which needs MicroPython: add --micropython FILE.");
  const { out = "dist", "dry-run": dryRun = false, json = false } = values;
  return { board, micropython, settings, out, dryRun, json };
}

function usage(message: string): DeviceError {
  return new DeviceError(message, EXIT_ENVIRONMENT);
}

function namedFile(option: string, path: string | undefined): NamedFile | null {
  if (path === undefined) return null;
  try {
    return { path, content: readFileSync(path) };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const why = code === "ENOENT" ? "there is no such file" : `it cannot be read (${code})`;
    throw usage(`${option} ${path}: ${why}.`);
  }
}
