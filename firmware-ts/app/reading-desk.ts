// The code that reads messages is loaded, a part in each turn, while the modem is telling a message: then it has a
// quarter of a second to itself, so nobody waits for it. It is forgotten when no message has come for a while.
import type { Inbox } from "../domain/inbox/inbox.ts";
import type { Millis } from "../domain/millis.ts";
import type { LateCode } from "../ports/late-code.ts";

const KEPT_MS = 30000;

export class ReadingDesk {
  private isThere = false;
  /** Some of it is there. */
  private isBegun = false;
  private usedAt: Millis = 0;

  constructor(
    private readonly code: LateCode,
    private readonly inbox: Inbox,
  ) {}

  /** One turn. @param isWanted a message waits to be published @returns whether what is wanted is there */
  poll(isWanted: boolean, now: Millis): boolean {
    if (isWanted || this.inbox.isExpecting()) {
      this.usedAt = now;
      this.isBegun = true;
      if (!this.isThere) this.isThere = this.code.loadNext();
      return this.isThere;
    }
    if (this.isBegun && now - this.usedAt >= KEPT_MS) {
      this.isThere = false;
      this.isBegun = false;
      this.code.forget();
    }
    return true;
  }
}
