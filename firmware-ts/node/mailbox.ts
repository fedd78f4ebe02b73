// The loop's end of the two threads' exchange: the one place where the loop waits.
import { type MessagePort, receiveMessageOnPort } from "node:worker_threads";
import { INBOX_BELL, type News, type Order } from "./messages.ts";

export class Mailbox {
  private listener: (news: News) => void = () => {};

  /** @param shared see messages.ts */
  constructor(
    private readonly port: Pick<MessagePort, "postMessage">,
    private readonly shared: Int32Array,
  ) {}

  /** Calls `listener` with all that comes, within wait(). */
  onNews(listener: (news: News) => void): void {
    this.listener = listener;
  }

  send(order: Order): void {
    this.port.postMessage(order);
  }

  /** Waits until something comes, `ms` milliseconds at most, and takes all of it in. */
  wait(ms: number): void {
    // The bell is looked at first: what rings it from here on ends the wait at once.
    const rung = Atomics.load(this.shared, INBOX_BELL);
    if (this.take() > 0) return;
    Atomics.wait(this.shared, INBOX_BELL, rung, ms);
    this.take();
  }

  private take(): number {
    let count = 0;
    for (let next = this.next(); next !== undefined; next = this.next()) {
      count += 1;
      this.listener(next.message);
    }
    return count;
  }

  private next(): { message: News } | undefined {
    return receiveMessageOnPort(this.port as MessagePort);
  }
}
