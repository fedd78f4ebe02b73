// When the broker is tried again, and when somebody else is thought to have the gateway's name.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Reconnection } from "../domain/reconnection.ts";
import { Backoff } from "../node/backoff.ts";

/** How long it takes until the next attempt. */
function waitOf(made: Reconnection, now: number, isUrgent: boolean): number {
  let ms = 0;
  while (!made.isOver(now + ms, isUrgent)) ms += 1;
  return ms;
}

/** A connection that is made and, so much later, ended by the broker. */
function kick(made: Reconnection, now: number, lastedMs: number, chance = 0): void {
  made.connected(now);
  made.failed(now + lastedMs, chance, true, false);
}

/** All that chance can be. */
const OCTETS = Array.from({ length: 256 }, (_, octet) => octet);

/** The shortest wait and the longest one, whatever the octet of chance, of what fails at 0 ms; with and without a message that waits. */
function spread(failing: (made: Reconnection, chance: number) => void) {
  const waits = OCTETS.map((chance) => {
    const made = new Reconnection();
    failing(made, chance);
    return [waitOf(made, 0, false), waitOf(made, 0, true)] as const;
  });
  const extremes = (ms: readonly number[]) => [Math.min(...ms), Math.max(...ms)] as const;
  return { idle: extremes(waits.map(([idle]) => idle)), urgent: extremes(waits.map(([, urgent]) => urgent)) };
}

describe("the next attempt", () => {
  it("is 1, 2, 4 … 60 s after the last one, or up to a quarter sooner; while messages wait 30 s at most", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 255 }), { minLength: 8, maxLength: 8 }), (chances) => {
        const made = new Reconnection();
        const waits = chances.map((chance) => {
          made.failed(0, chance, false, false);
          return [waitOf(made, 0, false), waitOf(made, 0, true)] as const;
        });
        [1000, 2000, 4000, 8000, 16_000, 30_000, 60_000, 60_000].forEach((base, i) => {
          const [idle = 0, urgent = 0] = waits[i] ?? [];
          expect(idle).toBeLessThanOrEqual(base);
          expect(idle).toBeGreaterThan(base * 0.75 - 1);
          expect(urgent).toBe(base > 30_000 ? Math.floor(idle / 2) : idle);
        });
      }),
    );
  });

  it("is never 30 s away in an outage while a message waits, whatever the chance, and differs from gateway to gateway", () => {
    for (let failures = 1; failures <= 9; failures++) {
      const { urgent } = spread((made, chance) => {
        for (let n = 0; n < failures; n++) made.failed(0, chance, false, false);
      });
      expect(urgent[1]).toBeLessThanOrEqual(30_000);
      expect(urgent[1] - urgent[0]).toBeGreaterThan(urgent[1] * 0.2);
    }
  });

  it("is 30 s away or more where haste does harm, whatever the chance and though messages wait", () => {
    const { idle, urgent } = spread((made, chance) => made.failed(0, chance, false, true));
    expect(idle[0]).toBeGreaterThanOrEqual(30_000);
    expect(urgent[0]).toBeGreaterThanOrEqual(30_000);
    expect(idle[1]).toBe(60_000);
    expect(urgent[1]).toBeLessThanOrEqual(40_000);
    expect(urgent[1] - urgent[0]).toBeGreaterThan(5_000);
  });

  it("is at most 30 s away again when what did harm has become an outage", () => {
    const { urgent } = spread((made, chance) => {
      made.failed(0, chance, false, true);
      made.failed(0, chance, false, false);
    });
    expect(urgent[1]).toBeLessThanOrEqual(30_000);
  });

  it("is at once soon again after a message that got through", () => {
    const made = new Reconnection();
    made.failed(0, 0, false, true);
    expect(waitOf(made, 0, false)).toBe(60_000);
    made.succeeded();
    made.failed(0, 0, false, false);
    expect(waitOf(made, 0, false)).toBe(1000);
  });

  it("comes ever later while connections stand but nothing gets through, and soon after one that lasted", () => {
    const made = new Reconnection();
    const waits = [1, 2, 3, 4].map(() => {
      made.connected(0);
      made.failed(6000, 0, false, false);
      return waitOf(made, 6000, true);
    });
    expect(waits).toEqual([1000, 2000, 4000, 8000]);
    made.connected(0);
    made.failed(15_000, 0, false, false);
    expect(waitOf(made, 15_000, true)).toBe(1000);
  });
});

describe("a client identifier is thought to be in use elsewhere", () => {
  it("after three connections that the broker ended soon, and the next attempt is 30 s away at least", () => {
    const made = new Reconnection();
    kick(made, 0, 900);
    kick(made, 2000, 900);
    expect(made.isTakenOver(3000)).toBe(false);
    kick(made, 5000, 900);
    expect(made.isTakenOver(6000)).toBe(true);
  });

  it("and that is so whatever the chance, while messages wait, too, and at each kick that follows", () => {
    for (const kicks of [3, 4, 7]) {
      const { idle, urgent } = spread((made, chance) => {
        for (let n = 1 - kicks; n <= 0; n++) kick(made, n * 40_000 - 900, 900, chance);
      });
      expect(idle[0]).toBeGreaterThanOrEqual(30_000);
      expect(urgent[0]).toBeGreaterThanOrEqual(30_000);
      expect(urgent[1]).toBeLessThanOrEqual(40_000);
    }
  });

  it("until a connection has lasted two minutes, or a message got through", () => {
    const taken = () => {
      const made = new Reconnection();
      for (const at of [0, 2000, 4000]) kick(made, at, 500);
      return made;
    };
    const steady = taken();
    steady.connected(40_000);
    expect(steady.isTakenOver(159_000)).toBe(true);
    expect(steady.isTakenOver(160_000)).toBe(false);
    const useful = taken();
    useful.connected(40_000);
    useful.succeeded();
    expect(useful.isTakenOver(41_000)).toBe(false);
  });

  it("not when the broker just falls silent, nor when it ends what has lasted", () => {
    const made = new Reconnection();
    for (let at = 0; at < 100_000; at += 20_000) {
      made.connected(at);
      made.failed(at + 6000, 0, false, false);
      kick(made, at, 16_000);
    }
    expect(made.isTakenOver(100_000)).toBe(false);
  });
});

it("the modem's device is tried again after 1, 2, 4 … 30 s, and after 1 s again once it was there", () => {
  const backoff = new Backoff();
  expect([1, 2, 3, 4, 5, 6, 7].map(() => backoff.next(0))).toEqual([1000, 2000, 4000, 8000, 16_000, 30_000, 30_000]);
  backoff.reset();
  expect(backoff.next(255)).toBeLessThan(1000);
});
