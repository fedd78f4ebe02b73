// The Wi-Fi station.
import type { Millis } from "../domain/millis.ts";

/** no-address: joined, and nobody gives an address. */
export type NetworkState = "off" | "joining" | "no-address" | "no-network" | "wrong-key" | "up";

export interface Network {
  /**
   * Keeps the station joined, and asks for names and the time. Returns at once, but for a look around.
   * @param isQuiet nothing is going on that would be held up by 10 s, or would hold up a message
   */
  poll(now: Millis, isQuiet: boolean): void;
  state(): NetworkState;
  /** True once after a look around, which holds up the loop. */
  hasScanned(): boolean;
  /** There has been no network for so long that a restart of the board may help; not soon after another one. */
  isRestartDue(now: Millis): boolean;
}
