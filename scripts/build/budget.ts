// What the gateway may take of the board (firmware-ts/budget.json), and the sentences of a build that takes more.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { ModuleSize } from "../bench/device-size.ts";
import { grouped } from "./columns.ts";
import type { Figures } from "./figures.ts";
import { isLateRow } from "./late-rows.ts";
import type { Project } from "./project.ts";

/** Each limit is the most that is allowed; what is not named has none. */
export interface Budget {
  /** All files of dist/device, in bytes. */
  readonly device_bytes?: number;
  /** Of one module's .mpy in bytes, by its dotted name; `*` for those that are not named. */
  readonly mpy_bytes?: Readonly<Record<string, number>>;
  /** What the imports of all modules take of the heap, in bytes. */
  readonly heap_bytes?: number;
  /** What may be loaded with any one late module, in bytes of the heap. */
  readonly late_bytes?: number;
  /** Of the deepest chain of calls, in plain calls: the stack holds 28. */
  readonly depth_calls?: number;
}

/** What a build takes. */
export interface Taken {
  readonly deviceBytes: number;
  readonly sizes: readonly ModuleSize[];
  /** In plain calls; only where the program was analysed. */
  readonly depth?: number;
}

/** The figures that a build is compared with, and what their file is called. */
export interface Before {
  readonly figures: Figures | null;
  readonly name: string;
}

/** So many of the modules that have grown are named. */
const GROWN_MAX = 5;

/** The project's budget; none when it has no such file. */
export function readBudget({ firmware }: Project): Budget {
  const path = join(firmware, "budget.json");
  return existsSync(path) ? (JSON.parse(readFileSync(path, "utf8")) as Budget) : {};
}

/** One sentence for each limit that is passed, with what has grown. */
export function overBudget(taken: Taken, budget: Budget, before: Before): string[] {
  const { deviceBytes, sizes, depth = 0 } = taken;
  const grown = growth(sizes, before.figures);
  return [
    ...sentence("dist/device", deviceBytes, budget.device_bytes, "bytes", grownWords(grown.mpy, before)),
    ...sentence(
      "The heap after all imports",
      heapBytes(sizes),
      budget.heap_bytes,
      "bytes",
      grownWords(grown.heap, before),
    ),
    ...sizes
      .filter(isLateRow)
      .flatMap(({ name, lateBytes = 0 }) => sentence(name, lateBytes, budget.late_bytes, "bytes of heap", "")),
    ...sentence("The deepest chain of calls", depth, budget.depth_calls, "plain calls", ""),
    ...sizes.flatMap(({ name, mpyBytes }) =>
      sentence(
        name,
        mpyBytes,
        budget.mpy_bytes?.[name] ?? budget.mpy_bytes?.["*"],
        "bytes of .mpy",
        moduleWords(name, grown.mpy.get(name), before),
      ),
    ),
  ];
}

export function heapBytes(sizes: readonly ModuleSize[]): number {
  return sizes.reduce((sum, { heapBytes: bytes = 0 }) => sum + bytes, 0);
}

function sentence(what: string, value: number, limit: number | undefined, unit: string, since: string): string[] {
  if (limit === undefined || value <= limit) return [];
  return [`${what}: ${shown(value)} ${unit}, ${shown(limit)} are allowed${since}.`];
}

function shown(value: number): string {
  return grouped(value, Number.isInteger(value) ? 0 : 1);
}

/** By how many bytes each module is larger than it was, the negative included; all of it for a new one. */
function growth(sizes: readonly ModuleSize[], figures: Figures | null): Record<"mpy" | "heap", Map<string, number>> {
  const old = (name: string) => figures?.modules[name];
  return {
    mpy: new Map(sizes.map(({ name, mpyBytes }) => [name, mpyBytes - (old(name)?.mpy_bytes ?? 0)])),
    heap: new Map(sizes.map(({ name, heapBytes: bytes = 0 }) => [name, bytes - (old(name)?.heap_bytes ?? 0)])),
  };
}

function moduleWords(name: string, bytes: number | undefined, { figures, name: file }: Before): string {
  if (figures === null || bytes === undefined) return "";
  if (!(name in figures.modules)) return `; it is not among the last commit's figures (${file})`;
  if (bytes <= 0) return `; it has not grown since the last commit's figures (${file})`;
  return `; it grew by ${grouped(bytes)} since the last commit's figures (${file})`;
}

function grownWords(grown: ReadonlyMap<string, number>, { figures, name: file }: Before): string {
  if (figures === null) return "";
  const largest = [...grown].filter(([, bytes]) => bytes > 0).sort(([, a], [, b]) => b - a);
  const named = largest.slice(0, GROWN_MAX).map(([name, bytes]) => `${name} by ${grouped(bytes)}`);
  const more = largest.length - named.length;
  const what = [...named, ...(more > 0 ? [`${more} more`] : [])].join(", ") || "no module";
  return `; grown since the last commit's figures (${file}): ${what}`;
}
