// How long a build takes that has nothing to start from, and one in which nothing has changed, each in a process of its
// own as `npm run build` is one. Only the downloads are there already. The checkout's own dist/ is left alone.
import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { Figure } from "./figure.ts";

const COLD_S_MAX = 4;

/** Other work on the machine only ever makes a build slower: the quickest of so many is nearest the truth. */
const RUNS = 3;

const PROGRAM = fileURLToPath(new URL("./build-once.ts", import.meta.url));

interface Seconds {
  /** From the start of the process to its end. */
  readonly wall: number;
  /** The processor's time, without the system's; of the process itself, not of the mpy-cross that it starts. */
  readonly user: number;
}

export async function measureBuild(): Promise<Figure[]> {
  const runs: { cold: Seconds; unchanged: Seconds }[] = [];
  for (let run = 0; run < RUNS; run++) runs.push(await coldThenUnchanged());
  const least = (seconds: (run: (typeof runs)[number]) => number) => Math.min(...runs.map(seconds));
  const target = { limit: COLD_S_MAX, is: "most" } as const;
  return [
    { id: "build_cold_s", name: "cold build", unit: "s", value: least(({ cold }) => cold.wall), target },
    { id: "build_cold_user_s", name: "cold build, user time", unit: "s", value: least(({ cold }) => cold.user) },
    {
      id: "build_unchanged_s",
      name: "build, nothing changed",
      unit: "s",
      value: least(({ unchanged }) => unchanged.wall),
    },
  ];
}

/** Builds twice into an empty dist/, with an empty folder for what Node's loaders keep from run to run. */
async function coldThenUnchanged(): Promise<{ cold: Seconds; unchanged: Seconds }> {
  const folder = mkdtempSync(join(tmpdir(), "bench-build-"));
  try {
    return { cold: await buildOnce(folder), unchanged: await buildOnce(folder) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function buildOnce(folder: string): Promise<Seconds> {
  const env = { ...process.env, TMPDIR: folder, TEMP: folder };
  const startedAt = performance.now();
  const { stdout } = await promisify(execFile)(process.execPath, ["--import", "tsx", PROGRAM, join(folder, "dist")], {
    env,
  });
  return { wall: (performance.now() - startedAt) / 1000, user: Number(stdout) };
}
