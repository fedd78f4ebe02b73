// RabbitMQ with its MQTT plug-in, a broker that has nothing in common with mosquitto, set up as docs/brokers.md says.
import { connectAsync } from "mqtt";
import { expect, it, onTestFinished } from "vitest";
import { RabbitCluster, type RabbitNode } from "../control/rabbitmq.ts";
import { describeWith } from "../support/require-tool.ts";
import { brokerSettingsIn, commandsIn, GuideFolder, PASSWORD } from "./support/brokers-guide.ts";
import { idOf, numberedPdus, pduOf } from "./support/messages.ts";
import { SecureBoard, until } from "./support/secure-board.ts";

const RABBITMQ = "RabbitMQ";
const OWN_AUTHORITY = "Mosquitto with TLS";
const STEP_MS_MAX = 30_000;

interface Heard {
  topic: string;
  text: string;
  qos: number;
  retain: boolean;
}

describeWith(["rabbitmq-server", "epmd", "openssl"], "RabbitMQ, as docs/brokers.md sets it up,", () => {
  it("gets every message once, with QoS 1 and not retained; state, info and the will stay there", async () => {
    const { node, guide, start } = await rabbit();
    const { heard, client } = await listening(node, guide, "gateway/#");
    const bench = await start({ allowed_numbers: ["+447700900*"] });
    const pdus = [...numberedPdus(3), pduOf({ from: "Amazon", text: "Your code is 791985 [€]" })];
    for (const pdu of pdus) await bench.board.hardware({ do: "modem-deliver", pdu });
    const sms = () => heard.filter(({ topic }) => topic === "gateway/sms");
    await until(() => sms().length >= 4);
    await until(async () => (await bench.board.report()).modem?.slots.length === 0);
    expect(sms().map(({ text }) => JSON.parse(text).id)).toEqual(pdus.map((pdu) => idOf(pdu)));
    expect(sms().every(({ qos, retain }) => qos === 1 && !retain)).toBe(true);
    expect(JSON.parse(sms()[3]?.text ?? "{}")).toMatchObject({ from: "Amazon", text: "Your code is 791985 [€]" });

    const retained = await listening(node, guide, "gateway/status", "gateway/state", "gateway/info");
    await until(() => new Set(retained.heard.map(({ topic }) => topic)).size === 3);
    expect(retained.heard.every(({ retain }) => retain)).toBe(true);
    await bench.board.powerOff({ modemToo: true });
    await until(() => heard.some(({ topic, text }) => topic === "gateway/status" && text === "offline"));
    const later = await listening(node, guide, "gateway/status");
    await until(() => later.heard.length > 0);
    expect(later.heard).toMatchObject([{ text: "offline", retain: true }]);
    expect(bench.board.log.filter(({ type }) => type === "fault" || type === "prompt")).toEqual([]);
    await client.endAsync();
  });

  it("brings commands and requests to the gateway, and what becomes of them to whoever reads", async () => {
    const { node, guide, start } = await rabbit(false);
    const { heard } = await listening(node, guide, "gateway/#");
    const bench = await start({ allowed_numbers: ["+447700900*"] });
    await until(() => heard.some(({ text }) => text === "online"));
    const owner = await connectAsync(addressOf(node, guide, "gateway"));
    onTestFinished(() => void owner.end(true));
    await owner.publishAsync("gateway/sms/send", '{"id":"one","to":"+447700900123","text":"hello"}', { qos: 1 });
    const told = () =>
      heard.filter(({ topic }) => topic === "gateway/sms/sent").map(({ text }) => JSON.parse(text).state);
    await until(
      () => told().length >= 2,
      () => bench.board.stdout.join("\n"),
    );
    expect(told()).toEqual(["accepted", "sent"]);
    await owner.publishAsync("gateway/request/signal", "{}", { qos: 1 });
    await until(() => heard.some(({ topic }) => topic === "gateway/response/signal"));
  });

  it("that is killed and started again gets what came meanwhile", async () => {
    const { node, guide, start } = await rabbit();
    const bench = await start({});
    const session = { clean: false, clientId: "reader", reconnectPeriod: 500 };
    const reader = await connectAsync({ ...addressOf(node, guide, "reader"), ...session });
    onTestFinished(() => void reader.end(true));
    const ids: string[] = [];
    reader.on("message", (_topic, payload) => ids.push(JSON.parse(payload.toString()).id));
    await reader.subscribeAsync("gateway/sms", { qos: 1 });
    const [before = "", meanwhile = ""] = numberedPdus(2);
    await bench.board.hardware({ do: "modem-deliver", pdu: before });
    await until(() => ids.length === 1);
    await until(async () => (await bench.board.report()).modem?.slots.length === 0);
    await node.kill();
    await bench.board.hardware({ do: "modem-deliver", pdu: meanwhile });
    await bench.said("broker: unreachable");
    expect((await bench.board.report()).modem?.slots.length).toBe(1);
    await node.start();
    await until(() => ids.includes(idOf(meanwhile)));
    await until(async () => (await bench.board.report()).modem?.slots.length === 0);
    // A kill may cost RabbitMQ the reader's acknowledgement of the first, and then it brings that again.
    expect([...new Set(ids)]).toEqual([idOf(before), idOf(meanwhile)]);
  });

  it("keeps commands of a gateway that is away, but no requests, with queue_offline", async () => {
    const { node, guide, start } = await rabbit(false);
    const { heard } = await listening(node, guide, "gateway/#");
    const bench = await start({ queue_offline: true, allowed_numbers: ["+447700900*"] });
    await until(() => heard.some(({ text }) => text === "online"));
    await bench.board.powerOff();
    await until(() => heard.some(({ text }) => text === "offline"));
    const owner = await connectAsync(addressOf(node, guide, "gateway"));
    onTestFinished(() => void owner.end(true));
    await owner.publishAsync("gateway/sms/send", '{"id":"away","to":"+447700900123","text":"hello"}', { qos: 1 });
    await owner.publishAsync("gateway/request/signal", "{}", { qos: 1 });
    await bench.board.powerOn();
    await until(() => heard.some(({ topic }) => topic === "gateway/sms/sent"));
    const told = heard.filter(({ topic }) => topic === "gateway/sms/sent").map(({ text }) => JSON.parse(text));
    expect(told).toMatchObject([{ id: "away", state: "rejected", error: { key: "expires" } }]);
    expect(heard.filter(({ topic }) => topic.startsWith("gateway/response/"))).toEqual([]);
  });

  it("says that the password is wrong, and which topic is not allowed", async () => {
    const { start } = await rabbit(false);
    await (await start({ broker_password: "guessed" })).said("broker: wrong-user");
    await (await start({ topic: "elsewhere" })).said("broker: topic-refused elsewhere/sms/send");
  });
});

