// The bit rate of the modem's line: the wanted one where the modem agrees, and else the one at which it is heard.
import { describe, expect, it } from "vitest";
import { defaultSettings } from "../control/sim-settings.ts";
import type { Sim800Options } from "../models/sim800/settings.ts";
import { GatewayBench } from "./support/gateway-bench.ts";
import { pduOf } from "./support/messages.ts";

/** Both rates are tried, some seconds each, and the modem is set up once more after a change. */
const FOUND_MS = 90_000;

async function benchAt(modem_baud: number, modem: Sim800Options = {}): Promise<GatewayBench> {
  const bench = await GatewayBench.make({ settings: { ...defaultSettings(), modem_baud }, hardware: { modem } });
  await bench.turnOn();
  return bench;
}

async function expectReceiving(bench: GatewayBench, baud: number): Promise<void> {
  const before = (await bench.published()).length;
  await bench.deliver(pduOf({ text: `at ${baud}` }));
  await bench.untilPublished(before + 1, FOUND_MS);
  await bench.untilSimIsEmpty();
  expect((await bench.modem()).baud).toBe(baud);
}

describe("a modem that finds out our rate", () => {
  it("is raised to 115200 where the setting says so, and is found there after a restart of the board", async () => {
    const bench = await benchAt(115_200);
    await bench.wait(FOUND_MS);
    await expectReceiving(bench, 115_200);
    await bench.turnOff();
    await bench.start();
    await expectReceiving(bench, 115_200);
  });

  it("that refuses the higher rate stays at the usual one", async () => {
    const bench = await benchAt(115_200);
    await bench.fault({ kind: "fail", command: "+IPR", result: "ERROR", times: 9 });
    await bench.wait(FOUND_MS);
    await expectReceiving(bench, 19_200);
  });

  it("that starts again at its old rate is found there, and raised again", async () => {
    const bench = await benchAt(115_200, { behaviour: { iprSavedAtOnce: false } });
    await bench.wait(FOUND_MS);
    await expectReceiving(bench, 115_200);
    await bench.restartModem();
    await bench.wait(FOUND_MS);
    await expectReceiving(bench, 115_200);
  });

  it("whose lines come damaged at the higher rate goes back to the usual one", async () => {
    const bench = await benchAt(115_200);
    await bench.wait(FOUND_MS);
    for (let i = 0; i < 3; i++) {
      await bench.inject(Uint8Array.of(0xff, 0xfe, 0x0d, 0x0a));
      await bench.wait(1_000);
    }
    await bench.wait(FOUND_MS);
    await expectReceiving(bench, 19_200);
  });
});

describe("a modem with a rate of its own", () => {
  it("of 115200 is found, and asked for the usual one", async () => {
    const bench = await benchAt(19_200, { ipr: 115_200 });
    await bench.wait(FOUND_MS);
    await expectReceiving(bench, 19_200);
  });
});
