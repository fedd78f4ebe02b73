// Where the setup mode and what serves its page meet. app/setup-mode.late.ts turns the loop: it has the switch, the display, the
// console, the watchdog and the factory reset. A Portal has access point, names, page, test and saving.
import type { Millis } from "../domain/millis.ts";
import type { SetupView } from "../domain/screens/setup-view.ts";

/** How the setup mode is to end. saved: settings are on the flash; reset, reset-sim: a factory reset, the latter with the SIM's messages. */
export type Ending = "" | "saved" | "reset" | "reset-sim";

export interface Portal {
  /**
   * One step of serving, some fifty a second: 100 ms at most, but for a scan and a handshake. The watchdog is fed before and after,
   * not meanwhile.
   * @param view whose `phones`, `test`, `problem` and `isSaved` are the portal's to change; `ssid` and `key` are given, and the access
   * point's from the first step on
   */
  poll(now: Millis, view: SetupView): void;
  /** When somebody asked for something last: ten minutes later the gateway runs again, if there are settings. */
  usedAt(): Millis;
  /** "" while it goes on. After another answer poll() is called no more, and stop() once. */
  ending(): Ending;
  /** The access point is switched off; nobody is listened to any more. */
  stop(): void;
}
