// Which programs have a serial port open: Linux says it by /proc, macOS by lsof; elsewhere nobody knows.
import { readdirSync, readFileSync, readlinkSync, realpathSync } from "node:fs";
import { run } from "../python-tools/run.ts";

/** `name (process 1234)` for each; of other people's programs only what the system tells us. */
export async function holdersOf(port: string): Promise<string[]> {
  if (process.platform === "linux") return linuxHolders(port);
  if (process.platform !== "darwin") return [];
  const { stdout } = await run(["lsof", "-F", "pc", port]);
  return [...stdout.matchAll(/^p(\d+)\nc(.*)$/gm)].map(([, id, name]) => `${name} (process ${id})`);
}

function linuxHolders(port: string): string[] {
  const device = real(port);
  const processes = readdirSync("/proc").filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid);
  return processes.filter((id) => openFiles(id).includes(device)).map((id) => `${nameOf(id)} (process ${id})`);
}

function real(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

function openFiles(id: string): string[] {
  const folder = `/proc/${id}/fd`;
  try {
    return readdirSync(folder).map((descriptor) => {
      try {
        return readlinkSync(`${folder}/${descriptor}`);
      } catch {
        return "";
      }
    });
  } catch {
    return [];
  }
}

function nameOf(id: string): string {
  try {
    return readFileSync(`/proc/${id}/comm`, "utf8").trim();
  } catch {
    return "a program";
  }
}
