// Programs as Node runs them: JavaScript by esbuild, each in a worker of its own, so that its timers and promises end with
// it and console.log is Node's. Time is virtual, as on the device's side.
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import { type BuildOptions, build, type Plugin, type TransformOptions, transform } from "esbuild";
import type { ProgramFacts } from "../../src/facts/facts.ts";
import type { StopMessage } from "./fact-checks.ts";
import { CHECKS_MODULE, instrument } from "./instrument.ts";
import type { Outcome } from "./outcome.ts";
import type { TestProgram } from "./programs.ts";

const WORKER_MS_MAX = 10_000;

/** Node's exit code for a top-level await that nothing can end (nodejs.org, process, Exit codes). */
const UNSETTLED_TOP_LEVEL_AWAIT = 13;

const LANGUAGE = {
  format: "esm",
  platform: "node",
  target: "node20",
  tsconfigRaw: { compilerOptions: { target: "ES2022", useDefineForClassFields: true, strict: true } },
  logLevel: "silent",
} as const satisfies TransformOptions;

const TIMERS = readFileSync(new URL("./virtual-timers.mjs", import.meta.url), "utf8");

/** The JavaScript of one program in which everything that the compiler has proven is checked (instrument.ts). */
export async function checkedJavascript(entry: string, facts: ProgramFacts): Promise<string> {
  const { modules, table } = instrument(facts);
  const url = dataUrl(`${await checksRuntime()}export const { check, target, missing, caught } = checks(${table});`);
  const code = modules.size === 1 ? await single(entry, modules) : await bundled(entry, modules);
  return `${TIMERS}${code.replaceAll(CHECKS_MODULE, url)}`;
}

async function single(entry: string, modules: ReadonlyMap<string, string>): Promise<string> {
  return (await transform(modules.get(entry) ?? "", { ...LANGUAGE, loader: "ts" })).code;
}

async function bundled(entry: string, modules: ReadonlyMap<string, string>): Promise<string> {
  const plugin: Plugin = {
    name: "instrumented modules",
    setup: ({ onLoad }) =>
      onLoad({ filter: /\.ts$/ }, ({ path }) => ({ contents: modules.get(path) ?? "", loader: "ts" })),
  };
  // The checks know classes by their names.
  const plugins = [lateInNode, plugin];
  const options: BuildOptions = { keepNames: true, external: [CHECKS_MODULE], plugins, bundle: true };
  const { outputFiles } = await build({ ...LANGUAGE, ...options, write: false, entryPoints: [entry] });
  return outputFiles[0]?.text ?? "";
}

/** The module "late": in Node all modules are there from the start. */
const lateInNode: Plugin = {
  name: "late modules",
  setup: ({ onLoad, onResolve }) => {
    onResolve({ filter: /^late$/ }, () => ({ path: "late", namespace: "late" }));
    const contents =
      "export const forget = () => {}; export const discard = () => {}; export const loadNext = () => true;";
    onLoad({ filter: /./, namespace: "late" }, () => ({ contents, loader: "js" }));
  },
};

let runtime: Promise<string> | undefined;

function checksRuntime(): Promise<string> {
  const options: BuildOptions = { bundle: true, write: false };
  const entry = fileURLToPath(new URL("./fact-checks.ts", import.meta.url));
  runtime ??= build({ ...LANGUAGE, ...options, entryPoints: [entry] }).then(
    ({ outputFiles }) => outputFiles?.[0]?.text ?? "",
  );
  return runtime;
}

function dataUrl(javascript: string): string {
  return `data:text/javascript;base64,${Buffer.from(javascript).toString("base64")}`;
}

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
    ...LANGUAGE,
    bundle: bundled,
    plugins: bundled ? [lateInNode] : [],
    write: false,
    banner: { js: TIMERS },
  });
  const code = new Map(outputFiles.map((file) => [file.path, file.text]));
  return programs.map(({ name }, index) => [name, code.get(`/${index}.js`) ?? ""]);
}

export interface NodeOutcome extends Outcome {
  /** Where the program broke its own types, and had to stop. */
  readonly stop: StopMessage["stop"] | null;
}

/** Runs JavaScript until nothing is left to do. */
export function runOnNode(javascript: string): Promise<NodeOutcome> {
  const worker = new Worker(new URL(dataUrl(javascript)), { stdout: true, execArgv: [] });
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let failure: string | null = null;
    let stop: NodeOutcome["stop"] = null;
    const timer = setTimeout(() => {
      failure = `it did not end within ${WORKER_MS_MAX} ms`;
      void worker.terminate();
    }, WORKER_MS_MAX);
    worker.stdout.on("data", (chunk: Buffer) => chunks.push(chunk));
    worker.on("message", (message: StopMessage) => {
      stop = message.stop;
    });
    worker.on("error", (error: unknown) => {
      failure = describe(error);
    });
    worker.on("exit", (code) => {
      clearTimeout(timer);
      if (code === UNSETTLED_TOP_LEVEL_AWAIT) failure ??= "it waits for a promise that nothing settles";
      resolve({ stdout: Buffer.concat(chunks).toString("utf8"), failure, stop });
    });
  });
}

/** An error that crossed threads has lost its class, but not its text. */
function describe(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}
