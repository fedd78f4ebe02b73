// A broker that fails the board, and what the board makes of a refusal.
import { describe, expect, it } from "vitest";
import { brokerFailureStories } from "./stories/broker-failures.ts";
import { GatewayBench, onBoard } from "./support/gateway-bench.ts";

brokerFailureStories(onBoard);

describe("a broker that", () => {
  it("refuses is said on the display", async () => {
    const bench = await GatewayBench.make();
    await bench.brokerFaults({ refuseCode: 4 });
    await bench.board.powerOn();
    await bench.board.advance(10_000);
    expect(await bench.displayed()).toContain("Broker refused");
  });

  it("refuses the password is not asked more than twice a minute", async () => {
    const bench = await GatewayBench.started();
    const attempts = () => bench.board.log.filter((event) => event.type === "socket" && event.operation === "connect");
    await bench.brokerFaults({ refuseCode: 4 });
    await bench.board.broker("dropConnections");
    await bench.board.advance(10_000);
    const before = attempts().length;
    await bench.board.advance(120_000);
    expect(attempts().length - before).toBeGreaterThanOrEqual(3);
    expect(attempts().length - before).toBeLessThanOrEqual(6);
  });
});
