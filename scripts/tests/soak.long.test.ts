// An hour of the board's time with 20 messages a minute in and 10 out, charged for the processor's work.
import { expect, it } from "vitest";
import { builtDevice } from "../../board-tests/scenarios/support/built-device.ts";
import { soak } from "../bench/soak.ts";

const MINUTES = 60;
const P99_MS_MAX = 8_000;
/** What a log may still take, and the next table of names, once: 4,480 bytes. After two hours it is no more than after one. */
const HEAP_LESS_BYTES_MAX = 5_500;

it("takes in 20 messages a minute and sends 10 for an hour: none lost, none twice, none altered", async () => {
  const result = await soak(await builtDevice(), MINUTES);
  console.log(JSON.stringify(result));
  const none = { lost: 0, twice: 0, altered: 0 };
  expect(result).toMatchObject({
    incoming: { given: 1200, ...none },
    outgoing: { given: 600, ...none },
    toldWrong: 0,
    boots: 1,
  });
  expect(result.p99Ms).toBeLessThan(P99_MS_MAX);
  expect(result.heapEnd).toBeGreaterThan(result.heapStart - HEAP_LESS_BYTES_MAX);
}, 900_000);
