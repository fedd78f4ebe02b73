// The main story in real time, over real sockets, with brokers that others wrote: aedes and mosquitto.
import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { connect, connectAsync, type IPublishPacket, type MqttClient } from "mqtt";
import { describe, expect, it, onTestFinished } from "vitest";
import { startEmbeddedBroker } from "../control/embedded-broker.ts";
import { startMosquitto } from "../control/mosquitto.ts";
import { defaultSettings, EMBEDDED_HOST, EMBEDDED_PORT } from "../control/sim-settings.ts";
import { describeWith } from "../support/require-tool.ts";
import { VirtualBoard } from "../virtual-board/board.ts";
import { builtDevice } from "./support/built-device.ts";
import { idOf, numberedPdus, pduOf } from "./support/messages.ts";

/** Real time: a modem and an access point that are quicker than most. */
const QUICK = {
  wifi: { joinMs: 100, dhcpMs: 50 },
  modem: { timing: { bootMs: 300, simReadyMs: 320, callReadyMs: 350, smsReadyMs: 360, registeredMs: 400 } },
};

/** The board's own number, with which its client identifier ends. */
const UNIQUE_ID = "e66178c1e354a001";

/** For one step of the story on a busy machine, in ms of real time. */
const STEP_MS_MAX = 15_000;

interface Heard {
  topic: string;
  text: string;
  qos: number;
  retain: boolean;
}

describe("aedes", () => {
  it("gets every message once, with QoS 1 and not retained, and the will", async () => {
    const broker = await startEmbeddedBroker(0, () => performance.now());
    onTestFinished(() => broker.stop());
    await mainStory(broker.port);
  });

  it("that is stopped and started again gets what came meanwhile", async () => {
    const first = await startEmbeddedBroker(0, () => performance.now());
    const board = await boardFor(first.port);
    const [before = "", meanwhile = ""] = numberedPdus(2);
    await board.powerOn();
    await board.hardware({ do: "modem-preload", pdu: before });
    await until(() => first.messages.some(({ topic }) => topic === "gateway/sms"));
    await first.stop();
    await board.hardware({ do: "modem-deliver", pdu: meanwhile });
    await board.advance(1_500);
    const second = await startEmbeddedBroker(first.port, () => performance.now());
    onTestFinished(() => second.stop());
    await untilSimIsEmpty(board);
    const published = second.messages.filter(({ topic }) => topic === "gateway/sms");
    expect(published.map(({ payload }) => JSON.parse(payload).id)).toContain(idOf(meanwhile));
  });
});

