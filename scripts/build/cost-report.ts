// What the program costs on the board, module by module and call by call.
import { readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { LogMapper, type Place, type ProgramReport } from "../../transpiler/src/index.ts";
import type { ModuleSize } from "../bench/device-size.ts";
import { heapBytes } from "./budget.ts";
import type { BuildReport } from "./build.ts";
import { columns, grouped } from "./columns.ts";
import { heapText } from "./late-rows.ts";
import { mpyFunctions } from "./mpy-functions.ts";

export interface Costs {
  readonly build: BuildReport;
  readonly sizes: readonly ModuleSize[];
  readonly program: ProgramReport;
}

const LARGEST_FUNCTIONS = 15;
/** So many of the places that need a helper are named. */
const PLACES_MAX = 3;

export function costReport({ build, sizes, program }: Costs): string {
  const modules = sizes.map((size) => [size.name, grouped(size.mpyBytes), heapText(size)]);
  const files = sizes.filter(({ within }) => within === undefined);
  const total = ["total", grouped(sum(files.map(({ mpyBytes }) => mpyBytes))), grouped(heapBytes(sizes))];
  return [
    columns([["module", "bytes of .mpy", "bytes of heap"], ...modules, total]),
    columns([["largest functions", "bytes of bytecode"], ...largestFunctions(build)]),
    helperText(program),
    chainText(program),
  ].join("\n\n");
}

function sum(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0);
}

/** Of modules with a source map: the place and the name in TypeScript. */
function largestFunctions({ device, maps, build, modules }: BuildReport): string[][] {
  const mapper = new LogMapper(join(maps, build));
  const joined = new Set(modules.map(({ within }) => within));
  const found = modules.flatMap(({ name, path, source, within }) => {
    if (within !== undefined || (source === null && !joined.has(name))) return [];
    const [module, ...functions] = mpyFunctions(readFileSync(join(device, path)));
    const python = path.replace(/\.mpy$/, ".py");
    // A class's body begins nowhere in particular: it is said to stand on line 1.
    const own = functions.filter(({ line }) => line > 1);
    return [{ bytes: module?.bytes ?? 0, name: `${source ?? name} (the module itself)` }].concat(
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
