// What the search for a code reads in place of a message: lower-case ASCII with its numbers marked. One pass over the
// octets makes it; after that every look at it is one of the fast ones on the device.

const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** So many words behind the last number are enough: ten of them are looked at, and some may be empty. */
const WORDS_AFTER = 16;

/** The digits 0 to 9 of each script (Unicode, general category Nd). */
const DIGITS = "٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹०१२३४५६७८९০১২৩৪৫৬৭৮৯૦૧૨૩૪૫૬૭૮૯๐๑๒๓๔๕๖๗๘๙၀၁၂၃၄၅၆၇၈၉០១២៣៤៥៦៧៨៩０１２３４５６７８９";
/** A letter that hardly a text in the script lacks: only then its digits are looked for. Any text may have the last. */
const SCRIPTS: readonly string[] = ["ا", "ا", "ा", "া", "ા", "า", "း", "្", ""];

/** Each sign beyond ASCII before what is read in its place: a currency is a dollar, a mask an asterisk. */
const SIGNS = "。\n！!？?।\n؟?۔\n：:， 、 【 】 （ ） 「 」 　 \u00a0 \u202f ‑-•*…*№#％%€$£$¥$￥$₹$₽$₺$₩$₫$฿$₪$₴$₱$৳$";

/** The text with ASCII in place of the digits and signs of other scripts. */
export function inAscii(text: string): string {
  const octets = encoder.encode(text);
  let result = text;
  if (octets.length === text.length) return result;
  for (let at = 0; at < SIGNS.length - 1; at += 2) {
    const sign = SIGNS.slice(at, at + 1);
    if (text.includes(sign)) result = result.split(sign).join(SIGNS.slice(at + 1, at + 2));
  }
  let first = 0;
  for (const letter of SCRIPTS) {
    if (text.includes(letter)) {
      for (let digit = 0; digit < 10; digit++) {
        const at = (first + digit) & 0x7f;
        const foreign = DIGITS.slice(at, at + 1);
        if (text.includes(foreign)) result = result.split(foreign).join(`${digit}`);
      }
    }
    first += 10;
  }
  return result;
}

/**
 * What a sign is, from the space on to the at sign: `n` ends a sentence, `o` makes a number something else, `w` may stand
 * within a number; the others only part words.
 */
const SIGN_KINDS = " n oooo   oowwwo          w  o no";
const ALONE = 0x20;
const END = 0x6e;
const OTHER_NUMBER = 0x6f;
const HYPHEN = 0x2d;
const STOP = 0x2e;

/** A text in words. */
export class Simple {
  /**
   * ASCII letters in lower case; an octet beyond ASCII as one from 0x40 to 0x7f; digits, apart from such octets, with the
   * signs within a number and those that make it something else. A line break is the end of a sentence; where there were
   * other signs, words are empty. None for a text without digits.
   */
  readonly words: string[];
  /** The words with a digit. */
  readonly numbers: number[] = [];
  /** Of Indian and Asian scripts: there are characters of three octets, and not only dashes and quotation marks. */
  readonly isWide: boolean;

  constructor(text: string) {
    const octets = encoder.encode(text);
    const letters = new Uint8Array(3 * octets.length);
    let length = 0;
    let words = 0;
    let numbered = -1;
    let at = 0;
    let widest = 0;
    // Small letters and spaces, most of a text, stay as they are: they are copied together.
    let copied = 0;
    for (const octet of octets) {
      if (octet > 0x60 && octet < 0x80) {
        at += 1;
        continue;
      }
      if (octet === 0x20) {
        words += 1;
        at += 1;
        if (words !== numbered + WORDS_AFTER || numbered < 0) continue;
        if (isWithoutNumbers(octets.subarray(at))) break;
        continue;
      }
      if (copied < at) {
        letters.set(octets.subarray(copied, at), length);
        length = (length + at - copied) & 0x1fff;
      }
      let sign = octet;
      if (octet > 0x7f) {
        sign = (octet & 0x3f) | 0x40;
        if (octet > widest && octet !== 0xe2) widest = octet;
        if (numbered === words) {
          letters[length] = 0x20;
          length += 1;
          words += 1;
        }
      } else if (octet > 0x2f && octet < 0x3a) {
        if (numbered !== words) {
          if (at > 0 && (octets[at - 1] ?? 0) > 0x7f) {
            letters[length] = 0x20;
            length += 1;
            words += 1;
          }
          this.numbers.push(words);
          numbered = words;
        }
      } else {
        sign = octet > 0x40 ? (octet < 0x5b ? octet + 0x20 : 0x20) : signOf(octets, at, octet);
        if (sign === 0x0a) {
          letters[length] = 0x20;
          letters[length + 1] = sign;
          length += 2;
          words += 1;
          sign = 0x20;
        }
        if (sign === 0x20) words += 1;
      }
      letters[length] = sign;
      length += 1;
      at += 1;
      copied = at;
    }
    if (copied < at) {
      letters.set(octets.subarray(copied, at), length);
      length = (length + at - copied) & 0x1fff;
    }
    const isWanted = this.numbers.length > 0;
    this.words = isWanted ? decoder.decode(letters.subarray(0, length)).split(" ") : [];
    this.isWide = widest > 0xdf;
  }
}

/** Whether it is of ASCII, and has no digit: ten looks by the VM take a tenth of the time that one at each octet takes. */
function isWithoutNumbers(octets: Uint8Array): boolean {
  if (octets.length === 0 || Math.max(...octets) > 0x7f) return false;
  const text = decoder.decode(octets);
  const isLow = text.includes("0") || text.includes("1") || text.includes("2") || text.includes("3");
  const isMiddle = text.includes("4") || text.includes("5") || text.includes("6");
  return !isLow && !isMiddle && !text.includes("7") && !text.includes("8") && !text.includes("9");
}

/**
 * What is written for a sign: itself where it makes a number something else, a line break, or a space.
 * @param octet below 0x41 and no digit
 */
function signOf(octets: Uint8Array, at: number, octet: number): number {
  if (octet < 0x20) return octet === 0x0a ? 0x0a : 0x20;
  const kind = SIGN_KINDS.charCodeAt(Math.min(octet - 0x20, SIGN_KINDS.length - 1));
  if (kind === ALONE) return 0x20;
  if (kind === END) return 0x0a;
  if (kind === OTHER_NUMBER) return octet;
  const before = octets[at - 1] ?? 0;
  const next = octets[at + 1] ?? 0x20;
  const isAfterDigit = isDigit(before);
  const isBeforeDigit = isDigit(next);
  if (isAfterDigit && isBeforeDigit) return octet;
  if (octet === HYPHEN && ((isAfterDigit && next > 0x40) || (isBeforeDigit && before > 0x40))) return octet;
  return octet === STOP && endsSentence(next, octets[at + 2] ?? 0) ? 0x0a : 0x20;
}

function isDigit(octet: number): boolean {
  return octet > 0x2f && octet < 0x3a;
}

/** A stop in an address or an abbreviation ends no sentence: a digit or a small letter follows it. */
function endsSentence(next: number, second: number): boolean {
  if (next !== 0x20) return next < 0x30 || next > 0x7f;
  return second < 0x30 || (second > 0x39 && second < 0x61) || second > 0x7a;
}
