// A kernel: an algorithm in TypeScript and by hand in MicroPython, each with a function run() that gives a text. Both
// become bytecode here, as on a board.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import { type CompiledModule, compile } from "../../../transpiler/src/index.ts";
import { BuildFailed } from "../../build/build-error.ts";
import { toBytecode } from "../../build/bytecode.ts";

/** What goes on the board, and how it is started. */
export interface Program {
  /** Path on the board to bytecode. */
  readonly files: Readonly<Record<string, Uint8Array>>;
  /** The module that has run(). */
  readonly module: string;
  /** Bytes of its own .mpy. */
  readonly bytes: number;
  /** Bytes of the compiler's helpers that it needs. */
  readonly helperBytes: number;
}

export interface Kernel {
  readonly name: string;
  /** What run() gives in Node. */
  readonly expected: string;
  readonly compiled: Program;
  readonly byHand: Program;
}

const folder = fileURLToPath(new URL("../kernels/", import.meta.url));
const HAND = "hand/kernel.py";

/** Names of all kernels: `crc16` is crc16.ts and crc16.py. */
export function kernelNames(): string[] {
  const names = readdirSync(folder).filter((name) => name.endsWith(".ts"));
  return names.map((name) => name.slice(0, -3)).sort();
}

/** Throws BuildFailed for a kernel that has no twin, or that the compiler refuses. */
export async function readKernel(name: string, mpyCross: string): Promise<Kernel> {
  const [source, hand] = [`${folder}${name}.ts`, `${folder}${name}.py`];
  if (!existsSync(hand)) throw new BuildFailed(`${hand} is missing`);
  const { modules, diagnostics } = compile({ entry: source });
  if (diagnostics.length > 0) throw new BuildFailed(`${source}: ${diagnostics[0]?.message}`);
  const [compiled, byHand] = await Promise.all([
    program(modules, mpyCross),
    program([{ name: "hand.kernel", path: HAND, python: readFileSync(hand, "utf8"), source: hand }], mpyCross),
  ]);
  const { run } = (await import(pathToFileURL(source).href)) as { run: () => string };
  return { name, expected: run(), compiled, byHand };
}

type Module = Pick<CompiledModule, "name" | "path" | "python" | "source">;

async function program(modules: readonly Module[], mpyCross: string): Promise<Program> {
  const bytecode = await toBytecode(
    mpyCross,
    modules.map(({ path, python }) => ({ path, text: python })),
  );
  const sizes = modules.map(({ source }, i) => ({ source, length: bytecode[i]?.length ?? 0 }));
  const sum = (own: boolean) =>
    sizes.filter(({ source }) => (source !== null) === own).reduce((total, { length }) => total + length, 0);
  return {
    files: Object.fromEntries(modules.map(({ path }, i) => [path.replace(/\.py$/, ".mpy"), bytecode[i] as Buffer])),
    module: modules.at(-1)?.name ?? "",
    bytes: sum(true),
    helperBytes: sum(false),
  };
}
