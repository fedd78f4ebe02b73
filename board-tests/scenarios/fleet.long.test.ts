// docs/fleet.md as its reader follows it: two gateways, two readers that share the work, a node that stops. The reader's program, the
// front and the configuration are those that stand there.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { connectAsync } from "mqtt";
import { expect, it, onTestFinished } from "vitest";
import { startHaproxy } from "../control/haproxy.ts";
import { startMosquitto } from "../control/mosquitto.ts";
import { RabbitCluster } from "../control/rabbitmq.ts";
import { describeWith, toolPath } from "../support/require-tool.ts";
import { blocksOf, commandsIn, GuideFolder, PASSWORD } from "./support/brokers-guide.ts";
import { idOf, pduOf } from "./support/messages.ts";
import { SecureBoard, until } from "./support/secure-board.ts";

const PAGE = "fleet.md";
const CLUSTER = "A RabbitMQ cluster";
const SHARE = "Mosquitto: readers that share";
const OWN_AUTHORITY = "Mosquitto with TLS";
/** Its packages are found from there. */
const FOLDER = fileURLToPath(new URL("../../.cache/fleet/", import.meta.url));
/** The longest wait for the next attempt while messages wait is 30 s. */
const RECOVERY_MS_MAX = 60_000;
const EACH = 8;
/** The identifier of what says nothing. */
const PROBE = "probe";

const pdus = (gateway: string) =>
  Array.from({ length: EACH * 2 }, (_, n) => pduOf({ text: `${gateway}, message ${n}: code ${100000 + n}` }));

describeWith(["rabbitmq-server", "epmd", "haproxy", "openssl"], "a fleet at a RabbitMQ cluster", () => {
  it("loses nothing when a node stops with a gateway and a reader at it", async () => {
    const { cluster, gateways, guide, nodes } = await rabbitFleet();
    const readers = [reader(guide, nodes), reader(guide, [...nodes.slice(1), ...nodes.slice(0, 1)])];
    // The queue must be there before the first message.
    await until(async () => (await cluster.node(1).control("list_queues", "type", "consumers")).includes("quorum\t2"));
    const [one, two] = await gateways();
    const messages = [pdus("one"), pdus("two")] as const;
    await deliver([one, two], messages, 0);
    await until(() => readers.flatMap(({ ids }) => ids).length >= EACH);
    await cluster.node(0).kill();
    await deliver([one, two], messages, EACH);
    await untilAll([one, two], messages, () => readers.flatMap(({ ids }) => ids));
    for (const { ids } of readers) expect(ids.length).toBeGreaterThan(0);
    const lost = [one, two].filter(({ board }) => board.stdout.some((line) => line.includes("broker: unreachable")));
    expect(lost.length).toBeGreaterThan(0);
  }, 240_000);

  it("lets a board that was stolen command neither another one nor itself", async () => {
    const { front, gateways, guide } = await rabbitFleet();
    const [one, two] = await gateways();
    for (const each of [one, two]) await each.said("broker: up");
    await expectCommandsOfCommanderAlone(front.port, guide);
  }, 240_000);
});

describeWith(["mosquitto", "mosquitto_sub", "mosquitto_passwd", "openssl"], "a fleet at mosquitto", () => {
  it("loses nothing when a reader that shares is killed and comes back", async () => {
    const { broker, gateways, guide } = await mosquittoFleet();
    const [first, second] = commandsIn(SHARE, "mosquitto_sub", PAGE).map((words) => sharing(words, broker.port, guide));
    if (!first || !second) throw new Error("docs/fleet.md has two readers");
    let readers = [first(), second()];
    await untilAllListen(readers, broker.port, guide);
    const [one, two] = await gateways();
    const messages = [pdus("one"), pdus("two")] as const;
    await deliver([one, two], messages, 0);
    await until(() => readers.flatMap(({ ids }) => ids).length >= EACH * 2);
    for (const { ids } of readers) expect(ids.length).toBeGreaterThan(0);
    readers[0]?.child.kill("SIGKILL");
    await deliver([one, two], messages, EACH);
    await until(async () => (await isEmpty(one)) && (await isEmpty(two)));
    readers = [...readers, first()];
    await untilAll([one, two], messages, () => readers.flatMap(({ ids }) => ids));
  }, 120_000);

  it("lets a board that was stolen command neither another one nor itself", async () => {
    const { broker, gateways, guide } = await mosquittoFleet();
    const [one, two] = await gateways();
    for (const each of [one, two]) await each.said("broker: up");
    await expectCommandsOfCommanderAlone(broker.port, guide);
  }, 120_000);
});

