// A character that MicroPython takes out of a text by itself stays in its memory for ever, as a name: thousands of different
// ones, as Chinese has, must not fill the heap of a gateway that runs for months.
import { expect, it } from "vitest";
import type { ReceivedMessage } from "../models/mqtt-broker/broker.ts";
import { GatewayBench } from "./support/gateway-bench.ts";
import { pduOf } from "./support/messages.ts";

const FIRST = 0x4e00;
const CHARACTERS = 5_000;
/** With an emoji behind them they fill a PDU of UCS2. */
const IN_A_MESSAGE = 67;
/** The least that one character took when they stayed: a block of the heap. */
const LEFT_BYTES_MAX = 16 * 100;
const STATE_MS = 70_000;

it("5,000 different characters in messages leave the heap as it was", async () => {
  const bench = await GatewayBench.started();
  await bench.deliver(pduOf({ text: "你好😀" }));
  await bench.untilPublished(1);
  await bench.wait(STATE_MS);
  const before = await heapFree(bench);
  let count = 1;
  for (let first = 0; first < CHARACTERS; first += IN_A_MESSAGE) {
    const points = Array.from({ length: IN_A_MESSAGE }, (_, at) => FIRST + first + at);
    await bench.deliver(pduOf({ text: `${String.fromCodePoint(...points)}😀` }));
    count += 1;
    await bench.untilPublished(count);
  }
  await bench.untilSimIsEmpty();
  await bench.wait(STATE_MS);
  expect(await heapFree(bench)).toBeGreaterThan(before - LEFT_BYTES_MAX);
}, 60_000);

/** Bytes free after a collection, by the last gateway/state. */
async function heapFree(bench: GatewayBench): Promise<number> {
  const messages = (await bench.board.broker("messages")) as ReceivedMessage[];
  const state = messages.filter(({ topic }) => topic === "gateway/state").at(-1);
  return (JSON.parse(new TextDecoder().decode(state?.payload)) as { heap_free: number }).heap_free;
}
