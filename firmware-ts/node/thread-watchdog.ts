// The watchdog port: the other thread counts how often the loop gives a sign of life, and ends the process without.
import type { Watchdog } from "../ports/watchdog.ts";
import { WATCHDOG_FEEDS } from "./messages.ts";

export class ThreadWatchdog implements Watchdog {
  /** @param shared see messages.ts */
  constructor(private readonly shared: Int32Array) {}

  feed(): void {
    Atomics.add(this.shared, WATCHDOG_FEEDS, 1);
  }
}
