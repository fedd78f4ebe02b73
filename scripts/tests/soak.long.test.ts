// An hour of the board's time with 20 messages a minute, charged for the processor's work.
import { expect, it } from "vitest";
import { builtDevice } from "../../board-tests/scenarios/support/built-device.ts";
import { soak } from "../bench/soak.ts";

const MINUTES = 60;
const P99_MS_MAX = 8_000;

it("takes in 20 messages a minute for an hour: none lost, none twice, none altered", async () => {
  const result = await soak(await builtDevice(), MINUTES);
  console.log(JSON.stringify(result));
  expect(result).toMatchObject({ sent: 1200, lost: 0, twice: 0, altered: 0, boots: 1 });
  expect(result.p99Ms).toBeLessThan(P99_MS_MAX);
}, 600_000);
