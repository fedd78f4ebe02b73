// A serial port of this machine without hardware: a pseudo-terminal under a name, for whatever program opens a port.
import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, lstatSync, unlinkSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { UsageError } from "./sim-options.ts";

const HELPER = fileURLToPath(new URL("./pseudo_terminal.py", import.meta.url));

export class PseudoTerminal {
  private constructor(
    private readonly helper: ChildProcess,
    /** The device's own name, such as /dev/pts/3. */
    readonly device: string,
  ) {}

  /**
   * Makes the port under the name `link`; `received` gets what programs write to it. Rejects with UsageError, naming
   * `option`, where the machine has no such thing, or the name is taken.
   */
  static async open(link: string, option: string, received: (bytes: Uint8Array) => void): Promise<PseudoTerminal> {
    if (process.platform === "win32")
      throw new UsageError(`${option} needs a pseudo-terminal, which Windows does not have: use Linux or macOS.`);
    const path = resolve(link);
    removeStale(path, option);
    const helper = spawn("python3", [HELPER, path], { stdio: ["pipe", "pipe", "pipe"] });
    const device = await started(helper, link, option);
    helper.stdout?.on("data", (bytes: Buffer) => received(new Uint8Array(bytes)));
    helper.stdin?.on("error", () => {}); // it has ended, and says so by its exit
    return new PseudoTerminal(helper, device);
  }

  /** To the program that has the port open. What nobody reads is lost once some thousand octets wait. */
  write(bytes: Uint8Array): void {
    this.helper.stdin?.write(bytes);
  }

  /** The name is gone afterwards; a program that has the port open reads its end. */
  async close(): Promise<void> {
    if (this.helper.exitCode !== null) return;
    const ended = new Promise((done) => this.helper.once("exit", done));
    this.helper.stdin?.end();
    await ended;
  }
}

/** What a run left behind that was killed. */
function removeStale(path: string, option: string): void {
  if (lstatSync(path, { throwIfNoEntry: false }) === undefined) return;
  const isStale = lstatSync(path).isSymbolicLink() && !existsSync(path);
  if (!isStale) throw new UsageError(`${option} ${path}: there is something of this name. Take another, or remove it.`);
  unlinkSync(path);
}

function started(helper: ChildProcess, link: string, option: string): Promise<string> {
  return new Promise((done, reject) => {
    const refused = () => reject(new UsageError(`${option} ${link}: the port could not be made there.`));
    helper.once("error", () => reject(new UsageError(`${option} needs python3: sudo apt-get install python3`)));
    helper.once("exit", refused);
    // The device's own name; anything else is a traceback.
    helper.stderr?.once("data", (said: Buffer) =>
      said.toString().startsWith("/dev/") ? done(said.toString().trim()) : refused(),
    );
  });
}
