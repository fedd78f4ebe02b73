// Home Assistant at a real mosquitto: the device appears, is told of again at its birth, and goes; several gateways at one
// broker, which keep out of each other's way. What the payload has to be, firmware-ts/tests/home-assistant-rules has.
import { connectAsync, type MqttClient } from "mqtt";
import { describe, expect, it, onTestFinished } from "vitest";
import { startMosquitto } from "../control/mosquitto.ts";
import { defaultSettings, EMBEDDED_HOST, EMBEDDED_PORT } from "../control/sim-settings.ts";
import type { ReceivedMessage } from "../models/mqtt-broker/broker.ts";
import { describeWith } from "../support/require-tool.ts";
import { VirtualBoard } from "../virtual-board/board.ts";
import { builtDevice } from "./support/built-device.ts";
import { GatewayBench } from "./support/gateway-bench.ts";
import { idOf, pduOf } from "./support/messages.ts";
import { withMosquitto } from "./support/with-mosquitto.ts";

const ON = { ...defaultSettings(), home_assistant: true };
/** The largest that a board has to tell: ten contacts with long names. */
const CONTACTS = Array.from({ length: 10 }, (_, each) => ({
  name: `Somebody with a long name ${each}`,
  number: `+44770090001${each}`,
}));
const LARGEST = {
  ...ON,
  topic: "a/topic/of/many/levels/as/in/a/large/house",
  allowed_numbers: CONTACTS.map(({ number }) => number),
  contacts: CONTACTS,
};
const BIRTH = new TextEncoder().encode("online");
/** Later than each build. */
const TIME_MS = Date.UTC(2040, 10, 22);
const HOLD_UP_MS_MAX = 100;

const QUICK = {
  wifi: { joinMs: 100, dhcpMs: 50 },
  modem: { timing: { bootMs: 300, simReadyMs: 320, callReadyMs: 350, smsReadyMs: 360, registeredMs: 400 } },
};
/** For one step of the story on a busy machine, in ms of real time. */
const STEP_MS_MAX = 15_000;

interface Heard {
  readonly topic: string;
  readonly text: string;
  readonly retain: boolean;
}

