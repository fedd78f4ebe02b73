// The GSM 7 bit default alphabet with its extension table (3GPP TS 23.038 6.2.1) and its packing (6.1.2.1).
import { putCharacter, textOf } from "./utf8.ts";

/** 3GPP TS 23.038 6.2.1, in order; the escape to the extension table stands as a space. */
const ALPHABET =
  "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ ÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?" +
  "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

/** The same with NUL for what is not ASCII: an octet is found at once, a character of a text only by counting. */
const ASCII_OF = new TextEncoder().encode(
  "@\0$\0\0\0\0\0\0\0\n\0\0\r\0\0\0_\0\0\0\0\0\0\0\0\0\0\0\0\0\0 !\"#\0%&'()*+,-./0123456789:;<=>?" +
    "\0ABCDEFGHIJKLMNOPQRSTUVWXYZ\0\0\0\0\0\0abcdefghijklmnopqrstuvwxyz\0\0\0\0\0",
);

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
  for (let i = first; i < end; i++) {
    const septet = septetAt(octets, i);
    if (septet === ESCAPE && !escaped) {
      escaped = true;
      continue;
    }
    const ascii = escaped ? 0 : (ASCII_OF[septet] ?? 0);
    if (ascii !== 0) {
      buffer[length] = ascii;
      length += 1;
    } else {
      length = putCharacter(buffer, length & 0x3ff, characterOf(septet, escaped));
    }
    escaped = false;
  }
  return textOf(buffer, length);
}

function septetAt(octets: ReadonlyUint8Array, index: number): number {
  const bit = index * 7;
  const at = bit >> 3;
  const pair = (octets[at] ?? 0) | ((octets[at + 1] ?? 0) << 8);
  return (pair >> (bit & 7)) & 0x7f;
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
