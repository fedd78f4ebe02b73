// Which long message a PDU is a part of, without decoding its text (3GPP TS 23.040 9.2.3.24.1 and .8).
import { ADDRESS_DIGITS_MAX } from "./address.ts";
import { OctetReader } from "./octet-reader.ts";
import { UserDataHeader } from "./user-data-header.ts";

const DELIVER = 0;
const HAS_HEADER = 0x40;

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
  const reader = new OctetReader(octets);
  reader.take(reader.next());
  const firstOctet = reader.next();
  if ((firstOctet & 3) !== DELIVER || (firstOctet & HAS_HEADER) === 0) return null;
  const digits = reader.next();
  if (digits > ADDRESS_DIGITS_MAX) return null;
  const typeOfAddress = reader.next();
  const address = reader.take((digits + 1) >> 1);
  reader.take(2 + 7 + 1); // protocol identifier, coding, time, length
  const data = reader.take(reader.next());
  if (reader.isShort()) return null;
  const header = new UserDataHeader();
  header.read(data);
  if (header.parts < 2) return null;
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