/** mosquitto with the users and rules of the page, and gateways with those of theirs. */
async function mosquittoFleet() {
  const guide = new GuideFolder();
  guide.makeCertificates(OWN_AUTHORITY);
  const users = commandsIn(SHARE, "sudo mosquitto_passwd", PAGE).map((words) => words.at(-1) ?? "");
  const broker = await startMosquitto(guide.configuration(SHARE, PAGE, users), "");
  onTestFinished(() => broker.stop());
  return { broker, guide, gateways: () => twoGateways(broker.port, guide) };
}

/** A cluster with a front before it, and gateways that know the front alone. */
async function rabbitFleet() {
  const guide = new GuideFolder();
  guide.makeCertificates(OWN_AUTHORITY);
  const names = ["node1@localhost", "node2@localhost", "node3@localhost"];
  const lines = guide.rabbitConfiguration(CLUSTER, PAGE).map((line) => line.replace(/rabbit@(node\d)/, "$1@localhost"));
  const cluster = await RabbitCluster.start(names, lines, true);
  onTestFinished(() => cluster.stop());
  for (const words of commandsIn(CLUSTER, "sudo rabbitmqctl", PAGE)) {
    await cluster.node(0).control(...words);
    const again = words.map((word) => word.replaceAll("gw1", "gw2"));
    if (words.includes("gw1")) await cluster.node(0).control(...again);
  }
  const front = await startHaproxy(
    blocksOf(CLUSTER, "text", PAGE)[1] ?? "",
    cluster.nodes.map((node) => node.mqttPort),
  );
  onTestFinished(() => front.stop());
  const password = encodeURIComponent(PASSWORD);
  const nodes = cluster.nodes.map(({ amqpPort }) => `amqps://reader:${password}@127.0.0.1:${amqpPort}`);
  return { cluster, front, gateways: () => twoGateways(front.port, guide), guide, nodes };
}

/** With the settings of the page; the second has its own name wherever the first has one. */
async function twoGateways(port: number, guide: GuideFolder) {
  const text = (blocksOf(CLUSTER, "json", PAGE)[0] ?? "{}").replaceAll("…", PASSWORD);
  const gateway = (name: string, uniqueId: string) => {
    const { wifi_ssid, wifi_password, ...settings } = JSON.parse(text.replaceAll("gw1", name));
    return SecureBoard.started(port, { authority: { cert: guide.pem("ca.crt") }, settings, uniqueId });
  };
  return [await gateway("gw1", "e66164084335ab21"), await gateway("gw2", "e66164084335ab22")] as const;
}

async function connectedAs(username: string, clientId: string, port: number, guide: GuideFolder) {
  const client = await connectAsync({
    host: "127.0.0.1",
    port,
    protocol: "mqtts",
    ca: guide.pem("ca.crt"),
    servername: "broker.lan",
    username,
    password: PASSWORD,
    clientId,
    reconnectPeriod: 0,
  });
  client.on("error", () => {});
  onTestFinished(() => void client.end(true));
  return client;
}

/** Each reader in turn gets one of those that say nothing, once it listens: what comes before that, nobody keeps. */
async function untilAllListen(readers: readonly Reader[], port: number, guide: GuideFolder): Promise<void> {
  const client = await connectedAs("gw1", "probe", port, guide);
  await until(async () => {
    await client.publishAsync("site/gw1/sms", `{"id":"${PROBE}"}`, { qos: 1 });
    return readers.every(({ isListening }) => isListening);
  });
  await client.endAsync();
}

