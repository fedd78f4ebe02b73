// firmware-ts/figures.json: what each module takes of the flash and of the heap, as of the last commit that changed it. By
// this a build that is over its budget says what has grown.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { ModuleSize } from "../bench/device-size.ts";
import type { Manifest } from "./manifest.ts";
import type { Project } from "./project.ts";

export const FIGURES = "figures.json";

interface ModuleFigures {
  readonly mpy_bytes: number;
  /** Missing for a module that counts with the one that imports it. */
  readonly heap_bytes?: number;
  /** Of a late module, and of all that is loaded with one: as long as it is loaded. */
  readonly late_bytes?: number;
}

export interface Figures {
  /** All files of dist/device, in bytes. */
  readonly device_bytes: number;
  /** By dotted name. */
  readonly modules: Readonly<Record<string, ModuleFigures>>;
}

/** For people: `firmware-ts/figures.json`. */
export function figuresName({ firmware }: Project): string {
  return `${basename(firmware)}/${FIGURES}`;
}

/** What the file says; null when there is none. */
export function readFigures({ firmware }: Project): Figures | null {
  const path = join(firmware, FIGURES);
  return existsSync(path) ? (JSON.parse(readFileSync(path, "utf8")) as Figures) : null;
}

export function writeFigures({ firmware }: Project, figures: Figures): void {
  writeFileSync(join(firmware, FIGURES), figuresText(figures));
}

export function figuresOf({ deviceBytes }: Manifest, sizes: readonly ModuleSize[]): Figures {
  const rows = sizes.map(({ name, mpyBytes, heapBytes, lateBytes }): [string, ModuleFigures] => [
    name,
    {
      mpy_bytes: mpyBytes,
      ...(heapBytes !== undefined && { heap_bytes: heapBytes }),
      ...(lateBytes !== undefined && { late_bytes: lateBytes }),
    },
  ]);
  return { device_bytes: deviceBytes, modules: Object.fromEntries(rows.sort(([a], [b]) => (a < b ? -1 : 1))) };
}

/** A line for each module, so that a commit's difference shows what has changed. */
function figuresText({ device_bytes, modules }: Figures): string {
  const lines = Object.entries(modules).map(([name, figures]) => {
    const values = Object.entries(figures).map(([key, value]) => `${JSON.stringify(key)}: ${value}`);
    return `    ${JSON.stringify(name)}: { ${values.join(", ")} }`;
  });
  return `{\n  "device_bytes": ${device_bytes},\n  "modules": {\n${lines.join(",\n")}\n  }\n}\n`;
}
