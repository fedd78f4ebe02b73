// Writes a build's output: first beside dist/'s folders, then file by file into place. A build that fails before that
// leaves the old output whole; one that is cut off in the middle leaves no build.json, so the next build runs.
import { linkSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { filesBelow } from "./inputs.ts";
import { MANIFEST, type Manifest, OWNED_FOLDERS } from "./manifest.ts";

/** Maps of so many older builds are kept, for the logs of boards that run them. */
const OLDER_MAPS_MAX = 20;

/**
 * Makes dist/ hold `files` (path below dist to content) and the manifest, and nothing else in the build's folders but
 * the maps of older builds. What lies there by `previous`, the manifest of the same dist/, is not written again.
 */
export function publish(
  dist: string,
  files: ReadonlyMap<string, string | Buffer>,
  manifest: Manifest,
  previous: Manifest | null,
): void {
  const staging = mkdtempSync(join(dist, ".staging-"));
  try {
    const news = [...files.keys()].filter((path) => previous?.files[path] !== manifest.files[path]);
    for (const path of news) stage(dist, staging, path, files.get(path) ?? "", manifest, previous);
    writeFileSync(join(staging, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`);
    rmSync(join(dist, MANIFEST), { force: true });
    for (const folder of OWNED_FOLDERS) mkdirSync(join(dist, folder), { recursive: true });
    for (const path of news) move(staging, dist, path);
    removeOthers(dist, files);
    renameSync(join(staging, MANIFEST), join(dist, MANIFEST));
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
}

/** A map that is as it was in the build before is a second name of the same file. */
function stage(
  dist: string,
  staging: string,
  path: string,
  content: string | Buffer,
  manifest: Manifest,
  previous: Manifest | null,
): void {
  const target = join(staging, path);
  mkdirSync(dirname(target), { recursive: true });
  const before = previous && path.replace(`maps/${manifest.build}/`, `maps/${previous.build}/`);
  if (before && previous.files[before] === manifest.files[path]) linkSync(join(dist, before), target);
  else writeFileSync(target, content);
}

function move(from: string, to: string, path: string): void {
  mkdirSync(dirname(join(to, path)), { recursive: true });
  renameSync(join(from, path), join(to, path));
}

function removeOthers(dist: string, files: ReadonlyMap<string, unknown>): void {
  for (const folder of ["device", "python"]) {
    for (const name of filesBelow(join(dist, folder))) {
      const path = `${folder}/${name.replaceAll("\\", "/")}`;
      if (!files.has(path)) rmSync(join(dist, path));
    }
  }
  const maps = join(dist, "maps");
  const age = new Map(readdirSync(maps).map((build) => [build, statSync(join(maps, build)).mtimeMs]));
  const old = [...age.keys()].sort((a, b) => (age.get(b) ?? 0) - (age.get(a) ?? 0)).slice(OLDER_MAPS_MAX + 1);
  for (const build of old) rmSync(join(maps, build), { recursive: true });
}
