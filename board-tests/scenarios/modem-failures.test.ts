// A modem that fails the board, and what the display says of it.
import { describe, expect, it } from "vitest";
import { modemFailureStories } from "./stories/modem-failures.ts";
import { GatewayBench, onBoard } from "./support/gateway-bench.ts";
import { idOf, pduOf } from "./support/messages.ts";

modemFailureStories(onBoard);

describe("a modem that is silent", () => {
  it("is asked until it answers; the display says so meanwhile", async () => {
    const bench = await GatewayBench.make();
    const pdu = pduOf({ text: "hello" });
    await bench.preload(pdu);
    await bench.board.hardware({ do: "modem-mute", muted: true });
    await bench.board.powerOn();
    await bench.board.advance(30_000);
    expect(await bench.displayed()).toContain("Modem  silent");
    await bench.board.hardware({ do: "modem-restart" });
    await bench.untilSimIsEmpty();
    expect(await bench.publishedIds()).toEqual([idOf(pdu)]);
  });
});
