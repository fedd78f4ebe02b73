// UCS2 user data (3GPP TS 23.038 6.2.3). Phones send UTF-16 in it: characters beyond U+FFFF come as two surrogates.
import { putCharacter, textOf } from "./utf8.ts";

/** 140 octets are 70 units, and a unit becomes three octets of UTF-8 at most. */
const UTF8_OCTETS_MAX = 216;

/** The text of big-endian UTF-16; null for an odd number of octets and for a surrogate without its other half. */
export function decodeUcs2(octets: ReadonlyUint8Array): string | null {
  if (octets.length % 2 !== 0 || octets.length > 140) return null;
  const buffer = new Uint8Array(UTF8_OCTETS_MAX);
  let length = 0;
  let upper = -1;
  let high = 0;
  for (const octet of octets) {
    if (upper < 0) {
      upper = octet;
      continue;
    }
    const unit = (upper << 8) | octet;
    upper = -1;
    const isLow = unit >= 0xdc00 && unit <= 0xdfff;
    if (isLow !== (high !== 0)) return null;
    if (unit >= 0xd800 && unit <= 0xdbff) {
      high = unit;
      continue;
    }
    length = putCharacter(buffer, length & 0xff, isLow ? 0x10000 + (((high & 0x3ff) << 10) | (unit & 0x3ff)) : unit);
    high = 0;
  }
  return high === 0 ? textOf(buffer, length) : null;
}
