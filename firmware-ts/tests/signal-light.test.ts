// What the LED tells, as the moments at which it changes.
import { describe, expect, it } from "vitest";
import { SignalLight } from "../app/signal-light.ts";
import { FAST } from "../domain/screens/glance.ts";
import { world } from "../fakes/world.ts";
import { Bench } from "./support/bench.ts";
import { gsm7 } from "./support/pdu-encoder.ts";

/** Turns a light for so long; `tell` may act on it at each millisecond. @returns how long it was lit, and dark, in turn */
function durations(blinks: number, ms: number, tell: (light: SignalLight, now: number) => void = () => {}): number[] {
  const changes: number[] = [];
  let now = 0;
  const light = new SignalLight({ on: () => void changes.push(now), off: () => void changes.push(now) });
  light.blinks = blinks;
  for (now = 0; now < ms; now++) {
    tell(light, now);
    light.poll(now);
  }
  return changes.slice(1).map((at, index) => at - (changes[index] ?? 0));
}

describe("the LED", () => {
  it("blinks once when all is well", () => {
    expect(durations(1, 6_000)).toEqual([150, 2_500, 150, 2_500, 150]);
  });

  it("counts what is wrong, and pauses", () => {
    expect(durations(3, 4_000)).toEqual([150, 250, 150, 250, 150, 2_500, 150, 250]);
  });

  it("blinks fast without a pause", () => {
    expect(durations(FAST, 501)).toEqual([100, 100, 100, 100, 100]);
  });

  it("flashes for a message at once, then goes on", () => {
    const told = durations(2, 6_000, (light, now) => now === 1_000 && light.flash(now));
    expect(told).toEqual([150, 250, 150, 450, 1_500, 2_500, 150, 250, 150]);
  });

  it("is left alone while nothing is known: the Wi-Fi chip that it hangs on is not started yet", () => {
    expect(durations(0, 6_000, (light, now) => now === 1_000 && light.flash(now))).toEqual([]);
  });

  it("of a board that has none harms nobody", () => {
    const light = new SignalLight(null);
    light.blinks = 1;
    light.poll(0);
    light.flash(1);
  });

  it("tells of the gateway's way to being ready, and of each message", () => {
    const bench = new Bench().start();
    expect(world.ledChanges[0]?.isLit).toBe(true);
    bench.run(10_000);
    const from = world.ledChanges.length;
    bench.modem.deliver(1, gsm7("Amazon", "Your code is 791985", { isName: true }));
    bench.run(5_000);
    const lit = world.ledChanges.slice(from).filter(({ at }, i, all) => (all[i + 1]?.at ?? at) - at > 1_400);
    expect(lit.some(({ isLit }) => isLit)).toBe(true);
  });
});
