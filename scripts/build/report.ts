// The table of modules that a build prints.
import { columns, grouped } from "./columns.ts";
import type { Manifest, ModuleRow } from "./manifest.ts";

export interface Timing {
  readonly part: string;
  readonly ms: number;
}

const HEADER = ["module", "lines of TypeScript", "bytes of Python", "bytes of .mpy"];

/** A row for each module and one for the total, in columns. */
export function moduleTable(manifest: Manifest): string {
  const joined = new Set(manifest.modules.map(({ within }) => within));
  // A joined file counts by its modules, but for its .mpy.
  const counts = ({ name, within }: ModuleRow, key: string) =>
    key === "bytesOfMpy" ? within === undefined : !joined.has(name);
  const total = (key: "linesOfTypeScript" | "bytesOfPython" | "bytesOfMpy") =>
    manifest.modules.reduce((sum, module) => sum + (counts(module, key) ? module[key] : 0), 0);
  const rows = [
    HEADER,
    ...manifest.modules.map(moduleCells),
    ["total", ...[total("linesOfTypeScript"), total("bytesOfPython"), total("bytesOfMpy")].map((sum) => grouped(sum))],
  ];
  return columns(rows);
}

function moduleCells(module: ModuleRow): string[] {
  const lines = module.source === null ? "-" : grouped(module.linesOfTypeScript);
  const name = module.within === undefined ? module.name : `  ${module.name}`;
  return [name, lines, grouped(module.bytesOfPython), grouped(module.bytesOfMpy)];
}

/** One line on the whole: the build id, the bytes on the board and how long it took. */
export function summaryLine(manifest: Manifest, upToDate: boolean, ms: number): string {
  const seconds = (ms / 1000).toFixed(2);
  const what = `build ${manifest.build} for ${manifest.board}, ${grouped(manifest.deviceBytes)} bytes in dist/device`;
  return upToDate ? `Nothing changed: ${what} (${seconds} s).` : `Built: ${what} (${seconds} s).`;
}

export function timingTable(timings: readonly Timing[]): string {
  return columns([["part", "ms"], ...timings.map(({ part, ms }) => [part, grouped(Math.round(ms))])]);
}
