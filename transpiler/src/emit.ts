// From lowered modules to what a compilation gives: what nobody reaches is left out, the rest printed, with the helpers and
// the main.py that it needs.
import type { CompiledModule, CompileOptions, CompileResult } from "./compilation.ts";
import { type Elsewhere, withFewerFunctions } from "./inline/index.ts";
import { hostOfHelpers, withHelpersIn } from "./join/helpers.ts";
import { joined } from "./join/index.ts";
import { type Place, printFile } from "./join/print.ts";
import { saidIn, type TextsApart, textsApart } from "./join/texts-apart.ts";
import { attributeName } from "./lower/attributes.ts";
import { keyedMembers } from "./lower/expressions/keyed-members.ts";
import { MAIN } from "./lower/program.ts";
import { type Libraries, membersIn, runtimeLibraries, runtimeLibrary } from "./lower/runtime-library.ts";
import { pythonNames } from "./lower/surface.ts";
import {
  derivedIn,
  isMeantBy,
  literalWordsOf,
  type NamedProgram,
  type Outside,
  withNamesInFlash,
  wordsOf,
} from "./names/index.ts";
import { FIT, fileNames } from "./names/new-names.ts";
import { ROM_NAMES } from "./names/rom-names.ts";
import { type MachineCode, machineCode } from "./native/index.ts";
import type { PythonModule, Stmt } from "./python/ast.ts";
import { namesAsMap } from "./source-map/source-map.ts";
import { importedFrom, withoutUnused } from "./tidy/index.ts";
import type { Surface } from "./tidy/reach.ts";
import type { Module, Program } from "./tree/nodes.ts";
import type { Unifier } from "./types/unify.ts";

export function packageOf({ packageName = "app" }: CompileOptions): string {
  return packageName;
}

/** Modules, each as short as it can be by itself, and what of them is reached from outside. */
export interface Short {
  readonly modules: readonly PythonModule[];
  readonly surface: Surface;
}

/** What is known of a program beyond its modules. */
export interface Known {
  readonly unifier: Unifier;
  readonly surface: Surface;
}

export interface Emitted {
  readonly compiled: CompileResult;
  /** Names of the helpers that the program uses itself. */
  readonly helpers: ReadonlySet<string>;
}

/** What is left of the modules when nothing stands there that nobody reaches. */
export function reached(
  program: Program,
  unifier: Unifier,
  { modules, surface }: Short,
  options: CompileOptions,
): MachineCode {
  const packageName = packageOf(options);
  const library = runtimeLibrary(importedFrom(modules, `${packageName}._ts`), program);
  const members = new Set([...surface.members, ...keyedMembers(program, unifier), ...membersIn(library)]);
  const left = withoutUnused(modules, { names: new Set([...surface.names, MAIN]), members });
  const paths = program.modules.map(({ path }) => path);
  return machineCode(left, paths, options.native ?? false);
}

