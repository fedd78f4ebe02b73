// Decodes GSM 7 bit: its packing (3GPP TS 23.038 6.1.2.1) and, by gsm7-tables.ts, its characters.
import { characterOf, extensionOf, knowsLanguage } from "./gsm7-tables.ts";
import type { TextReading } from "./text-reading.ts";
import { putCharacter, textOf } from "./utf8.ts";

const ESCAPE = 0x1b;
/** The most octets of UTF-8 that 160 septets can become: three each, as a euro sign of a locking shift table. */
const UTF8_OCTETS_MAX = 512;

/** The code of each septet that is ASCII in every table, 0 for the others. The device decodes by this table alone. */
const ASCII = new Uint8Array(128);
for (let septet = 0x20; septet < 0x7b; septet++) {
  const letter = septet & 0x1f;
  // The dollar's place is taken by the currency sign.
  if (septet < 0x40 ? septet !== 0x24 : letter > 0 && letter < 0x1b) ASCII[septet] = septet;
}
ASCII[0x0a] = 0x0a;
ASCII[0x0d] = 0x0d;

/**
 * The text of packed septets.
 * @param octets the user data, or an address
 * @param first the first septet of the text, after a header and its fill bits
 * @param end the septet after the last one; at most 160, and the octets hold that many
 * @param reading its tables; takes an escape on to the next part
 * @returns null for an escape into the table of a language that is not known here
 */
export function decodeGsm7(
  octets: ReadonlyUint8Array,
  first: number,
  end: number,
  reading: TextReading,
): string | null {
  const septets = asciiSeptets(octets).subarray(first, end);
  if (!reading.isEscaped && !septets.includes(0)) return textOf(septets, septets.length);
  return withOtherCharacters(septets, octets, first, reading);
}

/** @param septets of the text, as asciiSeptets gives them; the first is number `first` of the octets */
function withOtherCharacters(
  septets: ReadonlyUint8Array,
  octets: ReadonlyUint8Array,
  first: number,
  reading: TextReading,
): string | null {
  const buffer = new Uint8Array(UTF8_OCTETS_MAX);
  let length = 0;
  let at = first;
  let { isEscaped } = reading;
  for (const code of septets) {
    if (code !== 0 && !isEscaped) {
      buffer[length] = code;
      length += 1;
    } else {
      const septet = septetAt(octets, at & 0xff);
      if (septet === ESCAPE && !isEscaped) {
        if (!knowsLanguage(reading.singleShift)) return null;
        isEscaped = true;
      } else {
        const extension = isEscaped ? extensionOf(septet, reading.singleShift) : 0;
        length = putCharacter(buffer, length & 0x1ff, extension || characterOf(septet, reading.lockingShift));
        isEscaped = false;
      }
    }
    at += 1;
  }
  reading.isEscaped = isEscaped;
  return textOf(buffer, length);
}

/** All septets of the octets that are ASCII, 0 for the others; the last of them is perhaps only padding. */
function asciiSeptets(octets: ReadonlyUint8Array): Uint8Array {
  const table = ASCII;
  const septets = new Uint8Array(Math.floor((octets.length * 8) / 7));
  let count = 0;
  let carry = 0;
  let width = 0;
  for (const octet of octets) {
    septets[count] = table[((octet << width) | carry) & 0x7f] ?? 0;
    carry = octet >> (7 - width);
    count += 1;
    width = (width + 1) & 7;
    if (width === 7) {
      septets[count] = table[carry & 0x7f] ?? 0;
      count += 1;
      carry = 0;
      width = 0;
    }
  }
  return septets;
}

/** @param index of a septet that the octets hold; 0 for another */
function septetAt(octets: ReadonlyUint8Array, index: u8): int<0, 127> {
  const bit = index * 7;
  const at = bit >> 3;
  if (at >= octets.length) return 0;
  const low = octets[at] ?? 0;
  const high = at + 1 < octets.length ? (octets[at + 1] ?? 0) : 0;
  return (((high << 8) | low) >> (bit & 7)) & 0x7f;
}
