// A status report (SMS-STATUS-REPORT, 3GPP TS 23.040 9.2.2.3): what became of a part that was sent.
import { decodeAddress } from "./address.ts";
import { ADDRESS_DIGITS_MAX, kindOf } from "./message-head.ts";
import { OctetReader } from "./octet-reader.ts";
import { decodeTimestamp } from "./timestamp.ts";

/** delivered and undelivered are final; pending: the service centre goes on trying. */
export type DeliveryState = "delivered" | "pending" | "undelivered";

/** A status report's content. */
export class StatusReport {
  /** TP-MR, 0 to 255: what +CMGS said when the part was sent. */
  reference: u8 = 0;
  /** To whom it was sent; "" when it could not be read. */
  recipient = "";
  /** When the service centre got it, ISO 8601; "" when it could not be read. */
  time = "";
  /** When it was delivered, or last tried, ISO 8601; "" when it could not be read. */
  dischargeTime = "";
  /** TP-ST as received. */
  status: u8 = 0;
}

/** @returns null for another kind of PDU, and for one that is too short */
export function decodeStatusReport(octets: ReadonlyUint8Array): StatusReport | null {
  if (kindOf(octets) !== "report") return null;
  const report = new StatusReport();
  const reader = new OctetReader(octets);
  reader.take(reader.next());
  reader.next(); // the type
  report.reference = reader.next();
  const digits = reader.next();
  if (digits > ADDRESS_DIGITS_MAX) return null;
  const typeOfAddress = reader.next();
  const value = reader.take((digits + 1) >> 1);
  const time = decodeTimestamp(reader.take(7));
  const dischargeTime = decodeTimestamp(reader.take(7));
  report.status = reader.next();
  // What may follow (TP-PI and what it announces, 9.2.3.27) says nothing about the delivery.
  if (reader.isShort()) return null;
  report.recipient = decodeAddress(digits, typeOfAddress, value) ?? "";
  report.time = time === null ? "" : time.iso;
  report.dischargeTime = dischargeTime === null ? "" : dischargeTime.iso;
  return report;
}

/** Reserved values mean this (9.2.3.15). */
const SERVICE_REJECTED = 0x63;
/** Above these of each group of 32, up to its half, values are reserved; the upper half is the service centre's own. */
const COMPLETED_LAST = 0x02;
const TRYING_LAST = 0x25;
const PERMANENT_LAST = 0x49;
const TEMPORARY_LAST = 0x65;

/**
 * What TP-ST means (9.2.3.15): 0x00 to 0x1f done, 0x20 to 0x3f still trying, from 0x40 given up. "Done" holds also what
 * was forwarded without a confirmation: no later report will come.
 */
export function deliveryStateOf(status: u8): DeliveryState {
  const meant = withoutReserved(status);
  if (meant < 0x20) return "delivered";
  return meant < 0x40 ? "pending" : "undelivered";
}

/** In the order of the values, from the first of each group. Those of the groups 0x20 and 0x60 are the same. */
const COMPLETED = "|forwarded, without a confirmation|replaced at the service centre";
const NOT_YET =
  "congestion|phone busy|no answer from the phone|service rejected|quality not available|error in the phone";
const PERMANENT =
  "error in the network|the phone cannot take it|refused by the phone|not obtainable|quality not available|" +
  "no way to that network|expired|deleted by the sender|deleted by the service centre|unknown to the service centre";

/** The reason in words, by TP-ST; "" for a delivery without more to say. */
export function deliveryReasonOf(status: u8): string {
  const meant = withoutReserved(status);
  if ((meant & 0x10) !== 0) return `code ${meant} of the service centre`;
  const group = meant >> 5;
  const reasons = group === 0 ? COMPLETED : group === 2 ? PERMANENT : NOT_YET;
  return reasons.split("|")[meant & 0x0f] ?? "";
}

function withoutReserved(status: u8): u8 {
  if (status >= 0x80) return SERVICE_REJECTED;
  if ((status & 0x10) !== 0) return status;
  const isReserved =
    (status > COMPLETED_LAST && status < 0x20) ||
    (status > TRYING_LAST && status < 0x40) ||
    (status > PERMANENT_LAST && status < 0x60) ||
    status > TEMPORARY_LAST;
  return isReserved ? SERVICE_REJECTED : status;
}
