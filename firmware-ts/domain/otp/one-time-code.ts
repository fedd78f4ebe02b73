// The one-time code that a message holds: right, or absent. The format for browsers comes first; else it is the number
// for which the words around it speak most, unless they speak as much for another.
import { inAscii, Simple } from "./simplify.ts";
import {
  CURRENCY,
  KEYWORD,
  kindOf,
  LABEL,
  OTHER_CODE,
  UNIT,
  WIDE_KEYWORDS,
  WIDE_LABELS,
  WIDE_UNITS,
} from "./word-kinds.ts";

/**
 * What is looked at, so that the loop is not held up for more than 100 ms: UTF-16 units of a text (three parts of GSM 7
 * bit, seven of UCS2), words with digits, and numbers of a code's shape. A message with more of them is a list.
 */
const TEXT_MAX = 480;
const NUMBERS_MAX = 24;
const CANDIDATES_MAX = 5;
/** Digits of a code; with letters among them it has five characters at least, or 10AM would be one. */
const CODE_MIN = 4;
const MIXED_MIN = 5;
const CODE_MAX = 8;

/** Words between a keyword and the number behind it ("code is 1234"), and between a number and its keyword. */
const WORDS_BEFORE_MAX = 1;
const WORDS_AFTER_MAX = 4;
/** A label stands at most so many words before its number: "card ending in 1234". */
const LABEL_WORDS_MAX = 3;

/** So many words are looked at on either side; fewer where each is searched for many keywords. */
const WORDS_MAX = 10;
const WIDE_WORDS_MAX = 4;

/** What speaks for a number: a keyword beside it, or in its sentence; against it, a label or a unit. */
const BESIDE = 2;
const IN_SENTENCE = 1;
const AGAINST = -1;
/** There are no words. */
const SILENT = -2;

/**
 * The code in ASCII: 4 to 8 digits without the space or hyphen in their middle, or 5 to 8 capitals and digits.
 * @param text a whole message: of a part alone, the rest may say something else
 * @returns null when there is none, and when it is not certain
 */
export function codeIn(text: string): string | null {
  if (text.length > TEXT_MAX) return null;
  const plain = inAscii(text);
  if (plain.includes("#")) {
    const bound = boundCode(plain);
    if (bound !== "") return bound;
  }
  const { words, numbers, isWide } = new Simple(plain);
  if (numbers.length > NUMBERS_MAX) return null;
  const wide = isWide ? WIDE_KEYWORDS.split("/") : [];
  let found = "";
  let most = 0;
  let isDisputed = false;
  let candidates = 0;
  for (let at = 0; at < numbers.length; at++) {
    const code = codeAt(words, numbers, at);
    if (code === "") continue;
    candidates += 1;
    if (candidates > CANDIDATES_MAX) return null;
    const speaking = evidence(words, numbers[at] ?? 0, code, wide);
    if (speaking < IN_SENTENCE || (speaking < most && code.length !== found.length)) continue;
    if (speaking > most && code.length !== found.length) {
      found = code;
      isDisputed = false;
    } else if (code !== found) isDisputed = true;
    most = Math.max(most, speaking);
  }
  if (isDisputed || found === "") return null;
  const code = found.toUpperCase();
  return digitsOf(found) > 0 || plain.includes(code) ? code : null;
}

/**
 * The code of a message whose last line is "@example.com #123456", perhaps with "%embedded.example" behind it; "" else.
 * WICG, Origin-bound one-time codes delivered via SMS, 3.
 */
function boundCode(text: string): string {
  const lines = text.split("\n");
  const fields = (lines[lines.length - 1] ?? "").split(" ");
  const [host = "", code = "", embedded = "%"] = fields;
  const isFormat = host.startsWith("@") && host.includes(".") && code.startsWith("#") && embedded.startsWith("%");
  return isFormat && fields.length < 4 && code.length > CODE_MIN && code.length < 13 ? code.slice(1) : "";
}

/** The code that a number is by its shape and the numbers beside it; "" for none. Mixed ones in lower case. */
function codeAt(words: readonly string[], numbers: readonly number[], at: number): string {
  const place = numbers[at] ?? 0;
  const token = words[place] ?? "";
  if (token.length < 3) return "";
  const isAfter = at > 0 && (numbers[at - 1] ?? -2) === place - 1;
  const before = isAfter ? (words[place - 1] ?? "") : "";
  if (isAfter && (digitsOf(before) > 2 || before.startsWith("+"))) return "";
  const following = (numbers[at + 1] ?? -2) === place + 1 ? digitsOf(words[place + 1] ?? "") : 0;
  if (following < 3 && (following === 0 || !isAfter)) return shapedCode(token);
  // Two halves; a third number makes them a telephone number, and so may a zero in front.
  const isThird = isAfter || (numbers[at + 2] ?? -2) === place + 2;
  if (isThird || following !== digitsOf(token) || following > 4 || token.startsWith("0")) return "";
  return token + (words[place + 1] ?? "");
}

