// The characters of the GSM 7 bit alphabet: the default one with its extension table (3GPP TS 23.038 6.2.1) and the
// national languages' tables (annex A), both ways. A table other than the default one is what differs from it: one text,
// first the codes, then their characters. That is small, and found by one call.

/** 6.2.1, in order; the escape stands as a space, as which it is shown where nothing follows that it could mean. */
const ALPHABET =
  "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ ÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?" +
  "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

/** 6.2.1.1: after an escape. All single shift tables here hold these as well. */
const EXTENSION = "\n\x14()/<=>@e" + "\f^{}\\[~]|€";

/** Annex A.2.1 to A.2.3: after an escape, where the header names the language. */
const TURKISH_SINGLE = "GIScgis" + "ĞİŞçğış";
const SPANISH_SINGLE = "\tAIOUaiou" + "çÁÍÓÚáíóú";
const PORTUGUESE_SINGLE =
  "\x05\t\v\f\x0e\x0f\x12\x13\x15\x16\x17\x18\x19\x1fAIOU[\\aiou{|\x7f" + "êçÔôÁáΦΓΩΠΨΣΘÊÀÍÓÚÃÕÂíóúãõâ";

/** Annex A.3.1 and A.3.3: in place of the default alphabet, where the header names the language. */
const TURKISH_LOCKING = "\x04\x07\v\f\x1c\x1d@`" + "€ıĞğŞşİç";
const PORTUGUESE_LOCKING =
  "\x04\x06\x07\b\t\v\f\x0e\x0f\x12\x13\x14\x15\x16\x17\x18\x19\x1a\x1c\x1d\x1e$@[\\]`{|}" +
  "êúíóçÔôÁáªÇÀ∞^\\€Ó|ÂâÊºÍÃÕÚ~ãõ`";

/** National language identifiers (6.2.1.2.4). */
const TURKISH = 1;
const SPANISH = 2;
const PORTUGUESE = 3;
/** Those of the standard that have no table here are the languages of India, 4 to 13. */
const LANGUAGE_MAX = 13;

/** Characters outside of Latin-1 that GSM 7 bit has. */
const EURO = 0x20ac;
const GREEK_FIRST = 0x393;
const GREEK_LAST = 0x3a9;

/**
 * Whether a text with this identifier can be read. One that the standard does not describe is ignored, as is Spanish as a
 * locking shift: the default tables count then (3GPP TS 23.040 9.2.3.24.15 and .16).
 */
export function knowsLanguage(language: u8): boolean {
  return language <= PORTUGUESE || language > LANGUAGE_MAX;
}

/** The character of a septet. @param language of the locking shift; 0 for the default alphabet */
export function characterOf(septet: int<0, 127>, language: u8): u16 {
  let character: u16 = 0;
  if (language === TURKISH) character = among(TURKISH_LOCKING, septet);
  else if (language === PORTUGUESE) character = among(PORTUGUESE_LOCKING, septet);
  if (character !== 0) return character;
  // What MicroPython takes out of a text stays in its table of names, and a text with accents it walks through from its start.
  return isAsInAscii(septet) ? septet : ALPHABET.charCodeAt(septet);
}

/**
 * The character of a septet after an escape; 0 for what the table lacks, which the caller then reads without the escape
 * (6.2.1.1). @param language of the single shift; 0 for the default extension table
 */
export function extensionOf(septet: int<0, 127>, language: u8): u16 {
  let character: u16 = 0;
  if (language === TURKISH) character = among(TURKISH_SINGLE, septet);
  else if (language === SPANISH) character = among(SPANISH_SINGLE, septet);
  else if (language === PORTUGUESE) character = among(PORTUGUESE_SINGLE, septet);
  return character !== 0 ? character : among(EXTENSION, septet);
}

function among(table: string, septet: int<0, 127>): u16 {
  const half = table.length >> 1;
  const at = table.indexOf(String.fromCharCode(septet));
  return at < 0 || at >= half ? 0 : table.charCodeAt(at + half);
}

/**
 * How a character is written without a national table.
 * @param unit of UTF-16
 * @returns its septet; 128 and its septet where an escape stands before it; -1 where GSM 7 bit lacks it
 */
export function septetsOf(unit: u16): int<-1, 255> {
  // Few characters are looked up: each one that MicroPython makes a text of stays in its table of names.
  if (unit > 0xff && unit !== EURO && (unit < GREEK_FIRST || unit > GREEK_LAST)) return -1;
  if (isAsInAscii(unit)) return unit & 0x7f;
  const character = String.fromCharCode(unit);
  const septet = ALPHABET.indexOf(character);
  if (septet >= 0) return septet & 0x7f;
  const half = EXTENSION.length >> 1;
  const at = EXTENSION.indexOf(character);
  return at < half ? -1 : 0x80 | (EXTENSION.charCodeAt(at - half) & 0x7f);
}

/** Space to ?, but for $; letters without accents. */
function isAsInAscii(unit: u16): boolean {
  if (unit < 0x40) return unit >= 0x20 && unit !== 0x24;
  const small = unit | 0x20;
  return small >= 0x61 && small <= 0x7a;
}
