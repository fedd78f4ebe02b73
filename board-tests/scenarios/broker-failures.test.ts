// A broker that fails the board, and what the board makes of a refusal.
import { describe, expect, it } from "vitest";
import { brokerFailureStories } from "./stories/broker-failures.ts";
import { GatewayBench, onBoard } from "./support/gateway-bench.ts";

brokerFailureStories(onBoard);

describe("a broker that", () => {
  // Fault 5.
  it.each([
    [1, "Broker version?", "E", "wrong-protocol"],
    [2, "Broker wants no", "E", "wrong-id"],
    [3, "Broker not ready", "W", "unavailable"],
    [4, "Broker password?", "E", "wrong-user"],
    [5, "Broker forbids", "E", "not-allowed"],
  ] as const)("refuses with CONNACK %i says on the display: %s", async (refuseCode, words, level, state) => {
    const bench = await GatewayBench.make();
    await bench.brokerFaults({ refuseCode });
    await bench.board.powerOn();
    await bench.board.advance(10_000);
    expect(await bench.displayed()).toContain(words);
    const line = new RegExp(`^${level} \\d+ broker: ${state}$`);
    expect(bench.board.stdout.filter((each) => line.test(each))).toHaveLength(1);
  });

  // Fault 5: a broker may lock out who asks too often.
  it("refuses the password is not asked more than twice a minute", async () => {
    const bench = await GatewayBench.started();
    const attempts = () => bench.board.log.filter((event) => event.type === "socket" && event.operation === "connect");
    await bench.brokerFaults({ refuseCode: 4 });
    await bench.board.broker("dropConnections");
    await bench.board.advance(10_000);
    const before = attempts().length;
    await bench.board.advance(120_000);
    expect(attempts().length - before).toBeGreaterThanOrEqual(2);
    expect(attempts().length - before).toBeLessThanOrEqual(4);
  });
});
