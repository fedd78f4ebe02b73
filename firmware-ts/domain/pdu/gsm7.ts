// The GSM 7 bit default alphabet with its extension table (3GPP TS 23.038 6.2.1) and its packing (6.1.2.1).
import { putCharacter, textOf } from "./utf8.ts";

/** 3GPP TS 23.038 6.2.1, in order; the escape to the extension table stands as a space. */
const ALPHABET =
  "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ ÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?" +
  "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

const ESCAPE = 0x1b;
/** The most octets of UTF-8 that 160 septets can become: every second one an escape, each pair a euro sign or less. */
const UTF8_OCTETS_MAX = 512;

/**
 * The text of packed septets.
 * @param octets the user data, or an address
 * @param first the first septet of the text, after a header and its fill bits
 * @param end the septet after the last one; at most 160, and the octets hold that many
 */
export function decodeGsm7(octets: ReadonlyUint8Array, first: number, end: number): string {
  const buffer = new Uint8Array(UTF8_OCTETS_MAX);
  let length = 0;
  let escaped = false;
  for (const septet of unpack(octets).subarray(first, end)) {
    if (!escaped && isAscii(septet)) {
      buffer[length] = septet;
      length += 1;
    } else if (septet === ESCAPE && !escaped) {
      escaped = true;
    } else {
      length = putCharacter(buffer, length & 0x3ff, characterOf(septet, escaped));
      escaped = false;
    }
  }
  return textOf(buffer, length);
}

/** All septets of the octets, the last of them perhaps only padding. */
function unpack(octets: ReadonlyUint8Array): Uint8Array {
  const septets = new Uint8Array(Math.floor((octets.length * 8) / 7));
  let count = 0;
  let carry = 0;
  let width = 0;
  for (const octet of octets) {
    septets[count] = ((octet << width) | carry) & 0x7f;
    carry = octet >> (7 - width);
    count += 1;
    width = (width + 1) & 7;
    if (width === 7) {
      septets[count] = carry;
      count += 1;
      carry = 0;
      width = 0;
    }
  }
  return septets;
}

/** Most characters have the code that they have in ASCII: digits, punctuation but for `$`, and the letters. */
function isAscii(septet: u8): boolean {
  if (septet < 0x40) return septet >= 0x20 && septet !== 0x24;
  const letter = septet & 0x1f;
  return letter > 0 && letter < 0x1b;
}

function characterOf(septet: number, escaped: boolean): u16 {
  const extension = escaped ? extensionOf(septet) : 0;
  return extension !== 0 ? extension : ALPHABET.charCodeAt(septet);
}

/** 3GPP TS 23.038 6.2.1.1; 0 for what the table lacks, which is then read from the default alphabet. */
function extensionOf(septet: number): u16 {
  switch (septet) {
    case 0x0a:
      return 0x0c;
    case 0x14:
      return 0x5e;
    case 0x28:
      return 0x7b;
    case 0x29:
      return 0x7d;
    case 0x2f:
      return 0x5c;
    case 0x3c:
      return 0x5b;
    case 0x3d:
      return 0x7e;
    case 0x3e:
      return 0x5d;
    case 0x40:
      return 0x7c;
    case 0x65:
      return 0x20ac;
    default:
      return 0;
  }
}
