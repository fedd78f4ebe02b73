// The names that late code brings, by late module: MicroPython keeps each for ever (py/qstr.c). A gateway that needs its heap in
// one piece enters them at the start (runtime-py/starting.py), below what is free.
import type { CompileResult } from "../../transpiler/src/index.ts";
import type { PythonFile } from "./bytecode.ts";

/** Where the board has them. */
export const LATE_NAMES = "gateway/late-names.txt";

/** A header: magic, version, architecture, bits of a small integer (MicroPython, tools/mpy-tool.py). */
const HEADER_OCTETS = 4;

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
    python.map(({ path }, at) => [
      path.replace(/\.py$/, "").replaceAll("/", "."),
      namesIn(bytecode[at] ?? Buffer.alloc(0)),
    ]),
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

/** The names of a .mpy file but for those that each MicroPython has. */
export function namesIn(mpy: Buffer): string[] {
  let at = HEADER_OCTETS;
  const number = () => {
    let value = 0;
    while (true) {
      const octet = mpy[at++] ?? 0;
      value = value * 128 + (octet & 0x7f);
      if (octet < 0x80) return value;
    }
  };
  const count = number();
  number();
  const names: string[] = [];
  for (let i = 0; i < count; i++) {
    const length = number();
    // The lowest bit: a name of the table that all have (py/persistentcode.c, load_qstr).
    if (length % 2 === 1) continue;
    names.push(mpy.toString("utf8", at, at + length / 2));
    at += length / 2 + 1;
  }
  return names;
}
