// Time zones: the offset at each moment as Node's own data have it, what is no zone, and what the clock makes of it.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { localIsoOf } from "../domain/local-time.ts";
import { isTimeZone } from "../domain/time-zone.late.ts";
import { WallClock } from "../domain/wall-clock.ts";
import { EPOCH_MS, offsetMinutesIn, ZONES } from "./support/time-zones.ts";
import { PIECES } from "./support/zone-pieces.ts";

const FROM_S = (Date.UTC(2025, 0, 1) - EPOCH_MS) / 1000;
const TO_S = (Date.UTC(2036, 0, 1) - EPOCH_MS) / 1000;
const secondsOf = (iso: string) => (Date.parse(iso) - EPOCH_MS) / 1000;

function clockIn(zone: string): WallClock {
  const clock = new WallClock();
  clock.zone = zone;
  return clock;
}

/** In minutes, as the text tells it. */
function offsetTold(text: string): number {
  const [, sign = "", hours = "", minutes = ""] = /([+-])(\d\d):(\d\d)$/.exec(text) ?? [];
  return (Number(hours) * 60 + Number(minutes)) * (sign === "-" ? -1 : 1);
}

describe("a time in a zone", () => {
  it.each(ZONES)("of %s is as it is there, at any moment", (name, rule) => {
    expect(isTimeZone(rule)).toBe(true);
    const clock = clockIn(rule);
    fc.assert(
      fc.property(fc.integer({ min: FROM_S, max: TO_S }), (seconds) => {
        const text = localIsoOf(seconds, clock);
        expect(Date.parse(text)).toBe(EPOCH_MS + seconds * 1000);
        expect(offsetTold(text)).toBe(offsetMinutesIn(name, seconds));
      }),
      { numRuns: 300 },
    );
  });

  it.each(ZONES)("of %s changes at the second, there and back", (name, rule) => {
    const clock = clockIn(rule);
    for (let seconds = FROM_S; seconds < TO_S; seconds = clock.until) {
      for (const each of [seconds - 1, seconds])
        expect(offsetTold(localIsoOf(each, clock)), `${name} ${each}`).toBe(offsetMinutesIn(name, each));
      localIsoOf(seconds, clock);
      expect(clock.since <= seconds && seconds < clock.until).toBe(true);
    }
  });

  it("has a Z where the settings say nothing of a zone, and an offset in London in winter", () => {
    const seconds = secondsOf("2026-11-22T08:30:47Z");
    const told = (zone: string) => localIsoOf(seconds, clockIn(zone));
    expect(localIsoOf(seconds, new WallClock())).toBe("2026-11-22T08:30:47Z");
    expect(told("GMT0BST,M3.5.0/1,M10.5.0")).toBe("2026-11-22T08:30:47+00:00");
    expect(told("CET-1CEST,M3.5.0,M10.5.0/3")).toBe("2026-11-22T09:30:47+01:00");
    expect(told("<-0330>3:30")).toBe("2026-11-22T05:00:47-03:30");
  });

  it("is worked out once, and again when its offset ends", () => {
    const clock = clockIn("CET-1CEST,M3.5.0,M10.5.0/3");
    localIsoOf(secondsOf("2026-07-01T12:00:00Z"), clock);
    expect([clock.offset, clock.since, clock.until]).toEqual([
      7200,
      secondsOf("2026-03-29T01:00:00Z"),
      secondsOf("2026-10-25T01:00:00Z"),
    ]);
    expect(localIsoOf(clock.until - 1, clock)).toBe("2026-10-25T02:59:59+02:00");
    expect(localIsoOf(clock.until, clock)).toBe("2026-10-25T02:00:00+01:00");
    expect(localIsoOf(clock.since - 1, clock)).toBe("2026-10-25T02:59:59+02:00");
  });
});

describe("the setting time_zone", () => {
  it.each([
    "UTC0",
    "EST5",
    "<+0545>-5:45",
    "<-03>+3",
    "NZST-12NZDT-13,M9.5.0/2:00,M4.1.0/3",
    "IST-1GMT0,M10.5.0,M3.5.0/1",
  ])("may be %s", (text) => expect(isTimeZone(text)).toBe(true));

  it.each([
    ["no text", ""],
    ["no offset", "UTC"],
    ["a name of two letters", "UT0"],
    ["a second name of one letter", "CET-1B,M3.5.0,M10.5.0"],
    ["a name of the operating system's", "Europe/Berlin"],
    ["summer time without rules, which each system understands otherwise", "EST5EDT"],
    ["one rule", "CET-1CEST,M3.5.0"],
    ["three rules", "CET-1CEST,M3.5.0,M10.5.0,M11.1.0"],
    ["rules without summer time", "CET-1,M3.5.0,M10.5.0"],
    ["a day of the year", "CET-1CEST,J60,J300"],
    ["a day of the year that counts from 0", "CET-1CEST,60,300"],
    ["a thirteenth month", "CET-1CEST,M13.5.0,M10.5.0"],
    ["a sixth week", "CET-1CEST,M3.6.0,M10.5.0"],
    ["an eighth day", "CET-1CEST,M3.5.7,M10.5.0"],
    ["a date of two numbers", "CET-1CEST,M3.5,M10.5.0"],
    ["a date of four numbers", "CET-1CEST,M3.5.0.1,M10.5.0"],
    ["an hour too large", "CET-1CEST,M3.5.0/168,M10.5.0"],
    ["an offset too large", "CET-25"],
    ["an offset with seconds, which ISO 8601 has not", "LMT-0:53:28"],
    ["sixty minutes", "CET-1:60"],
    ["a minute of one digit", "CET-1:5"],
    ["something behind it", "CET-1x"],
    ["an open bracket", "<+01-1"],
    ["something else in a name", "<+0_1>-1"],
    ["two signs", "CET--1"],
    ["a blank", "CET -1"],
    ["a colon before it", ":CET-1"],
  ])("is not %s", (_name, text) => expect(isTimeZone(text)).toBe(false));

  it("is refused or works, whatever it is made of", () => {
    const piece = fc.constantFrom(...PIECES);
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), fc.integer({ min: FROM_S, max: TO_S }), (pieces, seconds) => {
        const text = pieces.join("");
        if (!isTimeZone(text) || text === "UTC0") return;
        const clock = clockIn(text);
        expect(localIsoOf(seconds, clock)).toMatch(/^20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$/);
        expect(clock.since <= seconds && seconds < clock.until).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });
});
