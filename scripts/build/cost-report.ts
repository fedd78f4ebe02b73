// What the program costs on the board, module by module and call by call, and whether that stays within the budget.
import { existsSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { LogMapper, type Place, type ProgramReport } from "../../transpiler/src/index.ts";
import type { ModuleSize } from "../bench/device-size.ts";
import type { BuildReport } from "./build.ts";
import { columns, grouped } from "./columns.ts";
import { mpyFunctions } from "./mpy-functions.ts";

/** Each limit is the most that is allowed; what is not named has none. */
export interface Budget {
  /** All files of dist/device, in bytes. */
  readonly device_bytes?: number;
  /** Of one module's .mpy in bytes, by its dotted name; `*` for those that are not named. */
  readonly mpy_bytes?: Readonly<Record<string, number>>;
  /** What the imports of all modules take of the heap, in bytes. */
  readonly heap_bytes?: number;
  /** Of the deepest chain of calls, in plain calls: the stack holds 28. */
  readonly depth_calls?: number;
}

export interface Costs {
  readonly build: BuildReport;
  readonly sizes: readonly ModuleSize[];
  readonly program: ProgramReport;
}

const LARGEST_FUNCTIONS = 15;
/** So many of the places that need a helper are named. */
const PLACES_MAX = 3;

export function costReport({ build, sizes, program }: Costs): string {
  const heap = (size: ModuleSize) => (size.heapBytes === undefined ? "with its importer" : grouped(size.heapBytes));
  const modules = sizes.map((size) => [size.name, grouped(size.mpyBytes), heap(size)]);
  const total = ["total", grouped(sum(sizes.map(({ mpyBytes }) => mpyBytes))), grouped(heapBytes(sizes))];
  return [
    columns([["module", "bytes of .mpy", "bytes of heap"], ...modules, total]),
    columns([["largest functions", "bytes of bytecode"], ...largestFunctions(build)]),
    helperText(program),
    chainText(program),
  ].join("\n\n");
}

/** One sentence for each limit that is passed. */
export function overBudget({ build, sizes, program }: Costs, budget: Budget): string[] {
  const limits: [what: string, value: number, limit: number | undefined, unit: string][] = [
    ["dist/device", build.deviceBytes, budget.device_bytes, "bytes"],
    ["The heap after all imports", heapBytes(sizes), budget.heap_bytes, "bytes"],
    ["The deepest chain of calls", program.depth, budget.depth_calls, "plain calls"],
    ...sizes.map(({ name, mpyBytes }): [string, number, number | undefined, string] => [
      name,
      mpyBytes,
      budget.mpy_bytes?.[name] ?? budget.mpy_bytes?.["*"],
      "bytes of .mpy",
    ]),
  ];
  return limits.flatMap(([what, value, limit, unit]) =>
    limit !== undefined && value > limit ? [`${what}: ${shown(value)} ${unit}, ${shown(limit)} are allowed.`] : [],
  );
}

/** The budget in a file; none when there is no such file. */
export function readBudget(path: string): Budget {
  return existsSync(path) ? (JSON.parse(readFileSync(path, "utf8")) as Budget) : {};
}

function shown(value: number): string {
  return grouped(value, Number.isInteger(value) ? 0 : 1);
}

function heapBytes(sizes: readonly ModuleSize[]): number {
  return sum(sizes.map(({ heapBytes: bytes }) => bytes ?? 0));
}

function sum(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0);
}

/** Of modules with a source map: the place and the name in TypeScript. */
function largestFunctions({ device, maps, build, modules }: BuildReport): string[][] {
  const mapper = new LogMapper(join(maps, build));
  const found = modules.flatMap(({ path, source }) => {
    if (source === null) return [];
    const [module, ...functions] = mpyFunctions(readFileSync(join(device, path)));
    const python = path.replace(/\.mpy$/, ".py");
    // A class's body begins nowhere in particular: it is said to stand on line 1.
    const own = functions.filter(({ line }) => line > 1);
    return [{ bytes: module?.bytes ?? 0, name: `${source} (the module itself)` }].concat(
      own.map(({ bytes, line }) => ({ bytes, name: mapper.map(`  File "${python}", line ${line}, in f`).trim() })),
    );
  });
  const largest = found.sort((a, b) => b.bytes - a.bytes).slice(0, LARGEST_FUNCTIONS);
  return largest.map(({ bytes, name }) => [name, grouped(bytes)]);
}

function helperText({ helpers }: ProgramReport): string {
  const width = Math.max(...helpers.map(({ helper }) => helper.length));
  const lines = helpers.map(({ helper, places }) => `  ${helper.padEnd(width)}  ${named(places)}`);
  return ["Helpers, and what needs them:", ...lines].join("\n");
}

function named(places: readonly Place[]): string {
  const shown = places.slice(0, PLACES_MAX).map(placeText).join(", ");
  return places.length > PLACES_MAX ? `${shown} and ${places.length - PLACES_MAX} more` : shown;
}

function placeText({ file, line }: Place): string {
  return `${relative(process.cwd(), file)}:${line}`;
}

function chainText({ chain, depth, recursive }: ProgramReport): string {
  const calls = chain.map((call) => `  ${call.name} (${placeText(call)})`);
  const again = recursive.map((call) => `  ${call.name} (${placeText(call)})`);
  return [
    `The deepest chain of calls: ${grouped(depth, 1)} plain ones of the 28 that the stack holds.`,
    ...calls,
    ...(again.length > 0 ? ["These may call themselves; they count once:", ...again] : []),
  ].join("\n");
}
