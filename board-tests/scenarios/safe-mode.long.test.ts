// Five resets, each within a minute of the start before: the modem is left alone for a while, and all else works.
import { expect, it } from "vitest";
import { GatewayBench } from "./support/gateway-bench.ts";
import { idOf, pduOf } from "./support/messages.ts";

const PDU = pduOf({ text: "hello" });
const MINUTE_MS = 60_000;

const isToModem = (event: { type: string; direction?: string }) =>
  event.type === "uart" && event.direction === "to-modem";

// Fault 39.
it("after five brown-outs lets the modem rest for 5 minutes, then 15, and ends when it was well for a minute", async () => {
  const bench = await GatewayBench.make();
  const { board } = bench;
  const brownOut = async (afterMs: number) => {
    await board.powerOn();
    await board.advance(afterMs);
    await board.powerOff();
    await board.advance(300);
  };
  for (let cut = 0; cut < 5; cut++) await brownOut(8_000);
  await bench.preload(PDU);
  const from = board.log.length;
  await board.powerOn();
  await board.advance(4 * MINUTE_MS);
  expect(board.log.slice(from).filter(isToModem)).toEqual([]);
  expect((await bench.messagesOn("gateway/state")).at(-1)).toMatchObject({ warnings: ["safe_mode"] });
  expect(await bench.displayed()).toContain("Safe mode:");
  await board.advance(MINUTE_MS + 10_000);
  expect(board.log.slice(from).some(isToModem)).toBe(true);
  expect(await bench.displayed()).toEqual([]);
  await board.powerOff();
  const again = board.log.length;
  await board.powerOn();
  await board.advance(14 * MINUTE_MS);
  expect(board.log.slice(again).filter(isToModem)).toEqual([]);
  await board.advance(3 * MINUTE_MS);
  expect(await bench.publishedIds()).toContain(idOf(PDU));
  expect((await bench.messagesOn("gateway/state")).at(-1)).toMatchObject({ warnings: [] });
  expect(Buffer.from((await board.readFlash()).starts ?? []).at(0)).toBe(0);
});
