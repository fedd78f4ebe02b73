// The gateway at each broker of docs/brokers.md: set up by the commands and the configuration that stand there, with the settings
// that stand there.
import net from "node:net";
import tls from "node:tls";
import { connectAsync, type IClientOptions } from "mqtt";
import { expect, it, onTestFinished, vi } from "vitest";
import { type Mosquitto, startMosquitto } from "../control/mosquitto.ts";
import { Authority } from "../support/certificates.ts";
import { describeWith } from "../support/require-tool.ts";
import { brokerSettingsIn, GuideFolder, PASSWORD } from "./support/brokers-guide.ts";
import { idOf, pduOf } from "./support/messages.ts";
import { SecureBoard, type SecureBoardOptions, until } from "./support/secure-board.ts";

// Boards in real time, and the build before the first of them: on a busy machine that takes its time.
vi.setConfig({ testTimeout: 60_000 });

const PDU = pduOf({ from: "Amazon", text: "Your code is 791985" });
const PLAIN = "Mosquitto without TLS";
const OWN_AUTHORITY = "Mosquitto with TLS";
const CERTIFICATES = "Mosquitto with client certificates";
const CLOUD = "HiveMQ Cloud";
const USER = { username: "gateway", password: PASSWORD };

describeWith(["mosquitto", "mosquitto_passwd", "openssl"], "mosquitto, as docs/brokers.md sets it up,", () => {
  it("without TLS gets messages, and whoever looks at the gateway sees that anybody can read them", async () => {
    const settings = brokerSettingsIn(PLAIN);
    const broker = await mosquitto(new GuideFolder().configuration(PLAIN));
    const bench = await delivers(broker, USER, { settings });
    await bench.said("broker: up, not encrypted");
    expect(await bench.answer("diagnose")).toMatchObject({ broker: "up", encrypted: false });
  });

  it("with TLS and an authority of its own gets messages, by name and by address", async () => {
    const settings = brokerSettingsIn(OWN_AUTHORITY);
    const folder = new GuideFolder();
    folder.makeCertificates(OWN_AUTHORITY);
    const broker = await mosquitto(folder.configuration(OWN_AUTHORITY));
    const authority = { cert: folder.pem("ca.crt") };
    const listener = { ...USER, protocol: "mqtts" as const, ca: authority.cert, servername: "broker.lan" };
    const bench = await delivers(broker, listener, { authority, settings });
    expect(await bench.answer("diagnose")).toMatchObject({ broker: "up", encrypted: true });
    await delivers(broker, listener, { authority, settings: { ...settings, broker_host: "192.168.1.10" } });
  });

  it("with client certificates and an ACL lets the gateway do what it needs, and nobody else in", async () => {
    const settings = brokerSettingsIn(CERTIFICATES);
    const folder = new GuideFolder();
    for (const section of [OWN_AUTHORITY, CERTIFICATES]) folder.makeCertificates(section);
    const broker = await mosquitto(folder.configuration(CERTIFICATES));
    const authority = { cert: folder.pem("ca.crt") };
    const user = (name: string) => ({
      ...folder.identity(name),
      protocol: "mqtts" as const,
      ca: authority.cert,
      servername: "broker.lan",
    });
    const listener = user("reader");
    const bench = await delivers(broker, listener, { authority, identity: folder.identity("client"), settings });
    const reader = await connectAsync({ host: "127.0.0.1", port: broker.port, ...listener });
    onTestFinished(() => void reader.end(true));
    const answers: string[] = [];
    reader.on("message", (topic) => answers.push(topic));
    await reader.subscribeAsync(["gateway/response/#", "gateway/sms/sent"], { qos: 1 });
    // The reader may not give commands, whoever may.
    await reader.publishAsync("gateway/request/signal", "{}", { qos: 1 });
    const stranger = await SecureBoard.started(broker.port, {
      authority,
      settings: { ...settings, broker_cert: false },
    });
    await stranger.said("broker: tls-refused");
    expect(answers).toEqual([]);
    const commander = await connectAsync({ host: "127.0.0.1", port: broker.port, ...user("commander") });
    onTestFinished(() => void commander.end(true));
    await commander.publishAsync("gateway/request/signal", "{}", { qos: 1 });
    await until(() => answers.includes("gateway/response/signal"));
    // Nobody may be sent to; the gateway has heard it and says so.
    await commander.publishAsync("gateway/sms/send", '{"to":"+447700900123","text":"hello"}', { qos: 1 });
    await until(() => answers.includes("gateway/sms/sent"));
    expect(answers).toHaveLength(2);
    expect(bench.board.stdout.join("\n")).not.toContain("unreachable");
  });
});

