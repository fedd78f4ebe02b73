// What the firmware takes of the board: bytes of flash, and for each module bytes of .mpy and of heap.
// A module's heap is what its import takes: a main.py that imports them in the build's order and measures after each.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { columns, grouped } from "../build/columns.ts";
import type { BuildReport } from "../build.ts";
import type { Figure } from "./figure.ts";
import { gatewayBoard, withBoard } from "./gateway-board.ts";

const IMPORTS_MS_MAX = 60_000;

export interface ModuleSize {
  readonly name: string;
  readonly mpyBytes: number;
  /** Undefined for a module that main.py does not name: its heap counts with the module that imports it. */
  readonly heapBytes: number | undefined;
}

export function deviceSize({ deviceBytes }: BuildReport): Figure[] {
  return [{ id: "device_bytes", name: "dist/device", unit: "bytes", value: deviceBytes }];
}

/** Every module, the largest .mpy first. */
export async function moduleSizes({ device, modules }: BuildReport): Promise<ModuleSize[]> {
  const heap = await heapOfImports(device);
  const sizes = modules.map(({ name, bytesOfMpy }) => ({ name, mpyBytes: bytesOfMpy, heapBytes: heap.get(name) }));
  return sizes.sort((a, b) => b.mpyBytes - a.mpyBytes);
}

export function moduleTable(sizes: readonly ModuleSize[]): string {
  const rows = sizes.map(({ name, mpyBytes, heapBytes }) => [
    name,
    grouped(mpyBytes),
    heapBytes === undefined ? "with its importer" : grouped(heapBytes),
  ]);
  return columns([["module", "bytes of .mpy", "bytes of heap"], ...rows]);
}

/** Bytes of heap by module. A module that imports one which main.py does not name counts with it. */
async function heapOfImports(device: string): Promise<Map<string, number>> {
  const board = await gatewayBoard(device);
  const main = importsMeasured(readFileSync(join(device, "main.py"), "utf8"));
  const lines = await withBoard(board, async () => {
    await board.tell({ do: "flash-write", path: "main.py", contents: new TextEncoder().encode(main) });
    await board.powerOn();
    await board.runUntilEvent(({ type }) => type === "prompt", IMPORTS_MS_MAX, 0);
    return board.stdout;
  });
  if (!lines.includes("end")) throw new Error(`the modules could not be imported:\n${lines.join("\n")}`);
  return new Map(lines.filter((line) => line !== "end").map(nameAndBytes));
}

/** A program that imports what `main` does, in its order, and prints after each what the heap has lost. */
function importsMeasured(main: string): string {
  const names = new Set([...main.matchAll(/^ *import (gateway\.\S+)$/gm)].map(([, name]) => name ?? ""));
  const steps = [...names].map((name) => `import ${name}\n_report("${name}")\n`);
  return `import gc
def _free():
    gc.collect()
    return gc.mem_free()
_last = [0]
def _report(name):
    print(name, _last[0] - _free())
    _last[0] = _free()
_last[0] = _free()
${steps.join("")}print("end")
`;
}

function nameAndBytes(line: string): [string, number] {
  const [name = "", bytes = ""] = line.split(" ");
  return [name, Number(bytes)];
}
