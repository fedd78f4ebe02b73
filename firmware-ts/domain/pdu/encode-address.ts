// The number that a message is sent to, as an address field (3GPP TS 23.040 9.1.2.5).
import { ADDRESS_DIGITS_MAX } from "./message-head.ts";

/** ISDN numbering plan; the type says international, or leaves it to the network (national numbers, short codes). */
const INTERNATIONAL = 0x91;
const UNKNOWN = 0x81;
const PLUS = 0x2b;
const FILLER = 0xf;

/**
 * Its octets: the count of digits, the type, two digits an octet.
 * @param number `+` and digits, or digits, `*` and `#`; 20 digits at most
 * @returns null for anything else: names can send, but nothing can be sent to them
 */
export function encodeAddress(number: string): ReadonlyUint8Array | null {
  const text = new TextEncoder().encode(number);
  const isInternational = text[0] === PLUS;
  const digits = isInternational ? text.subarray(1) : text;
  if (digits.length === 0 || digits.length > ADDRESS_DIGITS_MAX) return null;
  const address = new Uint8Array(2 + ((digits.length + 1) >> 1));
  address[0] = digits.length;
  address[1] = isInternational ? INTERNATIONAL : UNKNOWN;
  let at = 2;
  let low = -1;
  for (const character of digits) {
    const digit = digitOf(character);
    if (digit < 0 || (isInternational && digit > 9)) return null;
    if (low < 0) {
      low = digit;
      address[at] = (FILLER << 4) | digit;
    } else {
      address[at] = (digit << 4) | low;
      at += 1;
      low = -1;
    }
  }
  return address;
}

/** -1 for a character that is none. */
function digitOf(character: u8): int<-1, 11> {
  if (character >= 0x30 && character <= 0x39) return character - 0x30;
  if (character === 0x2a) return 10;
  return character === 0x23 ? 11 : -1;
}
