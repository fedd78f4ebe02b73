// What a broker knows of one client, over its connections: subscriptions, and messages that it has not acknowledged.

import { type Publish, publish, type Subscription } from "./packets.ts";
import { matches } from "./topics.ts";

/** A connection that the session can send over. */
export interface Wire {
  send(bytes: Uint8Array): void;
}

export class Session {
  private readonly subscriptions = new Map<string, 0 | 1>();
  private readonly unacknowledged = new Map<number, Publish>();
  private lastPacketId = 0;
  /** The connection in use; undefined while the client is away. */
  wire: Wire | undefined;

  constructor(
    readonly clientId: string,
    public clean: boolean,
  ) {}

  subscribe(subscription: Subscription): void {
    this.subscriptions.set(subscription.filter, subscription.qos);
  }

  unsubscribe(filter: string): void {
    this.subscriptions.delete(filter);
  }

  /** The highest QoS at which a filter takes `topic`, or undefined. */
  qosFor(topic: string): 0 | 1 | undefined {
    let best: 0 | 1 | undefined;
    for (const [filter, qos] of this.subscriptions) {
      if (matches(filter, topic) && (best === undefined || qos > best)) best = qos;
    }
    return best;
  }

  /** Sends a message, or keeps it when it is of QoS 1 and the client away. */
  deliver(topic: string, payload: Uint8Array, qos: 0 | 1, retain: boolean): void {
    if (!this.wire && qos === 0) return;
    const message: Publish = { topic, payload, qos, retain, dup: false, packetId: qos === 0 ? 0 : this.nextPacketId() };
    if (qos === 1) this.unacknowledged.set(message.packetId, message);
    this.wire?.send(publish(message));
    if (this.wire) message.dup = true; // the next time it is sent again
  }

  acknowledge(packetId: number): void {
    this.unacknowledged.delete(packetId);
  }

  /** After a new connection: what was not acknowledged goes out again, in order [MQTT-4.4.0-1]. */
  sendAgain(): void {
    for (const message of this.unacknowledged.values()) {
      this.wire?.send(publish(message));
      message.dup = true;
    }
  }

  private nextPacketId(): number {
    this.lastPacketId = (this.lastPacketId % 0xffff) + 1;
    return this.lastPacketId;
  }
}
