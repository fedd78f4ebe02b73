// Somebody at a terminal: a real pseudo-terminal with a command of scripts/ at its other end, what it shows, and what is typed.
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { closeSync, mkdtempSync, openSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { onTestFinished } from "vitest";
import { PseudoTerminal } from "../../../board-tests/control/pseudo-terminal.ts";

const SOON_MS = 60_000;

export class Typist {
  /** The same with all that steers the terminal. */
  octets = "";
  private seenTo = 0;

  private constructor(
    private readonly terminal: PseudoTerminal,
    readonly child: ChildProcess,
    private readonly ended: Promise<number | null>,
  ) {}

  /** Ended with the test. */
  static async at(script: string, args: readonly string[]): Promise<Typist> {
    const folder = mkdtempSync(join(tmpdir(), "typist-"));
    let typist: Typist | undefined;
    const terminal = await PseudoTerminal.open(join(folder, "terminal"), "terminal", (bytes) => {
      if (typist) typist.octets += Buffer.from(bytes).toString();
    });
    const fd = openSync(terminal.device, "r+");
    stty(terminal.device, "sane");
    const env = { ...process.env, NO_COLOR: "1", TERM: "xterm" };
    const child = spawn(process.execPath, ["--import", "tsx", `scripts/${script}.ts`, ...args], {
      env,
      stdio: [fd, fd, fd],
    });
    const ended = new Promise<number | null>((resolve) => child.once("exit", (code) => resolve(code)));
    typist = new Typist(terminal, child, ended);
    onTestFinished(async () => {
      child.kill("SIGKILL");
      await ended;
      closeSync(fd);
      await terminal.close();
      rmSync(folder, { recursive: true, force: true });
    });
    return typist;
  }

  /** All that the terminal shows so far, in plain letters. */
  get text(): string {
    return stripVTControlCharacters(this.octets).replaceAll("\r", "");
  }

  /** Waits until something new is shown. */
  async sees(wanted: RegExp): Promise<void> {
    for (const end = performance.now() + SOON_MS; ; ) {
      const found = wanted.exec(this.text.slice(this.seenTo));
      if (found) {
        this.seenTo += found.index + found[0].length;
        return;
      }
      if (performance.now() > end) throw new Error(`${wanted} was not shown:\n${this.text}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  /** A line, once the question is there. */
  async answers(question: RegExp, line: string): Promise<void> {
    await this.sees(question);
    this.types(`${line}\r`);
  }

  types(keys: string): void {
    this.terminal.write(Buffer.from(keys));
  }

  /** Once all that it said has arrived. */
  async exit(): Promise<number | null> {
    const code = await this.ended;
    for (let before = -1; before < this.octets.length; ) {
      before = this.octets.length;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    return code;
  }

  /** Whether the terminal shows what is typed, line by line, as a shell wants it. */
  echoes(): boolean {
    return (
      /(?<!-)\bicanon\b/.test(stty(this.terminal.device, "-a")) && / echo\b/.test(stty(this.terminal.device, "-a"))
    );
  }
}

function stty(device: string, argument: string): string {
  return execFileSync("stty", ["-F", device, argument], { encoding: "utf8" });
}
