// The MQTT broker.
import type { Millis } from "../domain/millis.ts";

export type BrokerState = "waiting" | "up" | "unreachable" | "refused";

export interface Broker {
  /** Connects, keeps the connection alive, takes in what arrives. Waits at most for its deadlines, in steps. */
  poll(now: Millis, hasNetwork: boolean): void;
  state(): BrokerState;
  /** @returns whether the broker has acknowledged the message; after false the connection is closed */
  publish(topic: string, payload: string, retain: boolean): boolean;
}
