// The main story: an SMS on the modem's wire becomes a message on gateway/sms.
import { describe, expect, it } from "vitest";
import { idOf, isOnMessages, numberedPdus, pduOf, SENT_AT } from "../support/messages.ts";
import type { Benches } from "../support/story-bench.ts";

/** There and back between board and broker: long enough to see what does not wait for its PUBACK. */
const SLOW_ROUND_TRIP_MS = 200;

const TEXTS = {
  "GSM 7 bit with its extension table": "[a] {b} ~ ^ | \\ € à Ω ¡",
  "all of the alphabet's first row": "@£$¥èéùìòÇ",
  "160 characters": "x".repeat(160),
  "UCS2 with emoji beyond the first plane": "код 123456 👍🏽 — 你好",
  "several lines": "first\nsecond\r\n\nfourth",
  "quotes and backslashes": 'say "hi" \\ /',
  "a single blank": " ",
  "nothing at all": "",
};

const SENDERS: [string, { from: string; text: string }][] = [
  ["from an abroad number", { from: "+4915112345678", text: "Hallo" }],
  ["from a short code", { from: "60777", text: "STOP to end" }],
  ["from a name", { from: "My Bank", text: "code 123456" }],
];

export function receivingStories({ make, started, casesMax }: Benches): void {
  describe("an SMS that arrives", () => {
    it("becomes one message on gateway/sms, of QoS 1 and not retained, and leaves the SIM", async () => {
      const bench = await started();
      const pdu = pduOf({ from: "Amazon", text: "Your verification code is 791985" });
      await bench.deliver(pdu);
      await bench.untilSimIsEmpty();
      expect(await bench.published()).toEqual([
        {
          id: idOf(pdu),
          from: "Amazon",
          msdn: "+447700900001",
          text: "Your verification code is 791985",
          code: "791985",
          time: SENT_AT,
          parts: 1,
          event_type: "received",
        },
      ]);
      expect(await bench.received()).toMatchObject([{ qos: 1, retain: false, dup: false }]);
    });

    it("is deleted only after its slot was read again, and that only after the PUBACK", async () => {
      const bench = await started({ roundTripMs: SLOW_ROUND_TRIP_MS });
      const from = bench.mark();
      await bench.deliver(pduOf({ text: "hello" }));
      await bench.untilSimIsEmpty();
      expect(bench.sent(from).filter(isOnMessages)).toEqual(["AT+CMGR=1", "AT+CMGR=1", "AT+CMGD=1"]);
      const pubackMs = ((await bench.received())[0]?.atMs ?? Number.NaN) + SLOW_ROUND_TRIP_MS / 2;
      const [, readAgain] = bench.sentLines(from).filter(({ text }) => text === "AT+CMGR=1");
      expect(readAgain?.atMs).toBeGreaterThan(pubackMs);
    });

    it.each(SENDERS.slice(0, casesMax))("%s keeps its sender", async (_case, sms) => {
      const bench = await started();
      await bench.deliver(pduOf(sms));
      await bench.untilSimIsEmpty();
      expect(await bench.published()).toMatchObject([sms]);
    });
  });

  describe("thirty messages that were on the SIM before power-on", () => {
    it("are all published in order, none is deleted before its PUBACK, and all are deleted", async () => {
      const bench = await make({ roundTripMs: SLOW_ROUND_TRIP_MS });
      const pdus = numberedPdus(30);
      await bench.preload(...pdus);
      await bench.start();
      await bench.untilSimIsEmpty();
      await bench.wait(500);
      expect(await bench.publishedIds()).toEqual(pdus.map((pdu) => idOf(pdu)));
      const received = await bench.received();
      const deletions = bench.deletions();
      expect(deletions.map(({ slot }) => slot).sort((a, b) => a - b)).toEqual(pdus.map((_, index) => index + 1));
      for (const { slot, atMs } of deletions) {
        const published = received[slot - 1];
        expect(atMs, `slot ${slot}`).toBeGreaterThan((published?.atMs ?? Number.NaN) + SLOW_ROUND_TRIP_MS / 2);
      }
    });
  });

  describe("a text arrives as it was written", () => {
    it("whatever it is made of", async () => {
      const bench = await make();
      const texts = Object.values(TEXTS);
      const pdus = texts.map((text, index) => pduOf({ text, time: `2026-11-22T09:30:1${index}+00:00` }));
      await bench.preload(...pdus);
      await bench.start();
      await bench.untilSimIsEmpty();
      const published = await bench.published();
      expect(published.map(({ text }) => text)).toEqual(texts);
      expect(published.map(({ id }) => id)).toEqual(pdus.map((pdu) => idOf(pdu)));
    });
  });
}
