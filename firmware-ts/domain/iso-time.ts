// Times as people and programs write them, ISO 8601 with an offset: 2026-11-22T09:30:45+01:00, 2026-11-22T08:30Z.
import { secondsSince2000 } from "./pdu/timestamp.ts";

/** Year, month, day, hour, minute: with what stands before each. */
const PATTERN = "dddd-dd-ddTdd:dd";
const LENGTH_MAX = 40;

/** @returns seconds since the beginning of 2000 in UTC; -1 for what is no such time, or none of 2000 to 2099 */
export function secondsOfIso(text: string): number {
  if (text.length > LENGTH_MAX || !isLike(text.slice(0, PATTERN.length), PATTERN)) return -1;
  let at = PATTERN.length;
  const hasSeconds = isLike(text.slice(at, at + 3), ":dd");
  const seconds = hasSeconds ? twoAt(text, at + 1) : 0;
  if (hasSeconds) at = afterFraction(text, at + 3);
  const offset = offsetOf(text.slice(at));
  const year = twoAt(text, 0) * 100 + twoAt(text, 2) - 2000;
  if (year < 0 || offset === null) return -1;
  const local = secondsSince2000(year, twoAt(text, 5), twoAt(text, 8), twoAt(text, 11), twoAt(text, 14), seconds);
  return local < 0 ? -1 : local - offset;
}

/** In seconds; null for what is none. */
function offsetOf(text: string): number | null {
  if (text === "Z") return 0;
  const isWest = text.startsWith("-");
  if (!(isWest || text.startsWith("+")) || !isLike(text.slice(1), "dd:dd")) return null;
  const seconds = twoAt(text, 1) * 3600 + twoAt(text, 4) * 60;
  return isWest ? -seconds : seconds;
}

/** A fraction of a second is passed over. */
function afterFraction(text: string, from: number): number {
  if (text.charAt(from) !== ".") return from;
  let at = from + 1;
  while (isDigit(text.charCodeAt(at))) at += 1;
  return at;
}

/** @param pattern with a `d` for each digit */
function isLike(text: string, pattern: string): boolean {
  if (text.length !== pattern.length) return false;
  for (let i = 0; i < pattern.length; i++) {
    const unit = text.charCodeAt(i);
    if (pattern.charAt(i) === "d" ? !isDigit(unit) : unit !== pattern.charCodeAt(i)) return false;
  }
  return true;
}

function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}

function twoAt(text: string, at: number): number {
  return (text.charCodeAt(at) - 0x30) * 10 + text.charCodeAt(at + 1) - 0x30;
}
