// The build: TypeScript and hand-written Python in, dist/ out. The compiler is loaded only when something changed.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { CompileOptions, CompileResult } from "../../transpiler/src/index.ts";
import { mpyCross, umqttSource } from "../python-tools/index.ts";
import { sha256 } from "../python-tools/sha256.ts";
import { ProgramRefused } from "./build-error.ts";
import { type KnownBytecode, type PythonFile, toBytecode } from "./bytecode.ts";
import { handWrittenTexts, mainFile, pythonFiles, rootCertificates, withBuildId } from "./device-files.ts";
import { inputsDigest } from "./inputs.ts";
import { LATE_NAMES, lateNames } from "./late-names.ts";
import { lifetimesOf, withGroups } from "./lifetimes.ts";
import { withLock } from "./lock.ts";
import { currentManifest, type Manifest } from "./manifest.ts";
import { moduleRows, mpyPath } from "./module-rows.ts";
import { DEFAULT_BOARD, gatewayProject, PACKAGE, type Project } from "./project.ts";
import { publish } from "./publish.ts";
import type { Timing } from "./report.ts";
import { setupPage } from "./setup-page.ts";
import { SPARE_NAMES, spareNames } from "./spare-names.ts";
import { Stopwatch } from "./stopwatch.ts";

export interface BuildOptions {
  /** What is built and where to; the gateway unless given. */
  readonly project?: Project;
  /** Builds even if nothing changed. */
  readonly force?: boolean;
  /** The compiler; the repository's own unless given. */
  readonly compile?: (options: CompileOptions) => CompileResult;
  /** Bytecode of the builds before this one; what is made now is added. */
  readonly known?: KnownBytecode;
  /** What lies in dist/, when that is known: the rest is written, not all. */
  readonly previous?: Manifest | null;
}

export interface BuildReport extends Manifest {
  /** Whether the output was there already. */
  readonly upToDate: boolean;
  /** Absolute path of the folder that goes onto the board. */
  readonly device: string;
  /** Absolute path of the folder of source maps, those of a build in a folder named by its id. */
  readonly maps: string;
  readonly timings: readonly Timing[];
  /** Milliseconds from start to end. */
  readonly ms: number;
}

/**
 * Builds what is out of date. Throws ProgramRefused with the diagnostics, ToolError when mpy-cross or umqtt can
 * neither be found nor fetched, BuildFailed for the rest; the old output then stays as it was.
 */
export async function build(options: BuildOptions = {}): Promise<BuildReport> {
  const project = options.project ?? gatewayProject;
  const watch = new Stopwatch();
  const inputs = inputsDigest(project);
  const present = options.force ? undefined : currentManifest(project.dist, inputs);
  watch.lap("look for changes");
  if (present) return report(project, present, true, watch);
  return withLock(project.dist, async () => {
    // Whoever held the lock may just have built the same.
    const built = options.force ? undefined : currentManifest(project.dist, inputs);
    if (built) return report(project, built, true, watch);
    return report(project, await buildAll(project, inputs, options, watch), false, watch);
  });
}

function report(project: Project, manifest: Manifest, upToDate: boolean, watch: Stopwatch): BuildReport {
  const folders = { device: join(project.dist, "device"), maps: join(project.dist, "maps") };
  return { ...manifest, ...folders, upToDate, timings: watch.timings, ms: watch.total };
}

async function buildAll(project: Project, inputs: string, options: BuildOptions, watch: Stopwatch): Promise<Manifest> {
  const [crossCompiler, umqtt] = await Promise.all([mpyCross(), umqttSource()]);
  watch.lap("find the tools");
  const compile = options.compile ?? (await import("../../transpiler/src/index.ts")).compile;
  watch.lap("load the compiler");
  const compiled = await compileProgram(project, umqtt.text, compile);
  watch.lap("compile TypeScript");
  const python = pythonFiles(project, compiled, umqtt.text);
  const bytecode = await toBytecode(crossCompiler, python, options.known);
  watch.lap("compile Python");
  const page = await setupPage(project);
  watch.lap("make the setup page");
  const { build, files } = outputFiles(project, compiled, python, bytecode, page?.files ?? {});
  const manifest = makeManifest(project, inputs, build, compiled, python, bytecode, files);
  publish(project.dist, files, manifest, options.previous ?? null);
  watch.lap("write");
  return manifest;
}

