// docs/fleet.md as its reader follows it: two gateways, two readers that share the work, a node that stops. The reader's program, the
// front and the configuration are those that stand there.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it, onTestFinished } from "vitest";
import { startHaproxy } from "../control/haproxy.ts";
import { startMosquitto } from "../control/mosquitto.ts";
import { RabbitCluster } from "../control/rabbitmq.ts";
import { describeWith, toolPath } from "../support/require-tool.ts";
import { blocksOf, brokerSettingsIn, commandsIn, GuideFolder, PASSWORD } from "./support/brokers-guide.ts";
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

const pdus = (gateway: string) =>
  Array.from({ length: EACH * 2 }, (_, n) => pduOf({ text: `${gateway}, message ${n}: code ${100000 + n}` }));

describeWith(["rabbitmq-server", "epmd", "haproxy", "openssl"], "a fleet at a RabbitMQ cluster", () => {
  it("loses nothing when a node stops with a gateway and a reader at it", async () => {
    const { cluster, gateways, nodes } = await rabbitFleet();
    const readers = [reader(nodes), reader([...nodes.slice(1), ...nodes.slice(0, 1)])];
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
});

describeWith(["mosquitto", "mosquitto_sub"], "a fleet at mosquitto", () => {
  it("loses nothing when a reader that shares is killed and comes back", async () => {
    const broker = await startMosquitto();
    onTestFinished(() => broker.stop());
    const [first, second] = commandsIn(SHARE, "mosquitto_sub", PAGE).map((words) => sharing(words, broker.port));
    if (!first || !second) throw new Error("docs/fleet.md has two readers");
    let readers = [first(), second()];
    const plain = { broker_tls: false, broker_host: "192.168.1.10" };
    const one = await SecureBoard.started(broker.port, { settings: { ...plain, topic: "site/gw1" } });
    const two = await SecureBoard.started(broker.port, {
      settings: { ...plain, topic: "site/gw2" },
      uniqueId: "e66164084335ab22",
    });
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
});

/** A cluster with a front before it, and gateways that know the front alone. */
async function rabbitFleet() {
  const guide = new GuideFolder();
  guide.makeCertificates(OWN_AUTHORITY);
  const names = ["node1@localhost", "node2@localhost", "node3@localhost"];
  const lines = guide.rabbitConfiguration(CLUSTER, PAGE).map((line) => line.replace(/rabbit@(node\d)/, "$1@localhost"));
  const cluster = await RabbitCluster.start(names, lines, true);
  onTestFinished(() => cluster.stop());
  for (const words of commandsIn(CLUSTER, "sudo rabbitmqctl", PAGE)) await cluster.node(0).control(...words);
  const front = await startHaproxy(
    blocksOf(CLUSTER, "text", PAGE)[1] ?? "",
    cluster.nodes.map((node) => node.mqttPort),
  );
  onTestFinished(() => front.stop());
  const common = { ...brokerSettingsIn("RabbitMQ") };
  const gateway = (topic: string, uniqueId: string) =>
    SecureBoard.started(front.port, {
      authority: { cert: guide.pem("ca.crt") },
      settings: { ...common, topic },
      uniqueId,
    });
  const gateways = async () =>
    [await gateway("site/gw1", "e66164084335ab21"), await gateway("site/gw2", "e66164084335ab22")] as const;
  const password = encodeURIComponent(PASSWORD);
  const nodes = cluster.nodes.map(({ amqpPort }) => `amqp://reader:${password}@127.0.0.1:${amqpPort}`);
  return { cluster, gateways, nodes };
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
function reader(nodes: readonly string[]): Reader {
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(`${FOLDER}reader.mjs`, blocksOf(CLUSTER, "js", PAGE)[0] ?? "");
  const env = { ...process.env, NODES: nodes.join(" ") };
  return new Reader(spawn(process.execPath, [`${FOLDER}reader.mjs`], { env }), (line) => line.split(" ")[1]);
}

/** mosquitto_sub as the page calls it, but for where and who. */
function sharing(words: readonly string[], port: number): () => Reader {
  const own = words.slice(words.indexOf("-q"));
  const args = ["-h", "127.0.0.1", "-p", `${port}`, ...own];
  return () => new Reader(spawn(toolPath("mosquitto_sub"), args), (line) => JSON.parse(line).id);
}

class Reader {
  readonly ids: string[] = [];
  private rest = "";

  constructor(
    readonly child: ChildProcess,
    idIn: (line: string) => string | undefined,
  ) {
    child.stdout?.setEncoding("utf8").on("data", (text: string) => {
      const lines = (this.rest + text).split("\n");
      this.rest = lines.pop() ?? "";
      this.ids.push(...lines.flatMap((line) => idIn(line) ?? []));
    });
    onTestFinished(async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill("SIGKILL");
      await once(child, "exit");
    });
  }
}
