// What MicroPython has on a Pico W, module by module, as the stubs of the oldest version that is supported.
import { readFileSync } from "node:fs";
import { readZip } from "./archives.ts";
import { cachedWheels } from "./wheels.ts";

/** The stub files: path in the package (`machine.pyi`, `rp2/__init__.pyi`) to its text. */
export async function micropythonStubs(): Promise<Map<string, string>> {
  const [wheel = ""] = await cachedWheels("micropython-stubs");
  const entries = [...readZip(readFileSync(wheel))].filter(([name]) => name.endsWith(".pyi"));
  return new Map(entries.map(([name, content]) => [name, content().toString("utf8")]));
}
