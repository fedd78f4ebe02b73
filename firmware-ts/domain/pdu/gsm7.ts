// Decodes GSM 7 bit: its packing (3GPP TS 23.038 6.1.2.1) and, by gsm7-tables.ts, its characters.
import { MARKED, OTHER } from "./gsm7-marks.ts";
import { characterOf, extensionOf, knowsLanguage } from "./gsm7-tables.ts";
import type { TextReading } from "./text-reading.ts";
import { putCharacter, textOf } from "./utf8.ts";

/** The escape to another table, with its mark. */
const MARKED_ESCAPE = 0x9b;
/** The most octets of UTF-8 that 160 septets can become: three each, as a euro sign of a locking shift table. */
const UTF8_OCTETS_MAX = 512;

/**
 * The text of packed septets.
 * @param octets the user data, or an address
 * @param first the first septet of the text, after a header and its fill bits
 * @param end the septet after the last one; at most 160, and the octets hold that many
 * @param reading its tables; takes an escape on to the next part
 * @param unpacking for as many octets; of the first ones it may have been done
 * @returns null for an escape into the table of a language that is not known here
 */
export function decodeGsm7(
  octets: ReadonlyUint8Array,
  first: number,
  end: number,
  reading: TextReading,
  unpacking: Unpacking,
): string | null {
  const septets = unpacking.finish(octets).subarray(first, end);
  if (septets.length === 0) return "";
  if (!reading.isEscaped && Math.max(...septets) < OTHER) return textOf(septets, septets.length);
  return withOtherCharacters(septets, reading);
}

/**
 * The text of septets that are not packed, an octet each, as a modem writes them in the character set "GSM".
 * @param septets at most 160; what is above 127 counts without its highest bit
 */
export function textOfSeptets(septets: ReadonlyUint8Array, reading: TextReading): string | null {
  return withOtherCharacters(
    septets.map((septet) => MARKED[septet & 0x7f] ?? 0),
    reading,
  );
}

/** @param septets of the text, with their marks */
function withOtherCharacters(septets: ReadonlyUint8Array, reading: TextReading): string | null {
  const buffer = new Uint8Array(UTF8_OCTETS_MAX);
  let length = 0;
  // After an escape nothing is what it seems.
  let plainBelow = reading.isEscaped ? 0 : OTHER;
  // What is plain between two others is copied in one piece.
  let at = 0;
  let copied = 0;
  const { lockingShift } = reading;
  for (const marked of septets) {
    at += 1;
    if (marked < plainBelow) continue;
    if (at - copied > 1) {
      buffer.set(septets.subarray(copied & 0xff, (at - 1) & 0xff), length);
      length = (length + at - 1 - copied) & 0x1ff;
    }
    copied = at;
    if (marked === MARKED_ESCAPE && plainBelow > 0) {
      if (!knowsLanguage(reading.singleShift)) return null;
      plainBelow = 0;
    } else {
      const septet = marked & 0x7f;
      const extension = plainBelow > 0 ? 0 : extensionOf(septet, reading.singleShift);
      const character = extension || characterOf(septet, lockingShift);
      length = putCharacter(buffer, length & 0x1ff, character);
      plainBelow = OTHER;
    }
  }
  buffer.set(septets.subarray(copied & 0xff), length);
  length += septets.length - copied;
  reading.isEscaped = plainBelow === 0;
  return textOf(buffer, length);
}

/**
 * Septets out of their octets, as MARKED has them: as far as the octets are there, and later the rest. Seven octets are eight
 * septets: a turn of the loop for each of these groups, not for each octet, is a quarter of the time.
 */
export class Unpacking {
  /** The last of them is perhaps only padding. */
  readonly septets: Uint8Array;
  private at = 0;
  private count = 0;

  /** @param length of all octets */
  constructor(length: u8) {
    this.septets = new Uint8Array(Math.floor((length * 8) / 7));
  }

  /** @param octets from the first one on, as many as are there and no more than all: those of before, and others */
  take(octets: ReadonlyUint8Array): void {
    const table = MARKED;
    const { septets } = this;
    let { at, count } = this;
    while (at + 6 < octets.length) {
      const second = octets[at + 1] ?? 0;
      const third = octets[at + 2] ?? 0;
      const fourth = octets[at + 3] ?? 0;
      const fifth = octets[at + 4] ?? 0;
      const sixth = octets[at + 5] ?? 0;
      const first = octets[at] ?? 0;
      const last = octets[at + 6] ?? 0;
      septets[count] = table[first & 0x7f] ?? 0;
      septets[count + 1] = table[((second << 1) | (first >> 7)) & 0x7f] ?? 0;
      septets[count + 2] = table[((third << 2) | (second >> 6)) & 0x7f] ?? 0;
      septets[count + 3] = table[((fourth << 3) | (third >> 5)) & 0x7f] ?? 0;
      septets[count + 4] = table[((fifth << 4) | (fourth >> 4)) & 0x7f] ?? 0;
      septets[count + 5] = table[((sixth << 5) | (fifth >> 3)) & 0x7f] ?? 0;
      septets[count + 6] = table[((last << 6) | (sixth >> 2)) & 0x7f] ?? 0;
      septets[count + 7] = table[last >> 1] ?? 0;
      at += 7;
      count += 8;
    }
    this.at = at;
    this.count = count;
  }

  /** @param octets all of them @returns all septets */
  finish(octets: ReadonlyUint8Array): Uint8Array {
    this.take(octets);
    const { septets } = this;
    let { count } = this;
    let carry = 0;
    let width = 0;
    for (const octet of octets.subarray(this.at)) {
      septets[count] = MARKED[((octet << width) | carry) & 0x7f] ?? 0;
      carry = octet >> (7 - width);
      count += 1;
      width = (width + 1) & 7;
    }
    return septets;
  }
}
