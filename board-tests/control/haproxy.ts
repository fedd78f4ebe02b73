// A real HAProxy for tests, on a free port of the loopback interface, stopped by the test that started it.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { toolPath } from "../support/require-tool.ts";
import { freePort } from "./mosquitto.ts";

/**
 * @param configuration whose frontend listens on port 8883, and whose servers stand at that port of addresses of theirs
 * @param ports of this machine where they stand, in their order
 */
export async function startHaproxy(configuration: string, ports: readonly number[]) {
  const folder = mkdtempSync(join(tmpdir(), "haproxy-"));
  const port = await freePort();
  const left = [...ports];
  const ours = configuration
    .replace("bind :8883", `bind 127.0.0.1:${port}`)
    .replace(/\d+\.\d+\.\d+\.\d+:8883/g, () => `127.0.0.1:${left.shift()}`);
  writeFileSync(join(folder, "haproxy.cfg"), ours);
  // In the foreground.
  const child = spawn(toolPath("haproxy"), ["-db", "-f", join(folder, "haproxy.cfg")], { stdio: "ignore" });
  return {
    port,
    async stop() {
      if (child.exitCode === null) {
        child.kill("SIGKILL");
        await once(child, "exit");
      }
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