/** @param reachedModules from reached() */
export function emit(
  program: Program,
  reachedModules: readonly PythonModule[],
  { unifier, surface }: Known,
  options: CompileOptions,
): Emitted {
  const packageName = packageOf(options);
  const helpers = importedFrom(reachedModules, `${packageName}._ts`);
  const loop = runLoop(reachedModules, helpers);
  const outside = options.names === "short" ? outsideOf(program, unifier, surface, helpers, options) : null;
  const modules = outside
    ? withFewerFunctions(reachedModules, reachedElsewhere(program, unifier, outside))
    : reachedModules;
  const roots = program.late.map(({ root }) => root);
  // Of a module that is only types or constants nothing is left.
  const isLeft = (i: number) => modules[i]?.body.length !== 0 || i === modules.length - 1 || roots.includes(i);
  const sets = program.late.map(({ modules: set }) => set.filter(isLeft).map((i) => modules[i]?.name ?? ""));
  const { late: lateModules, libraryOf, placed } = withHelpers(program, modules, helpers, sets, packageName);
  const { join: groups = [] } = options;
  const left = placed.filter((_, i) => isLeft(i));
  const importNames = outside === null ? shortNames : fileNames;
  const made = joined(left, { groups, late: lateModules, packageName, importNames });
  const { homes } = made;
  const late = lateModules.map((set) => inFiles(set, made.files, homes));
  const lateFiles = new Set(late.flat());
  const stays = ({ name }: { readonly name: string }) => !lateFiles.has(name);
  const host = hostOfHelpers(made.files, [...lateFiles], groups, packageName);
  const files = host === null ? made.files : made.files.map((file) => withHelpersIn(host, file, packageName));
  const library = libraryOf(
    late.map((set) => set.map((name) => made.importNames.get(name) ?? name)),
    host ?? `${packageName}._ts`,
  );
  const isPassing = (file: PythonModule) =>
    !stays(file) || groups.some(({ name, files }) => file.name === `${packageName}.${name}` && !files.includes("*"));
  const texts = [library.resident, library.late];
  const named = outside && withNamesInFlash(files, texts, packageName, outside, made.importNames, stays);
  const sources = new Map(modules.map(({ name }, i) => [name, program.modules[i] as Module]));
  const placeOf = (name: string): Place => {
    const importName = made.importNames.get(name);
    if (importName === undefined) return { name, path: `${name.replaceAll(".", "/")}.py` };
    return { name, path: `${packageName}/${importName}.py`, importName };
  };
  const own = helperModules(library, named, packageName, placeOf);
  const head = host === null ? null : (own.shift() ?? null);
  const apart = named && apartIn(named.modules, isPassing, texts);
  const printed = files.map((file, i) => {
    const { module = file, line = "" } = apart?.[i] ?? {};
    return printFile(placeOf(file.name), module, file, sources, program, file.name === host ? head : null, line);
  });
  const emitted = [...own, ...printed];
  const path = made.importNames.size > 0 ? ["import sys", `sys.path.insert(0, "${packageName}")`] : [];
  const imports = emitted.filter(stays).map(({ name }) => `import ${name}`);
  const main = [...path, ...imports, ...loop(homes, host ?? `${packageName}._ts`), ""];
  return { compiled: { modules: emitted, late, diagnostics: [], main: main.join("\n") }, helpers };
}

/** Without their packages. */
function shortNames(modules: readonly string[]): ReadonlyMap<string, string> {
  return new Map(modules.map((name) => [name, name.slice(name.lastIndexOf(".") + 1)]));
}

/** The short texts of what does not stay on the device, each file's by themselves. */
function apartIn(
  modules: readonly PythonModule[],
  isPassing: (module: PythonModule) => boolean,
  helpers: readonly string[],
): TextsApart[] {
  const staying = modules.filter((module) => !isPassing(module)).flatMap((module) => [...saidIn(module)]);
  const stays = new Set(["", ...ROM_NAMES, ...staying]);
  const inHelpers = new Set(helpers.flatMap((text) => [...wordsOf(text)]));
  const spare = FIT.filter((name) => !inHelpers.has(name));
  return modules.map((module) => (isPassing(module) ? textsApart(module, stays, spare) : { module, line: "" }));
}

/** Who may mean a name, beside the program's own Python. */
function reachedElsewhere(program: Program, unifier: Unifier, outside: Outside): Elsewhere {
  // A cast may make a record of an object, of whatever it has.
  const cast = [...unifier.classesSeenAsRecords].flatMap(([id, shapes]) => {
    const names = (program.classes[id]?.methods ?? []).flatMap(({ name, isPrivate }) => (isPrivate ? name : []));
    return names.filter((name) => [...shapes].some((shape) => program.shapes[shape]?.properties.has(name)));
  });
  const bracketed = new Set([...program.bracketed, ...cast].map(attributeName));
  return {
    any: (name) => isMeantBy(outside, name),
    private: (name) => outside.helpers.has(name) || outside.keyed.has(name) || bracketed.has(name),
  };
}

