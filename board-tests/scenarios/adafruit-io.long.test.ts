// The gateway at a broker with Adafruit IO's rules: what it may say there and how often, and that nothing is lost on a service that
// acknowledges what it throws away. The reader that joins pieces is the one of docs/brokers.md.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { connectAsync } from "mqtt";
import { expect, it, onTestFinished } from "vitest";
import { AdafruitIo } from "../models/adafruit-io.ts";
import { encodeDeliver } from "../models/sim800/pdu-encode.ts";
import { Authority } from "../support/certificates.ts";
import { blocksOf, brokerSettingsIn, PASSWORD } from "./support/brokers-guide.ts";
import { KeyHolder } from "./support/key-holder.ts";
import { idOf, numberedPdus, SENT_AT } from "./support/messages.ts";
import { SecureBoard, until } from "./support/secure-board.ts";

const ADAFRUIT = "Adafruit IO";
const FOLDER = fileURLToPath(new URL("../../.cache/adafruit/", import.meta.url));
const HOLDER = new KeyHolder("5ca1ab1e".repeat(8));
/** What is hard on JSON and on UTF-8, for ten parts. */
const HARD = 'He said "\\" and 😀 € "quoted" \\ back '.repeat(18);

it("Adafruit IO gets messages, state and status on its feeds, and nothing that it does not know", async () => {
  const { service, start } = await adafruit();
  const bench = await start();
  const pdus = numberedPdus(3);
  for (const pdu of pdus) await bench.board.hardware({ do: "modem-deliver", pdu });
  await until(() => idsAt(service).length === 3);
  await untilEmpty(bench);
  expect(idsAt(service)).toEqual(pdus.map((pdu) => idOf(pdu)));
  await until(() => ["status", "state"].every((name) => valuesOf(service, name).length === 1));
  const answers: string[] = [];
  const client = await connectAsync(`mqtt://127.0.0.1:${service.port}`, { username: "home", password: PASSWORD });
  onTestFinished(() => void client.end(true));
  client.on("message", (_topic, payload) => answers.push(payload.toString()));
  await client.subscribeAsync("home/feeds/gateway.status", { qos: 1 });
  await client.publishAsync("home/feeds/gateway.status/get", "", { qos: 1 });
  await until(() => answers.includes("online"));
  service.say("home/feeds/gateway.send", '{"id":"one"');
  await until(() => valuesOf(service, "sent").length === 1);
  expect(JSON.parse(valuesOf(service, "sent")[0] ?? "{}")).toMatchObject({ state: "rejected" });
  expect(service.complaints).toEqual([]);
  expect(new Set(service.values.map(({ feed }) => feed))).toEqual(
    new Set(["gateway.status", "gateway.state", "gateway.sms", "gateway.sent"]),
  );
});

it("Adafruit IO is spoken to with TLS, as the guide's settings have it", async () => {
  const authority = new Authority();
  const settings = brokerSettingsIn(ADAFRUIT);
  const service = await AdafruitIo.start("home", PASSWORD, 30, authority.issue(`${settings.broker_host}`));
  onTestFinished(() => service.stop());
  // Who signs for the tests stands for the root that the settings name.
  const bench = await SecureBoard.started(service.port, { authority, settings });
  const [pdu = ""] = numberedPdus(1);
  await bench.board.hardware({ do: "modem-deliver", pdu });
  await until(() => idsAt(service).length === 1);
  await untilEmpty(bench);
  expect(service.complaints).toEqual([]);
  const other = await SecureBoard.started(service.port, { settings });
  await other.said("broker: unknown-issuer");
});

it("a long message comes to Adafruit IO in pieces, which the reader of the guide joins", async () => {
  const { service, start } = await adafruit();
  const reader = await readerOfTheGuide(service.port);
  const bench = await start();
  const pdus = encodeDeliver({ from: "Amazon", text: HARD, time: SENT_AT });
  for (const pdu of pdus) await bench.board.hardware({ do: "modem-deliver", pdu });
  await until(() => reader.lines.length > 0);
  expect(JSON.parse(reader.lines[0] ?? "{}")).toMatchObject({ id: idOf(...pdus), text: HARD });
  expect(valuesOf(service, "sms").length).toBeGreaterThan(1);
  expect(service.complaints).toEqual([]);
  await untilEmpty(bench);
});

