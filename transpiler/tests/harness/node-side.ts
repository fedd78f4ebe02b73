// Programs as Node runs them: JavaScript by esbuild, each in a worker of its own, so that its timers and promises end with
// it and console.log is Node's. Time is virtual, as on the device's side.
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { Worker } from "node:worker_threads";
import { build } from "esbuild";
import type { Outcome } from "./outcome.ts";
import type { TestProgram } from "./programs.ts";

const WORKER_MS_MAX = 10_000;

/** Node's exit code for a top-level await that nothing can end (nodejs.org, process, Exit codes). */
const UNSETTLED_TOP_LEVEL_AWAIT = 13;

/**
 * The JavaScript of all programs, by their names; esbuild takes a tenth of a second for all at once. Only those of
 * several modules are bundled: bundling makes top-level `let`, `const` and `class` a `var`, which can be read too early.
 */
export async function bundle(programs: readonly TestProgram[]): Promise<ReadonlyMap<string, string>> {
  const folders = programs.filter(({ entry }) => basename(entry) === "main.ts");
  const files = programs.filter((program) => !folders.includes(program));
  const built = await Promise.all([esbuild(folders, true), esbuild(files, false)]);
  return new Map(built.flat());
}

async function esbuild(programs: readonly TestProgram[], bundled: boolean): Promise<[string, string][]> {
  const { outputFiles } = await build({
    // A number for a name: two programs may have one file name.
    entryPoints: programs.map(({ entry }, index) => ({ in: entry, out: String(index) })),
    outdir: "/",
    bundle: bundled,
    write: false,
    format: "esm",
    platform: "node",
    target: "node20",
    banner: { js: readFileSync(new URL("./virtual-timers.mjs", import.meta.url), "utf8") },
    tsconfigRaw: { compilerOptions: { target: "ES2022", useDefineForClassFields: true, strict: true } },
    logLevel: "silent",
  });
  const code = new Map(outputFiles.map((file) => [file.path, file.text]));
  return programs.map(({ name }, index) => [name, code.get(`/${index}.js`) ?? ""]);
}

/** Runs JavaScript until nothing is left to do. */
export function runOnNode(javascript: string): Promise<Outcome> {
  const url = new URL(`data:text/javascript;base64,${Buffer.from(javascript).toString("base64")}`);
  const worker = new Worker(url, { stdout: true, execArgv: [] });
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let failure: string | null = null;
    const timer = setTimeout(() => {
      failure = `it did not end within ${WORKER_MS_MAX} ms`;
      void worker.terminate();
    }, WORKER_MS_MAX);
    worker.stdout.on("data", (chunk: Buffer) => chunks.push(chunk));
    worker.on("error", (error: unknown) => {
      failure = describe(error);
    });
    worker.on("exit", (code) => {
      clearTimeout(timer);
      if (code === UNSETTLED_TOP_LEVEL_AWAIT) failure ??= "it waits for a promise that nothing settles";
      resolve({ stdout: Buffer.concat(chunks).toString("utf8"), failure });
    });
  });
}

/** An error that crossed threads has lost its class, but not its text. */
function describe(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}
