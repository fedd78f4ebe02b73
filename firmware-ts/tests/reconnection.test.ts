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
function kick(made: Reconnection, now: number, lastedMs: number): void {
  made.connected(now);
  made.failed(now + lastedMs, 0, true, false);
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

  it("is at once soon again after a message that got through, and slow where haste does harm", () => {
    const made = new Reconnection();
    made.failed(0, 0, false, true);
    expect(waitOf(made, 0, false)).toBe(60_000);
    expect(waitOf(made, 0, true)).toBe(30_000);
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
    expect(waitOf(made, 5900, true)).toBe(30_000);
    expect(waitOf(made, 5900, false)).toBe(60_000);
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
