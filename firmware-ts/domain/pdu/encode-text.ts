// A text to be sent, in the alphabet that it needs, and cut into parts. It is GSM 7 bit where every character is in the
// default alphabet or its extension table (3GPP TS 23.038 6.2.1), and UCS2 else: no character is ever changed for
// another one. The national languages' tables are not used, as phones and networks are not known to have them.
import { MARKED, OTHER } from "./gsm7-marks.ts";
import { septetsOf } from "./gsm7-tables.ts";

/** Parts of one message: 1,530 characters of GSM 7 bit, 670 of UCS2. Operators bill each, and phones join so many. */
export const PARTS_MAX = 10;
/** UTF-16 units that might fit: each takes at least a septet. */
const UNITS_MAX = PARTS_MAX * 153;

const ESCAPE = 0x1b;

/** How much a message holds alone, and how much beside a header with a reference of 8 or of 16 bits (9.2.3.24.1, .8). */
const GSM7_SEPTETS = 160;
const GSM7_PART_SEPTETS = 153;
const GSM7_WIDE_PART_SEPTETS = 152;
const UCS2_OCTETS = 140;
const UCS2_PART_OCTETS = 134;
/** Of 133 octets: no unit is cut. */
const UCS2_WIDE_PART_OCTETS = 132;

/** tooLong: more than PARTS_MAX parts · notText: half a surrogate pair, which is no character */
export type TextProblem = "" | "tooLong" | "notText";

export class EncodedText {
  /** "" for one that can be sent; the rest is for that alone. */
  problem: TextProblem = "";
  isUcs2 = false;
  /** Septets, one in an octet, or octets of UTF-16, big-endian. */
  data: ReadonlyUint8Array = new Uint8Array(0);
  /** Where each part begins in the data, and where the last one ends. */
  readonly cuts: number[] = [0];

  /** @param isReferenceWide whether parts carry a reference of 16 bits, which takes an octet more */
  constructor(
    text: string,
    readonly isReferenceWide: boolean,
  ) {
    if (!text.isWellFormed()) this.problem = "notText";
    else if (text.length > UNITS_MAX) this.problem = "tooLong";
    else this.encode(text);
  }

  parts(): number {
    return this.cuts.length - 1;
  }

  private encode(text: string): void {
    const utf8 = new TextEncoder().encode(text);
    const septets = gsm7Of(utf8);
    this.isUcs2 = septets === null;
    this.data = septets ?? utf16Of(utf8, text.length);
    if (septets === null) this.cut(UCS2_OCTETS, this.isReferenceWide ? UCS2_WIDE_PART_OCTETS : UCS2_PART_OCTETS);
    else this.cut(GSM7_SEPTETS, this.isReferenceWide ? GSM7_WIDE_PART_SEPTETS : GSM7_PART_SEPTETS);
    if (this.parts() > PARTS_MAX) this.problem = "tooLong";
  }

  private cut(alone: number, beside: number): void {
    const { cuts, data } = this;
    const size = data.length <= alone ? alone : beside;
    let at = 0;
    while (at + size < data.length) {
      at = this.cutBefore(at + size);
      cuts.push(at);
    }
    cuts.push(data.length);
  }

  /** There, or a little earlier: an escape stays with its character, and the halves of a pair together. */
  private cutBefore(at: number): number {
    const { data } = this;
    if (!this.isUcs2) return data[at - 1] === ESCAPE ? at - 1 : at;
    return ((data[at - 2] ?? 0) & 0xfc) === 0xd8 ? at - 2 : at;
  }
}

/** UTF-16, big-endian. @param count of its units */
function utf16Of(utf8: ReadonlyUint8Array, count: number): Uint8Array {
  const units = new Uint8Array(2 * count);
  let at = 0;
  let point = 0;
  let left = 0;
  for (const octet of utf8) {
    if (octet < 0x80) point = octet;
    else if (octet < 0xc0) point = ((point & 0x7fff) << 6) | (octet & 0x3f);
    else point = octet & (octet < 0xe0 ? 0x1f : octet < 0xf0 ? 0x0f : 0x07);
    left = octet < 0xc0 ? left - 1 : octet < 0xe0 ? 1 : octet < 0xf0 ? 2 : 3;
    if (left > 0) continue;
    left = 0;
    if (point > 0xffff) {
      const high = 0xd7c0 + (point >> 10);
      units[at] = high >> 8;
      units[at + 1] = high & 0xff;
      at += 2;
      point = 0xdc00 | (point & 0x3ff);
    }
    units[at] = point >> 8;
    units[at + 1] = point & 0xff;
    at += 2;
  }
  return units;
}

/** One septet an octet; null where a character is in neither table. */
function gsm7Of(utf8: ReadonlyUint8Array): ReadonlyUint8Array | null {
  const septets = new Uint8Array(2 * utf8.length);
  let count = 0;
  let point = 0;
  let left = 0;
  for (const octet of utf8) {
    // Most characters are the same in ASCII: no look-up for them keeps a long text from holding the loop up.
    if (octet < OTHER && (MARKED[octet] ?? OTHER) < OTHER) {
      septets[count] = octet;
      count += 1;
      continue;
    }
    if (octet >= 0xf0) return null;
    if (octet >= 0xc0) {
      point = octet & 0x1f;
      left = octet < 0xe0 ? 1 : 2;
      continue;
    }
    point = octet < 0x80 ? octet : ((point & 0x3ff) << 6) | (octet & 0x3f);
    left = octet < 0x80 ? 0 : left - 1;
    if (left > 0) continue;
    const code = septetsOf(point);
    if (code < 0) return null;
    if (code > 0x7f) {
      septets[count] = ESCAPE;
      count += 1;
    }
    septets[count] = code & 0x7f;
    count += 1;
  }
  return septets.subarray(0, count);
}
