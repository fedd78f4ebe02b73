// Times as text. Needed with messages and their like, and late with them.

/**
 * ISO 8601: `2026-11-22T08:30:47Z`.
 * @param seconds since the beginning of 2000, up to 2099
 */
export function isoOf(seconds: u32): string {
  const minutes = Math.floor(seconds / 60);
  const hours = Math.floor(minutes / 60);
  // Years that begin in March, so that the leap day is the last of each fourth one.
  const days = Math.floor(hours / 24) + 1401;
  const dayOfFour = days % 1461;
  const years = Math.min(Math.floor(dayOfFour / 365), 3);
  const dayOfYear = dayOfFour - years * 365;
  const months = Math.floor((dayOfYear * 5 + 2) / 153);
  const day = dayOfYear - Math.floor((months * 153 + 2) / 5) + 1;
  const year = Math.floor(days / 1461) * 4 + years + (months < 10 ? 1996 : 1997);
  const month = months < 10 ? months + 3 : months - 9;
  return `${year}-${two(month)}-${two(day)}T${two(hours % 24)}:${two(minutes % 60)}:${two(seconds % 60)}Z`;
}

/** With a nought before one digit. */
export function two(value: number): string {
  return value < 10 ? `0${value}` : `${value}`;
}
