// Writes the PDUs that a network sends: SMS-DELIVER and SMS-STATUS-REPORT, with the service centre's address in
// front, as AT+CMGR gives them. For tests and for the simulator; independent of the firmware's decoder.
// Sources: 3GPP TS 23.040 9.1.2.5 (addresses), 9.2.2.1 (DELIVER), 9.2.2.3 (STATUS-REPORT), 9.2.3.11 (time stamp),
// 9.2.3.24 (user data header); 3GPP TS 23.038 4 (data coding scheme).

import { packSeptets, toSeptets } from "./gsm-alphabet.ts";

const USER_DATA_OCTETS = 140;
const USER_DATA_SEPTETS = 160;

/** A service centre whose address takes eight octets, the usual length. */
export const SERVICE_CENTRE_DEFAULT = "+447785016005";

export interface DeliverMessage {
  /** A number (`+44…`, `07…`) or, when it holds anything else, an alphanumeric name of up to 11 characters. */
  from: string;
  text: string;
  /** ISO 8601 with seconds and an offset, such as 2026-11-22T09:30:45+01:00; `Z` is +00:00. */
  time: string;
  serviceCentre?: string;
  /** Chosen by the text when absent: GSM 7 bit if every character is in its tables, else UCS2. */
  alphabet?: "gsm7" | "ucs2";
  /** TP-DCS message class, 0 to 3. */
  messageClass?: 0 | 1 | 2 | 3;
  /** Concatenation reference of a text that needs more than one part. */
  reference?: number;
  /** A 16-bit reference (information element 08) instead of an 8-bit one (00). */
  wideReference?: boolean;
}

export interface StatusReport {
  /** The reference that +CMGS gave, 0 to 255. */
  reference: number;
  to: string;
  /** When the service centre took the message, and when it knew what became of it; ISO 8601 with an offset. */
  time: string;
  doneTime: string;
  /** TP-Status, TS 23.040 9.2.3.15: 0 delivered, 0x40 and above given up. */
  status: number;
  serviceCentre?: string;
}

/** The PDUs of a message in hex, one for each part. Throws RangeError for what no PDU can carry. */
export function encodeDeliver(message: DeliverMessage): string[] {
  const septets = message.alphabet === "ucs2" ? undefined : toSeptets(message.text);
  if (message.alphabet === "gsm7" && !septets)
    throw new RangeError("a character of the text is not in the GSM alphabet");
  return septets ? encodeGsm7(message, septets) : encodeUcs2(message);
}

/** The PDU of a status report in hex. */
export function encodeStatusReport(report: StatusReport): string {
  return toHex([
    ...smscAddress(report.serviceCentre ?? SERVICE_CENTRE_DEFAULT),
    0x06, // TP-MTI 10, TP-MMS 1: no more messages
    report.reference & 0xff,
    ...address(report.to),
    ...timeStamp(report.time),
    ...timeStamp(report.doneTime),
    report.status,
  ]);
}

function encodeGsm7(message: DeliverMessage, septets: number[]): string[] {
  if (septets.length <= USER_DATA_SEPTETS) {
    return [deliver(message, 0, false, septets.length, packSeptets(septets))];
  }
  const headerSeptets = Math.ceil((headerOctets(message) * 8) / 7);
  const fillBits = headerSeptets * 7 - headerOctets(message) * 8;
  const parts = splitSeptets(septets, USER_DATA_SEPTETS - headerSeptets);
  return parts.map((part, index) => {
    const header = concatenationHeader(message, parts.length, index + 1);
    const data = [...header, ...packSeptets(part, fillBits)];
    return deliver(message, 0, true, headerSeptets + part.length, data);
  });
}

function encodeUcs2(message: DeliverMessage): string[] {
  const octets = utf16(message.text);
  if (octets.length <= USER_DATA_OCTETS) return [deliver(message, 8, false, octets.length, octets)];
  const room = (USER_DATA_OCTETS - headerOctets(message)) & ~1;
  const parts = splitUtf16(octets, room);
  return parts.map((part, index) => {
    const data = [...concatenationHeader(message, parts.length, index + 1), ...part];
    return deliver(message, 8, true, data.length, data);
  });
}

