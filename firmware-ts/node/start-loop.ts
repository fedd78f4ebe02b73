// Starts the thread of the loop. A thread does not inherit tsx, by which the other one reads TypeScript: its program is
// bundled first, which takes a tenth of a second and needs less memory than a second tsx.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type MessagePort, Worker } from "node:worker_threads";
import { buildSync } from "esbuild";
import type { LoopSetup } from "./messages.ts";

const PROGRAM = fileURLToPath(new URL("./loop-thread.ts", import.meta.url));

export function startLoop(setup: Omit<LoopSetup, "port">, port: MessagePort): Worker {
  // A file, and not a text, for the sake of the lines in a trace. The installation itself may be out of reach.
  const folder = mkdtempSync(join(tmpdir(), "sms-gateway-"));
  const outfile = join(folder, "loop-thread.mjs");
  buildSync({
    entryPoints: [PROGRAM],
    bundle: true,
    outfile,
    platform: "node",
    format: "esm",
    target: "node20",
    sourcemap: "inline",
  });
  const worker = new Worker(outfile, {
    workerData: { ...setup, port } satisfies LoopSetup,
    transferList: [port],
    execArgv: ["--enable-source-maps"],
  });
  // Its only word by this way: its program has been read.
  worker.once("message", () => rmSync(folder, { recursive: true }));
  return worker;
}
