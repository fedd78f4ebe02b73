// How the compiler does on the programs of a folder, area by area: what passes, what is refused, what is wrong.

import { analyse } from "../../src/compile.ts";
import { findings } from "../../src/diagnostics/catalogue.ts";
import { type BothSides, differenceOf, endsOfDevice, runBothSides } from "./both-sides.ts";
import { findPrograms, type TestProgram } from "./programs.ts";

/** In the order of the table's columns. */
export const VERDICTS = ["pass", "refused", "wrong", "crash"] as const;
export type Verdict = (typeof VERDICTS)[number];

export interface Score {
  /** By area; the name of the folder. */
  readonly areas: ReadonlyMap<string, Readonly<Record<Verdict, number>>>;
  readonly total: Readonly<Record<Verdict, number>>;
  /** A paragraph for each program that is wrong or made the compiler crash. */
  readonly failures: readonly string[];
}

/** @param note called for each program when its verdict is known */
export async function scoreOf(folder: string, note: (verdict: Verdict) => void): Promise<Score> {
  const areas = new Map<string, Record<Verdict, number>>();
  const total = none();
  const failures: string[] = [];
  for (const program of findPrograms(folder)) {
    const { verdict, why } = await judge(program);
    const area = program.name.split("/")[0] as string;
    const counts = areas.get(area) ?? none();
    areas.set(area, counts);
    counts[verdict]++;
    total[verdict]++;
    if (why !== "") failures.push(`${program.name} is ${verdict}:\n${why}`);
    note(verdict);
  }
  return { areas, total, failures };
}

export function tableOf({ areas, total }: Score): string {
  const rows = [...areas, ["total", total] as const].map(([area, counts]) => [
    area,
    ...VERDICTS.map((verdict) => String(counts[verdict])),
  ]);
  const width = Math.max(...rows.map(([area = ""]) => area.length));
  return [["area", ...VERDICTS], ...rows]
    .map(([area = "", ...counts]) => area.padEnd(width) + counts.map((count) => count.padStart(9)).join(""))
    .join("\n");
}

function none(): Record<Verdict, number> {
  return { pass: 0, refused: 0, wrong: 0, crash: 0 };
}

interface Judged {
  readonly verdict: Verdict;
  /** Empty where all is as it should be. */
  readonly why: string;
}

async function judge(program: TestProgram): Promise<Judged> {
  try {
    const analysed = analyse({ entry: program.entry });
    const { diagnostics } = analysed.compiled;
    const internal = diagnostics.find(({ code }) => code === findings.internal().code);
    if (internal) return { verdict: "crash", why: internal.message };
    const both = await runBothSides(program.entry, analysed);
    if (both === null) return { verdict: "refused", why: "" };
    const why = differenceOf(expected(program, both)) ?? "";
    return { verdict: why === "" ? "pass" : "wrong", why };
  } catch (error) {
    return { verdict: "crash", why: String(error) };
  }
}

/** Where a program says that the device stops, memory or stack may have ended, of which Node has more. */
function expected({ entry, stopsAt }: TestProgram, both: BothSides): BothSides {
  return stopsAt === null ? both : endsOfDevice(both, { file: entry, line: stopsAt });
}
