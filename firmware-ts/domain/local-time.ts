// What the gateway's own clock tells, in the zone of the settings. Late with what tells it.
import { isoOf, two } from "./iso-text.ts";
import { setOffset } from "./time-zone.late.ts";
import type { WallClock } from "./wall-clock.ts";

/**
 * In the clock's zone, with its offset: `2026-11-22T09:30:47+01:00`; where that is UTC0, as isoOf().
 * @param seconds since the beginning of 2000, up to 2099
 */
export function localIsoOf(seconds: u32, clock: WallClock): string {
  if (clock.zone === "UTC0") return isoOf(seconds);
  if (seconds < clock.since || seconds >= clock.until) setOffset(clock, seconds);
  const { offset } = clock;
  const minutes = Math.floor(Math.abs(offset) / 60);
  const sign = offset < 0 ? "-" : "+";
  return `${isoOf((seconds + offset) >>> 0).slice(0, -1)}${sign}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
