// Python to .mpy with mpy-cross, several at a time.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { run } from "../python-tools/run.ts";
import { BuildFailed } from "./build-error.ts";
import { tooLarge } from "./too-large.ts";

export interface PythonFile {
  /** Path on the board, ending in .py. */
  readonly path: string;
  readonly text: string;
  /** The same for people, where that is another text: line by line. */
  readonly readable?: string;
  /** Of what the compiler made: its source map. */
  readonly map?: string | null;
}

/** Bytecode that was made before, by path and text: a file that has not changed need not be compiled again. */
export type KnownBytecode = Map<string, { readonly text: string; readonly mpy: Buffer }>;

/** The bytecode of each file, in the same order. Throws BuildFailed with mpy-cross's own words, or the function that is too large. */
export async function toBytecode(
  mpyCross: string,
  files: readonly PythonFile[],
  known: KnownBytecode = new Map(),
): Promise<Buffer[]> {
  const folder = mkdtempSync(join(tmpdir(), "sms-gateway-mpy-"));
  const results: Buffer[] = [];
  const queue = [...files.entries()];
  const worker = async () => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      const [index, file] = next;
      const before = known.get(file.path);
      const mpy =
        before?.text === file.text ? before.mpy : await compileOne(mpyCross, file, join(folder, String(index)));
      known.set(file.path, { text: file.text, mpy });
      results[index] = mpy;
    }
  };
  try {
    await Promise.all(Array.from({ length: availableParallelism() }, worker));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return results;
}

const MACHINE_CODE = /^ *@micropython\.(native|viper)$/m;
/** The RP2040 of a Pico W. */
const ARCHITECTURE = "-march=armv6m";

// Without -O: umqtt's assertions are part of its behaviour.
async function compileOne(mpyCross: string, file: PythonFile, scratch: string): Promise<Buffer> {
  const reasonFor = (text: string) => refusalOf(mpyCross, { path: file.path, text }, scratch);
  const reason = await reasonFor(file.text);
  if (reason === null) return readFileSync(`${scratch}.mpy`);
  if (TOO_LARGE.test(reason)) throw new BuildFailed(await tooLarge(file, reason, reasonFor));
  throw new BuildFailed(`mpy-cross does not accept ${file.path}:\n${reason}`);
}

/** What a traceback calls the file: its path on the board, which an import puts on the heap anyway. */
function nameInTraces(path: string): string {
  return path.replace(/\.py$/, ".mpy");
}

/** A joined file is larger than any that is written by hand. */
const HEAP = ["-X", "heapsize=32M"];

/** Jumps have 15 bits, and mpy-cross has memory for so much: it names no line for either. */
const TOO_LARGE = /bytecode overflow|memory allocation failed/;

async function refusalOf(mpyCross: string, { path, text }: PythonFile, scratch: string): Promise<string | null> {
  writeFileSync(`${scratch}.py`, text);
  const architecture = MACHINE_CODE.test(text) ? [ARCHITECTURE] : [];
  const outcome = await run([
    mpyCross,
    ...HEAP,
    ...architecture,
    "-s",
    nameInTraces(path),
    "-o",
    `${scratch}.mpy`,
    `${scratch}.py`,
  ]);
  if (outcome.status === 0) return null;
  const said = outcome.stderr.trim() || outcome.stdout.trim() || `it could not be started: ${mpyCross}`;
  return TOO_LARGE.exec(said)?.[0] ?? said;
}
