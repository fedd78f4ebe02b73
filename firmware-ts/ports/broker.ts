// The MQTT broker.
import type { Command } from "../domain/command-queue.ts";
import type { Millis } from "../domain/millis.ts";

/**
 * Why the broker's name has no address. unknown-name: there is no such name · no-dns: no name server answers · dns-failed:
 * they answer that they cannot tell · ipv6-only: an address that the network cannot be reached by from here.
 */
export type NameFailure = "unknown-name" | "no-dns" | "dns-failed" | "ipv6-only";

export type BrokerState = "waiting" | "up" | "unreachable" | "refused" | NameFailure;

export interface Broker {
  /** Connects, keeps the connection alive, takes in what arrives. Waits at most for its deadlines, in steps. */
  poll(now: Millis, hasNetwork: boolean): void;
  state(): BrokerState;
  /** The next message to the gateway, of the topics SEND_TOPIC and REQUEST_TOPIC; null for none. */
  nextCommand(): Command | null;
  /** @returns whether the broker has acknowledged the message; after false the connection is closed */
  publish(topic: string, payload: string, retain: boolean): boolean;
  /** Sends what may be lost and is to be retained (QoS 0). @returns whether it was sent */
  tell(topic: string, payload: string): boolean;
}
