// The time of day: when it is known, how it is kept, and what is not believed.
import { describe, expect, it } from "vitest";
import { isoOf } from "../domain/iso-text.ts";
import { secondsSince2000 } from "../domain/pdu/timestamp.ts";
import { secondsTold, WallClock } from "../domain/wall-clock.ts";

const EPOCH_MS = Date.UTC(2000, 0, 1);
const secondsOf = (iso: string) => (Date.parse(iso) - EPOCH_MS) / 1000;
const NOON = secondsOf("2026-11-22T12:00:00Z");

describe("the time of day", () => {
  it("is unknown until it is told, and then goes on by itself", () => {
    const clock = new WallClock();
    expect([clock.state, clock.seconds(5000), clock.earliest(5000)]).toEqual(["unknown", -1, -1]);
    clock.set(NOON, 5000);
    expect([clock.state, clock.seconds(5000), clock.seconds(5999), clock.seconds(86_405_000)]).toEqual([
      "ok",
      NOON,
      NOON,
      NOON + 86_400,
    ]);
  });

  it("is not what a modem says whose clock was never set", () => {
    const clock = new WallClock();
    clock.set(secondsOf("2004-01-01T00:10:00Z"), 0);
    clock.set(secondsTold('+CCLK: "80/01/06,00:10:00+00"'), 0);
    clock.set(-1, 0);
    expect(clock.state).toBe("unknown");
  });

  it("is corrected, back and forth, by what is told again", () => {
    const clock = new WallClock();
    clock.set(NOON, 0);
    clock.set(NOON + 3595, 3_600_000);
    expect(clock.seconds(3_600_000)).toBe(NOON + 3595);
    clock.set(NOON + 7204, 7_200_000);
    expect(clock.seconds(7_200_000)).toBe(NOON + 7204);
  });

  it("does not jump for one cell that tells nonsense, though it tells it twice at once", () => {
    const clock = new WallClock();
    clock.set(NOON, 0);
    for (const at of [60_000, 60_400]) clock.set(NOON + 86_400 * 365, at);
    expect(clock.seconds(120_000)).toBe(NOON + 120);
    clock.set(NOON + 180, 180_000);
    expect(clock.seconds(180_000)).toBe(NOON + 180);
  });

  it("jumps when the same is told again later: then it was wrong before", () => {
    const clock = new WallClock();
    clock.set(NOON, 0);
    clock.set(NOON + 7200, 60_000);
    clock.set(NOON + 7200 + 60, 120_000);
    expect(clock.seconds(120_000)).toBe(NOON + 7260);
  });

  it("is estimated by messages that come in: it is later than the latest of them", () => {
    const clock = new WallClock();
    clock.passed(NOON, 0);
    expect([clock.state, clock.seconds(0), clock.earliest(10_000)]).toEqual(["estimated", -1, NOON + 10]);
    clock.passed(NOON - 86_400, 10_000);
    expect(clock.earliest(10_000)).toBe(NOON + 10);
    clock.passed(NOON + 60, 10_000);
    expect(clock.earliest(10_000)).toBe(NOON + 60);
    clock.set(NOON + 5, 10_000);
    expect([clock.state, clock.seconds(10_000)]).toEqual(["ok", NOON + 5]);
    clock.passed(NOON + 86_400, 10_000);
    expect([clock.state, clock.seconds(10_000)]).toEqual(["ok", NOON + 5]);
  });
});

describe("a time as text", () => {
  it.each([
    "2000-01-01T00:00:00Z",
    "2000-02-29T23:59:59Z",
    "2000-03-01T00:00:00Z",
    "2023-12-31T23:59:59Z",
    "2024-02-29T12:30:45Z",
    "2027-02-28T00:00:01Z",
    "2099-12-31T23:59:59Z",
  ])("of %s is that", (iso) => {
    expect(isoOf(secondsOf(iso))).toBe(iso);
  });

  it("is right on each day of the century", () => {
    for (let seconds = 43_200; seconds < secondsOf("2100-01-01T00:00:00Z"); seconds += 86_400) {
      const date = new Date(EPOCH_MS + seconds * 1000);
      expect(isoOf(seconds)).toBe(date.toISOString().replace(".000", ""));
      expect(secondsSince2000(date.getUTCFullYear() - 2000, date.getUTCMonth() + 1, date.getUTCDate(), 12, 0, 0)).toBe(
        seconds,
      );
    }
  });
});

describe("what a modem tells of the time", () => {
  it.each([
    ['*PSUTTZ: 2024,3,15,9,30,45,"+4",0', "2024-03-15T09:30:45Z"],
    ['*PSUTTZ: 2026,11,22,9,30,45,"-20",1', "2026-11-22T09:30:45Z"],
    ['*PSUTTZ: 24,03,15,09,30,45,"+0",0', "2024-03-15T09:30:45Z"],
    ['+CCLK: "24/03/15,09:30:45+00"', "2024-03-15T09:30:45Z"],
    ['+CCLK: "24/03/15,09:30:45+04"', "2024-03-15T08:30:45Z"],
    ['+CCLK: "24/12/31,23:30:45-22"', "2025-01-01T05:00:45Z"],
  ])("%s is %s", (line, iso) => {
    expect(secondsTold(line)).toBe(secondsOf(iso));
  });

  it.each([
    "+CCLK:",
    "*PSUTTZ",
    '+CCLK: "24/13/15,09:30:45+00"',
    '+CCLK: "24/02/30,09:30:45+00"',
    '+CCLK: "24/03/15,24:30:45+00"',
    '+CCLK: "24/03/15,09:30:45"',
    '*PSUTTZ: 2024,3,15,9,30,"+4"',
    '*PSUTTZ: 1980,1,6,0,0,0,"+0",0',
  ])("nothing of %j", (line) => {
    expect(secondsTold(line)).toBe(-1);
  });
});