describeWith(["mosquitto"], "mosquitto", () => {
  it("has the device for Home Assistant, again at its birth, and no more when it is switched off", async () => {
    const broker = await startMosquitto();
    onTestFinished(() => broker.stop());
    const { client, heard } = await listening(broker.port);
    const board = await boardFor(broker.port, ON);
    await board.powerOn();
    const told = () => heard.filter(({ topic }) => topic.startsWith("homeassistant/device/"));
    await until(() => told().length === 1);
    expect(await retainedDevices(broker.port)).toEqual([told()[0]?.text]);
    await client.publishAsync("homeassistant/status", "online", { qos: 0 });
    await until(() => told().length === 2);
    expect(told()[1]?.text).toBe(told()[0]?.text);
    await restart(board, defaultSettings());
    await until(() => told().length === 3);
    expect(told()[2]?.text).toBe("");
    expect(await retainedDevices(broker.port)).toEqual([]);
    // That it is gone has to be on the flash, too, while the modem is silent.
    await new Promise((resolve) => setTimeout(resolve, 1000));
    const online = () => heard.filter(({ topic, text }) => topic === "gateway/status" && text === "online").length;
    const before = online();
    await restart(board, defaultSettings());
    await until(() => online() > before);
    await new Promise((resolve) => setTimeout(resolve, 1000));
    expect(told()).toHaveLength(3);
  });

  it("has two gateways, each with its own topics, device and commands", async () => {
    const broker = await startMosquitto();
    onTestFinished(() => broker.stop());
    const { client, heard } = await listening(broker.port);
    const names = ["site/gw1", "site/gw2"];
    const boards = await Promise.all(
      names.map((topic, each) =>
        boardFor(broker.port, { ...ON, topic, legacy_topics: true, legacy_number: each + 1 }, `e66178c1e354a00${each}`),
      ),
    );
    for (const board of boards) await board.powerOn();
    const texts = (topic: string) => heard.filter((each) => each.topic === topic).map(({ text }) => text);
    await until(() => names.every((name) => texts(`${name}/status`).includes("online")));
    const pdus = boards.map((_, each) => pduOf({ text: `for gateway ${each + 1}` }));
    for (const [each, board] of boards.entries()) await board.hardware({ do: "modem-deliver", pdu: pdus[each] ?? "" });
    await until(() => names.every((name) => texts(`${name}/sms`).length > 0));
    const ids = names.map((name) => texts(`${name}/sms`).map((text) => JSON.parse(text).id));
    expect(ids).toEqual(pdus.map((pdu) => [idOf(pdu)]));
    await until(() => [1, 2].every((dongle) => texts(`mqttsmsgw/dongle${dongle}`).length > 0));
    expect(JSON.parse(texts("mqttsmsgw/dongle2")[0] ?? "{}")).toMatchObject({ text: "for gateway 2", to: "dongle2" });
    const devices = (await retainedDevices(broker.port)).map((text) => JSON.parse(text));
    expect(devices.map(({ avty_t }) => avty_t).sort()).toEqual(names.map((name) => `${name}/status`));
    expect(new Set(devices.map(({ dev }) => dev.ids)).size).toBe(2);
    await client.publishAsync("smsoutnew/dongle2", '{"to":"+447700900123","text":"hello"}', { qos: 1 });
    await until(() => texts("site/gw2/sms/sent").length > 0);
    expect(texts("site/gw1/sms/sent")).toEqual([]);
    expect(texts("site/gw1/status")).not.toContain("offline");
  });
});

describeWith(["mosquitto"], "a gateway under Node", () => {
  it("is a device, too, and knows the old topics", async () => {
    const settings = { broker_tls: false, home_assistant: true, legacy_topics: true };
    const { broker, gateway, modem, sms } = await withMosquitto({ settings });
    const { client, heard } = await listening(broker.port);
    gateway();
    const told = () => heard.filter(({ topic }) => topic.startsWith("homeassistant/device/"));
    await until(() => told().length === 1);
    modem.deliver(pduOf({ text: "hello" }));
    await until(() => sms().length === 1 && heard.some(({ topic }) => topic === "mqttsmsgw/dongle1"));
    await client.publishAsync("homeassistant/status", "online", { qos: 0 });
    await until(() => told().length === 2);
    expect(told()[1]?.text).toBe(told()[0]?.text);
  });
});

describe("the device is told", () => {
  it("without holding up the loop, however many contacts there are", async () => {
    const bench = await GatewayBench.make({ settings: LARGEST, charged: true });
    await bench.board.tell({ do: "flash-erase-ms", ms: 0 });
    await bench.board.powerOn();
    await bench.until(async () => (await devices(bench)).length === 1, 60_000);
    for (let birth = 2; birth <= 4; birth++) {
      await bench.wait(5_000);
      await bench.board.broker("publish", "homeassistant/status", BIRTH, 0);
      await bench.until(async () => (await devices(bench)).length === birth, 5_000);
    }
    const [first = ""] = await devices(bench);
    expect(first.length).toBeGreaterThan(4_000);
    expect(new Set(await devices(bench)).size).toBe(1);
    const heldUpMs = await heldUp(bench);
    console.log(`the device's payload: ${first.length} octets; longest hold-up ${heldUpMs} ms`);
    expect(heldUpMs).toBeLessThan(HOLD_UP_MS_MAX);
  });

  it("from the heap that TLS leaves, in each connection as large as it can be", async () => {
    const bench = await GatewayBench.make({
      settings: { ...LARGEST, topic: "gateway", broker_tls: true },
      hardware: { modem: { networkEpochMs: TIME_MS } },
      network: { kind: "model", timeEpochMs: TIME_MS },
    });
    await bench.start();
    for (let birth = 2; birth <= 6; birth++) {
      if (birth % 2 === 0) await bench.dropConnections();
      await bench.wait(15_000);
      await bench.until(async () => (await bench.status()) === "online", 40_000);
      await bench.board.broker("publish", "homeassistant/status", BIRTH, 0);
      await bench.until(async () => (await devices(bench)).length === birth, 40_000);
    }
    expect(new Set(await devices(bench)).size).toBe(1);
  });

  it("while a message is on its way, which loses nothing by it", async () => {
    const bench = await GatewayBench.started({ settings: ON });
    await bench.wait(5_000);
    await bench.board.broker("publish", "homeassistant/status", BIRTH, 0);
    const pdus = [1, 2, 3].map((each) => pduOf({ text: `message ${each}` }));
    for (const pdu of pdus) await bench.deliver(pdu);
    await bench.untilPublished(3);
    await bench.untilSimIsEmpty();
    expect(await bench.publishedIds()).toEqual(pdus.map((pdu) => idOf(pdu)));
    expect(await devices(bench)).toHaveLength(2);
  });
});

