// Times that the gateway tells are in the zone of the settings, also over the night on which clocks are changed; and what that takes
// of the board is given back.
import { expect, it } from "vitest";
import { defaultSettings } from "../control/sim-settings.ts";
import { importNameOf } from "./support/built-device.ts";
import { GatewayBench } from "./support/gateway-bench.ts";
import { pduOf } from "./support/messages.ts";

/** Two minutes before summer time ends in Berlin, in a year after each build. */
const EPOCH_MS = Date.UTC(2036, 9, 26, 0, 58, 0);
const TO = "+447700900123";
const LOOK = `import machine
def look(_):
    import sys
    print("LOOK", "MODULE" in sys.modules)
machine.Timer(period=5000, mode=machine.Timer.PERIODIC, callback=look)
`;

it("what became of a command is told in that zone, before and after clocks are changed; received stays in UTC", async () => {
  const bench = await GatewayBench.make({
    settings: { ...defaultSettings(), time_zone: "CET-1CEST,M3.5.0,M10.5.0/3" },
    network: { kind: "model", timeEpochMs: EPOCH_MS },
  });
  const look = LOOK.replace("MODULE", await importNameOf("gateway.time_zone_late"));
  await bench.board.tell({ do: "flash-write", path: "boot.py", contents: new TextEncoder().encode(look) });
  await bench.start();
  await bench.wait(10_000);
  const times = async (id: string) => {
    await bench.command(JSON.stringify({ id, to: TO, text: "hello" }));
    await bench.wait(10_000);
    return (await bench.told()).filter((each) => each.id === id).map(({ time }) => `${time}`);
  };
  for (const time of await times("a")) expect(time).toMatch(/^2036-10-26T02:5[89]:\d\d\+02:00$/);
  await bench.wait(120_000);
  const after = await times("b");
  expect(after).toHaveLength(2);
  for (const time of after) expect(time).toMatch(/^2036-10-26T02:0[0-9]:\d\d\+01:00$/);
  await bench.deliver(pduOf({ text: "hello" }));
  await bench.untilPublished(1);
  expect((await bench.published()).at(-1)?.received).toMatch(/^2036-10-26T01:\d\d:\d\dZ$/);
  await bench.wait(30_000);
  expect(bench.board.stdout.filter((line) => line.startsWith("LOOK")).at(-1)).toBe("LOOK False");
});
