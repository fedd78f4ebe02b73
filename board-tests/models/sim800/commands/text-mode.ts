// How the modem shows a message in text mode (AT+CMGF=1): readable text where it can, in AT+CSCS's set, else hex.
// Source: AT Command Manual V1.12 4.2.3; 3GPP TS 27.005 3.1 (<data>): with a header, 8 bit or UCS2 it is hex.

import { toCharacterSet } from "../character-sets.ts";
import { fromSeptets, unpackSeptets } from "../gsm-alphabet.ts";
import type { StoredMessage } from "../message-store.ts";
import { toHex } from "../pdu-encode.ts";
import { addressText, addressType, inspectPdu, stampText, tpduOctets } from "../tpdu.ts";

/** By +CMGL's stat. */
export const TEXT_MODE_STATUS: readonly string[] = ["REC UNREAD", "REC READ", "STO UNSENT", "STO SENT"];

interface Fields {
  address: string;
  time: string;
  hasHeader: boolean;
  dcs: number;
  length: number;
  data: number[];
}

/** `"REC UNREAD","+44…","","24/03/15,09:30:45+04"`; a message of our own has no time. */
export function textModeHead(message: StoredMessage, characterSet: string): string {
  const { address, time } = fieldsOf(message.pdu);
  const shown = toCharacterSet(characterSet, address);
  return `"${TEXT_MODE_STATUS[message.status]}","${shown}",""${time === "" ? "" : `,"${time}"`}`;
}

/** The text of a GSM 7 bit message without header; the user data in hex otherwise. */
export function textModeBody(pdu: string, characterSet: string): string {
  const { hasHeader, dcs, length, data } = fieldsOf(pdu);
  if (hasHeader || (dcs & 0x0c) !== 0) return toHex(data);
  return toCharacterSet(characterSet, fromSeptets(unpackSeptets(data, length)));
}

/** `+CMT: "+44…","","24/03/15,09:30:45+04"` and the text. */
export function textModeLine(pdu: string, characterSet: string): string {
  const { address, time } = fieldsOf(pdu);
  return `+CMT: "${toCharacterSet(characterSet, address)}","","${time}"\r\n${textModeBody(pdu, characterSet)}`;
}

/** `+CDS: fo,mr,"+44…",145,"scts","dt",st` (3GPP TS 27.005 3.4.1). */
export function textModeReport(pdu: string): string {
  const octets = tpduOctets(pdu);
  const digits = octets[2] ?? 0;
  const address = addressText(octets[3] ?? 0, digits, octets.slice(4));
  const after = 4 + Math.ceil(digits / 2);
  const stamps = [octets.slice(after, after + 7), octets.slice(after + 7, after + 14)].map(stampText);
  const status = octets[after + 14] ?? 0;
  return `+CDS: ${octets[0]},${octets[1]},"${address}",${addressType(address)},"${stamps[0]}","${stamps[1]}",${status}`;
}

/** Octets of TP-Validity-Period by bits 4 and 3 of the first octet (TS 23.040 9.2.3.3). */
const VALIDITY_OCTETS = [0, 7, 1, 7];

function fieldsOf(pdu: string): Fields {
  const octets = tpduOctets(pdu);
  const first = octets[0] ?? 0;
  const isSubmit = inspectPdu(pdu).kind === "submit";
  const start = isSubmit ? 2 : 1;
  const digits = octets[start] ?? 0;
  const afterAddress = start + 2 + Math.ceil(digits / 2);
  const length = afterAddress + 2 + (isSubmit ? (VALIDITY_OCTETS[(first >> 3) & 3] as number) : 7);
  return {
    address: addressText(octets[start + 1] ?? 0, digits, octets.slice(start + 2)),
    time: isSubmit ? "" : stampText(octets.slice(afterAddress + 2, afterAddress + 9)),
    hasHeader: (first & 0x40) !== 0,
    dcs: octets[afterAddress + 1] ?? 0,
    length: octets[length] ?? 0,
    data: octets.slice(length + 1),
  };
}
