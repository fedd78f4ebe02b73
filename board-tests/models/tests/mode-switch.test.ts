import { expect, it } from "vitest";
import { Led } from "../led.ts";
import { ModeSwitch } from "../mode-switch.ts";
import { ManualClock } from "./manual-clock.ts";

it("an open switch leaves the pin to its pull-up, a closed one pulls it low", () => {
  const clock = new ManualClock();
  const modeSwitch = new ModeSwitch(clock, { bounces: 0, bounceMs: 1 });
  expect(modeSwitch.level()).toBeUndefined();
  modeSwitch.set(true);
  expect(modeSwitch.level()).toBe(0);
  modeSwitch.set(false);
  expect(modeSwitch.level()).toBeUndefined();
});

it.each([1, 2, 5, 6])("a contact with %i bounces toggles and then rests where it was set", (bounces) => {
  const clock = new ManualClock();
  const modeSwitch = new ModeSwitch(clock, { bounces, bounceMs: 1 });
  let changes = 0;
  modeSwitch.onChange(() => changes++);
  modeSwitch.set(true);
  clock.advance(0.5);
  const early = modeSwitch.level();
  clock.advance(bounces + 1);
  expect([early, modeSwitch.level(), changes]).toEqual([0, 0, bounces + 1]);
});

it("a switch moved again while it bounces rests at the last position", () => {
  const clock = new ManualClock();
  const modeSwitch = new ModeSwitch(clock, { bounces: 6, bounceMs: 1 });
  modeSwitch.set(true);
  clock.advance(2.5);
  modeSwitch.set(false);
  clock.advance(20);
  expect(modeSwitch.level()).toBeUndefined();
});

it("the LED follows its pin and remembers when", () => {
  let nowMs = 0;
  const led = new Led(() => nowMs++);
  for (const level of [1, 1, 0, 1, undefined] as const) led.boardDrives(level);
  expect(led.lit).toBe(false);
  expect(led.changes.map(({ atMs, lit }) => [atMs, lit])).toEqual([
    [0, true],
    [1, false],
    [2, true],
    [3, false],
  ]);
});
