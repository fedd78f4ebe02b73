// The codewords of a QR code of version 3 with error correction level L: 55 of data in byte mode, and 15 that correct errors, in one
// block (ISO/IEC 18004:2015, 7.4 and 7.5).

/** What a text may have, in octets: table 7. */
export const OCTETS_MAX = 53;
const DATA_WORDS = 55;
const CHECK_WORDS = 15;
/** 7.4.10. */
const PADDING: readonly u8[] = [0xec, 0x11];

/** The generator polynomial of 15 check words (annex A): the exponents of alpha, from the second highest power of x on. */
const GENERATOR: ReadonlyUint8Array = new Uint8Array([8, 183, 61, 91, 202, 37, 51, 58, 58, 237, 140, 124, 5, 99, 105]);
/** x^8 + x^4 + x^3 + x^2 + 1: 7.5.2. */
const FIELD = 0x11d;

/** @param text of at most 53 octets; what is longer is cut */
export function codewords(text: ReadonlyUint8Array): Uint8Array {
  const words = new Uint8Array(DATA_WORDS + CHECK_WORDS);
  const length = Math.min(text.length, OCTETS_MAX);
  // Mode 0100 and the count of octets shift all that follows by half an octet.
  words[0] = 0x40 | (length >> 4);
  words[1] = (length & 15) << 4;
  for (let i = 0; i < length; i++) {
    const octet = text[i] ?? 0;
    words[i + 1] = (words[i + 1] ?? 0) | (octet >> 4);
    words[i + 2] = (octet & 15) << 4;
  }
  for (let i = length + 2; i < DATA_WORDS; i++) words[i] = PADDING[(i - length) & 1] ?? 0;
  check(words);
  return words;
}

/** The remainder of a division of polynomials over GF(256), by logarithms. */
function check(words: Uint8Array): void {
  const powers = new Uint8Array(256);
  const logs = new Uint8Array(256);
  let power = 1;
  for (let i = 0; i < 255; i++) {
    powers[i] = power & 0xff;
    logs[power & 0xff] = i;
    power = power < 128 ? power << 1 : ((power << 1) ^ FIELD) & 0xff;
  }
  const rest = words.slice();
  for (let i = 0; i < DATA_WORDS; i++) {
    const lead = rest[i] ?? 0;
    if (lead === 0) continue;
    const log = logs[lead] ?? 0;
    for (let j = 0; j < CHECK_WORDS; j++) {
      const product = powers[(log + (GENERATOR[j] ?? 0)) % 255] ?? 0;
      rest[i + j + 1] = (rest[i + j + 1] ?? 0) ^ product;
    }
  }
  words.set(rest.subarray(DATA_WORDS), DATA_WORDS);
}
