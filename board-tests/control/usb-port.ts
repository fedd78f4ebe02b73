// The virtual board's USB serial port as a pseudo-terminal of this machine, for mpremote and whatever else opens a port.
import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, lstatSync, unlinkSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { VirtualBoard } from "../virtual-board/board.ts";
import { UsageError } from "./sim-options.ts";

const HELPER = fileURLToPath(new URL("./pseudo_terminal.py", import.meta.url));

export class UsbPort {
  private constructor(private readonly helper: ChildProcess) {}

  /** Makes the port under the name `link`. Rejects with UsageError where the machine has no such thing, or the name is taken. */
  static async open(link: string, board: VirtualBoard): Promise<UsbPort> {
    if (process.platform === "win32")
      throw new UsageError("--usb needs a pseudo-terminal, which Windows does not have: use Linux or macOS.");
    const path = resolve(link);
    removeStale(path);
    const helper = spawn("python3", [HELPER, path], { stdio: ["pipe", "pipe", "pipe"] });
    await started(helper, link);
    helper.stdout?.on("data", (bytes: Buffer) => board.type(new Uint8Array(bytes)));
    board.on("stdout", (bytes) => helper.stdin?.write(cooked(bytes)));
    return new UsbPort(helper);
  }

  /** The name is gone afterwards. */
  async close(): Promise<void> {
    if (this.helper.exitCode !== null) return;
    const ended = new Promise((resolve) => this.helper.once("exit", resolve));
    this.helper.stdin?.end();
    await ended;
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