it("a sealed message of several pieces is one text, although Adafruit IO throttles it in the middle", async () => {
  const { service, start } = await adafruit();
  const reader = await readerOfTheGuide(service.port);
  const sending = { require_signed: true, allowed_numbers: ["+447700900123"] };
  const bench = await start({ key: HOLDER.key, ...sending });
  const pdus = encodeDeliver({ from: "Amazon", text: HARD, time: SENT_AT });
  await until(() => ["status", "state"].every((name) => valuesOf(service, name).length === 1));
  Object.assign(service, { spared: 1, throttled: 1 });
  for (const pdu of pdus) await bench.board.hardware({ do: "modem-deliver", pdu });
  await until(() => reader.lines.length > 0, undefined, 120_000);
  expect(service.complaints).toHaveLength(1);
  expect(HOLDER.read("gateway/sms", reader.lines[0] ?? "{}")).toMatchObject({ from: "Amazon", text: HARD });
  const command = { id: "one", time: new Date().toISOString(), to: "+447700900123", text: "hello" };
  service.say("home/feeds/gateway.send", HOLDER.sign("gateway/sms/send", command));
  await until(() => valuesOf(service, "sent").length > 0);
  const told = HOLDER.read("gateway/sms/sent", valuesOf(service, "sent")[0] ?? "{}");
  expect(told).toMatchObject({ id: "one", state: "accepted" });
}, 240_000);

it("what Adafruit IO acknowledges and loses, or throttles, is said again: it leaves the SIM with its echo alone", async () => {
  const { service, start } = await adafruit();
  const bench = await start();
  await until(() => valuesOf(service, "state").length === 1);
  const [lost = "", throttled = ""] = numberedPdus(2);
  service.lost = 1;
  await bench.board.hardware({ do: "modem-deliver", pdu: lost });
  await until(() => service.lost === 0);
  await new Promise((resolve) => setTimeout(resolve, 3_000));
  expect((await bench.board.report()).modem?.slots.length).toBe(1);
  await until(() => idsAt(service).includes(idOf(lost)));
  await untilEmpty(bench);
  service.throttled = 1;
  await bench.board.hardware({ do: "modem-deliver", pdu: throttled });
  await until(() => service.complaints.length === 1);
  expect((await bench.board.report()).modem?.slots).toHaveLength(1);
  // It asks for patience, and gets a minute of it.
  await until(() => idsAt(service).includes(idOf(throttled)), undefined, 100_000);
  await untilEmpty(bench);
  expect(service.complaints).toHaveLength(1);
}, 180_000);

it("sixty messages at once all come to Adafruit IO, at most 25 values in any minute", async () => {
  const { service, start } = await adafruit(25);
  const bench = await start();
  const pdus = numberedPdus(60);
  for (const pdu of pdus) {
    await until(async () => ((await bench.board.report()).modem?.slots.length ?? 0) < 25, undefined, 120_000);
    await bench.board.hardware({ do: "modem-deliver", pdu });
  }
  await until(
    () => new Set(idsAt(service)).size === 60,
    () => `${idsAt(service).length}`,
    240_000,
  );
  await untilEmpty(bench);
  expect([...new Set(idsAt(service))].sort()).toEqual(pdus.map((pdu) => idOf(pdu)).sort());
  expect(service.busiestMinute()).toBeLessThanOrEqual(25);
  expect(service.complaints).toEqual([]);
}, 420_000);

async function adafruit(perMinute = 30) {
  const service = await AdafruitIo.start("home", PASSWORD, perMinute);
  onTestFinished(() => service.stop());
  const plain = { broker_tls: false, broker_host: "192.168.1.10" };
  const account = { broker_kind: "adafruit-io", broker_user: "home", broker_password: PASSWORD };
  const start = (more: object = {}) =>
    SecureBoard.started(service.port, { settings: { ...plain, ...account, ...more } });
  return { service, start };
}

const valuesOf = (service: AdafruitIo, name: string) =>
  service.values.filter(({ feed }) => feed === `gateway.${name}`).map(({ text }) => text);

const idsAt = (service: AdafruitIo): string[] => valuesOf(service, "sms").map((text) => JSON.parse(text).id);

const untilEmpty = (bench: SecureBoard) =>
  until(
    async () => (await bench.board.report()).modem?.slots.length === 0,
    () => bench.board.stdout.slice(-12).join("\n"),
    60_000,
  );

async function readerOfTheGuide(port: number) {
  mkdirSync(FOLDER, { recursive: true });
  const program = (blocksOf(ADAFRUIT, "js")[0] ?? "").replace("mqtts://io.adafruit.com", `mqtt://127.0.0.1:${port}`);
  writeFileSync(`${FOLDER}reader.mjs`, program);
  const child = spawn(process.execPath, [`${FOLDER}reader.mjs`], {
    env: { ...process.env, IO_USERNAME: "home", IO_KEY: PASSWORD },
  });
  const lines: string[] = [];
  child.stdout.setEncoding("utf8").on("data", (text: string) => lines.push(...text.split("\n").filter(Boolean)));
  onTestFinished(async () => {
    child.kill("SIGKILL");
    await once(child, "exit");
  });
  await until(() => lines.shift() === "listening");
  return { lines };
}
