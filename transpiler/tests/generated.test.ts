// Programs that nobody wrote: a few of one seed, always the same; generated.long.test.ts runs a thousand new ones.
import { afterAll, expect, it } from "vitest";
import { removeFolder } from "./generator/batch.ts";
import { runGenerated } from "./generator/run.ts";
import { closeDevice } from "./harness/device-side.ts";

const SEED = 2026;
const PROGRAMS = 25;
/** Of so few the share says little: 0.8 is asked of the thousand. */
const ACCEPTED_AT_LEAST = 15;

afterAll(async () => {
  removeFolder();
  await closeDevice();
});

it(`${PROGRAMS} generated programs of seed ${SEED} do the same on the device as in Node`, {
  timeout: 240_000,
}, async () => {
  const { accepted, refusals, failures } = await runGenerated(SEED, PROGRAMS);
  expect(failures).toEqual([]);
  expect(accepted, [...refusals.keys()].join("\n")).toBeGreaterThanOrEqual(ACCEPTED_AT_LEAST);
});
