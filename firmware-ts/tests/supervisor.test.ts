// The watchdog's food, and how long the loop was held up.
import { expect, it } from "vitest";
import { Supervisor } from "../app/supervisor.ts";

function supervised() {
  const clock = { ms: 0, now: () => clock.ms, sleep: () => {} };
  const watchdog = { meals: 0, feed: () => void watchdog.meals++ };
  const trail: number[] = [];
  return { clock, watchdog, trail, supervisor: new Supervisor(clock, watchdog, (left) => trail.push(left)) };
}

it("keeps the longest time between two beats", () => {
  const { clock, supervisor } = supervised();
  for (const moment of [1000, 1010, 1075, 1080]) {
    clock.ms = moment;
    supervisor.beat();
  }
  expect(supervisor.longestHoldUpMs).toBe(65);
});

it("lets a loop that never comes round starve, however often it beats", () => {
  const { clock, watchdog, supervisor } = supervised();
  supervisor.beginTurn();
  for (clock.ms = 0; clock.ms < 120_000; clock.ms += 20) supervisor.beat();
  const { meals } = watchdog;
  expect(meals).toBeLessThan(3400);
  supervisor.beat();
  expect(watchdog.meals).toBe(meals);
  supervisor.beginTurn();
  expect(watchdog.meals).toBe(meals + 1);
});
