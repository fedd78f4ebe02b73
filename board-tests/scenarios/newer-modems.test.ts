// SIM7600 and A7670 class modems: a rate of their own, other first words, messages in a memory of their own, slots from 0 on.
import { describe, expect, it } from "vitest";
import type { ModelName } from "../models/sim800/model-class.ts";
import { GatewayBench } from "./support/gateway-bench.ts";
import { idOf, numberedPdus, pduOf } from "./support/messages.ts";

/** They speak 115200, which is tried after a while, and agree to the usual rate. */
const START_MS = 120_000;

async function started(model: ModelName): Promise<GatewayBench> {
  const bench = await GatewayBench.make({ hardware: { modem: { model } } });
  await bench.turnOn();
  await bench.until(async () => (await bench.status()) === "online", START_MS);
  await bench.until(() => bench.sent().includes("AT+CMGL=4"), START_MS);
  await bench.wait(3_000);
  return bench;
}

const held = async (bench: GatewayBench) => {
  const { ownSlots, slots } = await bench.modem();
  return slots.length + ownSlots.length;
};

describe.each<ModelName>(["sim7600", "a7670"])("a modem of the class %s", (model) => {
  it("is found, receives, and leaves nothing in its memories", async () => {
    const bench = await started(model);
    const pdus = numberedPdus(5);
    for (const pdu of pdus) await bench.deliver(pdu);
    await bench.untilPublished(5);
    await bench.untilSimIsEmpty();
    expect(await bench.publishedIds()).toEqual(pdus.map((pdu) => idOf(pdu)));
    expect(await held(bench)).toBe(0);
  });

  it("is relieved of what came into its own memory before it was told to use the SIM, each once", async () => {
    const bench = await GatewayBench.make({ hardware: { modem: { model } } });
    const [own, sim] = numberedPdus(2);
    await bench.board.hardware({ do: "modem-preload", pdu: own ?? "", memory: "ME" });
    await bench.preload(sim ?? "");
    await bench.turnOn();
    await bench.untilPublished(2, START_MS);
    await bench.until(async () => (await held(bench)) === 0, START_MS);
    expect(new Set(await bench.publishedIds())).toEqual(new Set([own, sim].map((pdu) => idOf(pdu ?? ""))));
    expect(await bench.published()).toHaveLength(2);
  });

  it("is set up again after a restart of its own, and what came meanwhile is published", async () => {
    const bench = await started(model);
    await bench.restartModem();
    await bench.deliver(pduOf({ text: "meanwhile" }));
    await bench.untilPublished(1, START_MS);
    await bench.until(async () => (await held(bench)) === 0, START_MS);
  });

  it("sends, and its reports are understood", async () => {
    const bench = await started(model);
    await bench.command(JSON.stringify({ id: "s", to: "+447700900123", text: "hello", report: true }));
    await bench.until(async () => (await bench.told()).length === 3, 60_000);
    expect((await bench.told()).map(({ state }) => state)).toEqual(["accepted", "sent", "delivered"]);
  });
});

it("a SIM800 with messages in its own memory is relieved of them, too", async () => {
  const bench = await GatewayBench.make({ hardware: { modem: { modemSlots: 5 } } });
  const [own = ""] = numberedPdus(1);
  await bench.board.hardware({ do: "modem-preload", pdu: own, memory: "ME" });
  await bench.start();
  await bench.untilPublished(1);
  await bench.until(async () => (await held(bench)) === 0, START_MS);
  expect(await bench.publishedIds()).toEqual([idOf(own)]);
});
