// A real mosquitto for tests: on a free port of the loopback interface, with a configuration of its own, stopped by
// the test that started it.

import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { toolPath } from "../support/require-tool.ts";

/** Milliseconds that mosquitto may take to answer on its port. */
const START_LIMIT_MS = 5_000;

export interface Mosquitto {
  port: number;
  /** It stands still, with its connections open, until it is resumed. */
  pause(): void;
  resume(): void;
  stop(): Promise<void>;
}

/** A port that was free a moment ago on the loopback interface. */
export async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") throw new Error("no port was given");
  return address.port;
}

/**
 * Starts mosquitto with `lines` of configuration for its listener. Throws Error if it is not installed.
 * @param access who may connect: anybody unless given
 */
export async function startMosquitto(
  lines: readonly string[] = [],
  access = "allow_anonymous true",
): Promise<Mosquitto> {
  const folder = mkdtempSync(join(tmpdir(), "mosquitto-"));
  const port = await freePort();
  const file = join(folder, "mosquitto.conf");
  writeFileSync(file, [`listener ${port} 127.0.0.1`, access, "persistence false", ...lines, ""].join("\n"));
  const child = spawn(toolPath("mosquitto"), ["-c", file], { stdio: "ignore" });
  await answers(port, child);
  return {
    port,
    pause: () => void child.kill("SIGSTOP"),
    resume: () => void child.kill("SIGCONT"),
    async stop() {
      if (child.exitCode === null) {
        child.kill("SIGCONT");
        child.kill();
        await once(child, "exit");
      }
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function answers(port: number, child: ChildProcess): Promise<void> {
  for (const endMs = performance.now() + START_LIMIT_MS; performance.now() < endMs; ) {
    if (child.exitCode !== null) throw new Error(`mosquitto ended with ${child.exitCode}`);
    if (await accepts(port)) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  child.kill();
  throw new Error(`mosquitto did not answer within ${START_LIMIT_MS} ms`);
}

function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: "127.0.0.1" });
    socket.once("connect", () => resolve(true)).once("error", () => resolve(false));
    socket.once("close", () => socket.destroy());
    socket.once("connect", () => socket.end());
  });
}
