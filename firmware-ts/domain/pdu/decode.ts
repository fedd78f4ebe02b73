// A received PDU, as the modem gives it (service centre's address first), to a message. What cannot be decoded, or is
// not text, has no text: its octets are published instead, never a guess.
import { decodeAddress } from "./address.ts";
import { messageClassOf } from "./data-coding.ts";
import { ADDRESS_DIGITS_MAX, hasUserDataHeader, kindByType } from "./message-head.ts";
import { MessageWaiting, waitingByCoding } from "./message-waiting.ts";
import { TextReading } from "./text-reading.ts";
import { decodeTimestamp } from "./timestamp.ts";
import { UserData } from "./user-data.ts";
import { NO_HEADER } from "./user-data-header.ts";

/** Octets of the protocol identifier, the coding, the time stamp and TP-UDL. */
const AFTER_ADDRESS = 10;

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
  header = NO_HEADER;
  /** Where the user data begins; 0 for what is no message, or too short for one. */
  dataAt: u16 = 0;
  /** One that cannot be read may mean that nothing else is what it seems, either. */
  isSenderRead = false;
}

/** Decodes an SMS-DELIVER (3GPP TS 23.040 9.2.2.1); any other PDU comes back without sender and text. */
export function decodePdu(octets: ReadonlyUint8Array): DecodedPdu {
  return withText(readPdu(octets));
}

/** Does what can be done of decodePdu() while the last octets of a PDU are still to come. */
export function beginPdu(octets: ReadonlyUint8Array): DecodedPdu {
  const message = readHead(octets);
  const { dataAt, userData } = message;
  if (dataAt > 0) userData.begin(octets.subarray(dataAt), octets[dataAt - 1] ?? 0, octets[dataAt - 9] ?? 0);
  return message;
}

/** Does the rest of it. @param message of beginPdu() @param octets all of them, the same ones at their beginning */
export function finishPdu(message: DecodedPdu, octets: ReadonlyUint8Array): DecodedPdu {
  return withText(message.dataAt > 0 ? withData(message, octets) : readPdu(octets));
}

function withText(message: DecodedPdu): DecodedPdu {
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
  return withData(readHead(octets), octets);
}

/** What stands before the user data; nothing where that is not all there. */
function readHead(octets: ReadonlyUint8Array): DecodedPdu {
  const message = new DecodedPdu();
  // Places, and no reader of octets: each piece that one hands out takes as long as all that is done with it.
  const start = 1 + (octets[0] ?? 0);
  const digits = octets[start + 1] ?? 0;
  if (kindByType(octets[start] ?? 0) !== "message" || digits > ADDRESS_DIGITS_MAX) return message;
  const address = start + 3;
  const end = address + ((digits + 1) >> 1);
  // The protocol identifier says nothing about the text; a type to be replaced (9.2.3.9) is replaced by the modem.
  if (octets.length < end + AFTER_ADDRESS) return message;
  const sender = decodeAddress(digits, octets[start + 2] ?? 0, octets.subarray(address, end));
  const timestamp = decodeTimestamp(octets.subarray(end + 2, end + 9));
  message.sender = sender ?? "";
  message.isSenderRead = sender !== null;
  message.messageClass = messageClassOf(octets[end + 1] ?? 0);
  if (timestamp !== null) {
    message.time = timestamp.iso;
    message.sentAtSeconds = timestamp.seconds;
  }
  message.dataAt = end + AFTER_ADDRESS;
  return message;
}

function withData(message: DecodedPdu, octets: ReadonlyUint8Array): DecodedPdu {
  const { dataAt, userData } = message;
  if (dataAt === 0) return message;
  const dcs = octets[dataAt - 9] ?? 0;
  userData.read(octets.subarray(dataAt), octets[dataAt - 1] ?? 0, dcs, hasUserDataHeader(octets));
  if (!message.isSenderRead) userData.withhold();
  message.header = userData.header;
  const { waitingCount, waitingType } = message.header;
  message.waiting = waitingCount < 0 ? waitingByCoding(dcs) : new MessageWaiting(waitingType, waitingCount);
  return message;
}
