// A thousand programs that nobody wrote, always those of one seed, so that a red run has to do with what was changed.
// TS2MPY_SEED=… makes others: a new seed each time is how to look for what is wrong.
import { afterAll, expect, it } from "vitest";
import { removeFolder } from "./generator/batch.ts";
import { watchTables } from "./generator/coverage.ts";
import { runGenerated } from "./generator/run.ts";
import { closeDevice } from "./harness/device-side.ts";

const SEED = Number(process.env.TS2MPY_SEED ?? 4711);
const PROGRAMS = 1_000;

/** Entries of the compiler's tables that no accepted program can make use of, and why. */
const UNUSED: Readonly<Record<string, string>> = {
  "expressions of the tree: builtin": "names of MicroPython's modules, which Node does not have",
  "expressions of the tree: typeof": "the programs compare it with a word, which is a test of its own",
  "methods of bytes: flatMap": "typed arrays share the table of Array's callbacks, and do not declare it",
  "methods of typedArray: flatMap": "the same",
  "methods of map: add": "Map and Set share a table",
  "methods of set: get": "the same",
  "methods of set: set": "the same",
  "named objects of the library: Math.sqrt": "within Math.floor it is no call, and refused elsewhere",
};

afterAll(async () => {
  removeFolder();
  await closeDevice();
});

it(`${PROGRAMS} generated programs of seed ${SEED} do the same on the device as in Node`, {
  timeout: 1_800_000,
}, async () => {
  const unread = watchTables();
  const { accepted, refusals, failures } = await runGenerated(SEED, PROGRAMS);
  console.log(`Seed ${SEED}: ${accepted} of ${PROGRAMS} programs accepted.`);
  expect(failures, `seed ${SEED}`).toEqual([]);
  expect(accepted, [...refusals].map(([what, count]) => `${count} ${what}`).join("\n")).toBeGreaterThanOrEqual(
    PROGRAMS * 0.8,
  );
  expect(unread().filter((entry) => !(entry in UNUSED))).toEqual([]);
});
