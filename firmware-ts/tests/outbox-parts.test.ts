// The outbox's parts by their rules: numbers, times, the history of what was accepted, the network's errors.
import { crc32 } from "node:zlib";
import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import { secondsOfIso } from "../domain/iso-time.ts";
import { isAllowed, isEntry, normalised } from "../domain/outbox/recipients.ts";
import { errorOf, isPassing } from "../domain/outbox/send-error.ts";
import { ENTRIES_MIN, KEY_OCTETS, SendHistory } from "../domain/outbox/send-history.ts";
import { FlashJournal } from "../drivers/flash-journal.ts";
import { world } from "../fakes/world.ts";

const SINCE_2000_S = Date.UTC(2000, 0, 1) / 1000;

describe("a number", () => {
  it.each([
    ["+44 7700 900123", "44", "+447700900123"],
    ["+44 (7700) 900-123", "", "+447700900123"],
    ["0044 7700 900123", "44", "+447700900123"],
    ["07700 900123", "44", "+447700900123"],
    ["447700900123", "44", "+447700900123"],
    ["7700900123", "44", "+447700900123"],
    ["2125550100", "1", "+12125550100"],
    ["12125550100", "1", "+12125550100"],
    ["600123456", "34", "+34600123456"],
    ["60777", "44", "60777"],
    ["112", "", "112"],
    ["07700 900123", "", null],
    ["7700900123", "", null],
    ["+0447700900123", "44", null],
    ["+1234567890123456", "", null],
    ["12", "44", null],
    ["", "44", null],
    ["+", "44", null],
    ["**21*07700900123#", "44", null],
    ["+44770090012a", "44", null],
    ["+44770090012\r", "44", null],
    ["٠٧٧٠٠٩٠٠١٢٣", "44", null],
  ])("%j with the country code %j is %j", (number, countryCode, expected) => {
    expect(normalised(number, countryCode)).toBe(expected);
  });

  it("that is normalised stays what it is, and is + and digits or a short code", () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom("", "1", "44", "358"), (text, countryCode) => {
        const number = normalised(text, countryCode);
        if (number === null) return;
        expect(number).toMatch(/^(\+[1-9]\d{2,14}|\d{3,6})$/);
        expect(normalised(number, countryCode)).toBe(number);
      }),
    );
  });

  it.each([
    ["+447700900123", ["+447700900123"], true],
    ["+447700900123", ["07700 900123"], true],
    ["+447700900124", ["+447700900123"], false],
    ["+447700900123", ["+4477*"], true],
    ["+4915112345678", ["+4477*", "+4915*"], true],
    ["60777", ["60777"], true],
    ["60777", ["+607*"], false],
    ["60777", ["607*"], false],
    ["+447700900123", [], false],
  ])("%s may be sent to with %j: %j", (number, allowed, may) => {
    expect(isAllowed(number, allowed, "44")).toBe(may);
  });

  it("of the list is a number, or a prefix of three digits at least", () => {
    expect(["+447700900123", "07700 900123", "60777", "+447*"].map(isEntry)).toEqual([true, true, true, true]);
    expect(["+44*", "447*", "*", "+*", "+44 7*", "bank"].map(isEntry)).toEqual(Array(6).fill(false));
  });
});

describe("a time", () => {
  it("means what Date takes it for", () => {
    const from = Date.UTC(2000, 0, 2);
    const to = Date.UTC(2099, 11, 30);
    const offset = fc.constantFrom("Z", "+00:00", "+01:00", "-05:30", "+14:00", "-11:45");
    fc.assert(
      fc.property(fc.integer({ min: from / 1000, max: to / 1000 }), offset, fc.boolean(), (seconds, zone, short) => {
        const text = `${new Date(seconds * 1000).toISOString().slice(0, short ? 16 : 19)}${zone}`;
        expect(secondsOfIso(text)).toBe(Date.parse(text) / 1000 - SINCE_2000_S);
      }),
    );
  });

  it("may have a fraction of a second, and must have an offset and be in the calendar", () => {
    expect(secondsOfIso("2026-11-22T09:30:45.123Z")).toBe(secondsOfIso("2026-11-22T09:30:45Z"));
    for (const text of ["", "2026-11-22", "2026-11-22T09:30:45", "2026-13-01T00:00Z", "2026-02-29T00:00Z"])
      expect(secondsOfIso(text), text).toBe(-1);
    for (const text of [
      "2026-11-22T24:00Z",
      "2026-11-22T09:60Z",
      "2026-11-22 09:30Z",
      "1999-01-01T00:00Z",
      "20261122T0930Z",
    ])
      expect(secondsOfIso(text), text).toBe(-1);
  });

  it("is none, whatever else it is", () => {
    fc.assert(fc.property(fc.string(), (text) => void expect(secondsOfIso(text)).toBe(-1)));
  });
});

