// The time of day, in UTC, and by how much it is another one here: kept by the monotonic clock from the moment that a time server
// or the mobile network tells it, as there is no other one on the board. Seconds since the beginning of 2000, as in pdu/timestamp.ts.
import type { Millis } from "./millis.ts";
import { secondsSince2000 } from "./pdu/timestamp.ts";

/** Since the beginning of 2000, until 2079; -1 unknown. */
type Seconds = int<-1, 2524607999>;

/**
 * ok: told · estimated: only that it is later than a message that came in, by an unknown time · unknown. What depends on
 * the time, such as `expires` and `late`, needs `ok`.
 */
export type ClockState = "ok" | "estimated" | "unknown";

/** 2024 to 2079: what is told of outside was never set. A SIM800 begins at 2004, others at 1980, with two digits of it. */
const EARLIEST_S = 757382400;
const END_S = 2524608000;
/** Nobody runs a build for longer: what is told beyond it is nonsense, or somebody who makes certificates expire. */
const BUILD_AGE_S_MAX = 630720000;
/** So long a time server's word holds against that of the mobile network, whose cells have been seen a day wrong. */
const SERVED_MS = 90000000;
/** A smaller correction is no news for the machine's calendar. */
const NEWS_S = 2;
/** A clock that is right is corrected by less; a cell that tells nonsense is off by more. */
const CORRECTION_S_MAX = 600;
/** The same nonsense twice, and so long apart, is no nonsense: the time was wrong. One telling often comes twice. */
const AGREEMENT_S_MAX = 60;
const AGREEMENT_APART_MS = 30000;

export class WallClock {
  state: ClockState = "unknown";
  /** How often the time became another than before, as far as the machine's calendar is concerned. */
  changes: int<0, 1073741823> = 0;
  /** The setting `time_zone`. Its offset in seconds holds from one moment on until another: time-zone.late.ts says which. */
  zone = "UTC0";
  offset = 0;
  since = 0;
  until = 0;
  private readonly earliestSeconds: Seconds;
  private readonly endSeconds: Seconds;
  private servedAt: Millis = 0;
  private isServed = false;
  /** What it was at the instant `baseAt`. */
  private base: Seconds = -1;
  private baseAt: Millis = 0;
  /** What was told and not believed. */
  private doubted: Seconds = -1;
  private doubtedAt: Millis = 0;

  /** @param built when the program was built: it is later than that; 0 unknown */
  constructor(built: Seconds = 0) {
    this.earliestSeconds = Math.max(built, EARLIEST_S);
    this.endSeconds = built > 0 ? Math.min(built + BUILD_AGE_S_MAX, END_S - 1) : END_S - 1;
  }

  /** The time in seconds; -1 unknown, or only estimated. */
  seconds(now: Millis): number {
    return this.state === "ok" ? this.base + Math.trunc((now - this.baseAt) / 1000) : -1;
  }

  /** The time in seconds, also when it may be later than that; -1 unknown. */
  earliest(now: Millis): number {
    return this.base < 0 ? -1 : this.base + Math.trunc((now - this.baseAt) / 1000);
  }

  /** The mobile network tells the time: it counts where no time server has told it today. */
  set(seconds: number, now: Millis): void {
    if (!this.isServed || now - this.servedAt >= SERVED_MS) this.take(seconds, now);
  }

  /** A time server tells the time. @returns false when it is not believed until it is told again, 30 s later or more */
  serve(seconds: number, now: Millis): boolean {
    if (!this.take(seconds, now)) return false;
    this.isServed = true;
    this.servedAt = now;
    return true;
  }

  /** It is later than this: the service centre's time of a message that has just come. */
  passed(seconds: number, now: Millis): void {
    if (this.state === "ok" || seconds < EARLIEST_S || seconds >= END_S) return;
    if (!this.isPossible(seconds) || seconds <= this.earliest(now)) return;
    this.state = "estimated";
    this.keep(seconds, now);
  }

  /** One that is far from what was told before counts when it is told again. @returns whether it was taken */
  private take(seconds: number, now: Millis): boolean {
    if (seconds < EARLIEST_S || seconds >= END_S || !this.isPossible(seconds)) return false;
    const known = this.seconds(now);
    const correction = Math.abs(seconds - known);
    if (known >= 0 && correction > CORRECTION_S_MAX && !this.isConfirmed(seconds, now)) return false;
    if (known < 0 || correction >= NEWS_S) this.changes = (this.changes + 1) & 0x3fffffff;
    this.state = "ok";
    this.doubted = -1;
    this.keep(seconds, now);
    return true;
  }

  /** Later than the program was built, and not absurdly so. */
  private isPossible(seconds: number): boolean {
    return seconds >= this.earliestSeconds && seconds <= this.endSeconds;
  }

  private keep(seconds: Seconds, now: Millis): void {
    this.base = seconds;
    this.baseAt = now;
  }

  private isConfirmed(seconds: Seconds, now: Millis): boolean {
    const since = now - this.doubtedAt;
    const expected = this.doubted + Math.trunc(since / 1000);
    if (this.doubted >= 0 && Math.abs(seconds - expected) <= AGREEMENT_S_MAX) return since >= AGREEMENT_APART_MS;
    this.doubted = seconds;
    this.doubtedAt = now;
    return false;
  }
}

/**
 * Seconds since the beginning of 2000 in UTC, of what a modem tells of the network's time (SIM800 AT Command Manual V1.12,
 * 3.2.69 and 3.2.9): `*PSUTTZ: 2024,3,15,9,30,45,"+4",0` in UTC, `+CCLK: "24/03/15,09:30:45+04"` in local time with its
 * offset in quarters of an hour.
 * @returns -1 for a damaged line
 */
export function secondsTold(line: string): number {
  const isUtc = line.startsWith("*PSUTTZ:");
  const fields = new Uint16Array(7);
  let count = 0;
  let isInField = false;
  for (let i = 0; i < line.length; i++) {
    const digit = line.charCodeAt(i) - 0x30;
    const isDigit = digit >= 0 && digit <= 9;
    if (isDigit && !isInField) count += 1;
    if (isDigit && count <= 7) fields[count - 1] = ((fields[count - 1] ?? 0) * 10 + digit) & 0xffff;
    isInField = isDigit;
  }
  if (count < 7) return -1;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0, quarters = 0] = fields;
  const told = secondsSince2000(year >= 2000 ? year - 2000 : year, month, day, hour, minute, second);
  if (told < 0 || isUtc) return told;
  return line.includes("-") ? told + quarters * 900 : told - quarters * 900;
}
