// What keeps the gateway from encrypting its connection: each is told apart, on the console and on the display, and nothing is
// sent to whoever is at the other end: no password, and nothing without TLS.
import net from "node:net";
import tls from "node:tls";
import { expect, it, onTestFinished, vi } from "vitest";
import { Authority, type Identity } from "../support/certificates.ts";
import { describeWith } from "../support/require-tool.ts";
import { BROKER_NAME, SecureBoard, type SecureBoardOptions, until } from "./support/secure-board.ts";

// Boards in real time, and the build before the first of them: on a busy machine that takes its time.
vi.setConfig({ testTimeout: 120_000 });

const PASSWORD = "a canary that no stranger hears";
const USER = { broker_user: "gateway", broker_password: PASSWORD };
const YEAR_MS = 365 * 86_400_000;

describeWith(["openssl"], "a broker with TLS", () => {
  // Fault 8.
  it("whose certificate has a flaw is told which, and gets nothing", async () => {
    const authority = new Authority();
    const good = await stranger(authority.issue(BROKER_NAME));
    const otherAuthority = await stranger(new Authority("Authority of somebody else").issue(BROKER_NAME));
    const later = await stranger(authority.issue(BROKER_NAME, "P-256", 1));
    const otherName = await stranger(authority.issue("another.test"));
    await Promise.all([
      fails(otherAuthority, "unknown-issuer", { authority }),
      fails(otherName, "wrong-name", { authority }),
    ]);
    await Promise.all([
      fails(good, "expired", { authority, timeMs: Date.now() + 11 * YEAR_MS }),
      fails(later, "not-yet-valid", { authority }),
    ]);
  });

  it("is not tried before the time is known, though the board's own clock says something", async () => {
    const authority = new Authority();
    const broker = await stranger(authority.issue(BROKER_NAME));
    const bench = await SecureBoard.started(broker.port, { authority, timeMs: null });
    await bench.said("modem: ready");
    await bench.said("W 0 broker: no-time");
    await until(async () => (await bench.displayed()).join("\n").includes("Broker TLS fails\nModem  ok"));
    expect(await bench.displayed()).toContain("no-time");
    expect(broker.connections()).toBe(0);
  });

  it("that breaks off, as one does for which the board lacks a certificate, is said to refuse", async () => {
    const authority = new Authority();
    const broker = await stranger(authority.issue(BROKER_NAME), { requestCert: true, ca: authority.cert });
    await fails(broker, "tls-refused", { authority });
  });
});

describeWith(["openssl"], "who speaks no TLS at the broker's port", () => {
  it("is told apart, and gets neither a password nor a connection without TLS", async () => {
    const authority = new Authority();
    await Promise.all([
      fails(await plainServer((socket) => socket.end()), "no-tls", { authority }),
      fails(await plainServer((socket) => socket.end("HTTP/1.1 400 Bad Request\r\n\r\n")), "no-tls", { authority }),
      fails(await plainServer((socket) => socket.resetAndDestroy()), "no-tls", { authority }),
    ]);
  });
});

describeWith(["openssl"], "a board's own files", () => {
  it("are looked at before anything begins: the authority, the certificate, and that its key is no RSA", async () => {
    const authority = new Authority();
    const identity = authority.issue("gateway-1");
    const cases: [SecureBoardOptions, RegExp][] = [
      [{ settings: { broker_ca: "own" } }, /no \/ca\.der/],
      [{ settings: { broker_cert: true } }, /no \/client\.der/],
      [{ authority, identity: authority.issue("gateway-1", "RSA-2048") }, /key is RSA/],
      [{ authority, identity: authority.issue("gateway-1", "P-384") }, /must be of EC P-256/],
    ];
    for (const [options, words] of cases) {
      const { board } = await SecureBoard.started(1, options);
      await until(() => board.stdout.some((line) => words.test(line)));
      await board.close();
    }
    expect(identity.key).toContain("PRIVATE KEY");
  });

  it("that are damaged are said to be", async () => {
    const authority = new Authority();
    const broker = await stranger(authority.issue(BROKER_NAME));
    const bench = await SecureBoard.started(broker.port, {
      authority,
      files: { "ca.der": new Uint8Array(300).fill(7) },
    });
    await bench.said("broker: tls-files");
  });
});

interface Stranger {
  readonly port: number;
  connections(): number;
  /** What came after the handshake, or without one. */
  heard(): string;
}

/** The console names the trouble, again and again; and nobody has heard anything. */
async function fails(broker: Stranger, trouble: string, options: SecureBoardOptions): Promise<void> {
  const bench = await SecureBoard.started(broker.port, { ...options, settings: { ...USER, ...options.settings } });
  await bench.said(`broker: ${trouble}`);
  await until(() => broker.connections() >= 2);
  await until(async () => (await bench.displayed()).includes(trouble));
  expect(broker.heard()).not.toContain(PASSWORD);
  expect(broker.heard()).not.toContain("MQTT");
  expect(bench.board.stdout.join("\n")).not.toContain(PASSWORD);
  const { watchdog } = await bench.board.state();
  expect(watchdog?.longestGapMs).toBeLessThan(2_000);
  await bench.board.close();
}

/** A server with TLS that only listens. */
async function stranger(identity: Identity, options: tls.TlsOptions = {}): Promise<Stranger> {
  let heard = "";
  let connections = 0;
  const server = tls.createServer({ cert: identity.cert, key: identity.key, ...options }, (socket) => {
    socket
      .on("error", () => {})
      .on("data", (octets: Buffer) => {
        heard += octets.toString("latin1");
      });
  });
  server.on("tlsClientError", () => {});
  server.on("connection", () => {
    connections += 1;
  });
  return { port: await listening(server), connections: () => connections, heard: () => heard };
}

/** A server that does something as soon as it has heard something. */
async function plainServer(answer: (socket: net.Socket) => void): Promise<Stranger> {
  let heard = "";
  let connections = 0;
  const server = net.createServer((socket) => {
    connections += 1;
    socket
      .on("error", () => {})
      .once("data", (octets: Buffer) => {
        heard += octets.toString("latin1");
        answer(socket);
      });
  });
  return { port: await listening(server), connections: () => connections, heard: () => heard };
}

async function listening(server: net.Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  return (server.address() as net.AddressInfo).port;
}
