// Writes a build's output: everything beside dist/ first, then folder by folder into place. A build that fails before
// that leaves the old output whole; one that is cut off in the middle leaves no build.json, so the next build runs.
import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { MANIFEST, OWNED_FOLDERS } from "./manifest.ts";

/** Maps of so many older builds are kept, for the logs of boards that run them. */
const OLDER_MAPS_MAX = 20;

/** Replaces the build's folders and manifest in `dist` by `files` (path below dist to content) and `manifest`. */
export function publish(dist: string, files: ReadonlyMap<string, string | Buffer>, manifest: string): void {
  const staging = mkdtempSync(join(dist, ".staging-"));
  try {
    for (const folder of OWNED_FOLDERS) mkdirSync(join(staging, folder));
    for (const [path, content] of files) {
      mkdirSync(dirname(join(staging, path)), { recursive: true });
      writeFileSync(join(staging, path), content);
    }
    writeFileSync(join(staging, MANIFEST), manifest);
    keepOlderMaps(join(dist, "maps"), join(staging, "maps"));
    swap(staging, dist);
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
}

function keepOlderMaps(from: string, to: string): void {
  const made = new Set(readdirSync(to));
  const builds = namesIn(from).filter((name) => !made.has(name));
  const age = (name: string) => statSync(join(from, name)).mtimeMs;
  for (const name of builds.sort((a, b) => age(b) - age(a)).slice(0, OLDER_MAPS_MAX))
    renameSync(join(from, name), join(to, name));
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function swap(staging: string, dist: string): void {
  const old = join(staging, "old");
  mkdirSync(old);
  for (const name of [MANIFEST, ...OWNED_FOLDERS]) moveIfPresent(join(dist, name), join(old, name));
  for (const name of [...OWNED_FOLDERS, MANIFEST]) renameSync(join(staging, name), join(dist, name));
}

function moveIfPresent(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
  }
}
