// Which long message a PDU is a part of, without decoding its text (3GPP TS 23.040 9.2.3.24.1 and .8).
import { hasUserDataHeader, headerOf } from "./message-head.ts";
import { OctetReader } from "./octet-reader.ts";
import type { UserDataHeader } from "./user-data-header.ts";

/** One part of a long message. */
export interface Concatenation {
  /** The sender's address field, the reference (one octet, or two) and the number of parts: the same in all parts. */
  readonly group: ReadonlyUint8Array;
  /** From 1. */
  readonly part: u8;
  readonly parts: u8;
}

/** Null for what is no part of a long message. @param octets with the service centre's address */
export function concatenationOf(octets: ReadonlyUint8Array): Concatenation | null {
  const header = hasUserDataHeader(octets) ? headerOf(octets) : null;
  if (header === null || header.parts < 2) return null;
  const reader = new OctetReader(octets);
  reader.take(reader.next());
  reader.next(); // the type of the PDU
  const digits = reader.next();
  const typeOfAddress = reader.next();
  const address = reader.take((digits + 1) >> 1);
  return { group: groupOf(digits, typeOfAddress, address, header), part: header.part, parts: header.parts };
}

function groupOf(digits: u8, typeOfAddress: u8, address: ReadonlyUint8Array, header: UserDataHeader): Uint8Array {
  const { reference, parts, isReferenceWide } = header;
  const group = new Uint8Array(address.length + (isReferenceWide ? 5 : 4));
  group[0] = digits;
  group[1] = typeOfAddress;
  group.set(address, 2);
  let end = address.length + 2;
  if (isReferenceWide) {
    group[end] = reference >> 8;
    end += 1;
  }
  group[end] = reference & 0xff;
  group[end + 1] = parts;
  return group;
}
