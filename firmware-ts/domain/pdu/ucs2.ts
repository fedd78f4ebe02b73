// UCS2 user data (3GPP TS 23.038 6.2.3). Phones send UTF-16 in it: characters beyond U+FFFF come as two surrogates.
import type { TextReading } from "./text-reading.ts";
import { putCharacter, textOf } from "./utf8.ts";

/** 140 octets are 70 units, and a unit becomes three octets of UTF-8 at most; half a pair may come before them. */
const UTF8_OCTETS_MAX = 216;

/**
 * The text of big-endian UTF-16, but for half a pair at its end, which stays in the reading.
 * @param octets at most 140
 * @returns null for an odd number of octets, and for a surrogate without its other half: no character, so no text
 */
export function decodeUcs2(octets: ReadonlyUint8Array, reading: TextReading): string | null {
  if (octets.length % 2 !== 0 || octets.length > 140) return null;
  const buffer = new Uint8Array(UTF8_OCTETS_MAX);
  let length = 0;
  let high: number = reading.high;
  let { isAfterGap } = reading;
  for (let at = 0; at + 1 < octets.length; at += 2) {
    const unit = ((octets[at] ?? 0) << 8) | (octets[at + 1] ?? 0);
    const isSurrogate = unit >= 0xd800 && unit < 0xe000;
    if (!isSurrogate && high === 0) {
      length = putCharacter(buffer, length & 0xff, unit);
    } else if (isSurrogate && unit < 0xdc00 && high === 0) {
      high = unit;
    } else if (isSurrogate && unit >= 0xdc00 && high !== 0) {
      length = putCharacter(buffer, length & 0xff, 0x10000 + (((high & 0x3ff) << 10) | (unit & 0x3ff)));
      high = 0;
    } else if (!isAfterGap) {
      return null;
    }
    isAfterGap = false;
  }
  reading.high = high;
  return textOf(buffer, length);
}