/** Each helper where it belongs: what late modules alone use is late with them. */
function withHelpers(
  program: Program,
  modules: readonly PythonModule[],
  helpers: ReadonlySet<string>,
  sets: readonly (readonly string[])[],
  packageName: string,
) {
  const [from, to] = [`${packageName}._ts`, `${packageName}._ts_late`];
  const isLate = ({ name }: PythonModule) => sets.some((set) => set.includes(name));
  const resident = importedFrom(
    modules.filter((module) => !isLate(module)),
    from,
  );
  for (const name of helpers) if (!importedFrom(modules, from).has(name)) resident.add(name);
  const libraryOf = (late: readonly (readonly string[])[], home: string) =>
    runtimeLibraries(helpers, resident, program, late, home);
  const { lateNames } = libraryOf(sets, from);
  const users = modules.filter((module) => [...importedFrom([module], from)].some((name) => lateNames.has(name)));
  const needs = (set: readonly string[]) => users.some(({ name }) => set.includes(name));
  const late = sets.map((set) => (needs(set) ? [to, ...set] : set));
  const placed = modules.map((module) => (users.includes(module) ? withImports(module, from, to, lateNames) : module));
  return { late, libraryOf, placed };
}

/** The files of a late set's modules, each once, in the order in which they are loaded. */
function inFiles(
  set: readonly string[],
  files: readonly PythonModule[],
  homes: ReadonlyMap<string, string>,
): readonly string[] {
  const all = new Set(set.map((name) => homes.get(name) ?? name));
  const names = files.map(({ name }) => name);
  return [...all].sort((a, b) => names.indexOf(a) - names.indexOf(b));
}

/** Names that stand in another module than they did. */
function withImports(module: PythonModule, from: string, to: string, moved: ReadonlySet<string>): PythonModule {
  const body = module.body.flatMap((statement): Stmt[] => {
    if (statement.kind !== "from" || statement.module !== from) return [statement];
    const staying = statement.names.filter(({ name }) => !moved.has(name));
    const moving = statement.names.filter(({ name }) => moved.has(name));
    return [
      ...(staying.length > 0 ? [{ ...statement, names: staying }] : []),
      ...(moving.length > 0 ? [{ ...statement, module: to, names: moving }] : []),
    ];
  });
  return { ...module, body };
}

/** What reaches the program's names by their letters, beside its own Python. */
function outsideOf(
  program: Program,
  unifier: Unifier,
  { names, members }: Surface,
  used: ReadonlySet<string>,
  { beside }: CompileOptions,
): Outside {
  // Without the names of late modules, which are no names of anything in them.
  const library = runtimeLibrary(used, program);
  // What stands beside is either known, or may ask for all that can be reached.
  const words = beside ? beside().flatMap((text) => [...wordsOf(text)]) : [...names, ...members];
  return {
    names: new Set([MAIN, RUN_LOOP, ...words]),
    device: new Set([...program.deviceNames].flatMap((name) => [name, ...pythonNames(name)])),
    helpers: new Set([...membersIn(library), ...literalWordsOf(library), ...derivedIn(library)]),
    keyed: keyedMembers(program, unifier),
  };
}

const RUN_LOOP = "ts_run_loop";
/** Helpers that leave something for the event loop to do. */
const LOOPING = [
  "ts_async",
  "ts_new_promise",
  "ts_resolved",
  "ts_rejected",
  "ts_then",
  "ts_queue_microtask",
  "ts_set_timeout",
  "ts_set_interval",
];

/**
 * What runs the program's event loop, where it has one; `homes`: by the names of modules the file that each is in; `library`:
 * that of the helpers.
 */
function runLoop(
  modules: readonly PythonModule[],
  helpers: Set<string>,
): (homes: ReadonlyMap<string, string>, library: string) => string[] {
  const entry = modules.at(-1);
  const waits = entry?.body.some((statement) => statement.kind === "def" && statement.name === MAIN);
  if (!waits && !LOOPING.some((name) => helpers.has(name))) return () => [];
  helpers.add(RUN_LOOP);
  return (homes, library) => [`${library}.${RUN_LOOP}(${waits ? `${homes.get(entry?.name ?? "")}.${MAIN}()` : ""})`];
}

function helperModules(
  { resident, late }: Libraries,
  named: NamedProgram | null,
  packageName: string,
  placeOf: (name: string) => Place,
) {
  const texts = [resident, late];
  return ["_ts", "_ts_late"].flatMap((name, i): CompiledModule[] => {
    const readable = texts[i] as string;
    if (readable === "") return [];
    const place = placeOf(`${packageName}.${name}`);
    const python = named?.helpers[i] ?? readable;
    const map = named && namesAsMap(place.path, named.helperNames);
    return [{ ...place, source: null, python, readable, map }];
  });
}
