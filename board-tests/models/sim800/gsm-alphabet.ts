// The GSM 7 bit default alphabet with its extension table, and packing into octets.
// Source: 3GPP TS 23.038 6.1.2.1 (packing), 6.2.1 (default alphabet), 6.2.1.1 (extension table).

/** Character of each septet; ESC (27) stands for itself. */
const DEFAULT_ALPHABET =
  "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ\u001bÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?" +
  "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

const ESCAPE = 27;

const EXTENSION: ReadonlyMap<string, number> = new Map([
  ["\f", 10],
  ["^", 20],
  ["{", 40],
  ["}", 41],
  ["\\", 47],
  ["[", 60],
  ["~", 61],
  ["]", 62],
  ["|", 64],
  ["€", 101],
]);

const EXTENSION_CHARACTER: ReadonlyMap<number, string> = new Map([...EXTENSION].map(([text, code]) => [code, text]));

/** Septets of `text`, or undefined if a character is in neither table. */
export function toSeptets(text: string): number[] | undefined {
  const septets: number[] = [];
  for (const character of text) {
    const code = character === "\u001b" ? -1 : DEFAULT_ALPHABET.indexOf(character);
    const extended = EXTENSION.get(character);
    if (code >= 0) septets.push(code);
    else if (extended !== undefined) septets.push(ESCAPE, extended);
    else return undefined;
  }
  return septets;
}

/** The text of septets; an unknown extension is shown as the default table's character (TS 23.038 6.2.1.1). */
export function fromSeptets(septets: readonly number[]): string {
  let text = "";
  for (let i = 0; i < septets.length; i++) {
    const code = septets[i] as number;
    if (code !== ESCAPE) {
      text += DEFAULT_ALPHABET[code];
      continue;
    }
    i++;
    const next = septets[i];
    text += next === undefined ? " " : (EXTENSION_CHARACTER.get(next) ?? DEFAULT_ALPHABET[next]);
  }
  return text;
}

/** Packs septets into octets, after `fillBits` zero bits. */
export function packSeptets(septets: readonly number[], fillBits = 0): number[] {
  const octets: number[] = new Array(Math.ceil((septets.length * 7 + fillBits) / 8)).fill(0);
  septets.forEach((septet, index) => {
    const bit = fillBits + index * 7;
    const shifted = septet << (bit & 7);
    octets[bit >> 3] = (octets[bit >> 3] as number) | (shifted & 0xff);
    if (shifted > 0xff) octets[(bit >> 3) + 1] = shifted >> 8;
  });
  return octets;
}

/** Takes `count` septets out of octets, the first `fillBits` bits left out. */
export function unpackSeptets(octets: readonly number[], count: number, fillBits = 0): number[] {
  return Array.from({ length: count }, (_, index) => {
    const bit = fillBits + index * 7;
    const pair = (octets[bit >> 3] ?? 0) | ((octets[(bit >> 3) + 1] ?? 0) << 8);
    return (pair >> (bit & 7)) & 0x7f;
  });
}
