// What came in leaves nothing on the heap: whatever alphabet it is in, and however many messages there were.
import { expect, it } from "vitest";
import type { BrokerReport } from "../models/mqtt-broker/broker.ts";
import { GatewayBench } from "./support/gateway-bench.ts";
import { pduOf } from "./support/messages.ts";

/** State is told once a minute. */
const TOLD_MS = 65_000;
/** What differs from one look to the next: log, display, the last message. */
const PLAY_BYTES = 1_500;
const MESSAGES = 60;
/** Half of the messages have characters of two units. */
const CHARACTERS = [70, 35];
const FIRST_CHARACTERS = [0x4e00, 0x20000];

async function freeHeap(bench: GatewayBench): Promise<number> {
  await bench.wait(TOLD_MS);
  const { retained } = (await bench.board.broker("report")) as BrokerReport;
  const state = retained.find(({ topic }) => topic === "gateway/state");
  return JSON.parse(new TextDecoder().decode(state?.payload)).heap_free;
}

function textOf(message: number): string {
  const length = CHARACTERS[message % 2] ?? 0;
  const from = (FIRST_CHARACTERS[message % 2] ?? 0) + message * length;
  return String.fromCodePoint(...Array.from({ length }, (_, n) => from + n));
}

it("three thousand different characters in messages leave the heap as it was", { timeout: 60_000 }, async () => {
  const bench = await GatewayBench.started();
  await bench.deliver(pduOf({ text: textOf(MESSAGES) }));
  await bench.untilSimIsEmpty();
  const before = await freeHeap(bench);
  for (let n = 0; n < MESSAGES; n++) {
    await bench.deliver(pduOf({ text: textOf(n), time: `2026-11-22T09:${String(n).padStart(2, "0")}:00+00:00` }));
    await bench.untilPublished(n + 2);
  }
  await bench.untilSimIsEmpty();
  const after = await freeHeap(bench);
  console.log(`free: ${before} before, ${after} after ${MESSAGES} messages`);
  expect(before - after).toBeLessThan(PLAY_BYTES);
});