describeWith(["mosquitto"], "mosquitto", () => {
  it("gets every message once, with QoS 1 and not retained, and the will, and finds no fault", async () => {
    const folder = mkdtempSync(join(tmpdir(), "mosquitto-log-"));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    chmodSync(folder, 0o777); // started by root, mosquitto writes as a user of its own
    const log = join(folder, "log");
    const broker = await startMosquitto([`log_dest file ${log}`, "log_type all"]);
    onTestFinished(() => broker.stop());
    await mainStory(broker.port);
    const lines = readFileSync(log, "utf8").split("\n");
    const has = (pattern: RegExp) => lines.some((line) => pattern.test(line));
    expect(has(/New client connected .* as sms_gateway_\w+ \(p2, c1, k60\)/)).toBe(true);
    expect(has(/Will message specified \(7 bytes\) \(r1, q1\)/)).toBe(true);
    expect(has(/Received PUBLISH from sms_gateway_\w+ \(d0, q1, r0, m\d+, 'gateway\/sms'/)).toBe(true);
    expect(lines.filter((line) => /protocol error|malformed|denied/i.test(line))).toEqual([]);
  });
});

describeWith(["mosquitto"], "mosquitto", () => {
  it("keeps commands of a gateway that is away, but no requests, with queue_offline", async () => {
    const broker = await startMosquitto();
    onTestFinished(() => broker.stop());
    const heard: Heard[] = [];
    const client = await subscriber(broker.port, heard);
    const board = await boardFor(broker.port, { queue_offline: true });
    const online = () => heard.filter(({ topic, text }) => topic === "gateway/status" && text === "online").length;
    await board.powerOn();
    await until(() => online() === 1);
    await board.powerOff();
    await until(() => heard.some(({ text }) => text === "offline"));
    await client.publishAsync("gateway/sms/send", '{"id":"away","to":"+447700900123","text":"hello"}', { qos: 1 });
    await client.publishAsync("gateway/request/signal", "{}", { qos: 1 });
    await board.powerOn();
    await until(() => heard.some(({ topic }) => topic === "gateway/sms/sent"));
    const told = heard.filter(({ topic }) => topic === "gateway/sms/sent").map(({ text }) => JSON.parse(text));
    expect(told).toMatchObject([{ id: "away", state: "rejected", error: { key: "expires" } }]);
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    expect(heard.filter(({ topic }) => topic.startsWith("gateway/response/"))).toEqual([]);
    await client.endAsync();
  });
});

// Fault 19.
describeWith(["mosquitto"], "mosquitto and somebody else with the gateway's client identifier", () => {
  it("take each other's connection three times; then the gateway waits, and brings all when the other one has left", {
    timeout: 180_000,
  }, async () => {
    const broker = await startMosquitto();
    onTestFinished(() => broker.stop());
    const heard: Heard[] = [];
    const listener = await subscriber(broker.port, heard);
    const board = await boardFor(broker.port);
    const sms = () => heard.filter(({ topic }) => topic === "gateway/sms").map(({ text }) => JSON.parse(text).id);
    const warnings = () =>
      heard.flatMap(({ topic, text }) => (topic === "gateway/state" ? JSON.parse(text).warnings : []));
    const said = () => board.log.flatMap((event) => (event.type === "stdout" ? [event.text] : []));
    const pdus = numberedPdus(3);
    await board.powerOn();
    await board.hardware({ do: "modem-preload", pdu: pdus[0] ?? "" });
    await untilSimIsEmpty(board);

    const clientId = `sms_gateway_${UNIQUE_ID}`;
    const other = connect(`mqtt://127.0.0.1:${broker.port}`, { clientId, reconnectPeriod: 1_000 });
    onTestFinished(() => void other.end(true));
    let stood = 0;
    other.on("connect", () => (stood += 1));
    await until(() => said().some((line) => line.endsWith("broker: taken-over")), 40_000);
    const takenAt = performance.now();
    expect(stood).toBeGreaterThanOrEqual(3);
    for (const pdu of pdus.slice(1)) await board.hardware({ do: "modem-deliver", pdu });
    await new Promise((resolve) => setTimeout(resolve, 3_000));
    expect(other.connected).toBe(true);
    await other.endAsync();

    await untilSimIsEmpty(board, 50_000);
    expect(performance.now() - takenAt).toBeGreaterThan(29_000);
    await until(() => new Set(sms()).size === 3);
    expect(sms()).toEqual(pdus.map((pdu) => idOf(pdu)));
    await until(() => warnings().includes("client_id_taken"));
    expect(await retainedStatus(broker.port)).toMatchObject({ text: "online" });
    await listener.endAsync();
  });
});

describe("a broker that has a name", () => {
  it("is found by it, with an answer of this machine's resolver", async () => {
    const broker = await startEmbeddedBroker(0, () => performance.now());
    onTestFinished(() => broker.stop());
    const board = await boardFor(broker.port, { broker_host: "localhost", broker_port: broker.port });
    await board.powerOn();
    await board.hardware({ do: "modem-preload", pdu: pduOf({ text: "hello" }) });
    await untilSimIsEmpty(board);
  });
});

/** Three messages on the SIM, one that arrives, a power cut. */
async function mainStory(port: number): Promise<void> {
  const heard: Heard[] = [];
  const client = await subscriber(port, heard);
  const board = await boardFor(port);
  const pdus = [...numberedPdus(3), pduOf({ from: "Amazon", text: "Your code is 791985 [€]" })];
  for (const pdu of pdus.slice(0, 3)) await board.hardware({ do: "modem-preload", pdu });
  await board.powerOn();
  const sms = () => heard.filter(({ topic }) => topic === "gateway/sms");
  await until(() => sms().length >= 3);
  await board.hardware({ do: "modem-deliver", pdu: pdus[3] ?? "" });
  await until(() => sms().length >= 4);
  await untilSimIsEmpty(board);
  expect(sms().map(({ text }) => JSON.parse(text).id)).toEqual(pdus.map((pdu) => idOf(pdu)));
  expect(sms().every(({ qos, retain }) => qos === 1 && !retain)).toBe(true);
  expect(JSON.parse(sms()[3]?.text ?? "{}")).toMatchObject({ from: "Amazon", text: "Your code is 791985 [€]" });
  expect(await retainedStatus(port)).toMatchObject({ text: "online", retain: true });
  await board.powerOff({ modemToo: true });
  await until(() => heard.some(({ topic, text }) => topic === "gateway/status" && text === "offline"));
  expect(await retainedStatus(port)).toMatchObject({ text: "offline", retain: true });
  expect(board.log.filter(({ type }) => type === "fault" || type === "prompt")).toEqual([]);
  await client.endAsync();
}

async function boardFor(port: number, settings: object = {}): Promise<VirtualBoard> {
  const board = await VirtualBoard.create({
    firmware: await builtDevice(),
    settings: { ...defaultSettings(), ...settings },
    uniqueId: UNIQUE_ID,
    time: "real",
    network: { kind: "host", redirect: { [`${EMBEDDED_HOST}:${EMBEDDED_PORT}`]: `127.0.0.1:${port}` } },
    wifi: QUICK.wifi,
    hardware: { modem: QUICK.modem },
  });
  onTestFinished(() => board.close());
  return board;
}

async function subscriber(port: number, heard: Heard[]): Promise<MqttClient> {
  const client = await connectAsync(`mqtt://127.0.0.1:${port}`);
  onTestFinished(() => void client.end(true));
  client.on("message", (topic: string, payload: Buffer, { qos, retain }: IPublishPacket) =>
    heard.push({ topic, text: payload.toString(), qos, retain }),
  );
  await client.subscribeAsync("gateway/#", { qos: 1 });
  return client;
}

/** What somebody who comes now is told of the gateway. */
async function retainedStatus(port: number): Promise<Heard | undefined> {
  const heard: Heard[] = [];
  const client = await subscriber(port, heard);
  await until(() => heard.length > 0);
  await client.endAsync();
  return heard.find(({ topic }) => topic === "gateway/status");
}

async function untilSimIsEmpty(board: VirtualBoard, limitMs = STEP_MS_MAX): Promise<void> {
  await until(async () => (await board.report()).modem?.slots.length === 0, limitMs);
}

async function until(condition: () => boolean | Promise<boolean>, limitMs = STEP_MS_MAX): Promise<void> {
  for (const endMs = performance.now() + limitMs; !(await condition()); ) {
    if (performance.now() > endMs) throw new Error(`nothing came of it within ${limitMs} ms`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
