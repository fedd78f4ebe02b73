// What is too long for one value of an Adafruit IO feed, as pieces: {"id","piece","of","data"}, whose `data`, joined in their order,
// are the text. Counted in octets of UTF-8, as the feed counts, and never cut within a character.

/** A feed without history takes 1 KB; some of its pages say 1,000. */
const VALUE_OCTETS_MAX = 1000;
/** Of a text: so no slice has more characters either. */
const DATA_OCTETS_MAX = 700;
/** The same with what JSON puts before quotes and backslashes: what stands around it takes 75 at most. */
const ESCAPED_OCTETS_MAX = 900;
const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/** Whether it needs pieces. */
export function isTooLong(octets: ReadonlyUint8Array): boolean {
  return octets.length > VALUE_OCTETS_MAX;
}

/** How many pieces it takes. */
export function pieceCount(octets: ReadonlyUint8Array): int<0, 255> {
  let count: int<0, 255> = 0;
  for (let at = 0; at < octets.length; at = pieceEnd(octets, at)) count = Math.min(count + 1, 255);
  return count;
}

/** Where the piece ends that begins at `from`. */
export function pieceEnd(octets: ReadonlyUint8Array, from: number): number {
  let end = from;
  let escaped = 0;
  for (let at = from; at < octets.length; at++) {
    const octet = octets[at] ?? 0;
    // The first octet of a character, and not one that follows it (RFC 3629 section 3).
    if ((octet & 0xc0) !== 0x80) end = at;
    escaped += octet === QUOTE || octet === BACKSLASH ? 2 : 1;
    if (at - from >= DATA_OCTETS_MAX || escaped > ESCAPED_OCTETS_MAX) return end;
  }
  return octets.length;
}

/** @param number from 1 @param data of the text, from the piece's first octet to its last */
export function pieceValue(id: string, number: number, of: number, data: string): string {
  return `{"id":"${id}","piece":${number},"of":${of},"data":${JSON.stringify(data)}}`;
}
