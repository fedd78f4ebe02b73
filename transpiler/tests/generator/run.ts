// Makes many programs from one seed and judges them all; a program that fails is made smaller before it is told.
import fc from "fast-check";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { judge, judgeOne, type Verdict } from "./batch.ts";
import { choices } from "./choices.ts";
import { programOf } from "./program.ts";
import { shrink } from "./shrink.ts";

export interface Run {
  readonly seed: number;
  readonly programs: number;
  readonly accepted: number;
  /** What the compiler had against the others, each with how many programs it refused. */
  readonly refusals: ReadonlyMap<string, number>;
  /** The programs that did something else on the device, made smaller, and what. */
  readonly failures: readonly string[];
}

/** Programs that share one start of Node and of the device. */
const BATCH = 10;

/** How many smaller programs are tried for one that fails. */
const ATTEMPTS = 300;

export async function runGenerated(seed: number, count: number): Promise<Run> {
  const sources = fc.sample(choices, { seed, numRuns: count }).map(programOf);
  const verdicts: Verdict[] = [];
  for (let i = 0; i < count; i += BATCH) verdicts.push(...(await judge(sources.slice(i, i + BATCH))));
  const failures: string[] = [];
  for (const verdict of verdicts.filter(isFailure)) failures.push(await tell(verdict));
  const refused = verdicts.filter(({ diagnostics }) => diagnostics.length > 0);
  return {
    seed,
    programs: count,
    accepted: count - refused.length,
    refusals: countOf(refused.flatMap(({ diagnostics }) => [...new Set(diagnostics.map(words))])),
    failures,
  };
}

/**
 * Where docs/language.md lets a program stop: its memory or its stack ends, console.log is given a text for a number, or an
 * element is not there whose type says that it is.
 */
const STOPS =
  /ends by (RangeError: (Out of memory|only \d+ items to take apart)|RuntimeError: maximum recursion)|ValueError: console\.log: %d/;

function isFailure({ difference }: Verdict): boolean {
  return difference !== null && !STOPS.test(difference);
}

function words({ code, message }: Diagnostic): string {
  return `${code}: ${message}`;
}

function countOf(items: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return new Map([...counts].sort((a, b) => b[1] - a[1]));
}

async function tell({ source, difference }: Verdict): Promise<string> {
  const kind = kindOf(difference);
  // A smaller program may end where it is allowed to, and seem to fail alike.
  const isAlike = (verdict: Verdict) => isFailure(verdict) && kindOf(verdict.difference) === kind;
  const small = await shrink(source, async (text) => isAlike(await judgeOne(text)), ATTEMPTS);
  return `${small}\n${(await judgeOne(small)).difference}`;
}

/** A program that is made smaller must not come to fail for another reason. */
function kindOf(difference: string | null): string | null {
  if (difference === null) return null;
  const error = difference.match(/\b\w*Error(?=:)/g)?.at(-1) ?? "output";
  return difference.startsWith("A fact is wrong") ? "fact" : error;
}
