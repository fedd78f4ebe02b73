// What MicroPython has on a board, by its stubs, and what Python files use of it.
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { micropythonStubs } from "../python-tools/index.ts";

/** Module to name to the members of a class; null for what is no class. */
type Names = Record<string, Record<string, readonly string[] | null>>;

/** @param download what MicroPython calls its download for the board */
export async function stubNames(download: string): Promise<Names> {
  return pythonAbout("stub_members.py", await micropythonStubs(download)) as Names;
}

/** What Python files (path and text) use of the modules that they import, as paths of names: machine, Timer, ONE_SHOT. */
export function usedNames(files: Iterable<readonly [string, string]>): string[][] {
  return pythonAbout("used_names.py", files) as string[][];
}

/** Whether the stubs have a module, a name of it, a member of that; of what a module's variable holds they say nothing. */
export function exists(stubs: Names, [module = "", name, member]: readonly string[]): boolean {
  const names = stubs[module];
  if (names === undefined) return false;
  if (name === undefined) return true;
  if (!(name in names)) return false;
  if (member === undefined) return true;
  // A function or class that takes any keyword documents its own in prose only.
  const anyKeyword = member.replace(/\(.*\)$/, "(**)");
  return names[name]?.some((known) => known === member || known === anyKeyword) ?? false;
}

/** What a script of this folder writes about Python files. */
function pythonAbout(script: string, files: Iterable<readonly [string, string]>): unknown {
  const path = fileURLToPath(new URL(script, import.meta.url));
  const input = JSON.stringify(Object.fromEntries(files));
  return JSON.parse(execFileSync("python3", [path], { input, encoding: "utf8", maxBuffer: 64 * 1024 * 1024 }));
}
