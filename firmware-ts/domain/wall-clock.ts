// The time of day, in UTC, kept by the monotonic clock from the moment that the network tells it: there is no other one
// on the board. Seconds since the beginning of 2000, as in pdu/timestamp.ts.
import type { Millis } from "./millis.ts";

/**
 * ok: told · estimated: only that it is later than a message that came in, by an unknown time · unknown. What depends on
 * the time, such as `expires` and `late`, needs `ok`.
 */
export type ClockState = "ok" | "estimated" | "unknown";

/** 2024 to 2079: what is told of outside was never set. A SIM800 begins at 2004, others at 1980, with two digits of it. */
const EARLIEST_S = 757382400;
const END_S = 2524608000;
/** A clock that is right is corrected by less; a cell that tells nonsense is off by more. */
const CORRECTION_S_MAX = 600;
/** The same nonsense twice, and so long apart, is no nonsense: the time was wrong. One telling often comes twice. */
const AGREEMENT_S_MAX = 60;
const AGREEMENT_APART_MS = 30000;

export class WallClock {
  state: ClockState = "unknown";
  /** What it was at the instant `baseAt`. */
  private base = -1;
  private baseAt: Millis = 0;
  /** What was told and not believed. */
  private doubted = -1;
  private doubtedAt: Millis = 0;

  /** The time in seconds; -1 unknown, or only estimated. */
  seconds(now: Millis): number {
    return this.state === "ok" ? this.base + Math.trunc((now - this.baseAt) / 1000) : -1;
  }

  /** The time in seconds, also when it may be later than that; -1 unknown. */
  earliest(now: Millis): number {
    return this.base < 0 ? -1 : this.base + Math.trunc((now - this.baseAt) / 1000);
  }

  /**
   * The time is told, by the network or a time server. One that is far from what was told before counts when it is
   * told again.
   */
  set(seconds: number, now: Millis): void {
    if (!isPlausible(seconds)) return;
    const known = this.seconds(now);
    if (known >= 0 && Math.abs(seconds - known) > CORRECTION_S_MAX && !this.isConfirmed(seconds, now)) return;
    this.state = "ok";
    this.doubted = -1;
    this.keep(seconds, now);
  }

  /** It is later than this: the service centre's time of a message that has just come. */
  passed(seconds: number, now: Millis): void {
    if (this.state === "ok" || !isPlausible(seconds) || seconds <= this.earliest(now)) return;
    this.state = "estimated";
    this.keep(seconds, now);
  }

  private keep(seconds: number, now: Millis): void {
    this.base = seconds;
    this.baseAt = now;
  }

  private isConfirmed(seconds: number, now: Millis): boolean {
    const since = now - this.doubtedAt;
    const expected = this.doubted + Math.trunc(since / 1000);
    if (this.doubted >= 0 && Math.abs(seconds - expected) <= AGREEMENT_S_MAX) return since >= AGREEMENT_APART_MS;
    this.doubted = seconds;
    this.doubtedAt = now;
    return false;
  }
}

function isPlausible(seconds: number): boolean {
  return seconds >= EARLIEST_S && seconds < END_S;
}

/**
 * ISO 8601: `2026-11-22T08:30:47Z`.
 * @param seconds since the beginning of 2000, up to 2099
 */
export function isoOf(seconds: int<0, 3155759999>): string {
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

function two(value: number): string {
  return value < 10 ? `0${value}` : `${value}`;
}
