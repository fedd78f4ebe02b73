// The programs are worth something: each of the compiler's rules that is made wrong is noticed by one of them.
import { fileURLToPath } from "node:url";
import { afterAll, expect, it } from "vitest";
import type { analyse } from "../src/compile.ts";
import { differenceOf, runBothSides } from "./harness/both-sides.ts";
import { closeDevice } from "./harness/device-side.ts";
import { findPrograms } from "./harness/programs.ts";
import { withMutant } from "./mutants/mutated.ts";
import { MUTANTS } from "./mutants/rules.ts";
import { INLINING_MUTANTS } from "./mutants/rules-of-inlining.ts";

const programs = new Map(
  findPrograms(fileURLToPath(new URL("./run", import.meta.url))).map((program) => [program.name, program]),
);

afterAll(closeDevice);

/** Whether the program does something else on the device, does not compile, or makes the compiler fail. */
async function isNoticed(made: typeof analyse, name: string, names: "short" | "readable"): Promise<boolean> {
  const program = programs.get(name);
  if (program === undefined) throw new Error(`there is no program ${name}`);
  try {
    const both = await runBothSides(program.entry, made({ entry: program.entry, names }));
    return both === null || differenceOf(both) !== null;
  } catch {
    return true;
  }
}

it("there are at least thirty", () => {
  expect(new Set(MUTANTS.map(({ name }) => name)).size).toBeGreaterThanOrEqual(30);
});

it.each([...MUTANTS, ...INLINING_MUTANTS])("it is noticed where $name", { timeout: 60_000 }, async (mutant) => {
  const noticed = await withMutant(mutant, async (made) => {
    const found = [];
    // What is done for a device alone is done with its names.
    const names = mutant.programs.some((name) => name.startsWith("inline/")) ? "short" : "readable";
    for (const name of mutant.programs) found.push(await isNoticed(made, name, names));
    return found;
  });
  expect(noticed).toEqual(mutant.programs.map(() => true));
});
