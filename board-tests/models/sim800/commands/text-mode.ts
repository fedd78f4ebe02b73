// How the modem shows a stored message in text mode (AT+CMGF=1): readable text where it can, else hex.
// Source: AT Command Manual V1.12 4.2.3; 3GPP TS 27.005 3.1 (<data>): with a header, 8 bit or UCS2 it is hex.

import { fromSeptets, unpackSeptets } from "../gsm-alphabet.ts";
import type { StoredMessage } from "../message-store.ts";
import { smscOctets } from "../tpdu.ts";

/** By +CMGL's stat. */
export const TEXT_MODE_STATUS: readonly string[] = ["REC UNREAD", "REC READ", "STO UNSENT", "STO SENT"];

interface Fields {
  sender: string;
  time: string;
  hasHeader: boolean;
  dcs: number;
  length: number;
  data: number[];
}

/** `"REC UNREAD","+44…","","24/03/15,09:30:45+04"` */
export function textModeHead(message: StoredMessage): string {
  const { sender, time } = fieldsOf(message.pdu);
  return `"${TEXT_MODE_STATUS[message.status]}","${sender}","","${time}"`;
}

/** The text of a GSM 7 bit message without header; the user data in hex otherwise. */
export function textModeBody(pdu: string): string {
  const { hasHeader, dcs, length, data } = fieldsOf(pdu);
  if (hasHeader || (dcs & 0x0c) !== 0) return toHex(data);
  return fromSeptets(unpackSeptets(data, length));
}

function fieldsOf(pdu: string): Fields {
  const octets = (pdu.match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16)).slice(smscOctets(pdu));
  const first = octets[0] ?? 0;
  const digits = octets[1] ?? 0;
  const afterAddress = 3 + Math.ceil(digits / 2);
  const stamp = octets.slice(afterAddress + 2, afterAddress + 9);
  return {
    sender: sender(octets[2] ?? 0, digits, octets.slice(3, afterAddress)),
    time: stampText(stamp),
    hasHeader: (first & 0x40) !== 0,
    dcs: octets[afterAddress + 1] ?? 0,
    length: octets[afterAddress + 9] ?? 0,
    data: octets.slice(afterAddress + 10),
  };
}

function sender(type: number, digits: number, octets: number[]): string {
  if ((type & 0x70) === 0x50) return fromSeptets(unpackSeptets(octets, Math.floor((digits * 4) / 7)));
  const text = octets.map(swapped).join("").slice(0, digits);
  return (type & 0x70) === 0x10 ? `+${text}` : text;
}

function stampText(stamp: number[]): string {
  const [year, month, day, hour, minute, second] = stamp.map(swapped);
  const zone = stamp[6] ?? 0;
  const quarters = swapped(zone & 0xf7);
  return `${year}/${month}/${day},${hour}:${minute}:${second}${zone & 8 ? "-" : "+"}${quarters}`;
}

function swapped(octet: number): string {
  return `${(octet & 15).toString(16)}${(octet >> 4).toString(16)}`;
}

function toHex(octets: number[]): string {
  return octets.map((octet) => octet.toString(16).padStart(2, "0").toUpperCase()).join("");
}
