// Texts in the character set of AT+CSCS, both ways, as strings of one character an octet.
// Source: AT Command Manual V1.12 3.2.14; 3GPP TS 27.007 5.5. What a set lacks is shown as a question mark.

import { fromSeptets, toSeptets } from "./gsm-alphabet.ts";
import { toHex } from "./pdu-encode.ts";

/** `text` as the modem writes it in the set of this name. */
export function toCharacterSet(name: string, text: string): string {
  if (name === "UCS2") return toUcs2Hex(text);
  if (name === "HEX") return toHex(toSeptets(text) ?? Array.from(text, () => 0x3f));
  if (name === "GSM") return String.fromCharCode(...(toSeptets(text) ?? Array.from(text, () => 0x3f)));
  const highest = name === "IRA" ? 0x7f : 0xff;
  return Array.from(text, (character) => ((character.codePointAt(0) ?? 0) <= highest ? character : "?")).join("");
}

/** What is meant by `text`, which came in the set of this name; undefined if it is no text of it. */
export function fromCharacterSet(name: string, text: string): string | undefined {
  if (name === "UCS2") return fromUcs2Hex(text);
  const octets = name === "HEX" ? hexOctets(text) : Array.from(text, (character) => character.charCodeAt(0));
  if (name !== "HEX" && name !== "GSM") return text;
  return octets?.every((octet) => octet < 0x80) ? fromSeptets(octets) : undefined;
}

/** UTF-16 in hex, high octets first. */
export function toUcs2Hex(text: string): string {
  return Array.from({ length: text.length }, (_, index) => text.charCodeAt(index).toString(16).padStart(4, "0"))
    .join("")
    .toUpperCase();
}

function fromUcs2Hex(hex: string): string | undefined {
  if (!/^(?:[0-9A-F]{4})*$/i.test(hex)) return undefined;
  return String.fromCharCode(...(hex.match(/..../g) ?? []).map((unit) => Number.parseInt(unit, 16)));
}

function hexOctets(hex: string): number[] | undefined {
  if (!/^(?:[0-9A-F]{2})*$/i.test(hex)) return undefined;
  return (hex.match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16));
}
