// The waits between attempts: doubling up to half a minute, never the same for all.
import fc from "fast-check";
import { expect, it } from "vitest";
import { Backoff } from "../domain/backoff.ts";

it("waits 1, 2, 4 … 30 s, or up to a quarter less", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 255 }), { minLength: 8, maxLength: 8 }), (chances) => {
      const backoff = new Backoff();
      const waits = chances.map((chance) => backoff.next(chance));
      [1000, 2000, 4000, 8000, 16_000, 30_000, 30_000, 30_000].forEach((base, i) => {
        expect(waits[i]).toBeLessThanOrEqual(base);
        expect(waits[i]).toBeGreaterThan(base * 0.75 - 1);
      });
    }),
  );
});

it("begins again after a success, and is slow at once where haste does harm", () => {
  const backoff = new Backoff();
  backoff.slowDown();
  expect(backoff.next(0)).toBe(30_000);
  backoff.reset();
  expect(backoff.next(0)).toBe(1000);
});
