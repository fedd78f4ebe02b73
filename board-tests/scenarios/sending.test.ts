// Commands become messages at the network: once, whatever fails on the way, the supply in the middle of a write included.
import { describe, expect, it } from "vitest";
import { sendingStories } from "./stories/sending.ts";
import { GatewayBench, onBoard } from "./support/gateway-bench.ts";
import { pduOf } from "./support/messages.ts";

const TO = "+447700900123";
/** Writes to the flash from a command to its end, and one more. */
const WRITES = 7;

sendingStories(onBoard);

describe("a flood of commands", () => {
  it("is answered one by one, costs the limit and no more, and what arrives meanwhile is received", async () => {
    const bench = await GatewayBench.started();
    for (let n = 0; n < 300; n++) await bench.command(JSON.stringify({ id: `n${n}`, to: TO, text: "x".repeat(100) }));
    await bench.deliver(pduOf({ text: "meanwhile" }));
    await bench.untilPublished(1, 10_000);
    await bench.wait(60_000);
    const told = await bench.told();
    const states = new Map<string, number>();
    for (const { state } of told) states.set(state, (states.get(state) ?? 0) + 1);
    expect(Object.fromEntries(states)).toEqual({ accepted: 5, sent: 5, rejected: 295 });
    expect(await bench.submitted()).toHaveLength(5);
    expect(await bench.lostConnections()).toBe(0);
  });
});

describe("a power cut in a write to the flash", { timeout: 60_000 }, () => {
  it("leaves the record whole: a command is sent at most once, and told at most once", async () => {
    const bench = await GatewayBench.started();
    for (let write = 1; write <= WRITES; write++) {
      const id = `w${write}`;
      const before = (await bench.submitted()).length;
      const { flash } = await bench.board.state();
      await bench.board.tell({ do: "flash-cut-at", operation: flash.operations + write });
      await bench.command(JSON.stringify({ id, to: TO, text: id }));
      await bench.wait(8_000);
      if (write < WRITES) await bench.start();
      await bench.command(JSON.stringify({ id, to: TO, text: id }));
      await bench.wait(12_000);
      const submitted = (await bench.submitted()).length - before;
      const told = (await bench.told()).filter((each) => each.id === id).map(({ state }) => state);
      expect(submitted, `cut at write ${write}: ${told}`).toBeLessThanOrEqual(1);
      if (told.includes("sent")) expect(submitted, `cut at write ${write}`).toBe(1);
      expect(told.at(-1), `cut at write ${write}`).toMatch(/^(sent|unknown|rejected)$/);
      await bench.wait(60_000);
    }
  });
});
