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
  { late }: Pick<CompileResult, "late">,
  python: readonly PythonFile[],
  bytecode: readonly Buffer[],
): string {
  const names = new Map(
    python.map(({ path }, at) => [path.replace(/\.py$/, "").replaceAll("/", "."), mpyNames(bytecode[at] as Buffer)]),
  );
  const isLate = new Set(late.flat());
  const known = new Set([...names].filter(([module]) => !isLate.has(module)).flatMap(([, each]) => each));
  return late
    .map((modules) => {
      const brought = modules.flatMap((module) => [
        module,
        module.slice(module.lastIndexOf(".") + 1),
        ...(names.get(module) ?? []),
      ]);
      const fresh = [...new Set(brought)].filter((name) => !known.has(name) && !name.includes("\n"));
      return [`>${modules.at(-1) ?? ""}`, ...fresh].map((line) => `${line}\n`).join("");
    })
    .join("");
}
