// Messages whose status reports are still to come: delivered when all their parts are, undelivered when one is not.
import { deliveryReasonOf, deliveryStateOf, type StatusReport } from "../pdu/status-report.ts";
import type { Sending } from "./sending.ts";

/** The oldest is given up for a newer one. */
const AWAITED_MAX = 16;
/** So many last digits are the same, in whatever form the network writes a number. */
const DIGITS_COMPARED = 6;

export class Reports {
  /** The messages that are awaited, the oldest first. */
  awaited: Sending[] = [];

  /** The network has taken a part. */
  await(sending: Sending, reference: u8): void {
    sending.missing.push(reference);
    this.add(sending);
  }

  add(sending: Sending): void {
    if (this.awaited.includes(sending)) return;
    this.awaited.push(sending);
    if (this.awaited.length > AWAITED_MAX) this.awaited.shift();
  }

  /** @returns whether the report is of a message that is awaited */
  take(report: StatusReport): boolean {
    const { recipient, reference } = report;
    const sending = this.awaited.find(
      (each) => each.missing.includes(reference) && isSameNumber(each.command.to, recipient),
    );
    if (sending === undefined) return false;
    const state = deliveryStateOf(report.status);
    if (state === "pending") return true;
    sending.missing.splice(sending.missing.indexOf(reference), 1);
    if (state === "undelivered" && sending.reason === "") sending.reason = deliveryReasonOf(report.status);
    return true;
  }

  /** The next message of which all is known, once; null for none. */
  next(): Sending | null {
    for (const sending of this.awaited) {
      const isKnown = sending.isComplete() && (sending.missing.length === 0 || sending.reason !== "");
      if (!isKnown || sending.isTold) continue;
      sending.isTold = true;
      if (sending.missing.length === 0) this.drop(sending);
      return sending;
    }
    return null;
  }

  /** Of a message that was not sent whole nothing is awaited. */
  drop(sending: Sending): void {
    this.awaited = this.awaited.filter((each) => each !== sending);
  }
}

function isSameNumber(one: string, other: string): boolean {
  return one.slice(-DIGITS_COMPARED) === other.slice(-DIGITS_COMPARED);
}
