// The modem's side goes wrong: noise on the wire, lines where none belong, slots that change, errors, restarts.
import { describe, expect, it } from "vitest";
import { seededRandom } from "../../models/random.ts";
import { idOf, numberedPdus, pduOf } from "../support/messages.ts";
import type { Benches } from "../support/story-bench.ts";

const NOISE: Record<string, Uint8Array | string> = {
  "zeros and ones": Uint8Array.from({ length: 40 }, (_, index) => (index % 2) * 0xff),
  "random octets": noiseOf(600),
  "a line that never ends": "x".repeat(5_000),
  "half a line": '\r\n+CMTI: "S',
  "an announcement of a slot that does not exist": '\r\n+CMTI: "SM",999999999999\r\n',
  "an announcement without a slot": "\r\n+CMTI:\r\n",
  "answers that nobody asked for": '\r\nOK\r\n\r\nERROR\r\n\r\n+CMGR: 0,"",24\r\n\r\n> ',
  "letters that are no UTF-8": Uint8Array.from([13, 10, 0xc3, 0x28, 0xff, 13, 10]),
};

const LINES = ["RING", '+CMTI: "SM",2', "+CREG: 1", "Call Ready", "OVER-VOLTAGE WARNNING"];

/** From an announcement to the modem's restart. */
const MOMENTS_MS = [120, 400, 0, 30, 250];

