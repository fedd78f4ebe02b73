// What each command does. The compiler's answer is either diagnostics, or files; everything else is where they go.
import { renderDiagnostics, renderJson } from "../diagnostics/render.ts";
import { shownPath } from "../diagnostics/shown-path.ts";
import { explain } from "../explain/explain.ts";
import { renderNotes } from "../explain/render.ts";
import type { CompileOptions, CompileResult, Diagnostic } from "../index.ts";
import { LogMapper } from "../trace/log-mapper.ts";
import { lookupIn, type MapLookup, mapTraceback } from "../trace/traceback.ts";
import type { Arguments, CommandName, Options } from "./arguments.ts";
import { ExitCode } from "./exit-code.ts";
import { folder, readIfThere, readText, sourceFile, writeFiles } from "./files.ts";
import type { Host } from "./host.ts";
import { UserError } from "./user-error.ts";

type Command = (args: Arguments, host: Host) => Promise<number>;

/** A week: a program that is run by hand ends when its user says so. (Node's timers hold 24 days at most.) */
const NO_TIMEOUT_MS = 7 * 24 * 3600 * 1000;

/** Where `npm run build` leaves the maps of its builds. */
const MAPS_FOLDER = "dist/maps";

export const commands: Readonly<Record<CommandName, Command>> = {
  async check({ files, options }, host) {
    const entries = files.map((file) => sourceFile(file, host.cwd));
    const found: Diagnostic[] = [];
    for (const entry of entries) found.push(...(await compileEntry(entry, options, host)).diagnostics);
    return report(found, options, host);
  },

  async build({ files: [file = ""], options }, host) {
    const result = await compileEntry(sourceFile(file, host.cwd), options, host);
    if (result.diagnostics.length > 0) return report(result.diagnostics, options, host);
    if (options.out !== undefined) writeFiles(options.out, host.cwd, deviceFiles(result));
    if (options.maps !== undefined) writeFiles(options.maps, host.cwd, mapFiles(result));
    return ExitCode.done;
  },

  async run({ files: [file = ""], options }, host) {
    const result = await compileEntry(sourceFile(file, host.cwd), options, host);
    if (result.diagnostics.length > 0) return report(result.diagnostics, options, host);
    const end = await host.runOnVm({
      files: Object.fromEntries(deviceFiles(result)),
      main: "main.py",
      time: "real",
      timeoutMs: NO_TIMEOUT_MS,
      onStdout: host.stdout,
    });
    if (end.error === null) return end.exitCode;
    host.stderr(mapTraceback(end.error, lookupOf(result, host.cwd)));
    return ExitCode.failedAtRunTime;
  },

  async explain({ files: [named = ""], options }, host) {
    const { name, line } = fileAndLine(named);
    const file = sourceFile(name, host.cwd);
    const entry = options.entry === undefined ? file : sourceFile(options.entry, host.cwd);
    const { compiled, analysis } = await host.analyse(compileOptions(entry, options, host));
    if (analysis === null) return report(compiled.diagnostics, options, host);
    const notes = explain(analysis, file);
    if (notes === null) throw new UserError(`${name} is no module of the program that ${options.entry} starts.`);
    if (options.json) host.stdout(`${JSON.stringify({ version: 1, notes })}\n`);
    else host.stdout(renderNotes(notes, readText(name, host.cwd), shownPath(file, host.cwd), line));
    return ExitCode.done;
  },

  async trace({ files: [log], options }, host) {
    const mapper = new LogMapper(folder(options.maps ?? MAPS_FOLDER, host.cwd));
    host.stdout(mapper.map(log === undefined ? await host.stdin() : readText(log, host.cwd)));
    for (const remark of mapper.remarks) host.stderr(`ts2mpy: ${remark}\n`);
    return ExitCode.done;
  },
};

function compileEntry(entry: string, options: Options, host: Host): Promise<CompileResult> {
  return host.compile(compileOptions(entry, options, host));
}

function compileOptions(entry: string, options: Options, host: Host): CompileOptions {
  return {
    entry,
    ambient: (options.ambient ?? []).map((name) => folder(name, host.cwd)),
    noUncheckedIndexedAccess: options.noUncheckedIndexedAccess ?? false,
    native: options.native ?? false,
    ...(options.package === undefined ? {} : { packageName: options.package }),
  };
}

/** `domain/inbox.ts:12` is line 12 of it. */
function fileAndLine(named: string): { name: string; line: number | null } {
  const [, name = named, line] = /^(.*\.ts):(\d+)$/.exec(named) ?? [];
  return { name, line: line === undefined ? null : Number(line) };
}

/** Diagnostics are the command's result, and go to stdout as tsc's do. */
function report(diagnostics: readonly Diagnostic[], options: Options, host: Host): number {
  const reading = { cwd: host.cwd, readFile: readIfThere };
  const pretty = options.pretty ?? host.terminal;
  if (options.json) host.stdout(renderJson(diagnostics, reading));
  else host.stdout(renderDiagnostics(diagnostics, { ...reading, pretty, colour: host.colour }));
  return diagnostics.length > 0 ? ExitCode.refused : ExitCode.done;
}

function deviceFiles(result: CompileResult): Map<string, string> {
  const modules = result.modules.map(({ path, python }) => [path, python] as const);
  return new Map([["main.py", result.main], ...modules]);
}

function mapFiles(result: CompileResult): Map<string, string> {
  return new Map(result.modules.flatMap(({ path, map }) => (map === null ? [] : [[`${path}.map`, map] as const])));
}

function lookupOf(result: CompileResult, cwd: string): MapLookup {
  const mapped = result.modules.flatMap(({ path, map, source }) => {
    if (map === null) return [];
    return [[path, { map, source: source === null ? undefined : shownPath(source, cwd) }] as const];
  });
  return lookupIn(new Map(mapped));
}