/** Who has the password of a gateway gives commands in vain, and the commander does not. */
async function expectCommandsOfCommanderAlone(port: number, guide: GuideFolder): Promise<void> {
  const heard: string[] = [];
  const commander = await connectedAs("commander", "commander-1", port, guide);
  commander.on("message", (topic, payload) =>
    heard.push(`${topic} ${JSON.parse(payload.toString()).transaction ?? ""}`),
  );
  await commander.subscribeAsync(["site/+/sms/sent", "site/+/response/#"], { qos: 1 });
  for (const topic of [
    "site/gw2/request/signal",
    "site/gw1/request/signal",
    "site/gw2/sms/send",
    "site/gw1/sms/send",
  ]) {
    // RabbitMQ ends the connection for it, mosquitto throws it away.
    const thief = await connectedAs("gw1", "thief", port, guide);
    const given = thief.publishAsync(topic, '{"transaction":"stolen","id":"stolen"}', { qos: 1 });
    const ended = new Promise<void>((resolve) => thief.once("close", () => resolve()));
    await Promise.race([given.catch(() => {}), ended]);
    await thief.endAsync(true);
  }
  for (const name of ["gw1", "gw2"])
    await commander.publishAsync(`site/${name}/request/signal`, '{"transaction":"mine"}', { qos: 1 });
  await until(
    () => heard.length >= 2,
    () => heard.join("\n"),
  );
  expect(heard.sort()).toEqual(["site/gw1/response/signal mine", "site/gw2/response/signal mine"]);
}

async function deliver(
  gateways: readonly SecureBoard[],
  messages: readonly (readonly string[])[],
  from: number,
): Promise<void> {
  for (let n = from; n < from + EACH; n++) {
    for (const [which, { board }] of gateways.entries())
      await board.hardware({ do: "modem-deliver", pdu: messages[which]?.[n] ?? "" });
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

async function untilAll(
  gateways: readonly SecureBoard[],
  messages: readonly (readonly string[])[],
  ids: () => string[],
): Promise<void> {
  const expected = new Set(messages.flat().map((pdu) => idOf(pdu)));
  await until(
    () => new Set(ids()).size >= expected.size,
    () =>
      `${ids().length} of ${expected.size}\n${gateways.map(({ board }) => board.stdout.slice(-8).join("\n")).join("\n\n")}`,
    RECOVERY_MS_MAX,
  );
  expect(new Set(ids())).toEqual(expected);
  for (const gateway of gateways) await until(() => isEmpty(gateway));
}

async function isEmpty({ board }: SecureBoard): Promise<boolean> {
  return (await board.report()).modem?.slots.length === 0;
}

/** The program of the page. */
function reader(guide: GuideFolder, nodes: readonly string[]): Reader {
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(`${FOLDER}reader.mjs`, blocksOf(CLUSTER, "js", PAGE)[0] ?? "");
  const env = { ...process.env, NODES: nodes.join(" ") };
  const child = spawn(process.execPath, [`${FOLDER}reader.mjs`], { cwd: guide.path, env });
  return new Reader(child, (line) => line.split(" ")[1]);
}

/** mosquitto_sub as the page calls it, but for where. */
function sharing(words: readonly string[], port: number, guide: GuideFolder): () => Reader {
  const args = words.map((word) => word.replace("broker.lan", "127.0.0.1").replace("8883", `${port}`));
  return () => new Reader(spawn(toolPath("mosquitto_sub"), args, { cwd: guide.path }), (line) => JSON.parse(line).id);
}

class Reader {
  readonly ids: string[] = [];
  isListening = false;
  private rest = "";

  constructor(
    readonly child: ChildProcess,
    idIn: (line: string) => string | undefined,
  ) {
    child.stdout?.setEncoding("utf8").on("data", (text: string) => {
      const lines = (this.rest + text).split("\n");
      this.rest = lines.pop() ?? "";
      const ids = lines.flatMap((line) => idIn(line) ?? []);
      this.isListening ||= ids.length > 0;
      this.ids.push(...ids.filter((id) => id !== PROBE));
    });
    onTestFinished(async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill("SIGKILL");
      await once(child, "exit");
    });
  }
}