export function modemFailureStories({ make, started, casesMax, outageMs }: Benches): void {
  describe("noise on the wire", () => {
    it.each(Object.entries(NOISE).slice(0, casesMax))("of %s harms no message", async (_case, octets) => {
      const bench = await started();
      const [first = "", second = ""] = numberedPdus(2);
      await bench.inject(octets);
      await bench.deliver(first);
      await bench.wait(100);
      await bench.inject(octets);
      await bench.untilSimIsEmpty();
      await bench.inject("\r\n");
      await bench.deliver(second);
      await bench.untilSimIsEmpty();
      expect(await bench.publishedIds()).toEqual([idOf(first), idOf(second)]);
    });
  });

  describe("a header without its message", () => {
    it("may cost a repetition with the same id, never a message", async () => {
      const bench = await started();
      const pdus = numberedPdus(2);
      await bench.inject("\r\n+CMT: ,20\r\n");
      for (const pdu of pdus) await bench.deliver(pdu);
      await bench.untilSimIsEmpty();
      const ids = await bench.publishedIds();
      expect([...new Set(ids)]).toEqual(pdus.map((pdu) => idOf(pdu)));
      expect(ids.length).toBeLessThanOrEqual(3);
    });
  });

  describe("an unsolicited line in the middle of a listing", () => {
    it.each(LINES.slice(0, casesMax))("%s", async (line) => {
      const bench = await make({ modem: { behaviour: { urcPlacement: "between-lines" } } });
      const pdus = numberedPdus(5);
      await bench.preload(...pdus);
      await bench.fault({ kind: "interrupt", text: `\r\n${line}\r\n`, afterUnits: 3, times: 1 });
      await bench.start();
      await bench.untilSimIsEmpty();
      expect(await bench.publishedIds()).toEqual(pdus.map((pdu) => idOf(pdu)));
    });

    it("announces a message that arrived during it", async () => {
      const bench = await make({ modem: { behaviour: { urcPlacement: "between-lines" } } });
      const pdus = numberedPdus(6);
      const late = pdus.pop() ?? "";
      await bench.preload(...pdus);
      await bench.turnOn();
      await bench.untilListing();
      // The modem is registered by then, and the listing goes on.
      await bench.wait(400);
      await bench.deliver(late);
      await bench.untilSimIsEmpty();
      expect(await bench.publishedIds()).toEqual([...pdus, late].map((pdu) => idOf(pdu)));
    });
  });

  describe("a slot that changes hands", () => {
    it("between reading and deletion is not deleted before its new message is published", async () => {
      const bench = await started();
      const [first = "", second = ""] = numberedPdus(2);
      await bench.fault({ kind: "replace-after-read", pdu: second, times: 1 });
      await bench.deliver(first);
      await bench.untilPublished(1);
      await bench.brokerFaults({ withholdPuback: true });
      await bench.wait(outageMs);
      expect(await bench.slots()).toEqual([second]);
      expect(bench.deletions()).toEqual([]);
      await bench.brokerFaults({ withholdPuback: false });
      await bench.untilSimIsEmpty();
      expect(new Set(await bench.publishedIds())).toEqual(new Set([idOf(first), idOf(second)]));
    });
  });

  describe("a modem that answers with errors", () => {
    it("to deletions gets them again, and nothing is published twice", async () => {
      const bench = await started();
      const pdu = pduOf({ text: "hello" });
      await bench.fault({ kind: "fail", command: "+CMGD", result: { cms: 500 }, times: 3 });
      await bench.deliver(pdu);
      await bench.untilSimIsEmpty();
      expect(bench.deletions().length).toBe(4);
      expect(await bench.publishedIds()).toEqual([idOf(pdu)]);
    });

    it.each(["+CMGR", "+CMGL"])("or not at all to %s is asked again", async (command) => {
      const bench = await started();
      const pdu = pduOf({ text: "hello" });
      await bench.fault({ kind: "fail", command, result: { cms: 500 }, times: 1 });
      await bench.fault({ kind: "silent", command, times: 1 });
      await bench.deliver(pdu);
      await bench.untilSimIsEmpty();
      expect(await bench.publishedIds()).toEqual([idOf(pdu)]);
    });

    it("late is not taken for the answer to something else", async () => {
      const bench = await started();
      const pdus = numberedPdus(3);
      await bench.fault({ kind: "slow", command: "+CMGR", ms: 7_000, times: 1 });
      for (const pdu of pdus) await bench.deliver(pdu);
      await bench.untilSimIsEmpty();
      expect(new Set(await bench.publishedIds())).toEqual(new Set(pdus.map((pdu) => idOf(pdu))));
    });
  });

  describe("a modem that restarts", () => {
    it.each(MOMENTS_MS.slice(0, casesMax))(
      "%i ms after an announcement is set up again, and nothing is lost",
      async (afterMs) => {
        const bench = await started();
        const [first = "", second = ""] = numberedPdus(2);
        await bench.deliver(first);
        await bench.wait(afterMs);
        const from = bench.mark();
        await bench.restartModem();
        await bench.untilSent("AT+CNMI=2,1,0,1,0", from);
        expect(bench.sent(from)).toEqual(expect.arrayContaining(["ATE0", "AT+CMGF=0", 'AT+CPMS="SM","SM","SM"']));
        await bench.deliver(second);
        await bench.untilPublished(2);
        await bench.untilSimIsEmpty();
        expect(await bench.publishedIds()).toEqual([idOf(first), idOf(second)]);
      },
    );

    it("in text mode is brought back to PDU mode", async () => {
      const bench = await started({ modem: { factoryCmgf: 1, factoryCmee: 2 } });
      const pdu = pduOf({ text: "\r\nOK\r\n" });
      await bench.restartModem();
      await bench.untilSent("AT+CMGF=0");
      await bench.deliver(pdu);
      await bench.untilSimIsEmpty();
      expect(await bench.publishedIds()).toEqual([idOf(pdu)]);
    });
  });

  describe("a SIM that is full", () => {
    it("is emptied, and what the network held meanwhile comes too", async () => {
      const bench = await make({ modem: { slots: 10 } });
      const pdus = numberedPdus(14);
      await bench.preload(...pdus.slice(0, 10));
      for (const pdu of pdus.slice(10)) await bench.deliver(pdu);
      await bench.start();
      await bench.untilPublished(14);
      await bench.untilSimIsEmpty();
      expect(await bench.publishedIds()).toEqual(pdus.map((pdu) => idOf(pdu)));
    });
  });
}

function noiseOf(octets: number): Uint8Array {
  const random = seededRandom(7);
  return Uint8Array.from({ length: octets }, () => Math.floor(random() * 256));
}
