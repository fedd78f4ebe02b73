// Starts are counted and crashes recorded on the flash, without wearing it out, and a cut leaves the old or the new.
import { beforeEach, expect, it } from "vitest";
import { attempted, begin, keep, record } from "../drivers/start-record.late.ts";
import { world } from "../fakes/world.ts";

const WRITES_A_DAY_MAX = 200;
const BUILD = "37823c1f200d";
const HOUR_MS = 3_600_000;
const POWER_ON = 1;
const WATCHDOG = 3;
const REQUEST = 4;

let writes = 0;

/** -1: no safe mode. */
const triesOf = (began: number) => (began & 15) - 1;

beforeEach(() => {
  world.reset();
  writes = 0;
  const { set } = world.files;
  world.files.set = (path, octets) => {
    writes += 1;
    return set.call(world.files, path, octets);
  };
});

/** A start without a mark, by the watchdog, 12 minutes after the one before, in the display. */
const bitten = () => begin(WATCHDOG, 0, 12 * 8 + 5, BUILD);

it.each([
  ["by the watchdog", bitten],
  ["by power cuts", () => begin(POWER_ON, 0, 0, BUILD)],
])("a board that restarts all day %s writes 200 times at most", (_case, start) => {
  for (let n = 0; n < 5_000; n++) start();
  expect(writes).toBeGreaterThan(20);
  expect(writes).toBeLessThanOrEqual(WRITES_A_DAY_MAX);
});

it("a board whose starts last a minute, all day, writes 200 times at most", () => {
  for (let n = 0; n < 1_400; n++) {
    bitten();
    keep(false);
  }
  expect(writes).toBeLessThanOrEqual(WRITES_A_DAY_MAX);
});

it("a day of hours that go well between the restarts is 200 writes at most, too", () => {
  for (let hour = 0; hour < 24; hour++) {
    for (let n = 0; n < 20; n++) {
      bitten();
      keep(false);
    }
    keep(true);
  }
  expect(writes).toBeLessThanOrEqual(WRITES_A_DAY_MAX);
});

it("a gateway that runs well writes twice, and not again", () => {
  begin(POWER_ON, 0, 0, BUILD);
  expect(keep(false)).toBe(HOUR_MS);
  expect(writes).toBe(2);
  expect(keep(true)).toBeGreaterThan(24 * HOUR_MS);
  expect(writes).toBe(3);
});

it("five resets, each within a minute of the start before, are safe mode; a minute ends the count", () => {
  const tries = () => triesOf(begin(POWER_ON, 0, 0, BUILD));
  for (let n = 0; n < 5; n++) expect(tries()).toBe(-1);
  expect(tries()).toBe(0);
  attempted();
  expect(tries()).toBe(1);
  keep(false);
  expect(tries()).toBe(-1);
});

it("a restart that somebody wished is no quick one", () => {
  for (let n = 0; n < 9; n++) expect(triesOf(begin(WATCHDOG, REQUEST, 9, BUILD))).toBe(-1);
});

it("a reset by the watchdog is on record with what the board was busy with", () => {
  expect(bitten() >> 4).toBe(WATCHDOG);
  expect(JSON.parse(record())).toEqual({ reason: "watchdog", build: BUILD, uptime_s: 720, task: "display" });
});

it.each([
  ["that is torn", Uint8Array.of(0x7b, 0x22, 0x72)],
  ["that is no text", Uint8Array.of(0xff, 0xfe)],
])("a record %s is none", (_case, octets) => {
  world.files.set("/crash", octets);
  expect(record()).toBe("");
});

it("a flash that cannot be written keeps nothing from working", () => {
  world.isReadOnly = true;
  expect(triesOf(bitten())).toBe(-1);
  keep(false);
  attempted();
});
