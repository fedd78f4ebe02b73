// Messages whose status reports are still to come: delivered when all their parts are, undelivered when one is not.
import { type DeliveryState, deliveryReasonOf, deliveryStateOf, type StatusReport } from "../pdu/status-report.ts";
import type { Sending } from "./sending.ts";

/** The oldest is given up for a newer one. */
const AWAITED_MAX = 16;
/** So many last digits are the same, in whatever form the network writes a number. */
const DIGITS_COMPARED = 6;

/** What became of a message. */
export interface Delivery {
  readonly sending: Sending;
  readonly state: DeliveryState;
  readonly reason: string;
}

class Awaited {
  /** References of parts that nothing is known of. */
  missing: number[] = [];
  isTold = false;
  reason = "";

  constructor(readonly sending: Sending) {}
}

export class Reports {
  private awaited: Awaited[] = [];

  /** The messages that are awaited, the oldest first. */
  sendings(): Sending[] {
    return this.awaited.map((each) => each.sending);
  }

  /** The network has taken a part. */
  await(sending: Sending, reference: u8): void {
    let found = this.awaited.find((each) => each.sending === sending);
    if (found === undefined) {
      found = new Awaited(sending);
      this.awaited.push(found);
      if (this.awaited.length > AWAITED_MAX) this.awaited.shift();
    }
    found.missing.push(reference);
  }

  /** @returns whether the report is of a message that is awaited */
  take(report: StatusReport): boolean {
    const { recipient, reference } = report;
    const found = this.awaited.find(
      (each) => each.missing.includes(reference) && isSameNumber(each.sending.command.to, recipient),
    );
    if (found === undefined) return false;
    const state = deliveryStateOf(report.status);
    if (state === "pending") return true;
    found.missing = found.missing.filter((other) => other !== reference);
    if (state === "undelivered" && found.reason === "") found.reason = deliveryReasonOf(report.status);
    return true;
  }

  /** The next message of which all is known; null for none. */
  next(): Delivery | null {
    for (const each of this.awaited) {
      const isUndelivered = each.reason !== "";
      const isKnown = each.sending.isComplete() && (each.missing.length === 0 || isUndelivered);
      if (!isKnown || each.isTold) continue;
      each.isTold = true;
      if (each.missing.length === 0) this.awaited = this.awaited.filter((other) => other !== each);
      return { sending: each.sending, state: isUndelivered ? "undelivered" : "delivered", reason: each.reason };
    }
    return null;
  }

  /** Of a message that was not sent whole nothing is awaited. */
  drop(sending: Sending): void {
    this.awaited = this.awaited.filter((each) => each.sending !== sending);
  }
}

function isSameNumber(one: string, other: string): boolean {
  return one.slice(-DIGITS_COMPARED) === other.slice(-DIGITS_COMPARED);
}
