// A received PDU, as the modem gives it (service centre's address first), to a message. What cannot be decoded, or is
// not text, has no text: its octets are published instead, never a guess.
import { decodeAddress } from "./address.ts";
import { messageClassOf } from "./data-coding.ts";
import { ADDRESS_DIGITS_MAX, HAS_HEADER, kindByType } from "./message-head.ts";
import { MessageWaiting, waitingByCoding } from "./message-waiting.ts";
import { OctetReader } from "./octet-reader.ts";
import { TextReading } from "./text-reading.ts";
import { decodeTimestamp } from "./timestamp.ts";
import { UserData } from "./user-data.ts";

/** A PDU's content. */
export class DecodedPdu {
  /** "" when it could not be read. */
  sender = "";
  /** null: publish the octets. Of a part of a long message, what the part alone says. */
  text: string | null = null;
  /** ISO 8601; "" when it could not be read. */
  time = "";
  /** Seconds since 2000 in UTC, for the order of messages; 0 when it could not be read. */
  sentAtSeconds = 0;
  /** 0 to 3; -1 for none. */
  messageClass: int<-1, 3> = -1;
  /** null for a message that does not tell of a mailbox. */
  waiting: MessageWaiting | null = null;
  readonly userData = new UserData();
  readonly header = this.userData.header;
}

/** Decodes an SMS-DELIVER (3GPP TS 23.040 9.2.2.1); any other PDU comes back without sender and text. */
export function decodePdu(octets: ReadonlyUint8Array): DecodedPdu {
  const message = readPdu(octets);
  const { part, parts } = message.header;
  const reading = new TextReading();
  if (part > 1) reading.gap();
  const text = message.userData.text(reading);
  // Half a pair at the end is the next part's; without one it is a text that cannot be.
  message.text = reading.high !== 0 && part === parts ? null : text;
  return message;
}

/**
 * The text of a long message, a character that was cut in two whole again.
 * @param pdus its parts in order; null for one that is missing
 * @returns null where one part is no text, or cannot be read: publish the octets of all
 */
export function textOfParts(pdus: readonly (ReadonlyUint8Array | null)[]): string | null {
  const texts: string[] = [];
  const reading = new TextReading();
  for (const octets of pdus) {
    if (octets === null) {
      reading.gap();
    } else {
      const text = readPdu(octets).userData.text(reading);
      if (text === null) return null;
      texts.push(text);
      reading.isAfterGap = false;
    }
  }
  return reading.high === 0 ? texts.join("") : null;
}

/** A message without its text: sender, time, which part of what it is. */
export function readPdu(octets: ReadonlyUint8Array): DecodedPdu {
  const message = new DecodedPdu();
  const reader = new OctetReader(octets);
  reader.take(reader.next());
  const firstOctet = reader.next();
  if (kindByType(firstOctet) !== "message") return message;
  const digits = reader.next();
  if (digits > ADDRESS_DIGITS_MAX) return message;
  const typeOfAddress = reader.next();
  const sender = decodeAddress(digits, typeOfAddress, reader.take((digits + 1) >> 1));
  // The protocol identifier says nothing about the text; a type to be replaced (9.2.3.9) is replaced by the modem.
  reader.next();
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
  message.userData.read(reader.rest(), length, dcs, (firstOctet & HAS_HEADER) !== 0);
  const { waitingCount, waitingType } = message.header;
  message.waiting = waitingCount < 0 ? waitingByCoding(dcs) : new MessageWaiting(waitingType, waitingCount);
  if (sender === null) message.userData.withhold();
  return message;
}
