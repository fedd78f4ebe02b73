// What the network says to a USSD code (SIM800 AT Command Manual V1.12, 3.2.53): `+CUSD: <n>[,"<text>",<dcs>]`.
import { codingIn } from "../modem/ussd.ts";
import { textOfSeptets } from "../pdu/gsm7.ts";
import { TextReading } from "../pdu/text-reading.ts";
import { decodeUcs2 } from "../pdu/ucs2.ts";

/** UCS2, by the coding scheme of cell broadcasts (3GPP TS 23.038 5). */
const IS_GENERAL = 0x40;
const CODING = 0x0c;
const UCS2 = 0x08;
const CODING_DEFAULT = 15;
/** Octets that are decoded at once. */
const SLICE = 128;

/** @returns why there is no text: unsupported, timeout, ended; "" there is one */
export function errorIn(answer: string): string {
  if (answer.lastIndexOf('"') > answer.indexOf('"')) return "";
  const n = answer.slice("+CUSD:".length).trim().slice(0, 1);
  return n === "4" ? "unsupported" : n === "5" ? "timeout" : "ended";
}

/** The text of an answer in which nothing is wrong; as it came where it cannot be decoded. */
export function answerIn(answer: string, unhex: (text: string) => ReadonlyUint8Array | null): string {
  const to = answer.lastIndexOf('"');
  const text = answer.slice(answer.indexOf('"') + 1, to);
  const coding = codingIn(answer.slice(to + 1));
  const dcs = coding < 0 ? CODING_DEFAULT : coding;
  const reading = new TextReading();
  let decoded = "";
  const isUcs2 = (dcs & IS_GENERAL) !== 0 && (dcs & CODING) === UCS2;
  const octets = isUcs2 ? unhex(text) : new TextEncoder().encode(text);
  if (octets === null) return text;
  for (let at = 0; at < octets.length; at += SLICE) {
    const slice = octets.subarray(at, at + SLICE);
    const part = isUcs2 ? decodeUcs2(slice, reading) : textOfSeptets(slice, reading);
    if (part === null) return text;
    decoded += part;
  }
  return decoded;
}
