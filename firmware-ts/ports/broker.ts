// The MQTT broker.
import type { BrokerState } from "../domain/broker-state.ts";
import type { Command } from "../domain/command-queue.ts";
import type { Millis } from "../domain/millis.ts";

export interface Broker {
  /** The topic that the broker ended a connection at, and has not taken since; "" none. */
  endedAt(): string;
  /** When it was last looked at, or tried in vain; -1: that is somebody else's task. */
  checkedAt(): number;
  /**
   * Connects, keeps the connection alive, takes in what arrives. Waits at most for its deadlines, in steps.
   * @param isUrgent something waits to be published: the next attempt is sooner
   */
  poll(now: Millis, hasNetwork: boolean, isUrgent: boolean): void;
  state(): BrokerState;
  /** Whether somebody else seems to use the same client identifier. */
  isTakenOver(now: Millis): boolean;
  /** The next message to the gateway, of the topics that it listens to; null for none. */
  nextCommand(): Command | null;
  /**
   * @param key what the message is known by when it is published again, perhaps with another text: with a kept session that of the
   * first time goes out again. "" not at all
   * @returns whether the broker has acknowledged the message; after false the connection is closed
   */
  publish(topic: string, payload: string, retain: boolean, key: string): boolean;
  /** Sends what may be lost and is to be retained (QoS 0). @returns whether it was sent */
  tell(topic: string, payload: string): boolean;
}