/** A node with the users of the guide, and boards that know it. */
async function rabbit(isSecure = true) {
  const guide = new GuideFolder();
  guide.makeCertificates(OWN_AUTHORITY);
  const lines = guide.rabbitConfiguration(RABBITMQ);
  const cluster = await RabbitCluster.start(["gateway@localhost"], lines, isSecure);
  onTestFinished(() => cluster.stop());
  const node = cluster.node(0);
  for (const words of commandsIn(RABBITMQ, "sudo rabbitmqctl")) await node.control(...words);
  const authority = { cert: guide.pem("ca.crt") };
  const settings = {
    ...brokerSettingsIn(RABBITMQ),
    ...(isSecure ? {} : { broker_host: "192.168.1.10", broker_tls: false }),
  };
  const start = (more: object) =>
    SecureBoard.started(node.mqttPort, { authority, settings: { ...settings, ...more }, uniqueId: newId() });
  return { node, guide: isSecure ? guide : null, start };
}

let boards = 0;

function newId(): string {
  boards += 1;
  return `e66164084335ab${String(boards).padStart(2, "0")}`;
}

function addressOf(node: RabbitNode, guide: GuideFolder | null, username: string) {
  const secure =
    guide === null ? {} : { protocol: "mqtts" as const, ca: guide.pem("ca.crt"), servername: "broker.lan" };
  return {
    host: "127.0.0.1",
    port: node.mqttPort,
    username,
    password: PASSWORD,
    connectTimeout: STEP_MS_MAX,
    ...secure,
  };
}

/** Somebody who may read. */
async function listening(node: RabbitNode, guide: GuideFolder | null, ...topics: string[]) {
  const heard: Heard[] = [];
  const client = await connectAsync(addressOf(node, guide, "reader"));
  onTestFinished(() => void client.end(true));
  client.on("message", (topic, payload, { qos, retain }) =>
    heard.push({ topic, text: payload.toString(), qos, retain }),
  );
  await client.subscribeAsync(topics, { qos: 1 });
  return { heard, client };
}