function deliver(message: DeliverMessage, alphabet: 0 | 8, hasHeader: boolean, length: number, data: number[]): string {
  const classBits = message.messageClass === undefined ? 0 : 0x10 | message.messageClass;
  return toHex([
    ...smscAddress(message.serviceCentre ?? SERVICE_CENTRE_DEFAULT),
    0x04 | (hasHeader ? 0x40 : 0), // TP-MTI 00, TP-MMS 1: no more messages
    ...address(message.from),
    0, // TP-PID
    alphabet | classBits,
    ...timeStamp(message.time),
    length,
    ...data,
  ]);
}

/** Never cuts between the escape and the character it belongs to. */
function splitSeptets(septets: number[], room: number): number[][] {
  const parts: number[][] = [];
  for (let start = 0; start < septets.length; ) {
    let end = Math.min(start + room, septets.length);
    if (end < septets.length && septets[end - 1] === 27) end--;
    parts.push(septets.slice(start, end));
    start = end;
  }
  return parts;
}

/** Never cuts between the two halves of a surrogate pair. */
function splitUtf16(octets: number[], room: number): number[][] {
  const parts: number[][] = [];
  for (let start = 0; start < octets.length; ) {
    let end = Math.min(start + room, octets.length);
    const lastHigh = octets[end - 2] as number;
    if (end < octets.length && lastHigh >= 0xd8 && lastHigh <= 0xdb) end -= 2;
    parts.push(octets.slice(start, end));
    start = end;
  }
  return parts;
}

function headerOctets(message: DeliverMessage): number {
  return message.wideReference ? 7 : 6;
}

function concatenationHeader(message: DeliverMessage, total: number, part: number): number[] {
  if (total > 255) throw new RangeError("a text takes 255 parts at most");
  const reference = message.reference ?? 1;
  if (!message.wideReference) return [5, 0x00, 3, reference & 0xff, total, part];
  return [6, 0x08, 4, (reference >> 8) & 0xff, reference & 0xff, total, part];
}

export function utf16(text: string): number[] {
  return Array.from({ length: text.length }, (_, index) => text.charCodeAt(index)).flatMap((unit) => [
    unit >> 8,
    unit & 0xff,
  ]);
}

/** Length octet in octets, type, digits. */
function smscAddress(number: string): number[] {
  if (number === "") return [0];
  const octets = numberOctets(number);
  return [octets.length, ...octets];
}

/** TP-OA or TP-RA: length in digits (semi-octets), type, content. */
export function address(sender: string): number[] {
  if (/^\+?[0-9*#]+$/.test(sender)) {
    const digits = sender.replace("+", "");
    if (digits.length > 20) throw new RangeError("a number has 20 digits at most");
    return [digits.length, ...numberOctets(sender)];
  }
  const septets = toSeptets(sender);
  if (!septets) throw new RangeError("a sender's name is of the GSM alphabet");
  if (septets.length === 0 || septets.length > 11) throw new RangeError("a sender's name has 1 to 11 characters");
  return [Math.ceil((septets.length * 7) / 4), 0xd0, ...packSeptets(septets)];
}

/** Type of number and digits, the halves of each octet swapped. `*` and `#` are A and B. */
function numberOctets(number: string): number[] {
  const international = number.startsWith("+");
  const digits = number.replace("+", "").replaceAll("*", "A").replaceAll("#", "B");
  const pairs = (digits.length % 2 === 0 ? digits : `${digits}F`).match(/../g) ?? [];
  return [international ? 0x91 : 0x81, ...pairs.map((pair) => Number.parseInt(`${pair[1]}${pair[0]}`, 16))];
}

const TIME = /^\d\d(\d\d)-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.\d+)?(?:Z|([+-])(\d\d):?(\d\d))$/;

/** TP-SCTS: local time and the offset in quarters of an hour, digits swapped, bit 3 of the offset its sign. */
function timeStamp(time: string): number[] {
  const match = TIME.exec(time);
  if (!match) throw new RangeError("a time is ISO 8601 with seconds and an offset");
  const [year, month, day, hour, minute, second] = match.slice(1, 7).map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const quarters = (Number(match[8] ?? 0) * 60 + Number(match[9] ?? 0)) / 15;
  const zone = swapDigits(Math.round(quarters)) | (match[7] === "-" ? 0x08 : 0);
  return [...[year, month, day, hour, minute, second].map(swapDigits), zone];
}

function swapDigits(value: number): number {
  return ((value % 10) << 4) | Math.floor(value / 10);
}

export function toHex(octets: readonly number[]): string {
  return octets.map((octet) => octet.toString(16).padStart(2, "0").toUpperCase()).join("");
}
