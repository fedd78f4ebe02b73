// The gateway at brokers that are set up as docs/brokers.md says: each way there has its story here.

import { execFileSync } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import net from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import tls from "node:tls";
import { connectAsync, type IClientOptions } from "mqtt";
import { expect, it, onTestFinished } from "vitest";
import { type Mosquitto, startMosquitto } from "../control/mosquitto.ts";
import { Authority } from "../support/certificates.ts";
import { describeWith, toolPath } from "../support/require-tool.ts";
import { idOf, pduOf } from "./support/messages.ts";
import { BROKER_NAME, SecureBoard, until } from "./support/secure-board.ts";

const PDU = pduOf({ from: "Amazon", text: "Your code is 791985" });

describeWith(["mosquitto", "openssl"], "mosquitto", () => {
  it("without TLS gets messages, and whoever looks at the gateway sees that anybody can read them", async () => {
    const broker = await mosquitto([]);
    const heard = await listening(broker.port, {});
    const bench = await SecureBoard.started(broker.port, { settings: { broker_tls: false, broker_port: 8883 } });
    await bench.board.hardware({ do: "modem-deliver", pdu: PDU });
    await until(() => heard.length > 0);
    await bench.said("broker: up, not encrypted");
    await until(async () => (await bench.displayed()).some((line) => line.includes("Amazon")));
    expect(JSON.parse(heard[0] ?? "{}").id).toBe(idOf(PDU));
    const diagnosis = await bench.answer("diagnose");
    expect(diagnosis).toMatchObject({ broker: "up", encrypted: false });
  });

  it("with TLS and an authority of its own gets messages, at an address without a name too", async () => {
    const authority = new Authority();
    const byName = await mosquitto(withTls(authority, BROKER_NAME));
    const byAddress = await mosquitto(withTls(authority, "127.0.0.1"));
    await Promise.all([
      delivers(byName, { ca: authority.cert }, { authority }),
      delivers(byAddress, { ca: authority.cert }, { authority, settings: { broker_host: "127.0.0.1" } }),
    ]);
  });

  it("with client certificates and an ACL lets the gateway do what it needs, and nobody without a certificate in", async () => {
    const authority = new Authority();
    const acl = file("acl", [
      "user gateway-1",
      "topic write gateway/#",
      "topic read gateway/sms/send",
      "topic read gateway/request/#",
      "user reader",
      "topic read gateway/#",
      "",
    ]);
    const lines = [
      ...withTls(authority, BROKER_NAME),
      `cafile ${authority.certFile}`,
      "require_certificate true",
      "use_identity_as_username true",
      `acl_file ${acl}`,
    ];
    const broker = await mosquitto(lines);
    const { cert, key } = authority.issue("reader");
    const identity = authority.issue("gateway-1");
    await delivers(broker, { ca: authority.cert, cert, key }, { authority, identity });
    const stranger = await SecureBoard.started(broker.port, { authority });
    await stranger.said("broker: tls-refused");
  });
});

describeWith(
  ["mosquitto", "openssl"],
  "a broker in the cloud, such as HiveMQ Cloud, that asks for TLS with SNI, user and password",
  () => {
    it("gets messages from a gateway that has all of it", async () => {
      const authority = new Authority();
      const passwords = file("passwords", []);
      execFileSync(toolPath("mosquitto").replace(/sbin\/mosquitto$/, "bin/mosquitto_passwd"), [
        "-b",
        passwords,
        "gateway",
        "a good password",
      ]);
      chmodSync(passwords, 0o644);
      const broker = await mosquitto([`password_file ${passwords}`], "allow_anonymous false");
      const front = await frontWithSni(authority, broker.port);
      const user = { broker_user: "gateway", broker_password: "a good password" };
      const listener = { ca: authority.cert, username: user.broker_user, password: user.broker_password };
      await delivers({ ...broker, port: front.port }, listener, { authority, settings: user });
      expect(front.names).toContain(BROKER_NAME);
      const wrong = await SecureBoard.started(front.port, {
        authority,
        settings: { ...user, broker_password: "guessed" },
      });
      await wrong.said("broker: refused");
    });
  },
);

/** A message that comes to a gateway is heard at the broker, by TLS on both sides. */
async function delivers(
  broker: Pick<Mosquitto, "port">,
  listener: IClientOptions,
  options: Parameters<typeof SecureBoard.started>[1],
): Promise<void> {
  const host = options?.settings && "broker_host" in options.settings ? undefined : BROKER_NAME;
  const heard = await listening(broker.port, { ...listener, protocol: "mqtts", ...(host ? { servername: host } : {}) });
  const bench = await SecureBoard.started(broker.port, options);
  await bench.board.hardware({ do: "modem-deliver", pdu: PDU });
  await until(
    () => heard.length > 0,
    () => bench.board.stdout.join("\n"),
  );
  expect(JSON.parse(heard[0] ?? "{}")).toMatchObject({ id: idOf(PDU), code: "791985" });
  expect(await bench.answer("diagnose")).toMatchObject({ broker: "up", encrypted: true });
  expect(bench.board.log.filter(({ type }) => type === "fault" || type === "prompt")).toEqual([]);
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

async function mosquitto(lines: readonly string[], access?: string): Promise<Mosquitto> {
  const broker = await startMosquitto(lines, access);
  onTestFinished(() => broker.stop());
  return broker;
}

function withTls(authority: Authority, name: string): string[] {
  const { certFile, keyFile } = authority.issue(name);
  return [`certfile ${certFile}`, `keyfile ${keyFile}`];
}

/** A file for mosquitto, which reads as a user of its own. */
function file(name: string, lines: readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), "broker-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  chmodSync(folder, 0o755);
  const path = join(folder, name);
  writeFileSync(path, lines.join("\n"));
  return path;
}

/** TLS before a plain broker, as a cloud has it: who does not say whom he wants is sent away. */
async function frontWithSni(authority: Authority, port: number): Promise<{ port: number; names: string[] }> {
  const names: string[] = [];
  const { cert, key } = authority.issue(BROKER_NAME);
  const context = tls.createSecureContext({ cert, key });
  const server = tls.createServer(
    {
      SNICallback: (name, done) => {
        names.push(name);
        if (name === BROKER_NAME) done(null, context);
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
