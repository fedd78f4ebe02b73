// What MicroPython has on a board, module by module, as the stubs of the oldest version that is supported.
import { readFileSync } from "node:fs";
import { readZip } from "./archives.ts";
import { readRequirements } from "./requirements.ts";
import { cachedWheels } from "./wheels.ts";

const STUBS = "micropython-stubs";

/**
 * The stub files: path of the module (`machine.pyi`, `rp2/__init__.pyi`, `io.pyi`) to its text.
 * @param download what MicroPython calls its download for the board: `RPI_PICO_W`
 */
export async function micropythonStubs(download: string): Promise<Map<string, string>> {
  const projects = readRequirements(STUBS).requirements.map(({ project }) => project);
  const wheels = await cachedWheels(STUBS);
  const wheelOf = (end: string) => wheels[projects.findIndex((project) => project.endsWith(end))];
  const standardLibrary = wheelOf("-stdlib-stubs");
  const board = wheelOf(`-${download.toLowerCase()}-stubs`);
  if (!standardLibrary || !board) throw new Error(`requirements/${STUBS}.txt has no stubs for ${download}`);
  // The board's own stubs come last: where both have a module, they are the more exact.
  return new Map([...stubsOf(standardLibrary), ...stubsOf(board)]);
}

function stubsOf(wheel: string): [string, string][] {
  const entries = [...readZip(readFileSync(wheel))].filter(([name]) => name.endsWith(".pyi"));
  return entries.map(([name, content]) => [name.replace(/^stdlib\//, ""), content().toString("utf8")]);
}
