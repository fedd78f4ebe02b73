// The Wi-Fi station.
import type { Millis } from "../domain/millis.ts";

export type NetworkState = "off" | "joining" | "no-network" | "wrong-key" | "up";

export interface Network {
  /** Keeps the station joined; returns at once. */
  poll(now: Millis): void;
  state(): NetworkState;
}
