// mpremote, MicroPython's own tool: found on this computer, or run through pipx, or from its wheels; and its failures in
// words that say what to do.
import { spawn } from "node:child_process";
import { pinnedMpremote } from "../python-tools/index.ts";
import { run } from "../python-tools/run.ts";
import { ToolError } from "../python-tools/tool-error.ts";
import { DeviceError, EXIT_ENVIRONMENT } from "./device-error.ts";
import { unreachable } from "./unreachable.ts";

/** 1.24 is as old as the oldest MicroPython that the gateway runs on. */
const VERSION_MIN = [1, 24] as const;
const PIPX_RUN = ["pipx", "run", "--spec", "mpremote==1.29.0", "mpremote"];
/** Without a word from it for so long, it is stuck: the slowest step is the copy of a large file. */
const SILENCE_MS_MAX = 60_000;

export interface Mpremote {
  /** The words before its arguments. */
  readonly command: readonly string[];
  readonly version: string;
  /** Where it was found. */
  readonly origin: "installed" | "pipx" | "wheels";
  /** Ctrl-C at the terminal does not reach it: what it does is done to its end. */
  readonly isShielded?: boolean;
}

/** Throws a DeviceError that says what to install. */
export async function findMpremote(): Promise<Mpremote> {
  const installed = await versionOf(["mpremote"]);
  if (installed !== null && isRecent(installed))
    return { command: ["mpremote"], version: installed, origin: "installed" };
  const through = await versionOf(PIPX_RUN);
  if (through !== null) return { command: PIPX_RUN, version: through, origin: "pipx" };
  if (installed !== null) {
    throw new DeviceError(
      `mpremote ${installed} is too old: ${VERSION_MIN.join(".")} or newer is needed.\n` +
        "  pipx upgrade mpremote (or, if it was not installed by pipx: pipx install mpremote)",
      EXIT_ENVIRONMENT,
    );
  }
  return fromWheels();
}

async function fromWheels(): Promise<Mpremote> {
  try {
    const command = await pinnedMpremote();
    const version = await versionOf(command);
    if (version !== null) return { command, version, origin: "wheels" };
  } catch (error) {
    if (!(error instanceof ToolError)) throw error;
    throw new DeviceError(
      "mpremote is missing, which carries the files to the board, and so is what it could be fetched with.\n" +
        `  ${error.message.split("\n").join("\n  ")}\n` +
        "  With pipx: pipx install mpremote",
      EXIT_ENVIRONMENT,
    );
  }
  throw new DeviceError("mpremote is missing.\n  pipx install mpremote", EXIT_ENVIRONMENT);
}

async function versionOf(command: readonly string[]): Promise<string | null> {
  const { status, stdout } = await run([...command, "version"]);
  return status === 0 ? (/(\d+\.\d+\S*)/.exec(stdout)?.[1] ?? null) : null;
}

function isRecent(version: string): boolean {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  return major > VERSION_MIN[0] || (major === VERSION_MIN[0] && minor >= VERSION_MIN[1]);
}

export interface Output {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Calls mpremote. `onLine` gets what it prints as it comes. */
export function call(mpremote: Mpremote, args: readonly string[], onLine?: (line: string) => void): Promise<Output> {
  const [program = "", ...rest] = [...mpremote.command, ...args];
  // Else Python keeps what it prints until the end.
  const env = { ...process.env, PYTHONUNBUFFERED: "1", PYTHONIOENCODING: "utf-8" };
  // Windows would open a window for it.
  const detached = mpremote.isShielded === true && process.platform !== "win32";
  const child = spawn(program, rest, { env, stdio: ["ignore", "pipe", "pipe"], windowsHide: true, detached });
  const said = { stdout: "", stderr: "" };
  let line = "";
  const stuck = setTimeout(() => child.kill(), SILENCE_MS_MAX);
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    stuck.refresh();
    said.stdout += text;
    const lines = (line + text).split("\n");
    line = lines.pop() ?? "";
    for (const each of lines) onLine?.(each.trimEnd());
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    said.stderr += text;
  });
  return new Promise((resolve) => {
    child.once("error", () => resolve({ status: null, ...said }));
    child.once("close", (status) => {
      clearTimeout(stuck);
      resolve({ status, ...said });
    });
  });
}

/**
 * Lets mpremote do `steps`, one after the other, at the prompt of the board at `port`, without restarting it.
 * @returns what it printed. Throws a DeviceError.
 */
export async function atPrompt(
  mpremote: Mpremote,
  port: string,
  steps: readonly (readonly string[])[],
  onLine?: (line: string) => void,
): Promise<string> {
  const chain = steps.flatMap((step) => ["+", ...step]);
  const output = await call(mpremote, ["connect", port, "resume", ...chain], onLine);
  if (output.status !== 0) throw await failure(output, port);
  return output.stdout;
}

/** What mpremote's last words mean, and what to do; the first that fits. */
const FAILURES: readonly (readonly [RegExp, string, DeviceError["exitCode"]])[] = [
  [
    // 36, ENAMETOOLONG: what littlefs says where a full flash has no room for the name of one more file.
    /ENOSPC|No space left|OSError: (28|36)\b/,
    "The board's flash is full: the copy stopped, and what runs on the board now is nothing.\n" +
      "  Remove files from it (mpremote fs ls, mpremote fs rm NAME) or let npm run flash -- --clean do so; then again.",
    1,
  ],
  [
    /EROFS|Read-only file system|OSError: 30\b/,
    "The board's flash cannot be written: MicroPython has mounted it read-only.\n" +
      "  A boot.py may do so (storage.remount, vfs.mount with readonly=True): remove it.\n" +
      "  Else put MicroPython on the board anew, after flash_nuke.uf2.",
    1,
  ],
  [
    /\bEIO\b(?!.*device)|OSError: \[Errno 5\] EIO/,
    "The board could not read or write its flash.\n  Put MicroPython on the board anew, after flash_nuke.uf2.",
    1,
  ],
  [
    /could not enter raw repl|could not exec|timeout waiting/,
    "The board does not come to its prompt.\n" +
      "  Pull its cable, plug it in again, and run the command again. If that does not help: hold BOOTSEL while you\n" +
      "  plug it in, and put MicroPython on the drive that appears.",
    1,
  ],
  [
    /SerialException|OSError|TransportError|Errno 5|Input\/output error|device reports readiness|not configured/,
    "The connection to the board was lost in the middle.\n" +
      "  Check the cable, plug it in again, and run the command again: it goes on where it was cut off.",
    2,
  ],
];

async function failure({ status, stdout, stderr }: Output, port: string): Promise<DeviceError> {
  if (/failed to access/.test(stderr)) return unreachable(port);
  const said = `${stdout}\n${stderr}`;
  for (const [pattern, sentence, exitCode] of FAILURES)
    if (pattern.test(said)) return new DeviceError(sentence, exitCode);
  const last = stderr.trim().split("\n").at(-1) ?? "";
  if (status === null) return new DeviceError(`mpremote was silent for too long, or could not be started. ${last}`, 2);
  return new DeviceError(`mpremote failed: ${last || "it gave no reason"}`, EXIT_ENVIRONMENT);
}
