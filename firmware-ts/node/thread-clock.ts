// The clock port of the loop's thread: its sleep ends as soon as something comes from the modem or the broker.
import type { Millis } from "../domain/millis.ts";
import type { Clock } from "../ports/clock.ts";
import type { Mailbox } from "./mailbox.ts";

export class ThreadClock implements Clock {
  private readonly startedAt = performance.now();

  constructor(private readonly mailbox: Pick<Mailbox, "wait">) {}

  now(): Millis {
    return Math.floor(performance.now() - this.startedAt);
  }

  sleep(ms: number): void {
    this.mailbox.wait(ms);
  }
}
