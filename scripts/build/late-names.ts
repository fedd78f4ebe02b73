// The names that late code brings, by late module: MicroPython keeps each for ever (py/qstr.c). A gateway that needs its heap in
// one piece enters them at the start (runtime-py/starting.py), below what is free.
import type { CompileResult } from "../../transpiler/src/index.ts";
import type { PythonFile } from "./bytecode.ts";
import { mpyNames } from "./mpy-functions.ts";

/** Where the board has them. */
export const LATE_NAMES = "gateway/late-names.txt";

/**
 * A line `>` and the late module, then a line for each name that loading it and all that it needs would add.
 * @param python the files of the board, and their bytecode in the same order
 */
export function lateNames(
  { late, modules }: Pick<CompileResult, "late" | "modules">,
  python: readonly PythonFile[],
  bytecode: readonly Buffer[],
): string {
  const places = new Map(modules.map((module) => [module.path, module]));
  const files = python.map(({ path }, at) => ({ ...places.get(path), said: mpyNames(bytecode[at] as Buffer) }));
  const isLate = new Set(late.flat());
  const known = new Set(files.filter(({ name = "" }) => !isLate.has(name)).flatMap(({ said }) => said));
  const brought = new Map(
    files.map(({ name = "", importName, said }) => [name, [...importedBy(name, importName), ...said]]),
  );
  return late
    .map((set) => {
      const names = new Set(set.flatMap((each) => brought.get(each) ?? []));
      const fresh = [...names].filter((name) => !known.has(name) && !name.includes("\n"));
      return [`>${set.at(-1) ?? ""}`, ...fresh].map((line) => `${line}\n`).join("");
    })
    .join("");
}

/** What an import makes names of, beside the file's own. */
function importedBy(name: string, importName: string | undefined): string[] {
  return importName === undefined ? [name, name.slice(name.lastIndexOf(".") + 1)] : [importName];
}
