// `npm run gateway` as a process of its own, and what it prints.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

const SCRIPT = fileURLToPath(new URL("../../../scripts/gateway.ts", import.meta.url));

/** What a machine says of its clock. */
const HOST = fileURLToPath(new URL("../../support/host/", import.meta.url));

export class GatewayProcess {
  readonly lines: string[] = [];
  stderr = "";
  private stdout = "";
  private readonly ended: Promise<unknown>;

  private constructor(readonly child: ChildProcess) {
    this.ended = once(child, "close");
    child.stdout?.setEncoding("utf8").on("data", (text: string) => this.take(text));
    child.stderr?.setEncoding("utf8").on("data", (text: string) => {
      this.stderr += text;
    });
    child.stdin?.on("error", () => {}); // it has ended
  }

  static start(...args: readonly string[]): GatewayProcess {
    const env = { ...process.env, PATH: `${HOST}:${process.env.PATH ?? ""}` };
    return new GatewayProcess(spawn(process.execPath, ["--import", "tsx", SCRIPT, ...args], { env }));
  }

  get isRunning(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null;
  }

  type(text: string): void {
    this.child.stdin?.write(text);
  }

  /** Sends the signal if it still runs. @returns its exit code, null if the signal killed it */
  async end(signal: NodeJS.Signals): Promise<number | null> {
    if (this.isRunning) this.child.kill(signal);
    return this.exit();
  }

  /** Waits for its end. */
  async exit(): Promise<number | null> {
    await this.ended;
    return this.child.exitCode;
  }

  private take(text: string): void {
    const [last = "", ...others] = (this.stdout + text).split("\n").reverse();
    this.stdout = last;
    this.lines.push(...others.reverse());
  }
}
