// Packed septets of the GSM 7 bit default alphabet (3GPP TS 23.038 6.1.2.1) to text, and text to packed septets.

const ALPHABET =
  "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ ÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?" +
  "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

function unpack(octets: Uint8Array, count: number): Uint8Array {
  const septets = new Uint8Array(count);
  let carry = 0;
  let width = 0;
  let at = 0;
  for (const octet of octets) {
    if (at === count) break;
    septets[at++] = ((octet << width) | carry) & 0x7f;
    carry = octet >> (7 - width);
    width = (width + 1) & 7;
    if (width === 7 && at < count) {
      septets[at++] = carry;
      carry = 0;
      width = 0;
    }
  }
  return septets;
}

function pack(septets: Uint8Array): Uint8Array {
  const octets = new Uint8Array((septets.length * 7 + 7) >> 3);
  let bits = 0;
  let width = 0;
  let at = 0;
  for (const septet of septets) {
    bits |= septet << width;
    width += 7;
    if (width >= 8) {
      octets[at++] = bits & 0xff;
      bits >>= 8;
      width -= 8;
    }
  }
  if (width > 0) octets[at] = bits;
  return octets;
}

function textOf(septets: Uint8Array): string {
  let text = "";
  for (const septet of septets) text += ALPHABET.charAt(septet);
  return text;
}

function septetsOf(text: string): Uint8Array {
  const septets = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) septets[i] = ALPHABET.indexOf(text.charAt(i)) & 0x7f;
  return septets;
}

export function run(): string {
  const septets = septetsOf("Hello, Pico! Die Größe: 12 £, über 160 Zeichen lang {}");
  const packed = pack(septets);
  return textOf(unpack(packed, septets.length));
}
