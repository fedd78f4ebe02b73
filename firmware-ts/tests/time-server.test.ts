// How often a time server is asked, once it has told the time.
import { expect, it } from "vitest";
import { world } from "../fakes/world.ts";
import { Bench, SETTINGS } from "./support/bench.ts";

const SERVER = "192.168.1.3";
const HOUR_MS = 3_600_000;
/** It is not asked while others wait for something, but 20 s later at the latest. */
const PATIENCE_MS = 21_000;
/** At the first moment, in seconds since 1900: in 2026. */
const SINCE_1900 = 4_004_325_047;

/** A server (RFC 4330) that is right. @returns when it was asked */
function timeServer(): number[] {
  const askedAt: number[] = [];
  world.datagrams.set(`${SERVER}:123`, (question) => {
    askedAt.push(world.now);
    const answer = new Uint8Array(48);
    answer.set([0x24, 2, 6, 0xec]);
    answer.set(question.subarray(40, 48), 24);
    const view = new DataView(answer.buffer);
    view.setUint32(40, SINCE_1900 + Math.floor(world.now / 1000));
    view.setUint32(44, Math.floor((world.now % 1000) * 4_294_967));
    return answer;
  });
  return askedAt;
}

it("a time server that is right is asked again each 6 to 12 hours, and not before", { timeout: 60_000 }, () => {
  const bench = new Bench({ ...SETTINGS, ntp_server: SERVER });
  const askedAt = timeServer();
  bench.start();
  bench.run(13 * HOUR_MS);
  const pauses = askedAt.slice(1).map((at, n) => at - (askedAt[n] ?? 0));
  expect(pauses.length).toBeGreaterThanOrEqual(1);
  expect(Math.min(...pauses)).toBeGreaterThanOrEqual(6 * HOUR_MS);
  expect(Math.max(...pauses)).toBeLessThanOrEqual(12 * HOUR_MS + PATIENCE_MS);
});
