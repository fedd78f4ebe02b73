// The time of day, in UTC, kept by the monotonic clock from the moment that the network tells it: there is no other one
// on the board. Seconds since the beginning of 2000, as in pdu/timestamp.ts.
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
/** A clock that is right is corrected by less; a cell that tells nonsense is off by more. */
const CORRECTION_S_MAX = 600;
/** The same nonsense twice, and so long apart, is no nonsense: the time was wrong. One telling often comes twice. */
const AGREEMENT_S_MAX = 60;
const AGREEMENT_APART_MS = 30000;

export class WallClock {
  state: ClockState = "unknown";
  /** What it was at the instant `baseAt`. */
  private base: Seconds = -1;
  private baseAt: Millis = 0;
  /** What was told and not believed. */
  private doubted: Seconds = -1;
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
    if (seconds < EARLIEST_S || seconds >= END_S) return;
    const known = this.seconds(now);
    if (known >= 0 && Math.abs(seconds - known) > CORRECTION_S_MAX && !this.isConfirmed(seconds, now)) return;
    this.state = "ok";
    this.doubted = -1;
    this.keep(seconds, now);
  }

  /** It is later than this: the service centre's time of a message that has just come. */
  passed(seconds: number, now: Millis): void {
    if (this.state === "ok" || seconds < EARLIEST_S || seconds >= END_S || seconds <= this.earliest(now)) return;
    this.state = "estimated";
    this.keep(seconds, now);
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
