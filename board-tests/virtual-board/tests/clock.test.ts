import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SimClock } from "../clock.ts";

const never = () => {
  throw new Error("would wait for ever");
};
const virtual = () => new SimClock({ mode: "virtual", waitOutside: never });

describe("the clock in virtual time", () => {
  it("runs events by time, then by order of making, whatever order they were made in", () => {
    fc.assert(
      fc.property(fc.array(fc.record({ atMs: fc.nat(20), cancelled: fc.boolean() }), { maxLength: 60 }), (plan) => {
        const clock = virtual();
        const ran: [number, number][] = [];
        plan.forEach(({ atMs, cancelled }, order) => {
          const event = clock.at(atMs, () => ran.push([clock.now(), order]));
          if (cancelled) clock.cancel(event);
        });
        clock.wait(21);
        const expected = plan
          .map(({ atMs }, order): [number, number] => [atMs, order])
          .filter(([, order]) => !plan[order]?.cancelled)
          .sort((a, b) => a[0] - b[0] || a[1] - b[1]);
        expect(ran).toEqual(expected);
      }),
    );
  });

  it("ends a wait at the event that makes its condition true", () => {
    const clock = virtual();
    let ready = false;
    clock.in(700, () => {
      ready = true;
    });
    expect(clock.wait(5000, () => ready)).toBe(true);
    expect(clock.now()).toBe(700);
    expect(clock.wait(900, () => false)).toBe(false);
    expect(clock.now()).toBe(900);
  });

  it("says so again when it is told the same moment again, at once", () => {
    let reached = 0;
    let isAsked = false;
    const clock: SimClock = new SimClock({
      mode: "virtual",
      onHorizon: () => {
        reached++;
      },
      poll: () => {
        if (reached === 0 || isAsked) return;
        isAsked = true;
        clock.runUntil(0);
      },
      waitOutside: () => {
        expect(reached).toBe(2);
        clock.runUntil(Number.POSITIVE_INFINITY);
      },
    });
    expect(clock.wait(100)).toBe(false);
  });

  it("stands where nothing is to happen and it may run for ever, until something comes from outside", () => {
    let outside = 0;
    const clock = new SimClock({
      mode: "virtual",
      waitOutside: () => {
        outside++;
      },
    });
    expect(clock.wait(Number.POSITIVE_INFINITY, () => outside > 0)).toBe(true);
    expect(clock.now()).toBe(0);
  });

  it("is paced while somebody outside takes part, whatever its speed", () => {
    let isPaced = true;
    const clock = new SimClock({
      mode: "virtual",
      speed: 1000,
      isPaced: () => isPaced,
      waitOutside: (ms) => void Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms),
    });
    const took = (ms: number) => {
      const startedAt = performance.now();
      clock.wait(clock.now() + ms);
      return performance.now() - startedAt;
    };
    expect(took(60)).toBeGreaterThan(50);
    isPaced = false;
    expect(took(600)).toBeLessThan(100);
  });

  it("stands at the moment it may run to, and says so once", () => {
    const reached: number[] = [];
    const moments = [250, 1000];
    const clock = new SimClock({
      mode: "virtual",
      onHorizon: () => reached.push(clock.now()),
      waitOutside: () => clock.runUntil(moments.shift() ?? Number.POSITIVE_INFINITY),
    });
    expect(clock.wait(5000)).toBe(false);
    expect(reached).toEqual([0, 250, 1000]);
    expect(clock.now()).toBe(5000);
  });

  it("advances for a loop that only looks", () => {
    const clock = virtual();
    let ran = false;
    clock.in(1, () => {
      ran = true;
    });
    for (let looks = 0; looks < 60; looks++) clock.look();
    expect(ran).toBe(true);
  });

  it("does not pass a limited speed", () => {
    const lock = new Int32Array(new SharedArrayBuffer(4));
    const clock = new SimClock({ mode: "virtual", speed: 10, waitOutside: (ms) => Atomics.wait(lock, 0, 0, ms) });
    const started = performance.now();
    clock.wait(1000);
    expect(performance.now() - started).toBeGreaterThan(95);
  });
});

describe("the clock in real time", () => {
  it("waits as long as it says", () => {
    const lock = new Int32Array(new SharedArrayBuffer(4));
    const clock = new SimClock({ mode: "real", waitOutside: (ms) => Atomics.wait(lock, 0, 0, ms) });
    const order: string[] = [];
    clock.in(30, () => order.push("event"));
    const started = performance.now();
    expect(clock.wait(clock.now() + 60)).toBe(false);
    order.push("deadline");
    expect(performance.now() - started).toBeGreaterThanOrEqual(59);
    expect(order).toEqual(["event", "deadline"]);
  });
});
