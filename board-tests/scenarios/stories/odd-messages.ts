// Messages that are odd by themselves: text that looks like the modem's own lines, PDUs that cannot be decoded, reports.
import { describe, expect, it } from "vitest";
import { encodeDeliver, encodeStatusReport } from "../../models/sim800/pdu-encode.ts";
import { idOf, isOnMessages, pduOf, SENT_AT } from "../support/messages.ts";
import type { Benches } from "../support/story-bench.ts";

const MODEM_TALK = ["OK", "ERROR", '+CMTI: "SM",3', "> ", '\r\nOK\r\n+CMTI: "SM",3\r\n', "AT+CMGD=1,4", "\u00c6 RDY"];

const DELIVER = pduOf({ text: "whole" });

const UNDECODABLE = {
  "cut off in the middle": DELIVER.slice(0, 40),
  "of a coding that is reserved": DELIVER.replace("0000621122", "0080621122").slice(0, 50),
  "with a sender of 255 digits": "0004FF91447700",
  "of one octet": "0000",
  "of the SUBMIT kind": `0011${"00".repeat(12)}`,
  "longer than any PDU": `0004${"AB".repeat(180)}`,
};

const REPORT = encodeStatusReport({
  reference: 7,
  to: "+447700900123",
  time: SENT_AT,
  doneTime: "2026-11-22T09:31:00+01:00",
  status: 0,
});

export function oddMessageStories({ make, started, casesMax, outageMs }: Benches): void {
  describe("a text that reads like the modem's own lines", () => {
    it("is published as it is, and nothing else is done", async () => {
      const bench = await started();
      const from = bench.mark();
      for (const [index, text] of MODEM_TALK.entries()) {
        await bench.deliver(pduOf({ from: "OK", text, time: `2026-11-22T09:30:1${index}+00:00` }));
        await bench.untilSimIsEmpty();
      }
      await bench.wait(1_000);
      expect((await bench.published()).map(({ text }) => text)).toEqual(MODEM_TALK);
      const perMessage = ["AT+CMGR=1", "AT+CMGR=1", "AT+CMGD=1"];
      expect(bench.sent(from).filter((command) => isOnMessages(command) && command !== "AT+CMGL=4")).toEqual(
        MODEM_TALK.flatMap(() => perMessage),
      );
    });
  });

  describe("a PDU that cannot be decoded", () => {
    it.each(Object.entries(UNDECODABLE).slice(0, casesMax))(
      "%s is published as octets, and deleted after that",
      async (_case, pdu) => {
        const bench = await make();
        const good = pduOf({ text: "after it" });
        await bench.preload(pdu, good);
        await bench.brokerFaults({ withholdPuback: true });
        await bench.turnOn();
        await bench.wait(outageMs);
        expect((await bench.slots()).length).toBe(2);
        await bench.brokerFaults({ withholdPuback: false });
        await bench.untilSimIsEmpty();
        const published = await bench.published();
        const odd = published.filter(({ id }) => id === idOf(pdu));
        expect(odd.length).toBeGreaterThan(0);
        for (const message of odd) {
          expect(message.raw).toEqual([pdu.toLowerCase()]);
          expect(message).not.toHaveProperty("text");
        }
        expect(published).toContainEqual(expect.objectContaining({ id: idOf(good), text: "after it" }));
      },
    );

    it("because it is for a program comes with its ports", async () => {
      const bench = await started();
      // A user data header with destination port 5505 and source port 1 before one octet (TS 23.040 9.2.3.24.4).
      const pdu = "0044098100214365F7000462112290035440080605041581000155";
      await bench.deliver(pdu);
      await bench.untilSimIsEmpty();
      expect(await bench.published()).toMatchObject([{ id: idOf(pdu), raw: [pdu.toLowerCase()], ports: [5505, 1] }]);
    });
  });

  describe("a long message", () => {
    it("is published whole when its last part is there, in whatever order, and over a power cut", async () => {
      const bench = await started();
      const text = "long ".repeat(80).trim();
      const [first = "", second = "", third = ""] = encodeDeliver({ from: "+447700900123", text, time: SENT_AT });
      await bench.deliver(third);
      await bench.deliver(first);
      await bench.wait(2_000);
      expect(await bench.published()).toEqual([]);
      await bench.turnOff();
      await bench.wait(300);
      await bench.start();
      await bench.deliver(second);
      await bench.untilSimIsEmpty();
      expect(await bench.published()).toMatchObject([{ id: idOf(first, second, third), text, parts: 3 }]);
    });
  });

  describe("a status report", () => {
    it("that the modem hands on, of a message that was not sent from here, is published", async () => {
      const bench = await started();
      await bench.deliver(REPORT);
      await bench.untilPublished(1);
      expect(await bench.published()).toMatchObject([{ id: idOf(REPORT), report: { status: expect.any(Number) } }]);
    });

    it("that comes while the broker is away is published when it is back", async () => {
      const bench = await started();
      await bench.brokerFaults({ away: true });
      await bench.deliver(REPORT);
      await bench.wait(5_000);
      await bench.brokerFaults({ away: false });
      await bench.untilPublished(1);
      expect(await bench.publishedIds()).toEqual([idOf(REPORT)]);
    });

    it("that lies on the SIM is published and deleted", async () => {
      const bench = await make();
      await bench.preload(REPORT);
      await bench.start();
      await bench.untilSimIsEmpty();
      expect(await bench.published()).toMatchObject([{ id: idOf(REPORT), raw: [REPORT.toLowerCase()] }]);
    });
  });
}
