import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import tls from "node:tls";
import { expect, it, onTestFinished } from "vitest";
import { describeWith, toolPath } from "../../support/require-tool.ts";
import { boardWith } from "./with-board.ts";

const NAME = "broker.test";

/** A self-signed certificate for NAME, and its key. */
function makeCertificate(): { cert: Buffer; key: Buffer } {
  const folder = mkdtempSync(path.join(tmpdir(), "tls-"));
  const [cert, key] = [path.join(folder, "cert.pem"), path.join(folder, "key.pem")];
  const request = ["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2"];
  const subject = ["-subj", `/CN=${NAME}`, "-addext", `subjectAltName=DNS:${NAME}`];
  execFileSync(toolPath("openssl"), [...request, ...subject, "-keyout", key, "-out", cert], { stdio: "ignore" });
  const made = { cert: readFileSync(cert), key: readFileSync(key) };
  rmSync(folder, { recursive: true });
  return made;
}

/** An echo server with TLS on this machine, for the length of a test. */
async function tlsEchoServer(identity: { cert: Buffer; key: Buffer }): Promise<number> {
  const server = tls.createServer(identity, (socket) => {
    socket.on("error", () => {});
    socket.pipe(socket);
  });
  server.on("tlsClientError", () => {});
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  return (server.address() as { port: number }).port;
}

const program = (port: number) => `
import network, time, socket, ssl, gc
wlan = network.WLAN(0)
wlan.active(True)
wlan.connect('home', 'secret')
while not wlan.isconnected(): time.sleep_ms(5)

def talk(name, authorities):
    s = socket.socket()
    s.connect(('127.0.0.1', ${port}))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.verify_mode = ssl.CERT_REQUIRED
    if authorities: context.load_verify_locations(cadata=open('ca.pem', 'rb').read())
    gc.collect()
    before = gc.mem_free()
    try:
        t = context.wrap_socket(s, server_hostname=name)
        gc.collect()
        held = before - gc.mem_free()
        t.write(b'hello')
        print(t.read(5), 28000 < held < 31000)
    except ValueError as e: print('refused')
    s.close()

talk('${NAME}', True)
talk('another.test', True)
talk('${NAME}', False)
`;

describeWith(["openssl"], "TLS", () => {
  it("checks authority and name, and holds as much heap as a board's would", async () => {
    const identity = makeCertificate();
    const board = await boardWith("", {
      firmware: { "main.py": program(await tlsEchoServer(identity)), "ca.pem": new Uint8Array(identity.cert) },
      time: "real",
      network: { kind: "host" },
      wifi: { joinMs: 5, dhcpMs: 5 },
    });
    await board.runUntilEvent((event) => event.type === "prompt", 10_000, 0);
    expect(board.stdout).toEqual(["b'hello' True", "refused", "refused"]);
  });
});
