// A broker as the gateway knows it, with something that goes on there beside the gateway's own topics: what stands behind it
// is the broker itself, or another one of these. So who wants nothing of that has nothing of it.
import type { BrokerState } from "../domain/broker-state.ts";
import type { Command } from "../domain/command-queue.ts";
import type { Millis } from "../domain/millis.ts";
import type { Broker } from "../ports/broker.ts";

export class SideBroker implements Broker {
  constructor(protected readonly inner: Broker) {}

  poll(now: Millis, hasNetwork: boolean, isUrgent: boolean): void {
    this.inner.poll(now, hasNetwork, isUrgent);
  }

  state(): BrokerState {
    return this.inner.state();
  }

  isTakenOver(now: Millis): boolean {
    return this.inner.isTakenOver(now);
  }

  endedAt(): string {
    return this.inner.endedAt();
  }

  checkedAt(): number {
    return this.inner.checkedAt();
  }

  nextCommand(): Command | null {
    return this.inner.nextCommand();
  }

  publish(topic: string, payload: string, retain: boolean, key: string): boolean {
    return this.inner.publish(topic, payload, retain, key);
  }

  tell(topic: string, payload: string): boolean {
    return this.inner.tell(topic, payload);
  }
}
