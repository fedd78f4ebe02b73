// The code that reads messages is loaded, a part in each turn, while the modem is telling a message: then it has a
// quarter of a second to itself, so nobody waits for it. It begins to read when the message is nearly there, for the same
// reason. It is forgotten when no message has come for a while, and not
// loaded while nothing can be published.
import type { Inbox } from "../domain/inbox/inbox.ts";
import type { Publication } from "../domain/inbox/publication.ts";
import { type Ahead, decodedOf, readAhead } from "../domain/inbox/reading.late.ts";
import type { Millis } from "../domain/millis.ts";
import type { DecodedPdu } from "../domain/pdu/decode.ts";
import type { LateCode } from "../ports/late-code.ts";
import type { Octets } from "../ports/octets.ts";
import type { ModemLink } from "./modem-link.ts";

const KEPT_MS = 30000;

export class ReadingDesk {
  private isThere = false;
  /** Some of it is there. */
  private isBegun = false;
  private usedAt: Millis = 0;
  private ahead: Ahead | null = null;

  /** @param unhex octets of hexadecimal digits; null for other text */
  constructor(
    private readonly code: LateCode,
    private readonly inbox: Inbox,
    private readonly link: ModemLink,
    private readonly octets: Octets,
    private readonly unhex: (text: string) => ReadonlyUint8Array | null,
  ) {}

  /**
   * One turn.
   * @param mayRead what is read could be published, and there is room for the code
   * @param isWanted a message waits to be published
   * @returns whether what is wanted is there
   */
  poll(mayRead: boolean, isWanted: boolean, now: Millis): boolean {
    const isExpecting = this.inbox.isExpecting();
    if (mayRead && (isWanted || isExpecting)) {
      this.usedAt = now;
      this.isBegun = true;
      if (!this.isThere) this.isThere = this.code.loadNext();
      else if (isExpecting && !isWanted) this.readAhead();
      return this.isThere;
    }
    if (now - this.usedAt >= KEPT_MS) this.drop();
    return !isWanted;
  }

  /** Whether some of its code is there. */
  hasCode(): boolean {
    return this.isBegun;
  }

  /** Forgets the code, as its place on the heap is wanted. */
  drop(): void {
    if (!this.isBegun) return;
    this.isThere = false;
    this.isBegun = false;
    this.ahead = null;
    this.code.forget();
  }

  /** The first part of what is to be published. */
  decoded(publication: Publication): DecodedPdu {
    const { ahead } = this;
    this.ahead = null;
    return decodedOf(publication, ahead, (each) => this.octets.toHex(each));
  }

  private readAhead(): void {
    const digits = this.link.takeBegin();
    if (digits === "") return;
    const octets = this.unhex(digits.slice(0, digits.length - (digits.length % 2)));
    this.ahead = octets === null ? null : readAhead(octets, (each) => this.octets.toHex(each));
  }
}
