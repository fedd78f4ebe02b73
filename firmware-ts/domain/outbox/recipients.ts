// To whom may be sent: numbers in one form, `+` and digits, and the list of those that are allowed.

const DIGITS_MIN = 3;
/** ITU-T E.164: a number has at most 15 digits. */
const DIGITS_MAX = 15;
/** What has no more digits is a short code: nobody's number, and never that of another country. */
const SHORT_CODE_DIGITS_MAX = 6;
/** So many digits that begin with the country code are a number of that country, written without its `+`. */
const WITH_COUNTRY_DIGITS_MIN = 11;
const PREFIX_END = "*";
/** What people write between digits: space ( ) - . / */
const SEPARATORS: readonly number[] = [0x20, 0x28, 0x29, 0x2d, 0x2e, 0x2f];

const encoder = new TextEncoder();

/**
 * `+` and digits, or the digits of a short code; null for what is neither.
 * @param number as people write it: with blanks, hyphens, dots, brackets, `00` for `+`, or without the country code
 * @param countryCode digits; "" unknown: then a number needs its own
 */
export function normalised(number: string, countryCode: string): string | null {
  const isInternational = number.startsWith("+");
  const digits = digitsOf(isInternational ? number.slice(1) : number);
  if (digits === null || digits.length < DIGITS_MIN || digits.length > DIGITS_MAX + 2) return null;
  if (isInternational) return whole(digits);
  if (digits.length <= SHORT_CODE_DIGITS_MAX) return digits;
  if (digits.startsWith("00")) return whole(digits.slice(2));
  if (countryCode === "") return null;
  if (digits.startsWith("0")) return whole(countryCode + digits.slice(1));
  const hasCountry = digits.length >= WITH_COUNTRY_DIGITS_MIN && digits.startsWith(countryCode);
  return whole(hasCountry ? digits : countryCode + digits);
}

function whole(digits: string): string | null {
  return digits.length > DIGITS_MAX || digits.startsWith("0") ? null : `+${digits}`;
}

/** Without what people put between them; null where anything else is among them. */
function digitsOf(text: string): string | null {
  const octets = encoder.encode(text);
  const digits = new Uint8Array(octets.length);
  let count = 0;
  for (const octet of octets) {
    if (octet >= 0x30 && octet <= 0x39) {
      digits[count] = octet;
      count += 1;
    } else if (!SEPARATORS.includes(octet)) return null;
  }
  return new TextDecoder().decode(digits.subarray(0, count));
}

/**
 * @param number normalised
 * @param allowed numbers, and prefixes with a `*` behind them, as the settings have them
 */
export function isAllowed(number: string, allowed: readonly string[], countryCode: string): boolean {
  return allowed.some((entry) => {
    if (!entry.endsWith(PREFIX_END)) return normalised(entry, countryCode) === number;
    return entry.startsWith("+") && number.startsWith(entry.slice(0, -1));
  });
}

/** Whether an entry of the list can be one: a number, or `+`, three digits or more, and `*`. */
export function isEntry(entry: string): boolean {
  if (!entry.endsWith(PREFIX_END)) return digitsOf(entry.startsWith("+") ? entry.slice(1) : entry) !== null;
  const prefix = entry.slice(0, -1);
  return prefix.startsWith("+") && prefix.length > DIGITS_MIN && digitsOf(prefix.slice(1)) === prefix.slice(1);
}
