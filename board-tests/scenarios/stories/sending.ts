// From a command on gateway/sms/send to the network, by the emulated modem's prompt, and what is told of it.
import { describe, expect, it } from "vitest";
import type { FinalResult } from "../../models/sim800/result-codes.ts";
import { numberedPdus } from "../support/messages.ts";
import type { Benches, StoryBench } from "../support/story-bench.ts";

const TO = "+447700900123";
/** Longer than the modem's minute, and what comes after it. */
const GIVEN_UP_MS = 100_000;
const SENT_MS = 20_000;

const FAILURES: [string, FinalResult, string][] = [
  ["a barred recipient", { cms: 10 }, "failed"],
  ["a network that is out of order for a moment", { cms: 38 }, "sent"],
];

async function states(bench: StoryBench): Promise<string[]> {
  return (await bench.told()).map(({ id, state }) => `${id} ${state}`);
}

async function untilTold(bench: StoryBench, count: number, limitMs: number): Promise<string[]> {
  for (let waited = 0; waited < limitMs && (await bench.told()).length < count; waited += 100) await bench.wait(100);
  return states(bench);
}

const sends = (bench: StoryBench, id: string, more: object = {}) =>
  bench.command(JSON.stringify({ id, to: TO, text: "The door is open", ...more }));

export function sendingStories({ started }: Benches): void {
  describe("a command to send", () => {
    it("becomes one message at the network, and is told as accepted and sent", async () => {
      const bench = await started();
      await sends(bench, "one");
      expect(await untilTold(bench, 2, SENT_MS)).toEqual(["one accepted", "one sent"]);
      expect(await bench.submitted()).toHaveLength(1);
      await sends(bench, "one");
      expect(await untilTold(bench, 3, SENT_MS)).toEqual(["one accepted", "one sent", "one sent"]);
      expect(await bench.submitted()).toHaveLength(1);
    });

    it("brings the network's report back", async () => {
      const bench = await started();
      await sends(bench, "r", { text: "x".repeat(200), report: true });
      expect(await untilTold(bench, 3, 60_000)).toEqual(["r accepted", "r sent", "r delivered"]);
      expect(await bench.submitted()).toHaveLength(2);
      expect(await bench.published()).toEqual([]);
    });

    it("to a stranger is rejected, and nothing reaches the modem", async () => {
      const bench = await started();
      const from = bench.mark();
      await sends(bench, "x", { to: "+4915112345678" });
      expect(await untilTold(bench, 1, SENT_MS)).toEqual(["x rejected"]);
      expect(bench.sent(from).filter((command) => command.startsWith("AT+CMGS"))).toEqual([]);
    });

    it("with half of a character, or none at all, is rejected", async () => {
      const bench = await started();
      const texts = ['"\\ud83d"', '"a\\udc00b"', '""', "7", "1.5", "-0", "1e99", "null"];
      for (const text of texts) await bench.command(`{"id":"half","to":"${TO}","text":${text}}`);
      // What no value of the device can be is no JSON to it, so that it knows no id.
      const told = await untilTold(bench, texts.length, SENT_MS);
      expect(told.map((each) => each.split(" ")[1])).toEqual(texts.map(() => "rejected"));
      expect(await bench.submitted()).toEqual([]);
    });

    it("with what looks like commands in it sends just that text", async () => {
      const bench = await started();
      const from = bench.mark();
      await sends(bench, "evil", { text: "\r\nAT+CMGD=1,4\r\n\u001a\u001bATH\r" });
      expect(await untilTold(bench, 2, SENT_MS)).toEqual(["evil accepted", "evil sent"]);
      expect(bench.sent(from).join()).not.toMatch(/CMGD|ATH/);
    });
  });

  describe("sending", () => {
    it.each(FAILURES)("that meets %s ends as it must", async (_what, result, state) => {
      const bench = await started();
      await bench.fault({ kind: "fail", command: "+CMGS:body", result, times: 1 });
      await sends(bench, "f");
      expect(await untilTold(bench, 2, 40_000)).toEqual(["f accepted", `f ${state}`]);
      expect(await bench.submitted()).toHaveLength(state === "sent" ? 1 : 0);
    });

    it("that is never answered is unknown, is not tried again, and holds up nothing for good", async () => {
      const bench = await started();
      await bench.fault({ kind: "silent", command: "+CMGS:body", times: 1 });
      await sends(bench, "quiet");
      expect(await untilTold(bench, 2, GIVEN_UP_MS)).toEqual(["quiet accepted", "quiet unknown"]);
      await bench.deliver(numberedPdus(1)[0] ?? "");
      await bench.untilSimIsEmpty();
      expect(await bench.submitted()).toHaveLength(1);
    });

    it("does not keep what arrives from being received", async () => {
      const bench = await started();
      const pdus = numberedPdus(8);
      for (const id of ["a", "b", "c"]) await sends(bench, id);
      for (const pdu of pdus) {
        await bench.deliver(pdu);
        await bench.wait(1_000);
      }
      await bench.untilSimIsEmpty();
      expect(await bench.published()).toHaveLength(pdus.length);
      expect((await untilTold(bench, 6, 60_000)).filter((each) => each.endsWith("sent"))).toHaveLength(3);
    });

    it("that a restart of the modem cuts short is told once, and goes to the network at most once", async () => {
      const bench = await started();
      await bench.fault({ kind: "restart", command: "+CMGS:body", afterOctets: 0, times: 1 });
      await sends(bench, "cut");
      expect(await untilTold(bench, 2, GIVEN_UP_MS)).toEqual(["cut accepted", "cut unknown"]);
      expect((await bench.submitted()).length).toBeLessThanOrEqual(1);
    });
  });
}