async function compileProgram(
  project: Project,
  umqtt: string,
  compile: NonNullable<BuildOptions["compile"]>,
): Promise<CompileResult> {
  const result = withGroups(project, () => compile(compileOptions(project, umqtt)));
  if (result.diagnostics.length > 0) throw await refusal(result.diagnostics);
  return result;
}

/** @param umqtt its text, for a program that shall run beside it: with names that cost the board little. */
export function compileOptions(project: Project, umqtt?: string): CompileOptions {
  return {
    entry: join(project.firmware, project.entry ?? "main.ts"),
    packageName: PACKAGE,
    ambient: [join(project.firmware, "types")],
    noUncheckedIndexedAccess: true,
    native: project.native ?? false,
    ...(umqtt !== undefined && {
      names: "short",
      join: lifetimesOf(project),
      beside: () => [umqtt, ...handWrittenTexts(project)],
    }),
  };
}

export async function refusal(diagnostics: CompileResult["diagnostics"]): Promise<ProgramRefused> {
  const { renderDiagnostics } = await import("../../transpiler/src/diagnostics/render.ts");
  const text = renderDiagnostics(diagnostics, {
    pretty: process.stdout.isTTY,
    colour: process.stdout.isTTY,
    cwd: process.cwd(),
    readFile: (path) => readFileSync(path, "utf8"),
  });
  return new ProgramRefused(text.trimEnd());
}

function outputFiles(
  project: Project,
  compiled: CompileResult,
  python: readonly PythonFile[],
  bytecode: readonly Buffer[],
  more: Readonly<Record<string, Buffer>>,
): { build: string; files: Map<string, string | Buffer> } {
  const main = mainFile(project, compiled);
  const device = new Map<string, string | Buffer>([["device/main.py", main]]);
  for (const [index, { path }] of python.entries()) device.set(`device/${mpyPath(path)}`, bytecode[index] ?? "");
  for (const [name, octets] of rootCertificates(project)) device.set(`device/roots/${name}`, octets);
  for (const [path, octets] of Object.entries(more)) device.set(`device/${path}`, octets);
  if (compiled.late.length > 0) device.set(`device/${LATE_NAMES}`, lateNames(compiled, python, bytecode));
  const spare = spareNames(project, compiled);
  if (spare !== "") device.set(`device/${SPARE_NAMES}`, spare);
  const build = buildId(device);
  const files = device.set("device/main.py", withBuildId(main, build));
  for (const { path, text, readable } of python) files.set(`python/${path}`, readable ?? text);
  for (const { path, map, parts = [] } of compiled.modules) {
    if (map !== null) files.set(`maps/${build}/${path}.map`, map);
    if (parts.length > 0) files.delete(`python/${path}`);
    for (const part of parts) files.set(`python/${part.path}`, part.readable);
  }
  return { build, files: sorted(files) };
}

/** A hash over the paths and contents of what goes onto the board, main.py without this very id. */
function buildId(device: ReadonlyMap<string, string | Buffer>): string {
  return sha256(JSON.stringify([...sorted(device)].map(([path, content]) => [path, sha256(content)]))).slice(0, 12);
}

function sorted<T>(files: ReadonlyMap<string, T>): Map<string, T> {
  return new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function makeManifest(
  project: Project,
  inputs: string,
  build: string,
  { modules, late }: CompileResult,
  python: readonly PythonFile[],
  bytecode: readonly Buffer[],
  files: ReadonlyMap<string, string | Buffer>,
): Manifest {
  const device = [...files].filter(([path]) => path.startsWith("device/"));
  const digests = Object.fromEntries([...files].map(([path, content]) => [path, sha256(content)]));
  return {
    build,
    board: (project.board ?? DEFAULT_BOARD).name,
    inputs,
    modules: moduleRows(project, modules, python, bytecode),
    late,
    deviceBytes: device.reduce((sum, [, content]) => sum + Buffer.byteLength(content), 0),
    files: digests,
  };
}
