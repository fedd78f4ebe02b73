// The virtual board's USB serial port as a pseudo-terminal of this machine, for mpremote and whatever else opens a port.
// As a real one it goes when the board restarts, and comes back a moment later.
import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, lstatSync, unlinkSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { BoardEvent, VirtualBoard } from "../virtual-board/board.ts";
import { UsageError } from "./sim-options.ts";

const HELPER = fileURLToPath(new URL("./pseudo_terminal.py", import.meta.url));

/** From the start of the board to its port: a computer takes about as long to find a device. */
const FOUND_AFTER_MS = 300;

export class UsbPort {
  private terminal: ChildProcess | null = null;
  private isClosed = false;
  /** Output of a time without a port: its end is what a board keeps. */
  private early: Uint8Array[] = [];
  /** One change after the other. */
  private changing: Promise<void> = Promise.resolve();
  private timer: NodeJS.Timeout | undefined;

  private constructor(
    private readonly link: string,
    private readonly board: VirtualBoard,
  ) {}

  /** Makes the port under the name `link`. Rejects with UsageError where the machine has no such thing, or the name is taken. */
  static async open(link: string, board: VirtualBoard): Promise<UsbPort> {
    if (process.platform === "win32")
      throw new UsageError("--usb needs a pseudo-terminal, which Windows does not have: use Linux or macOS.");
    const port = new UsbPort(link, board);
    await port.appear();
    board.on("stdout", (bytes) => port.print(cooked(bytes)));
    board.on("event", (event) => port.follow(event));
    return port;
  }

  /** The name is gone afterwards. */
  async close(): Promise<void> {
    this.isClosed = true;
    clearTimeout(this.timer);
    this.changing = this.changing.then(() => this.vanish());
    await this.changing;
  }

  /** A soft reset leaves USB alone. */
  private follow(event: BoardEvent): void {
    if (event.type === "end" && event.reason !== "soft-reset") this.change(() => this.vanish());
    if (event.type !== "boot" || this.isClosed) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.change(() => this.appear()), FOUND_AFTER_MS);
  }

  private change(step: () => Promise<void>): void {
    // A name that somebody else has taken meanwhile stays theirs: the port is not found again.
    this.changing = this.changing.then(step).catch(() => {});
  }

  private async appear(): Promise<void> {
    if (this.terminal !== null || this.isClosed) return;
    const path = resolve(this.link);
    removeStale(path);
    const terminal = spawn("python3", [HELPER, path], { stdio: ["pipe", "pipe", "pipe"] });
    await started(terminal, this.link);
    terminal.stdout?.on("data", (bytes: Buffer) => this.board.type(new Uint8Array(bytes)));
    // Its end is seen at its exit.
    terminal.stdin?.on("error", () => {});
    this.terminal = terminal;
    for (const bytes of this.early.splice(0)) terminal.stdin?.write(bytes);
  }

  private async vanish(): Promise<void> {
    const { terminal } = this;
    this.terminal = null;
    if (terminal === null || terminal.exitCode !== null) return;
    const ended = new Promise((resolve) => terminal.once("exit", resolve));
    terminal.stdin?.end();
    await ended;
  }

  private print(bytes: Uint8Array): void {
    if (this.terminal === null) this.early.push(bytes);
    else this.terminal.stdin?.write(bytes);
  }
}

/** What a run left behind that was killed. */
function removeStale(path: string): void {
  if (lstatSync(path, { throwIfNoEntry: false }) === undefined) return;
  const isStale = lstatSync(path).isSymbolicLink() && !existsSync(path);
  if (!isStale) throw new UsageError(`--usb ${path}: there is something of this name. Take another, or remove it.`);
  unlinkSync(path);
}

function started(helper: ChildProcess, link: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const refused = () => reject(new UsageError(`--usb ${link}: the port could not be made there.`));
    helper.once("error", () => reject(new UsageError("--usb needs python3: sudo apt-get install python3")));
    helper.once("exit", refused);
    // The device's own name; anything else is a traceback.
    helper.stderr?.once("data", (said: Buffer) => (said.toString().startsWith("/dev/") ? resolve() : refused()));
  });
}

/** MicroPython's output has \r before each \n. */
function cooked(bytes: Uint8Array): Uint8Array {
  const out: number[] = [];
  let before = 0;
  for (const byte of bytes) {
    if (byte === 10 && before !== 13) out.push(13);
    out.push(byte);
    before = byte;
  }
  return Uint8Array.from(out);
}
