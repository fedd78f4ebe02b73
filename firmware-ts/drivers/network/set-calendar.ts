// Sets the machine's calendar, which nothing but TLS reads: certificates are held against it.
import { RTC } from "machine";
import { decimal } from "../../domain/at/parse.ts";
import { isoOf } from "../../domain/wall-clock.ts";

/** @param seconds since the beginning of 2000, in UTC */
export function setCalendar(seconds: u32): void {
  const iso = isoOf(seconds);
  const when: number[] = [];
  // 2026-11-22T08:30:47Z; the day of the week is nobody's business.
  for (const at of [0, 5, 8, 0, 11, 14, 17]) when.push(decimal(iso.slice(at, at === 0 ? 4 : at + 2)));
  when[3] = 0;
  when.push(0);
  new RTC().datetime(when);
}
