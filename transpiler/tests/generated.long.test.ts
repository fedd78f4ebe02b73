// A thousand programs that nobody wrote, new ones each time. TS2MPY_SEED=… runs those of a seed that has failed again.
import { afterAll, expect, it } from "vitest";
import { removeFolder } from "./generator/batch.ts";
import { runGenerated } from "./generator/run.ts";
import { closeDevice } from "./harness/device-side.ts";

const SEED = Number(process.env.TS2MPY_SEED ?? Date.now() % 2 ** 31);
const PROGRAMS = 1_000;

afterAll(async () => {
  removeFolder();
  await closeDevice();
});

it(`${PROGRAMS} generated programs of seed ${SEED} do the same on the device as in Node`, {
  timeout: 1_800_000,
}, async () => {
  const { accepted, refusals, failures } = await runGenerated(SEED, PROGRAMS);
  console.log(`Seed ${SEED}: ${accepted} of ${PROGRAMS} programs accepted.`);
  expect(failures, `seed ${SEED}`).toEqual([]);
  expect(accepted, [...refusals].map(([what, count]) => `${count} ${what}`).join("\n")).toBeGreaterThanOrEqual(
    PROGRAMS * 0.8,
  );
});
