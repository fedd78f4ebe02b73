// The service centre's time stamp, SCTS (3GPP TS 23.040 9.2.3.11): seven octets of swapped decimal digits.
import { textOf } from "./utf8.ts";

/** A time in the sender's network. */
export interface TimeStamp {
  /** ISO 8601 with the offset: 2026-11-22T09:30:45+01:00. */
  readonly iso: string;
  /** Seconds since the beginning of 2000 in UTC, to compare times of different offsets. */
  readonly seconds: number;
}

/** A west zone has another sign. */
const PATTERN = new TextEncoder().encode("2000-00-00T00:00:00+00:00");
const WEST = 0x2d;

/** @returns null where a digit is not decimal, or a field outside of the calendar */
export function decodeTimestamp(octets: ReadonlyUint8Array): TimeStamp | null {
  const iso = PATTERN.slice();
  const fields = new Uint8Array(7);
  let count = 0;
  let at = 2;
  for (const octet of octets.subarray(0, 6)) {
    const tens = octet & 0x0f;
    const units = octet >> 4;
    if (tens > 9 || units > 9) return null;
    fields[count] = tens * 10 + units;
    iso[at] = 0x30 + tens;
    iso[at + 1] = 0x30 + units;
    count += 1;
    at += 3;
  }
  const zone = octets[6] ?? 0xff;
  const quarters = (zone & 7) * 10 + (zone >> 4);
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = fields;
  const local = secondsSince2000(year, month, day, hour, minute, second);
  if (zone >> 4 > 9 || local < 0) return null;
  const isWest = (zone & 0x08) !== 0;
  if (isWest) iso[19] = WEST;
  if (quarters > 0) {
    putTwo(iso, 20, quarters >> 2);
    putTwo(iso, 23, (quarters & 3) * 15);
  }
  return { iso: textOf(iso, iso.length), seconds: isWest ? local + quarters * 900 : local - quarters * 900 };
}

function putTwo(text: Uint8Array, at: u8, value: int<0, 99>): void {
  const tens = Math.floor(value / 10);
  text[at] = 0x30 + tens;
  text[at + 1] = 0x30 + value - tens * 10;
}

/**
 * @param year since 2000
 * @returns -1 for what is not in the calendar of 2000 to 2099
 */
export function secondsSince2000(
  year: number,
  month: number,
  day: number,
  hour: number,
  minute: number,
  second: number,
): number {
  if (year > 99 || month < 1 || month > 12 || day < 1 || day > daysIn(month, year)) return -1;
  if (hour > 23 || minute > 59 || second > 59) return -1;
  return ((daysSince2000(year, month, day) * 24 + hour) * 60 + minute) * 60 + second;
}

/** February has 29 days in every fourth year: 2000 to 2099 have no exception. */
function daysIn(month: number, year: number): number {
  if (month === 2) return year % 4 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Years that begin in March, so that the leap day is a year's last. */
function daysSince2000(year: number, month: number, day: number): number {
  const isEarly = month < 3;
  const years = isEarly ? year + 3 : year + 4;
  const months = isEarly ? month + 9 : month - 3;
  return years * 365 + Math.floor(years / 4) + Math.floor((months * 153 + 2) / 5) + day - 1402;
}