describeWith(
  ["mosquitto", "mosquitto_passwd", "openssl"],
  "a broker like HiveMQ Cloud, with TLS, SNI, user and password,",
  () => {
    it("gets messages from a gateway that has all of it", async () => {
      const settings = brokerSettingsIn(CLOUD);
      const name = `${settings.broker_host}`;
      const authority = new Authority();
      const broker = await mosquitto(new GuideFolder().configuration(PLAIN));
      const front = await frontWithSni(authority, name, broker.port);
      const listener = { ...USER, protocol: "mqtts" as const, ca: authority.cert, servername: name };
      // A real one has a certificate of Let's Encrypt; nobody issues those for tests, so another stands for that root.
      const options = { authority, settings: { broker_ca: "isrg-root-x1", ...settings } };
      await delivers(front, listener, options);
      expect(front.names).toContain(name);
      const wrong = { ...options, settings: { ...options.settings, broker_password: "guessed" } };
      await (await SecureBoard.started(front.port, wrong)).said("broker: not-allowed");
      const byAddress = { ...options, settings: { ...options.settings, broker_host: "192.168.1.10" } };
      await (await SecureBoard.started(front.port, byAddress)).said("broker: tls-refused");
    });
  },
);

/** A message that comes to a gateway is heard at the broker. */
async function delivers(
  broker: Pick<Mosquitto, "port">,
  listener: IClientOptions,
  options: SecureBoardOptions,
): Promise<SecureBoard> {
  const heard = await listening(broker.port, listener);
  const bench = await SecureBoard.started(broker.port, options);
  await bench.board.hardware({ do: "modem-deliver", pdu: PDU });
  await until(
    () => heard.length > 0,
    () => bench.board.stdout.join("\n"),
  );
  expect(JSON.parse(heard[0] ?? "{}")).toMatchObject({ id: idOf(PDU), code: "791985" });
  expect(bench.board.log.filter(({ type }) => type === "fault" || type === "prompt")).toEqual([]);
  return bench;
}

/** What comes on gateway/sms, as somebody hears it. */
async function listening(port: number, options: IClientOptions): Promise<string[]> {
  const heard: string[] = [];
  const client = await connectAsync({ host: "127.0.0.1", port, protocol: "mqtt", ...options });
  onTestFinished(() => void client.end(true));
  client.on("message", (_topic, payload) => heard.push(payload.toString()));
  await client.subscribeAsync("gateway/sms", { qos: 1 });
  return heard;
}

async function mosquitto(lines: readonly string[]): Promise<Mosquitto> {
  const broker = await startMosquitto(lines, "");
  onTestFinished(() => broker.stop());
  return broker;
}

/** TLS before a plain broker, as a cloud has it: who does not say whom he wants is sent away. */
async function frontWithSni(authority: Authority, name: string, port: number) {
  const names: string[] = [];
  const { cert, key } = authority.issue(name);
  const context = tls.createSecureContext({ cert, key });
  const server = tls.createServer(
    {
      SNICallback: (asked, done) => {
        names.push(asked);
        if (asked === name) done(null, context);
        else done(new Error("nobody of that name"));
      },
    },
    (socket) => {
      const inner = net.connect(port, "127.0.0.1");
      for (const each of [socket, inner]) each.on("error", () => {});
      socket.pipe(inner).pipe(socket);
    },
  );
  server.on("tlsClientError", () => {});
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  return { port: (server.address() as net.AddressInfo).port, names };
}
