// As much of a PDU as a modem looks at before it stores or hands it on: kind, length, message class, addresses.
// Source: 3GPP TS 23.040 9.1.2.5, 9.2.2 and 9.2.3, 3GPP TS 23.038 section 4, 3GPP TS 27.005 3.1 (the length in octets).

import { fromSeptets, unpackSeptets } from "./gsm-alphabet.ts";

export type TpduKind = "deliver" | "submit" | "status-report" | "reserved";

export interface TpduFacts {
  kind: TpduKind;
  /** Octets without the service centre's address, as +CMGL gives them. */
  length: number;
  /** 0 to 3, or undefined without one. */
  messageClass: number | undefined;
  /** TP-User-Data-Header-Indicator. */
  hasHeader: boolean;
}

/** TP-Message-Type-Indicator as seen from the mobile (TS 23.040 9.2.3.1). */
const KINDS: readonly TpduKind[] = ["deliver", "submit", "status-report", "reserved"];

/** Hex digits, in pairs, at least a service centre's length and one octet of TPDU. */
export function isPduHex(text: string): boolean {
  if (!/^(?:[0-9A-F]{2}){2,}$/i.test(text)) return false;
  return smscOctets(text) * 2 < text.length;
}

/** Octets of the service centre's address with its length octet. */
export function smscOctets(pdu: string): number {
  return Number.parseInt(pdu.slice(0, 2), 16) + 1;
}

/** The octets of the TPDU, without the service centre's address. */
export function tpduOctets(pdu: string): number[] {
  return (pdu.match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16)).slice(smscOctets(pdu));
}

/** Looks at a PDU with its service centre's address. Broken ones still have a kind and a length. */
export function inspectPdu(pdu: string): TpduFacts {
  const start = smscOctets(pdu);
  const octet = (index: number): number => Number.parseInt(pdu.slice((start + index) * 2, (start + index) * 2 + 2), 16);
  const first = octet(0);
  const kind = KINDS[first & 3] as TpduKind;
  const addressOctets = 2 + Math.ceil(octet(1) / 2);
  const dcs = kind === "deliver" ? octet(1 + addressOctets + 1) : Number.NaN;
  return { kind, length: pdu.length / 2 - start, messageClass: classOf(dcs), hasHeader: (first & 0x40) !== 0 };
}

/** TS 23.038 section 4: bits 1..0 are a class in group 00xx with bit 4 set, and in group 1111. */
function classOf(dcs: number): number | undefined {
  if (Number.isNaN(dcs)) return undefined;
  const general = (dcs & 0xc0) === 0 && (dcs & 0x10) !== 0;
  return general || (dcs & 0xf0) === 0xf0 ? dcs & 3 : undefined;
}

/** TP-Status-Report-Request of an SMS-SUBMIT. */
export function wantsReport(pdu: string): boolean {
  const first = tpduOctets(pdu)[0] ?? 0;
  return (first & 3) === 1 && (first & 0x20) !== 0;
}

/** Whom an SMS-SUBMIT is for, with the `+` of an international number. */
export function submitAddress(pdu: string): string {
  const octets = tpduOctets(pdu).slice(2);
  return addressText(octets[1] ?? 0, octets[0] ?? 0, octets.slice(2));
}

/** The text of an address of `digits` semi-octets (TS 23.040 9.1.2.5): a number, or a name. */
export function addressText(type: number, digits: number, octets: readonly number[]): string {
  const content = octets.slice(0, Math.ceil(digits / 2));
  if ((type & 0x70) === 0x50) return fromSeptets(unpackSeptets(content, Math.floor((digits * 4) / 7)));
  const text = content.map(swapped).join("").slice(0, digits).replaceAll("a", "*").replaceAll("b", "#");
  return (type & 0x70) === 0x10 ? `+${text}` : text;
}

/** Type of address as AT commands give it: 145 international, 129 unknown (3GPP TS 24.008 10.5.4.7). */
export function addressType(number: string): 129 | 145 {
  return number.startsWith("+") ? 145 : 129;
}

/** The two digits of an octet, the lower half first. */
export function swapped(octet: number): string {
  return `${(octet & 15).toString(16)}${(octet >> 4).toString(16)}`;
}

/** `yy/MM/dd,hh:mm:ss±zz` of the seven octets of a time stamp (TS 23.040 9.2.3.11). */
export function stampText(stamp: readonly number[]): string {
  const [year, month, day, hour, minute, second] = stamp.map(swapped);
  const zone = stamp[6] ?? 0;
  return `${year}/${month}/${day},${hour}:${minute}:${second}${zone & 8 ? "-" : "+"}${swapped(zone & 0xf7)}`;
}

/** TP-Validity-Period-Format (TS 23.040 9.2.3.3): octets of TP-VP for none, enhanced, relative, absolute. */
const VALIDITY_OCTETS = [0, 7, 1, 7] as const;
const UCS2_BIT = 0x08;

/** The text of an SMS-SUBMIT without a header, in the default alphabet or UCS2 (TS 23.040 9.2.2.2). */
export function submitText(pdu: string): string {
  const octets = tpduOctets(pdu);
  const first = octets[0] ?? 0;
  const codingAt = 4 + Math.ceil((octets[2] ?? 0) / 2) + 1;
  const lengthAt = codingAt + 1 + (VALIDITY_OCTETS[(first >> 3) & 3] ?? 0);
  const data = octets.slice(lengthAt + 1);
  if (((octets[codingAt] ?? 0) & UCS2_BIT) === 0) return fromSeptets(unpackSeptets(data, octets[lengthAt] ?? 0));
  return new TextDecoder("utf-16be").decode(Uint8Array.from(data));
}
