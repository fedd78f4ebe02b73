// Begins the test before saving, with code that is loaded for it.
import { collect } from "gc";
import { discard, loadNext } from "late";
import type { WallClock } from "../../domain/wall-clock.ts";
import type { Clock } from "../../ports/clock.ts";
import type { DraftTest, TestBench } from "../../ports/portal.ts";
import type { Waiting } from "../../ports/waiting.ts";
import type { Watchdog } from "../../ports/watchdog.ts";
import { openTest } from "./broker-test.late.ts";

export class BoardTests implements TestBench {
  /** @param timer number of a timer, for the radio */
  constructor(
    private readonly clock: Clock,
    private readonly wallClock: WallClock,
    private readonly watchdog: Watchdog,
    private readonly waiting: Waiting,
    private readonly timer: int<-1, 1>,
  ) {}

  loadNext(): boolean {
    return loadNext(openTest);
  }

  begin(plan: string): DraftTest {
    const { clock, timer, waiting, wallClock, watchdog } = this;
    return openTest(plan, clock, wallClock, watchdog, waiting, timer);
  }

  forget(): void {
    discard(openTest);
    collect();
  }
}
