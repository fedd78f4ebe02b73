// Runs generated programs in Node and on the device. Starting either costs more than a program does, so that several
// run as the modules of one; a program is only looked at alone when their outputs differ.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Analysed, analyse } from "../../src/compile.ts";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { differenceOf, runBothSides } from "../harness/both-sides.ts";

export interface Verdict {
  readonly source: string;
  /** What the compiler has against it: it did not run. */
  readonly diagnostics: readonly Diagnostic[];
  /** How the device did something else than Node; null: it did the same. */
  readonly difference: string | null;
}

let made = 0;
const folder = mkdtempSync(join(tmpdir(), "generated-"));

export function removeFolder(): void {
  rmSync(folder, { recursive: true, force: true });
}

export async function judge(sources: readonly string[]): Promise<Verdict[]> {
  const whole = attempt(() => compile(sources));
  return whole instanceof Error ? oneByOne(sources) : judgeBatch(sources, whole);
}

async function judgeBatch(sources: readonly string[], first: Batch): Promise<Verdict[]> {
  const fine = sources.filter((source) => first.of(source).length === 0);
  const again = fine.length === sources.length ? first : attempt(() => compile(fine));
  if (fine.length === 0 || (!(again instanceof Error) && (await isSame(again))))
    return sources.map((source) => ({ source, diagnostics: first.of(source), difference: null }));
  return oneByOne(sources);
}

async function oneByOne(sources: readonly string[]): Promise<Verdict[]> {
  const verdicts: Verdict[] = [];
  for (const source of sources) verdicts.push(await judgeOne(source));
  return verdicts;
}

function attempt<T>(work: () => T): T | Error {
  try {
    return work();
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

/** A program by itself. */
export async function judgeOne(source: string): Promise<Verdict> {
  const made = attempt(() => compile([source]));
  if (made instanceof Error) return { source, diagnostics: [], difference: `The compiler failed: ${made.stack}` };
  const { entry, analysed } = made;
  const { diagnostics } = analysed.compiled;
  const both = diagnostics.length > 0 ? null : await runBothSides(entry, analysed);
  return { source, diagnostics, difference: both && differenceOf(both) };
}

async function isSame({ entry, analysed }: Batch): Promise<boolean> {
  const both = await runBothSides(entry, analysed);
  return both !== null && both.node.stop === null && both.node.failure === null && differenceOf(both) === null;
}

interface Batch {
  readonly entry: string;
  readonly analysed: Analysed;
  readonly of: (source: string) => readonly Diagnostic[];
}

function compile(sources: readonly string[]): Batch {
  const at = join(folder, String(made++));
  mkdirSync(at);
  const entry = join(at, "main.ts");
  const file = (source: string) => join(at, `p${sources.indexOf(source)}.ts`);
  for (const source of sources) writeFileSync(sources.length > 1 ? file(source) : entry, source);
  if (sources.length > 1) writeFileSync(entry, sources.map((_, i) => `import "./p${i}.ts";\n`).join(""));
  const analysed = analyse({ entry, names: "short" });
  const of = (source: string) => analysed.compiled.diagnostics.filter((one) => one.file === file(source));
  return { entry, analysed, of };
}
