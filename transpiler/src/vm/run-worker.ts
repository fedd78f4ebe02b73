// The worker thread of VmPool: runs one program after the other, each on a fresh VM, and posts what they print.
import { parentPort, workerData } from "node:worker_threads";
import type { VmLocation } from "./location.ts";
import { type Program, type ProgramEnd, runProgram } from "./program.ts";

/** What the worker posts. */
export type RunMessage = { started: true } | { output: Uint8Array } | { end: ProgramEnd };

const NEWLINE = 10;
const OUTPUT_BYTES_MAX = 16 * 1024;

/** Gathers small writes and posts them by lines, so that what was printed before an endless loop is seen too. */
class LinePoster {
  private pieces: Uint8Array[] = [];
  private size = 0;

  constructor(private readonly post: (message: RunMessage) => void) {}

  write(bytes: Uint8Array): void {
    this.pieces.push(bytes);
    this.size += bytes.length;
    if (bytes.includes(NEWLINE) || this.size > OUTPUT_BYTES_MAX) this.flush();
  }

  flush(): void {
    if (this.size === 0) return;
    this.post({ output: Uint8Array.from(Buffer.concat(this.pieces)) });
    this.pieces = [];
    this.size = 0;
  }
}

const port = parentPort;
if (!port) throw new Error("run-worker.ts runs in a worker thread");
const { location } = workerData as { location: VmLocation };

port.on("message", async (program: Program) => {
  port.postMessage({ started: true } satisfies RunMessage);
  const lines = new LinePoster((message) => port.postMessage(message));
  const end = await runProgram(program, location, (bytes) => lines.write(bytes));
  lines.flush();
  port.postMessage({ end } satisfies RunMessage);
});