function shapedCode(token: string): string {
  const digits = digitsOf(token);
  if (digits > 0) return ofLength(token, CODE_MIN);
  const [first = "", second = "", third = ""] = token.split("-");
  if (second === "") return mixedCode(first);
  if (third !== "" || digitsOf(second) === 0) return "";
  const half = digitsOf(first);
  if (half > 0) return half === second.length && (half === 3 || half === 4) ? first + second : "";
  // G-123456, TAN-123456; but not INV-1234.
  return first.length === 1 || kindOf(first, []) === KEYWORD ? ofLength(second, CODE_MIN) : "";
}

function ofLength(code: string, min: number): string {
  return code.length >= min && code.length <= CODE_MAX ? code : "";
}

/** How many digits a text of nothing but digits has; 0 for another. */
function digitsOf(text: string): number {
  for (let at = 0; at < text.length; at++) {
    const octet = text.charCodeAt(at);
    if (octet < 0x30 || octet > 0x39) return 0;
  }
  return text.length;
}

/** Letters and digits by turns, or digits after one letter; 20MIN, USD1500, SAVE25 and LH1234 are none. */
function mixedCode(token: string): string {
  let turns = 0;
  let wasDigit = true;
  for (let at = 0; at < token.length; at++) {
    const octet = token.charCodeAt(at);
    const isDigit = octet < 0x3a;
    if (octet < 0x30 || octet > 0x7a || (!isDigit && octet < 0x61)) return "";
    if (isDigit !== wasDigit) turns += 1;
    wasDigit = isDigit;
  }
  return turns > 2 || (turns === 2 && digitsOf(token.slice(1)) > 0) ? ofLength(token, MIXED_MIN) : "";
}

/** What the words around a number say. @param place of its first word */
function evidence(words: readonly string[], place: number, code: string, wide: readonly string[]): number {
  const last = code.length > (words[place] ?? "").length ? place + 1 : place;
  let told = toldBy(words, place, -1, wide, false);
  let named = toldBy(words, last, 1, wide, false);
  if (told === SILENT && named === SILENT) {
    // A number alone in its line or sentence belongs to those about it.
    told = toldBy(words, place, -1, wide, true);
    named = toldBy(words, last, 1, wide, true);
  }
  if (told === AGAINST || named === AGAINST) return AGAINST;
  const speaking = Math.max(told, named);
  // A year, and what has letters, is a code only right beside a keyword.
  const isDoubtful = digitsOf(code) === 0 || (code.length === 4 && (code.startsWith("19") || code.startsWith("20")));
  return isDoubtful && speaking < BESIDE ? 0 : speaking;
}

/**
 * What the words on one side of a number say, the nearest first: it decides. In "code for order 123456" that is the
 * label, in "order code 123456" the keyword.
 * @param step -1 for the words before the number, 1 for those behind it
 */
function toldBy(
  words: readonly string[],
  place: number,
  step: number,
  wide: readonly string[],
  isAlone: boolean,
): number {
  let seen = 0;
  let labels = LABEL_WORDS_MAX;
  const most = wide.length > 0 ? WIDE_WORDS_MAX : WORDS_MAX;
  for (let at = place + step; at >= 0 && at < words.length && seen < most; at += step) {
    const word = words[at] ?? "";
    if (word === "\n" && !isAlone) break;
    if (word === "" || word === "\n") continue;
    if (seen === 0 && wide.length > 0 && isWideLabel(word, step)) return AGAINST;
    const kind = kindOf(word, wide);
    if (kind === KEYWORD) {
      if (kindOf(words[at + step] ?? "", wide) === OTHER_CODE) return AGAINST;
      return seen > (step < 0 ? WORDS_BEFORE_MAX : WORDS_AFTER_MAX) ? IN_SENTENCE : BESIDE;
    }
    if (kind === OTHER_CODE || (kind === LABEL && step < 0 && labels > seen)) return AGAINST;
    if (seen === 0 && (kind === CURRENCY || (kind === UNIT && step > 0))) return AGAINST;
    // What stands before another number is that one's label.
    if (labels > seen && digitsOf(word) > 0) labels = 0;
    seen += 1;
  }
  return seen === 0 ? SILENT : 0;
}

function isWideLabel(word: string, step: number): boolean {
  return step < 0 ? WIDE_LABELS.includes(`/${word.slice(-6)}/`) : WIDE_UNITS.includes(`/${word.slice(0, 3)}/`);
}