/** What was told of the device, in the model's broker. */
async function devices(bench: GatewayBench): Promise<string[]> {
  const messages = (await bench.board.broker("messages")) as ReceivedMessage[];
  const told = messages.filter(({ topic }) => topic.startsWith("homeassistant/device/"));
  return told.map(({ payload }) => new TextDecoder().decode(payload));
}

async function heldUp(bench: GatewayBench): Promise<number> {
  bench.board.type('{"cmd":"diagnose"}\n');
  await bench.wait(1_000);
  return JSON.parse(bench.board.stdout.filter((line) => line.startsWith("{")).at(-1) ?? "{}").hold_up_ms;
}

async function restart(board: VirtualBoard, settings: object): Promise<void> {
  await board.powerOff();
  const contents = new TextEncoder().encode(JSON.stringify(settings));
  await board.tell({ do: "flash-write", path: "settings.json", contents });
  await board.powerOn();
}

async function boardFor(port: number, settings: object, uniqueId?: string): Promise<VirtualBoard> {
  const board = await VirtualBoard.create({
    firmware: await builtDevice(),
    settings: { ...settings },
    time: "real",
    network: { kind: "host", redirect: { [`${EMBEDDED_HOST}:${EMBEDDED_PORT}`]: `127.0.0.1:${port}` } },
    wifi: QUICK.wifi,
    hardware: { modem: QUICK.modem },
    ...(uniqueId === undefined ? {} : { uniqueId }),
  });
  onTestFinished(() => board.close());
  return board;
}

/** Somebody who hears all of it. */
async function listening(port: number): Promise<{ client: MqttClient; heard: Heard[] }> {
  const heard: Heard[] = [];
  const client = await connectAsync(`mqtt://127.0.0.1:${port}`);
  onTestFinished(() => void client.end(true));
  client.on("message", (topic: string, payload: Buffer, { retain }) =>
    heard.push({ topic, text: payload.toString(), retain }),
  );
  await client.subscribeAsync("#", { qos: 1 });
  return { client, heard };
}

/** What a Home Assistant that starts now is told. */
async function retainedDevices(port: number): Promise<string[]> {
  const { client, heard } = await listening(port);
  await client.publishAsync("a/last/word", "now", { qos: 1 });
  await until(() => heard.some(({ topic }) => topic === "a/last/word"));
  await client.endAsync();
  return heard.filter(({ topic, retain }) => retain && topic.startsWith("homeassistant/")).map(({ text }) => text);
}

async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  for (const endMs = performance.now() + STEP_MS_MAX; !(await condition()); ) {
    if (performance.now() > endMs) throw new Error(`nothing came of it within ${STEP_MS_MAX} ms`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
