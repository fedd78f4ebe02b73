// The watchdog port on machine.WDT: once started it cannot be stopped, and 8,388 ms is the RP2040's longest time.
import { WDT } from "machine";
import type { Watchdog } from "../ports/watchdog.ts";

const TIMEOUT_MS = 8000;

export class HardwareWatchdog implements Watchdog {
  private readonly wdt = new WDT({ timeout: TIMEOUT_MS });

  feed(): void {
    this.wdt.feed();
  }
}
