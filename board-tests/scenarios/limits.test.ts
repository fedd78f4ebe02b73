// What the gateway takes of a board while the main story happens: depth of calls, heap.
import { describe, expect, it } from "vitest";
import { nextHeapReport, reportHeap } from "../control/heap-report.ts";
import { defaultSettings } from "../control/sim-settings.ts";
import type { ReceivedMessage } from "../models/mqtt-broker/broker.ts";
import { GatewayBench } from "./support/gateway-bench.ts";
import { numberedPdus, pduOf } from "./support/messages.ts";

/** Plain calls above each other, by the weights of the virtual board; a Pico W survives 28. */
const DEPTH_MAX = 24;

/** Bytes free after a collection, of 200,608 at the prompt, and the largest block of them. */
// Of the thin path 130,000. Console and log take 6,000 of them, long messages 6,500, the modem's recovery and the SIM's PIN
// 4,000, the national languages and mailboxes 3,500, one-time codes 9,000, display and LED 3,500; one file for all
// that lives together gives 20,000 back; what is late by files of some kilobytes, and the helpers among what is resident, 5,000.
// Names, the time and the way back to the Wi-Fi take 6,000, their code that is loaded for the moment not counted.
// That what is stuck restarts the board, and why is known later, takes 2,000; bodies in the place of calls give 2,600 back.
const FREE_BYTES_MIN = 92_000;
/** With a key, and signatures: what seals is there all the time. */
const FREE_WITH_KEY_BYTES_MIN = 88_000;
/** What tells Home Assistant, and what knows the old topics, is there all the time where somebody wants one of them. */
const FREE_WITH_SIDE_TOPICS_BYTES_MIN = 87_800;
const LARGEST_BLOCK_BYTES_MIN = 44_500;

/** What the time server tells: after each build. */
const TIME_MS = Date.UTC(2040, 4, 17);

const NUMBERS = Array.from({ length: 10 }, (_, each) => `+44770090001${each}`);
const CONTACTS = { allowed_numbers: NUMBERS, contacts: NUMBERS.map((number) => ({ name: `Name ${number}`, number })) };

const MINUTE_MS = 60_000;

describe("a gateway that works", () => {
  it("keeps within the depth of calls of a board", async () => {
    const bench = await GatewayBench.make();
    await bench.preload(...numberedPdus(5));
    await bench.start();
    await bench.deliver(pduOf({ text: "[€] {with} ~extension~" }));
    await bench.deliver(pduOf({ text: "код 123456 👍🏽" }));
    await bench.deliver("0004FF91447700");
    await bench.untilPublished(8);
    await bench.untilSimIsEmpty();
    await bench.board.broker("dropConnections");
    await bench.board.advance(40_000);
    const { depth } = await bench.board.state();
    console.log(`deepest calls: ${depth.plainCalls.toFixed(1)} plain ones`);
    expect(depth.plainCalls).toBeLessThanOrEqual(DEPTH_MAX);
  });

  it("leaves the heap that later parts count on", async () => {
    const bench = await GatewayBench.make({ network: { kind: "model", timeEpochMs: TIME_MS } });
    await reportHeap(bench.board, MINUTE_MS, "ONE_SHOT");
    await bench.preload(...numberedPdus(5));
    await bench.start();
    const { free, largest } = await nextHeapReport(bench.board, MINUTE_MS, 0);
    console.log(`heap: ${free} bytes free, largest block ${largest}`);
    expect(free).toBeGreaterThanOrEqual(FREE_BYTES_MIN);
    expect(largest).toBeGreaterThanOrEqual(LARGEST_BLOCK_BYTES_MIN);
  });

  it.each([
    ["a key and signed commands", { key: "5ca1ab1e".repeat(8), require_signed: true }, FREE_WITH_KEY_BYTES_MIN],
    ["Home Assistant", { home_assistant: true, ...CONTACTS }, FREE_WITH_SIDE_TOPICS_BYTES_MIN],
    [
      "Home Assistant and the old topics",
      { home_assistant: true, legacy_topics: true },
      FREE_WITH_SIDE_TOPICS_BYTES_MIN,
    ],
  ])("leaves most of it with %s, too", async (what, more, leastFree) => {
    const bench = await GatewayBench.make({ settings: { ...defaultSettings(), ...more } });
    await bench.preload(...numberedPdus(5));
    await bench.start();
    await bench.wait(75_000);
    const messages = (await bench.board.broker("messages")) as ReceivedMessage[];
    const state = messages.filter(({ topic }) => topic === "gateway/state").at(-1);
    const { heap_free: free } = JSON.parse(Buffer.from(state?.payload ?? []).toString());
    console.log(`heap with ${what}: ${free} bytes free`);
    expect(free).toBeGreaterThanOrEqual(leastFree);
  });
});
