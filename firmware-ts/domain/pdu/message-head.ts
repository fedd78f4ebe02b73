// What must be known of a received PDU before its text is read: what it is, when it was sent, which part of what (3GPP TS
// 23.040 9.2.2.1). decode.ts reads the rest, and is not always there.
import { alphabetOf } from "./data-coding.ts";
import { OctetReader } from "./octet-reader.ts";
import { decodeTimestamp } from "./timestamp.ts";
import { textStart, UserDataHeader } from "./user-data-header.ts";

/** Semi-octets in the 10 octets that an address may have. */
export const ADDRESS_DIGITS_MAX = 20;
const SUBMIT = 1;
const STATUS_REPORT = 2;
const HAS_HEADER = 0x40;

/** What a PDU from a network is, by TP-MTI (3GPP TS 23.040 9.2.3.1); reserved values count as a message, as the clause says. */
export type PduKind = "message" | "report" | "other";

/** @param octets with the service centre's address first */
export function kindOf(octets: ReadonlyUint8Array): PduKind {
  const reader = new OctetReader(octets);
  reader.take(reader.next());
  const type = reader.next();
  return reader.isShort() ? "other" : kindByType(type);
}

export function kindByType(firstOctet: u8): PduKind {
  const type = firstOctet & 3;
  if (type === SUBMIT) return "other";
  return type === STATUS_REPORT ? "report" : "message";
}

/** Whether there is a header before its text; without one it is whole, and for nobody in particular. */
export function hasUserDataHeader(octets: ReadonlyUint8Array): boolean {
  const firstOctet = octets[(octets[0] ?? 0) + 1] ?? 0;
  return (firstOctet & HAS_HEADER) !== 0;
}

/** When the message was sent, without decoding the rest: seconds since 2000 in UTC, 0 when it cannot be read. */
export function sentAtSeconds(octets: ReadonlyUint8Array): number {
  const reader = new OctetReader(octets);
  reader.take(reader.next());
  reader.next(); // the type of the PDU
  reader.take(1 + ((reader.next() + 1) >> 1));
  reader.take(2); // the protocol identifier and the coding
  const timestamp = decodeTimestamp(reader.take(7));
  return timestamp === null ? 0 : timestamp.seconds;
}

/** The header before the text; null where there is none, or the PDU is too short for what it says. */
export function headerOf(octets: ReadonlyUint8Array): UserDataHeader | null {
  const reader = new OctetReader(octets);
  reader.take(reader.next());
  const firstOctet = reader.next();
  if (kindByType(firstOctet) !== "message" || (firstOctet & HAS_HEADER) === 0) return null;
  const digits = reader.next();
  if (digits > ADDRESS_DIGITS_MAX) return null;
  reader.take(2 + ((digits + 1) >> 1)); // the sender, the protocol identifier
  const dcs = reader.next();
  reader.take(7);
  const length = reader.next();
  const data = reader.rest();
  if (reader.isShort() || textStart(data, length, alphabetOf(dcs) === "gsm7", true) < 0) return null;
  const header = new UserDataHeader();
  header.read(data.subarray(1, (data[0] ?? 0) + 1));
  return header;
}
