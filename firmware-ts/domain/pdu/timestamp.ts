// The service centre's time stamp, SCTS (3GPP TS 23.040 9.2.3.11): seven octets of swapped decimal digits.

/** A time in the sender's network. */
export interface TimeStamp {
  /** ISO 8601 with the offset: 2026-11-22T09:30:45+01:00. */
  readonly iso: string;
  /** Seconds since the beginning of 2000 in UTC, to compare times of different offsets. */
  readonly seconds: number;
}

/** @returns null where a digit is not decimal, or a field outside of the calendar */
export function decodeTimestamp(octets: ReadonlyUint8Array): TimeStamp | null {
  const year = swapped(octets[0] ?? 0xff);
  const month = swapped(octets[1] ?? 0xff);
  const day = swapped(octets[2] ?? 0xff);
  const hour = swapped(octets[3] ?? 0xff);
  const minute = swapped(octets[4] ?? 0xff);
  const second = swapped(octets[5] ?? 0xff);
  const zone = octets[6] ?? 0xff;
  const quarters = swapped(zone & 0xf7);
  if (year > 99 || month < 1 || month > 12 || day < 1 || day > 31 || hour > 23 || minute > 59 || second > 59)
    return null;
  if (quarters > 79) return null;
  const isWest = (zone & 0x08) !== 0;
  const offset = `${isWest ? "-" : "+"}${two(Math.floor(quarters / 4))}:${two((quarters % 4) * 15)}`;
  const iso = `20${two(year)}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}:${two(second)}${offset}`;
  const local = ((daysSince2000(year, month, day) * 24 + hour) * 60 + minute) * 60 + second;
  return { iso, seconds: isWest ? local + quarters * 900 : local - quarters * 900 };
}

/** Two decimal digits, the first in the low half; 255 for anything else. */
function swapped(octet: u8): u8 {
  const tens = octet & 0x0f;
  const units = octet >> 4;
  return tens > 9 || units > 9 ? 255 : tens * 10 + units;
}

function two(value: number): string {
  return value < 10 ? `0${value}` : `${value}`;
}

/** Years that begin in March, so that the leap day is a year's last. */
function daysSince2000(year: number, month: number, day: number): number {
  const isEarly = month < 3;
  const years = isEarly ? year + 3 : year + 4;
  const months = isEarly ? month + 9 : month - 3;
  return years * 365 + Math.floor(years / 4) + Math.floor((months * 153 + 2) / 5) + day - 1402;
}
