// Starts a worker thread from a TypeScript file, the same way under tsx, vitest and plain Node: the file is bundled by
// esbuild once per process (about 50 ms) into a cache folder and the worker starts from that JavaScript in about 30 ms.
// Loading tsx into every worker instead (execArgv --import tsx) takes ten times as long per worker.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { Worker, type WorkerOptions } from "node:worker_threads";
import { buildSync } from "esbuild";

const bundled = new Map<string, string>();

/**
 * Starts a worker. Inside the bundle import.meta.url is that of the cache, so whatever depends on where a file lies goes
 * in by `workerData`; packages stay imports and resolve as usual.
 */
export function startWorkerThread(entry: URL, options: WorkerOptions): Worker {
  const file = fileURLToPath(entry);
  return new Worker(file.endsWith(".ts") ? bundleOf(file) : file, options);
}

function bundleOf(file: string): string {
  const known = bundled.get(file);
  if (known) return known;
  const result = buildSync({
    entryPoints: [file],
    bundle: true,
    write: false,
    platform: "node",
    format: "esm",
    target: "node20",
    packages: "external",
    sourcemap: "inline",
    logLevel: "silent",
  });
  const bundle = writeToCache(path.basename(file, ".ts"), result.outputFiles[0]?.contents ?? new Uint8Array());
  bundled.set(file, bundle);
  return bundle;
}

/** Named by content, so that processes may race: whoever comes second writes the same bytes. */
function writeToCache(name: string, contents: Uint8Array): string {
  const folder = path.join(nearestNodeModules(), ".cache", "sms-gateway", "workers");
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, `${name}-${createHash("sha256").update(contents).digest("hex").slice(0, 16)}.mjs`);
  if (!existsSync(file)) {
    const temporary = `${file}.${process.pid}`;
    writeFileSync(temporary, contents);
    renameSync(temporary, file);
  }
  return file;
}

function nearestNodeModules(): string {
  for (let folder = path.dirname(fileURLToPath(import.meta.url)); ; folder = path.dirname(folder)) {
    if (path.basename(folder) === "node_modules") return folder;
    const candidate = path.join(folder, "node_modules");
    if (existsSync(candidate)) return candidate;
    if (folder === path.dirname(folder)) throw new Error("no node_modules folder above the worker");
  }
}
