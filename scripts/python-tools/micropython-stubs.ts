// What MicroPython has on a Pico W, module by module, as the stubs of the oldest version that is supported.
import { readFileSync } from "node:fs";
import { readZip } from "./archives.ts";
import { cachedWheels } from "./wheels.ts";

/** The stub files: path of the module (`machine.pyi`, `rp2/__init__.pyi`, `io.pyi`) to its text. */
export async function micropythonStubs(): Promise<Map<string, string>> {
  const [board = "", standardLibrary = ""] = await cachedWheels("micropython-stubs");
  // The board's own stubs come last: where both have a module, they are the more exact.
  return new Map([...stubsOf(standardLibrary), ...stubsOf(board)]);
}

function stubsOf(wheel: string): [string, string][] {
  const entries = [...readZip(readFileSync(wheel))].filter(([name]) => name.endsWith(".pyi"));
  return entries.map(([name, content]) => [name.replace(/^stdlib\//, ""), content().toString("utf8")]);
}
