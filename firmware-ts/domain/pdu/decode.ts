// A received PDU, as the modem gives it (service centre's address first), to a message. What cannot be decoded, or is
// not text, has no text: its octets are published instead, never a guess.
import { ADDRESS_DIGITS_MAX, decodeAddress } from "./address.ts";
import { alphabetOf, messageClassOf } from "./data-coding.ts";
import { decodeGsm7 } from "./gsm7.ts";
import { OctetReader } from "./octet-reader.ts";
import { decodeTimestamp } from "./timestamp.ts";
import { decodeUcs2 } from "./ucs2.ts";
import { UserDataHeader } from "./user-data-header.ts";

/** A PDU's content. */
export class DecodedPdu {
  /** "" when it could not be read. */
  sender = "";
  /** null: publish the octets. */
  text: string | null = null;
  /** ISO 8601; "" when it could not be read. */
  time = "";
  /** Seconds since 2000 in UTC, for the order of messages; 0 when it could not be read. */
  sentAtSeconds = 0;
  /** 0 to 3; -1 for none. */
  messageClass = -1;
  readonly header = new UserDataHeader();
}

const DELIVER = 0;
const HAS_HEADER = 0x40;

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

/** Decodes an SMS-DELIVER (3GPP TS 23.040 9.2.2.1); any other PDU comes back without sender and text. */
export function decodePdu(octets: ReadonlyUint8Array): DecodedPdu {
  const message = new DecodedPdu();
  const reader = new OctetReader(octets);
  reader.take(reader.next());
  const firstOctet = reader.next();
  if (reader.isShort() || (firstOctet & 3) !== DELIVER) return message;
  const digits = reader.next();
  if (digits > ADDRESS_DIGITS_MAX) return message;
  const typeOfAddress = reader.next();
  const sender = decodeAddress(digits, typeOfAddress, reader.take((digits + 1) >> 1));
  reader.next(); // the protocol identifier says nothing about the text
  const dcs = reader.next();
  const timestamp = decodeTimestamp(reader.take(7));
  const length = reader.next();
  if (reader.isShort()) return message;
  message.sender = sender ?? "";
  message.messageClass = messageClassOf(dcs);
  if (timestamp !== null) {
    message.time = timestamp.iso;
    message.sentAtSeconds = timestamp.seconds;
  }
  const text = decodeUserData(message.header, reader.rest(), length, dcs, (firstOctet & HAS_HEADER) !== 0);
  message.text = sender === null ? null : text;
  return message;
}

/** @param length TP-UDL: septets for the GSM 7 bit alphabet, octets for the others (9.2.3.16) */
function decodeUserData(
  header: UserDataHeader,
  data: ReadonlyUint8Array,
  length: u8,
  dcs: u8,
  hasHeader: boolean,
): string | null {
  const alphabet = alphabetOf(dcs);
  const octetsNeeded = alphabet === "gsm7" ? (length * 7 + 7) >> 3 : length;
  if (octetsNeeded > data.length || octetsNeeded > 140) return null;
  const headerOctets = hasHeader ? (data[0] ?? 0) + 1 : 0;
  if (headerOctets > octetsNeeded) return null;
  if (headerOctets > 0) header.read(data.subarray(1, headerOctets));
  if (alphabet === "ucs2") return decodeUcs2(data.subarray(headerOctets, length));
  // The national alphabets are not known here: text in them would be read wrong.
  if (alphabet !== "gsm7" || header.hasShift) return null;
  const headerSeptets = Math.floor((headerOctets * 8 + 6) / 7);
  return headerSeptets > length ? null : decodeGsm7(data, headerSeptets, length);
}
