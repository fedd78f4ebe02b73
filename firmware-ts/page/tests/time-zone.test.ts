// The phone's zone as the page finds it, against what the machine knows of zones, and what the gateway makes of it.
import fc from "fast-check";
import { afterAll, describe, expect, test, vi } from "vitest";
import { localIsoOf } from "../../domain/local-time.ts";
import { isTimeZone } from "../../domain/time-zone.late.ts";
import { WallClock } from "../../domain/wall-clock.ts";
import { EPOCH_MS, offsetMinutesIn, ZONES } from "../../tests/support/time-zones.ts";

const FROM_S = (Date.UTC(new Date().getFullYear(), 0, 1) - EPOCH_MS) / 1000;
const TO_S = (Date.UTC(new Date().getFullYear() + 10, 0, 1) - EPOCH_MS) / 1000;

afterAll(() => {
  vi.unstubAllEnvs();
});

/** What the page finds on a phone there. */
async function foundIn(name: string): Promise<string> {
  vi.stubEnv("TZ", name);
  vi.resetModules();
  return (await import("../time-zone.ts")).PHONE;
}

describe("a phone", () => {
  const names = ["Europe/Dublin", "America/Nuuk", "Antarctica/Troll", "Pacific/Easter"];

  test.each([...ZONES.map(([name]) => name), ...names])("in %s gets its zone, for ten years", async (name) => {
    const zone = await foundIn(name);
    expect(isTimeZone(zone), zone).toBe(true);
    const clock = new WallClock();
    clock.zone = zone;
    fc.assert(
      fc.property(fc.integer({ min: FROM_S, max: TO_S - 1 }), (seconds) => {
        const local = Date.parse(`${localIsoOf(seconds, clock).slice(0, 19)}Z`);
        expect(local, zone).toBe(EPOCH_MS + (seconds + offsetMinutesIn(name, seconds) * 60) * 1000);
      }),
    );
  });

  test.each([
    ["Europe/Berlin", "STD-1DST-2,M3.5.0/2,M10.5.0/3"],
    ["America/New_York", "STD5DST4,M3.2.0/2,M11.1.0/2"],
    ["Asia/Kolkata", "STD-5:30"],
    ["Africa/Abidjan", "UTC0"],
    // The clock goes back for Ramadan.
    ["Africa/Casablanca", "UTC0"],
  ])("in %s gets %s", async (name, zone) => expect(await foundIn(name)).toBe(zone));
});
