// Which late code may be there, where TLS leaves too little of the heap for all of it: what reads messages (20 KB) and what sends
// them (40 KB) not beside each other, and neither of them beside a handshake (36 KB). Without TLS there is room for all.
import type { Inbox } from "../domain/inbox/inbox.ts";
import type { Millis } from "../domain/millis.ts";
import type { Broker } from "../ports/broker.ts";
import type { Dispatch } from "./dispatch.ts";
import type { ReadingDesk } from "./reading-desk.ts";
import type { RequestDesk } from "./request-desk.ts";

/** A message waits no longer for what is being sent, whatever room there is. */
const BLOCKED_MS_MAX = 60000;

/** What is being sent goes on without the broker; for so long the broker waits for it. */
const SENDING_MS_MAX = 60000;

export class LateRoom {
  /** When what sends was last not in the way of what reads, and of a handshake. */
  private readableAt: Millis = 0;
  private clearAt: Millis = 0;

  /** @param isCrowded there is TLS, on a board */
  constructor(
    private readonly broker: Broker,
    private readonly dispatch: Dispatch,
    private readonly inbox: Inbox,
    private readonly readingDesk: ReadingDesk,
    private readonly requests: RequestDesk,
    private readonly isCrowded: boolean,
  ) {}

  /** Whether what reads messages may be loaded: they can be published. @param isWaiting one is to be */
  mayRead(isWaiting: boolean, now: Millis): boolean {
    const { broker, dispatch } = this;
    if (broker.state() !== "up") return false;
    if (this.isCrowded && dispatch.hasCode()) {
      if (isWaiting) dispatch.closeIdle();
      return now - this.readableAt >= BLOCKED_MS_MAX;
    }
    this.readableAt = now;
    return true;
  }

  /** Whether what sends may be loaded: messages that have come go first. */
  maySend(isWaiting: boolean): boolean {
    if (!this.isCrowded) return true;
    if (this.broker.state() !== "up" || isWaiting || this.inbox.isExpecting()) return false;
    if (this.dispatch.wantsCode()) this.readingDesk.drop();
    return true;
  }

  /** Before a handshake: what can be loaded again goes. @returns whether there is room for one, or has been none for long */
  clear(now: Millis): boolean {
    if (!this.isCrowded) return true;
    if (this.broker.state() === "up") {
      this.clearAt = now;
      return true;
    }
    const hasCode = this.readingDesk.hasCode() || this.dispatch.hasCode();
    this.readingDesk.drop();
    this.requests.closeIdle();
    this.dispatch.leave();
    // What is dropped in this turn is not free before its end: this turn may still hold it.
    if (hasCode) return now - this.clearAt >= SENDING_MS_MAX;
    this.clearAt = now;
    return true;
  }
}
