// Values as Python literals that MicroPython 1.28 and newer reads back unchanged.
import { InternalError } from "../diagnostics/internal-error.ts";

const namedEscapes: ReadonlyMap<string, string> = new Map([
  ["\\", "\\\\"],
  ["\n", "\\n"],
  ["\r", "\\r"],
  ["\t", "\\t"],
]);

/** Controls, formats, unassigned code points and every space but U+0020: nobody could see them in the output. */
const invisible = /[\p{C}\p{Z}]/u;

/**
 * A text as a Python `str` literal: printable characters as they are, the rest escaped.
 * Throws InternalError for a lone surrogate, which UTF-8 and so MicroPython cannot hold.
 */
export function stringLiteral(value: string): string {
  const quote = chooseQuote(value);
  let body = "";
  for (const character of value) body += escapeCharacter(character, quote);
  return quote + body + quote;
}

/** Bytes (0 to 255 each) as a Python `bytes` literal, ASCII only. */
export function bytesLiteral(values: readonly number[]): string {
  const quote = values.includes(0x22) && !values.includes(0x27) ? "'" : '"';
  return `b${quote}${values.map((value) => escapeByte(value, quote)).join("")}${quote}`;
}

/** @param hex in hexadecimal, with at least so many digits; 0 in decimal */
export function intLiteral(value: bigint, hex: number): string {
  if (hex === 0) return value.toString();
  const digits = (value < 0n ? -value : value).toString(16).padStart(hex, "0");
  return value < 0n ? `-0x${digits}` : `0x${digits}`;
}

/** A finite number as a Python float literal, always with a point or an exponent. */
export function floatLiteral(value: number): string {
  if (!Number.isFinite(value)) throw new InternalError(`${value} has no Python literal`);
  const text = Object.is(value, -0) ? "-0" : String(value);
  return /[.e]/.test(text) ? text : `${text}.0`;
}

function chooseQuote(text: string): '"' | "'" {
  return text.includes('"') && !text.includes("'") ? "'" : '"';
}

function escapeCharacter(character: string, quote: string): string {
  if (character === quote) return `\\${quote}`;
  const named = namedEscapes.get(character);
  if (named !== undefined) return named;
  if (character === " " || !invisible.test(character)) return character;
  return escapeCodePoint(character.codePointAt(0) as number);
}

function escapeCodePoint(code: number): string {
  if (code >= 0xd800 && code <= 0xdfff) throw new InternalError("a lone surrogate in a string literal");
  if (code <= 0xff) return `\\x${hexDigits(code, 2)}`;
  return code <= 0xffff ? `\\u${hexDigits(code, 4)}` : `\\U${hexDigits(code, 8)}`;
}

function escapeByte(value: number, quote: string): string {
  if (!Number.isInteger(value) || value < 0 || value > 0xff) throw new InternalError(`${value} is not a byte`);
  const character = String.fromCharCode(value);
  if (character === quote) return `\\${quote}`;
  const printable = value >= 0x20 && value <= 0x7e;
  return namedEscapes.get(character) ?? (printable ? character : `\\x${hexDigits(value, 2)}`);
}

function hexDigits(code: number, digits: number): string {
  return code.toString(16).padStart(digits, "0");
}