describe("the history", () => {
  const keyOf = (n: number) => Uint8Array.from({ length: KEY_OCTETS }, (_, i) => (n >> (8 * (i & 1))) & 0xff);
  const REST = new TextEncoder().encode("[[],[],[]]");

  /** As the outbox opens it, upon what is on the flash. */
  function opened(flash: FlashJournal, isOld = true, capacity: 256 | 512 = ENTRIES_MIN): SendHistory {
    return new SendHistory(capacity, flash, Math.max(flash.keptSize("outbox"), 0), isOld);
  }

  function write(history: SendHistory, flash: FlashJournal): boolean {
    const rest = [REST];
    const isKept = flash.keep("outbox", () => history.nextPiece() ?? rest.pop() ?? null);
    history.written(isKept);
    return isKept;
  }

  /** A file as keep() makes it. */
  function putFile(octets: Uint8Array): void {
    const sum = Buffer.alloc(4);
    sum.writeUInt32BE(crc32(octets));
    world.files.set("/outbox", Buffer.concat([octets, sum]));
  }

  beforeEach(() => world.reset());

  it("finds the newest of each command as a map would, however often it is written, and after a restart", () => {
    const command = fc.record({ key: fc.nat(400), parts: fc.integer({ min: 1, max: 10 }), isWritten: fc.boolean() });
    fc.assert(
      fc.property(fc.array(command, { maxLength: 600 }), fc.constantFrom(256, 512), (added, capacity) => {
        world.reset();
        const flash = new FlashJournal();
        const history = opened(flash, true, capacity as 256 | 512);
        for (const { key, parts, isWritten } of added) {
          history.settle(history.add(keyOf(key), parts, 1000, 5), "sent", parts);
          if (isWritten) write(history, flash);
        }
        write(history, flash);
        const last = new Map(added.slice(-ENTRIES_MIN).map(({ key, parts }) => [key, parts]));
        for (const some of [history, opened(flash)]) {
          for (let key = 0; key <= 400; key += 7) {
            const at = some.find(keyOf(key));
            if (capacity === ENTRIES_MIN || last.has(key))
              expect(at < 0 ? undefined : some.partsAt(at)).toBe(last.get(key));
            if (at >= 0) expect([some.stateAt(at), some.partsSentAt(at)]).toEqual(["sent", some.partsAt(at)]);
          }
        }
      }),
      { numRuns: 20 },
    );
  });

  it("says what became of a command that is on the flash before and after that is written, too", () => {
    const flash = new FlashJournal();
    const history = opened(flash);
    const places = [1, 2, 3].map((n) => history.add(keyOf(n), n, 1000, 5));
    write(history, flash);
    history.settle(places[1] ?? -1, "failed", 1);
    history.settle(places[1] ?? -1, "undelivered", 2);
    const states = (some: SendHistory) => [1, 2, 3].map((n) => some.stateAt(some.find(keyOf(n))));
    expect(states(history)).toEqual(["accepted", "undelivered", "accepted"]);
    expect(states(opened(flash))).toEqual(["accepted", "accepted", "accepted"]);
    write(history, flash);
    for (const some of [history, opened(flash)]) expect(states(some)).toEqual(["accepted", "undelivered", "accepted"]);
  });

  it("reads a ring that begins anywhere", () => {
    const ring = new Uint8Array(6 + 300 * 13);
    ring.set([300 >> 8, 300 & 0xff, 300 >> 8, 300 & 0xff, 0, 100]);
    // The newest one stands before place 100.
    for (let n = 1; n <= 300; n++) ring.set(keyOf(n), 6 + ((99 + n) % 300) * 13);
    putFile(Buffer.concat([ring, REST]));
    const flash = new FlashJournal();
    const history = opened(flash);
    expect(history.end).toBe(ring.length);
    expect([1, 150, 201, 300].map((n) => history.find(keyOf(n)))).toEqual([0, 149, 200, 299]);
    history.add(keyOf(301), 1, 1000, 5);
    write(history, flash);
    expect([45, 46, 150, 301].map((n) => opened(flash).find(keyOf(n)))).toEqual([-1, 0, 104, 255]);
  });

  it("takes in nothing of octets that are no history", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), (octets) => {
        putFile(octets);
        const history = opened(new FlashJournal());
        expect(history.end).toBeLessThanOrEqual(octets.length);
        expect(history.find(keyOf(1))).toBe(-1);
      }),
    );
  });

  it("is not written anew when it cannot be read", () => {
    const flash = new FlashJournal();
    const history = opened(flash);
    history.add(keyOf(1), 1, 1000, 5);
    expect(write(history, flash)).toBe(true);
    const before = world.files.get("/outbox");
    history.add(keyOf(2), 1, 1000, 5);
    world.files.set("/outbox", (before ?? new Uint8Array()).slice(0, 8));
    expect(write(history, flash)).toBe(false);
    world.files.set("/outbox", before ?? new Uint8Array());
    expect(write(history, flash)).toBe(true);
    expect([1, 2].map((n) => opened(flash).find(keyOf(n)))).toEqual([0, 1]);
  });

  it("keeps to a limit in any stretch of time", () => {
    const waits = fc.array(fc.record({ pause: fc.nat(40), isWritten: fc.boolean() }), { maxLength: 60 });
    fc.assert(
      fc.property(waits, fc.integer({ min: 1, max: 6 }), fc.boolean(), (pauses, limit, isKnown) => {
        world.reset();
        const flash = new FlashJournal();
        const history = opened(flash);
        const accepted: number[] = [];
        let now = 10;
        for (const { pause, isWritten } of pauses) {
          now += pause;
          const utc = isKnown ? 800_000_000 + now : -1;
          const wait = history.secondsUntil(limit, 60, 0, utc, now);
          expect(wait > 0).toBe(accepted.filter((at) => now - at < 60).length >= limit);
          if (wait > 0) expect(accepted.filter((at) => now + wait - at < 60).length).toBeLessThan(limit);
          else accepted.push(now);
          if (wait === 0) history.add(keyOf(now), 1, utc, now);
          if (isWritten) write(history, flash);
        }
      }),
    );
  });

  it("counts no time that passed while the board was off and the time unknown", () => {
    for (const utc of [-1, 800_000_000]) {
      world.reset();
      const flash = new FlashJournal();
      const before = opened(flash);
      before.add(keyOf(1), 1, utc, 3000);
      write(before, flash);
      const after = opened(flash);
      for (const _ of [1, 2]) {
        expect(after.secondsUntil(1, 60, 0, -1, 20)).toBe(40);
        expect(after.secondsUntil(1, 60, 0, utc < 0 ? -1 : utc + 50, 20)).toBe(utc < 0 ? 40 : 10);
        write(after, flash);
      }
      expect(opened(flash, false).secondsUntil(1, 60, 0, -1, 20)).toBe(40);
    }
  });
});

describe("the network's error", () => {
  it.each([
    ["+CMS ERROR: 38", true, "cms_38", "out of order"],
    ["+CMS ERROR: 1", false, "cms_1", "nobody has this number"],
    ["+CMS ERROR: 10", false, "cms_10", "may not send"],
    ["+CMS ERROR: 304", false, "cms_304", "malformed"],
    ["+CMS ERROR: 500", true, "cms_500", "no credit"],
    ["+CMS ERROR: 777", false, "cms_777", "error 777"],
    ["+CME ERROR: 14", true, "cme_14", "error 14"],
    ["+CME ERROR: 10", false, "cme_10", "error 10"],
    ["ERROR", true, "modem", "refused"],
    ["", true, "modem", "did not take"],
  ])("%j passes: %j, and is %s", (line, passes, code, words) => {
    expect(isPassing(line)).toBe(passes);
    expect(errorOf(line)).toMatchObject({ code, message: expect.stringContaining(words) });
  });
});
