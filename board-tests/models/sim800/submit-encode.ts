// The SMS-SUBMIT that a modem makes in text mode of a number, a text and AT+CSMP's parameters.
// Sources: 3GPP TS 27.005 3.1 and 3.5.1, 3GPP TS 23.040 9.2.2.2.

import { fromCharacterSet } from "./character-sets.ts";
import { packSeptets, toSeptets } from "./gsm-alphabet.ts";
import { address, toHex, utf16 } from "./pdu-encode.ts";

export interface TextSubmit {
  number: string;
  /** As it stood at the prompt, in the character set. */
  body: string;
  characterSet: string;
  fo: number;
  /** Validity, protocol, coding. */
  csmp: readonly [number, number, number];
}

/** Bits 4 and 3 of the first octet that say: a relative validity period follows. */
const RELATIVE_VALIDITY = 0x10;
const UCS2_BIT = 0x08;

/** The PDU with "00" for the service centre; undefined if text or number cannot be sent. */
export function encodeSubmit({ number, body, characterSet, fo, csmp }: TextSubmit): string | undefined {
  const [vp, pid, dcs] = csmp;
  const to = characterSet === "UCS2" || characterSet === "HEX" ? fromCharacterSet(characterSet, number) : number;
  const text = fromCharacterSet(characterSet, body);
  if (to === undefined || text === undefined || !/^\+?[0-9*#]{1,20}$/.test(to)) return undefined;
  const data = (dcs & UCS2_BIT) === 0 ? septetData(text) : octetData(text);
  if (!data) return undefined;
  const validity = (fo & 0x18) === RELATIVE_VALIDITY ? [vp] : [];
  return `00${toHex([fo, 0, ...address(to), pid, dcs, ...validity, ...data])}`;
}

function septetData(text: string): number[] | undefined {
  const septets = toSeptets(text);
  return septets && septets.length <= 160 ? [septets.length, ...packSeptets(septets)] : undefined;
}

function octetData(text: string): number[] | undefined {
  const octets = utf16(text);
  return octets.length <= 140 ? [octets.length, ...octets] : undefined;
}
