// The main story on the board, and what its display shows of it.
import { describe, expect, it } from "vitest";
import { receivingStories } from "./stories/receiving.ts";
import { GatewayBench, onBoard } from "./support/gateway-bench.ts";
import { pduOf } from "./support/messages.ts";

receivingStories(onBoard);

describe("the display", () => {
  it("shows sender, text, count and connections on the display", async () => {
    const bench = await GatewayBench.started();
    expect(await bench.displayed()).toEqual(["SMS gateway", "WiFi   ok", "Broker ok", "Modem  ok", "Messages 0"]);
    await bench.deliver(pduOf({ from: "Amazon", text: "Your code is 791985" }));
    await bench.untilSimIsEmpty();
    await bench.board.advance(1_000);
    expect(await bench.displayed()).toEqual(["Amazon", "Your code is", "791985", "W+B+M+        #1"]);
    await bench.board.advance(31_000);
    expect(await bench.displayed()).toEqual(["Amazon", "W+B+M+        #1"]);
  });
});
