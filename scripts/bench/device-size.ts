// What the firmware takes of the board: bytes of flash, and for each module bytes of .mpy and of heap.
// A module's heap is what its import takes: a main.py that imports them in the build's order and measures after each. The
// late sets have a board of their own.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { columns, grouped } from "../build/columns.ts";
import { heapText, lateRow } from "../build/late-rows.ts";
import type { Manifest } from "../build/manifest.ts";
import { PACKAGE } from "../build/project.ts";
import type { BuildReport } from "../build.ts";
import type { Figure } from "./figure.ts";
import { gatewayBoard, withBoard } from "./gateway-board.ts";

const IMPORTS_MS_MAX = 60_000;

/** What stands among the modules for the text of all names. */
const NAMES = "(names)";

export interface ModuleSize {
  readonly name: string;
  readonly mpyBytes: number;
  /** Undefined for a module that main.py does not name: its heap counts with the module that imports it. */
  readonly heapBytes: number | undefined;
  /** Of a late module: what it takes of the heap as long as it is loaded, beside its names. */
  readonly lateBytes?: number;
  /** The file that it was joined into: there it counts. */
  readonly within?: string;
}

export function deviceSize({ deviceBytes }: BuildReport): Figure[] {
  return [{ id: "device_bytes", name: "dist/device", unit: "bytes", value: deviceBytes }];
}

/** Every module, the largest .mpy first. */
export async function moduleSizes({ device, modules, late }: BuildReport): Promise<ModuleSize[]> {
  const heap = await heapOfImports(device, late, modules);
  const rows = late.map((set) => lateRow(set.at(-1) ?? ""));
  const isLate = new Set([...late.flat(), ...rows]);
  const sizeOf = (name: string, mpyBytes: number): ModuleSize => {
    const bytes = heap.get(name);
    if (!isLate.has(name) || bytes === undefined) return { name, mpyBytes, heapBytes: bytes };
    return { name, mpyBytes, heapBytes: undefined, lateBytes: bytes };
  };
  const sizes = modules.map(({ name, bytesOfMpy, within }) =>
    within === undefined ? sizeOf(name, bytesOfMpy) : { name, mpyBytes: bytesOfMpy, heapBytes: undefined, within },
  );
  sizes.push(...[NAMES, ...rows].map((name) => sizeOf(name, 0)));
  return sizes.sort((a, b) => b.mpyBytes - a.mpyBytes);
}

export function moduleTable(sizes: readonly ModuleSize[]): string {
  const rows = sizes.map((size) => [size.name, grouped(size.mpyBytes), heapText(size)]);
  return columns([["module", "bytes of .mpy", "bytes of heap"], ...rows]);
}

/** Bytes of heap by module. A module that imports one which main.py does not name counts with it. */
async function heapOfImports(
  device: string,
  late: Manifest["late"],
  modules: Manifest["modules"],
): Promise<Map<string, number>> {
  const lines = await printedBy(device, importsMeasured(readFileSync(join(device, "main.py"), "utf8")));
  if (late.length > 0) lines.push(...(await printedBy(device, lateMeasured(late, modules))));
  return new Map(lines.map(nameAndBytes));
}

/** What a program prints on a board of its own, until it prints `end`. */
async function printedBy(device: string, main: string): Promise<string[]> {
  const board = await gatewayBoard(device);
  const lines = await withBoard(board, async () => {
    await board.tell({ do: "flash-write", path: "main.py", contents: new TextEncoder().encode(main) });
    await board.powerOn();
    await board.runUntilEvent(({ type }) => type === "prompt", IMPORTS_MS_MAX, 0);
    return board.stdout;
  });
  if (!lines.includes("end")) throw new Error(`the modules could not be imported:\n${lines.join("\n")}`);
  return lines.filter((line) => line !== "end");
}

/**
 * A program that imports what `main` does, in its order, twice over, and prints of the second time what each import has
 * taken of the heap, then what the first had taken beyond that: the names, for MicroPython never gives up the text of a name
 * and takes room for many at once, which would count with whatever module comes just then.
 */
function importsMeasured(main: string): string {
  const names = new Set([...main.matchAll(/^ *import (gateway\.\S+)$/gm)].map(([, name]) => name ?? ""));
  return `import gc
import sys
def _deep(n):
    return _deep(n - 1) + 1 if n else 0
# What a call or an import has left behind on the stack counts as in use: others are laid over it.
def _free():
    for name in ("umqtt.simple", "umqtt"):
        sys.modules.pop(name, None)
    __import__("umqtt.simple")
    for name in ("umqtt.simple", "umqtt"):
        sys.modules.pop(name)
    _deep(15)
    gc.collect()
    return gc.mem_free()
def _import(name):
    before = _free()
    __import__(name)
    return before - _free()
_names = ${JSON.stringify([...names])}
_taken = [0] * len(_names)
_others = set(sys.modules)
_before = _free()
for _at, _name in enumerate(_names):
    _import(_name)
_total = _before - _free()
for _name in list(sys.modules):
    if _name not in _others:
        sys.modules.pop(_name)
_free()
for _at, _name in enumerate(_names):
    _taken[_at] = _import(_name)
for _name, _bytes in zip(_names, _taken):
    print(_name + ";" + str(_bytes))
print("${NAMES};" + str(_total - sum(_taken)))
print("end")
`;
}

/**
 * A program that loads each late set with what it needs, and forgets it: then nothing but the set is taken when it is loaded
 * again, which is measured module by module.
 */
function lateMeasured(late: Manifest["late"], modules: Manifest["modules"]): string {
  const importNames = new Map(modules.map(({ name, importName = name }) => [name, importName]));
  const sets = late.map((set) => set.map((name) => [name, importNames.get(name) ?? name]));
  return `import gc
import sys
sys.path.insert(0, "${PACKAGE}")
def _free():
    gc.collect()
    return gc.mem_free()
def _deep(n):
    return _deep(n - 1) + 1 if n else 0
def _forget(names):
    for name in names:
        package, _, short = name.rpartition(".")
        sys.modules.pop(name)
        if package:
            delattr(sys.modules[package], short)
def _load(names):
    for name in names:
        __import__(name)
# What a call has left behind on the stack counts as in use: another is laid over it.
def _import_all(names, taken):
    for at, name in enumerate(names):
        _deep(20)
        before = _free()
        __import__(name)
        _deep(20)
        taken[at] = before - _free()
# What an import has left there, as well: another is laid over it.
def _settle():
    for name in ("umqtt.simple", "umqtt"):
        sys.modules.pop(name, None)
    __import__("umqtt.simple")
    _deep(20)
for _set in ${JSON.stringify(sets)}:
    _names = [name for _, name in _set]
    _taken = [0] * len(_set)
    _load(_names)
    _forget(_names)
    _settle()
    _import_all(_names, _taken)
    _forget(_names)
    for (_name, _), _bytes in zip(_set, _taken):
        print(_name + ";" + str(_bytes))
    print("${lateRow("")}" + _set[-1][0] + ";" + str(sum(_taken)))
print("end")
`;
}

function nameAndBytes(line: string): [string, number] {
  const [name = "", bytes = ""] = line.split(";");
  return [name, Number(bytes)];
}
