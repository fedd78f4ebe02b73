// Time zones as the setting `time_zone` has them: TZ of POSIX (XBD 8.3), `CET-1CEST,M3.5.0,M10.5.0/3`, with rules of the form M
// alone, whose hours may go from -167 to 167 (RFC 9636 3.3.1). Loaded when the settings are checked, and when the offset may be
// another one: two times a year, and after a start.
import { decimal } from "./at/parse.ts";
import { secondsSince2000 } from "./pdu/timestamp.ts";
import type { WallClock } from "./wall-clock.ts";

const HOUR_S = 3600;
const DAY_S = 86400;
/** 365.25 days: so many seconds since 2000 are the year, or one less on a year's first days. */
const YEAR_S = 31557600;
const NAME_LENGTH_MIN = 3;
const OFFSET_HOURS_MAX = 24;
const RULE_HOURS_MAX = 167;
/** No offset, and no hour of a rule. */
const WRONG = -9999999;

/** An offset is in seconds east of UTC. */
interface Zone {
  readonly standard: number;
  readonly summer: number;
  /** When summer time begins and ends, as POSIX writes it; "" where there is none. */
  readonly begins: string;
  readonly ends: string;
}

export function isTimeZone(text: string): boolean {
  return zoneOf(text) !== null;
}

/** Tells the clock what its zone's offset is at that moment, and how long it is that. @param seconds since the beginning of 2000 */
export function setOffset(clock: WallClock, seconds: number): void {
  const zone = zoneOf(clock.zone);
  clock.offset = zone === null ? 0 : zone.standard;
  clock.since = 0;
  clock.until = secondsSince2000(99, 1, 1, 0, 0, 0);
  if (zone === null || zone.begins === "") return;
  const { begins, ends, standard, summer } = zone;
  // The clock knows 2024 to 2079.
  const near = Math.min(Math.max(Math.floor(seconds / YEAR_S), 2), 98);
  for (let year = near - 2; year <= near + 1; year++) {
    change(clock, seconds, instantOf(begins, year) - standard, summer);
    change(clock, seconds, instantOf(ends, year) - summer, standard);
  }
}

/** @param at when the offset becomes this one */
function change(clock: WallClock, seconds: number, at: number, offset: number): void {
  if (at > seconds) clock.until = Math.min(clock.until, at);
  else if (at > clock.since) {
    clock.since = at;
    clock.offset = offset;
  }
}

/** Null for what is none. */
function zoneOf(text: string): Zone | null {
  const [names = "", begins = "", ends = "", ...more] = text.split(",");
  const nameEnd = endOfName(names, 0);
  const offsetEnd = endOfOffset(names, nameEnd);
  const standard = eastOf(names.slice(nameEnd, offsetEnd));
  if (nameEnd === 0 || standard === WRONG || more.length > 0) return null;
  if (offsetEnd === names.length) return text === names ? { standard, summer: standard, begins: "", ends: "" } : null;
  const summerAt = endOfName(names, offsetEnd);
  const own = names.slice(summerAt);
  const summer = own === "" ? standard + HOUR_S : eastOf(own);
  if (summerAt === offsetEnd || summer === WRONG || !isRule(begins) || !isRule(ends)) return null;
  return { standard, summer, begins, ends };
}

/** Where a name ends, three letters or more, or others in angle brackets; `from` when there is none. */
function endOfName(text: string, from: number): number {
  const isQuoted = text.charAt(from) === "<";
  let at = isQuoted ? from + 1 : from;
  const first = at;
  while (at < text.length && isInName(text.charCodeAt(at), isQuoted)) at += 1;
  if (at - first < NAME_LENGTH_MIN || (isQuoted && text.charAt(at) !== ">")) return from;
  return isQuoted ? at + 1 : at;
}

function isInName(unit: number, isQuoted: boolean): boolean {
  const letter = unit | 0x20;
  return (letter >= 0x61 && letter <= 0x7a) || (isQuoted && (isDigit(unit) || unit === 0x2b || unit === 0x2d));
}

/** Signs, digits and colons are what an offset has. */
function endOfOffset(text: string, from: number): number {
  let at = from;
  while (at < text.length && (isDigit(text.charCodeAt(at)) || "+-:".includes(text.charAt(at)))) at += 1;
  return at;
}

function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}

/** POSIX counts to the west. */
function eastOf(offset: string): number {
  const seconds = secondsIn(offset, OFFSET_HOURS_MAX);
  return seconds === WRONG ? WRONG : 0 - seconds;
}

/** Of `[+-]hh[:mm]`, in whole minutes as ISO 8601 has offsets; WRONG for what is none. */
function secondsIn(text: string, hoursMax: number): number {
  const isSigned = text.startsWith("-") || text.startsWith("+");
  const [first = "", second = "00", ...more] = (isSigned ? text.slice(1) : text).split(":");
  const [hours, minutes] = [decimal(first), decimal(second)];
  const isTime = hours >= 0 && hours <= hoursMax && minutes >= 0 && minutes < 60 && second.length === 2;
  if (!isTime || first.length > 3 || more.length > 0) return WRONG;
  const seconds = (hours * 60 + minutes) * 60;
  return text.startsWith("-") ? -seconds : seconds;
}

function isRule(text: string): boolean {
  const [date = "", time = "2", ...more] = text.split("/");
  const fields = date.slice(1).split(".");
  const [month, week, day] = fields.map((field) => (field.length > 2 ? -1 : decimal(field)));
  if (month === undefined || week === undefined || day === undefined || fields.length > 3) return false;
  const isDate = month >= 1 && month <= 12 && week >= 1 && week <= 5 && day >= 0 && day <= 6;
  return date.startsWith("M") && isDate && more.length === 0 && secondsIn(time, RULE_HOURS_MAX) !== WRONG;
}

/** The local time that a rule means, in seconds since the beginning of 2000. @param year since 2000 */
function instantOf(rule: string, year: int<0, 99>): number {
  const [date = "", time = "2"] = rule.split("/");
  const [month = 1, week = 1, weekday = 0] = date
    .slice(1)
    .split(".")
    .map((field) => decimal(field));
  const first = Math.max(secondsSince2000(year, month, 1, 0, 0, 0), 0);
  // The year 2000 began on a Saturday.
  const firstWeekday = (Math.floor(first / DAY_S) + 6) % 7;
  const day = ((weekday - firstWeekday + 7) % 7) + week * 7 - 6;
  // The fifth week is the last one.
  const isThere = secondsSince2000(year, month, day, 0, 0, 0) >= 0;
  return first + (isThere ? day - 1 : day - 8) * DAY_S + secondsIn(time, RULE_HOURS_MAX);
}
