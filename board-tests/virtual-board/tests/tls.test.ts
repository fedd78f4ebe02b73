// tls and ssl on a board: what Mbed TLS checks, at the board's time of day, what it holds of the heap, and how a handshake
// goes that nobody waits for.
import { createPrivateKey, X509Certificate } from "node:crypto";
import net from "node:net";
import tls from "node:tls";
import { expect, it, onTestFinished } from "vitest";
import { Authority } from "../../support/certificates.ts";
import { describeWith } from "../../support/require-tool.ts";
import { boardWith } from "./with-board.ts";

const NAME = "broker.test";

/** An echo server with TLS on this machine, for the length of a test. */
async function echoServer(options: tls.TlsOptions): Promise<number> {
  const server = tls.createServer(options, (socket) => {
    socket.on("error", () => {});
    socket.pipe(socket);
  });
  server.on("tlsClientError", () => {});
  return listening(server);
}

async function listening(server: net.Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  return (server.address() as net.AddressInfo).port;
}

const PROGRAM = `
import network, time, socket, ssl, tls, gc, machine
wlan = network.WLAN(0)
wlan.active(True)
wlan.connect('home', 'secret')
while not wlan.isconnected(): time.sleep_ms(5)
def at(year):
    machine.RTC().datetime((year, 11, 26, 0, 12, 0, 0, 0))
def connected(port):
    s = socket.socket()
    s.connect(('127.0.0.1', port))
    return s
def talk(port, name, module=tls, identity=None):
    s = connected(port)
    context = module.SSLContext(module.PROTOCOL_TLS_CLIENT)
    context.verify_mode = module.CERT_REQUIRED
    context.load_verify_locations(cadata=open('ca.der', 'rb').read()) if module is ssl else context.load_verify_locations(open('ca.der', 'rb').read())
    if identity: context.load_cert_chain(*identity)
    gc.collect()
    before = gc.mem_free()
    try:
        t = context.wrap_socket(s, server_hostname=name)
        gc.collect()
        held = before - gc.mem_free()
        t.write(b'hello')
        print(t.read(5), 28000 < held < 31000)
        t.close()
    except ValueError as e: print(' & '.join(str(e).split('\\n')).strip(' &'))
    except OSError as e: print(e.errno)
    s.close()
`;

const derOf = (pem: string) => new X509Certificate(pem).raw;
const sec1Of = (pem: string) => createPrivateKey(pem).export({ format: "der", type: "sec1" });
/** Octets, as a program has them. */
const python = (octets: Buffer) => `bytes.fromhex('${octets.toString("hex")}')`;

async function printed(authority: Authority, program: string): Promise<string[]> {
  const board = await boardWith("", {
    firmware: { "main.py": PROGRAM + program, "ca.der": new Uint8Array(derOf(authority.cert)) },
    time: "real",
    network: { kind: "host", handshakeMs: 300 },
    wifi: { joinMs: 5, dhcpMs: 5 },
  });
  await board.runUntilEvent((event) => event.type === "prompt", 15_000, 0);
  return board.stdout;
}

describeWith(["openssl"], "TLS", () => {
  it("checks authority, name and dates, by the board's clock, and holds as much heap as a board's would", async () => {
    const authority = new Authority();
    const port = await echoServer(authority.issue(NAME));
    const other = await echoServer(new Authority("Authority of somebody else").issue(NAME));
    const byAddress = await echoServer(authority.issue("127.0.0.1"));
    const lines = await printed(
      authority,
      `
talk(${port}, '${NAME}')
at(2027)
talk(${port}, '${NAME}')
talk(${port}, '${NAME}', ssl)
talk(${port}, 'another.test')
talk(${byAddress}, '127.0.0.1')
talk(${byAddress}, '127.0.0.2')
talk(${other}, '${NAME}')
at(2037)
talk(${other}, 'another.test')
`,
    );
    const cn = "The certificate Common Name (CN) does not match with the expected CN";
    const ca = "The certificate is not correctly signed by the trusted CA";
    expect(lines).toEqual([
      "The certificate validity starts in the future",
      "b'hello' True",
      "b'hello' True",
      cn,
      "b'hello' True",
      cn,
      ca,
      `The certificate validity has expired &  & ${cn} &  & ${ca}`,
    ]);
  });

  it("says by Mbed TLS' codes that nobody speaks TLS there, or that the server wants a certificate", async () => {
    const authority = new Authority();
    const silent = await listening(
      net.createServer((socket) => socket.on("error", () => {}).once("data", () => socket.end())),
    );
    const plain = await listening(
      net.createServer((socket) =>
        socket.on("error", () => {}).once("data", () => socket.end("HTTP/1.1 400 no\r\n\r\n")),
      ),
    );
    const mutual = await echoServer({ ...authority.issue(NAME), ca: authority.cert, requestCert: true });
    const lines = await printed(
      authority,
      `at(2027)\n${[silent, plain, mutual].map((port) => `talk(${port}, '${NAME}')`).join("\n")}`,
    );
    expect(lines).toEqual(["-29312", "-29184", "-30592"]);
  });

  it("shows a certificate and signs with a key whether or not they belong together, which who asks for them finds out", async () => {
    const authority = new Authority();
    const open = await echoServer(authority.issue(NAME));
    const mutual = await echoServer({
      ...authority.issue(NAME),
      ca: authority.cert,
      requestCert: true,
      rejectUnauthorized: true,
    });
    const [own, other] = [authority.issue("gateway"), authority.issue("gateway")];
    const pair = (cert: string, key: string) => `identity=(${python(derOf(cert))}, ${python(sec1Of(key))})`;
    const lines = await printed(
      authority,
      `at(2027)
talk(${mutual}, '${NAME}', ${pair(own.cert, own.key)})
talk(${mutual}, '${NAME}', ${pair(own.cert, other.key)})
talk(${open}, '${NAME}', ${pair(own.cert, other.key)})
`,
    );
    // A server of Node ends such a connection without an alert.
    expect(lines).toEqual(["b'hello' True", "-29312", "b'hello' True"]);
  });

  it("goes on by what is written, without blocking, and the processor is busy with it", async () => {
    const authority = new Authority();
    const port = await echoServer(authority.issue(NAME));
    const lines = await printed(
      authority,
      `
at(2027)
s = connected(${port})
s.setblocking(False)
context = tls.SSLContext(tls.PROTOCOL_TLS_CLIENT)
context.load_verify_locations(open('ca.der', 'rb').read())
t = context.wrap_socket(s, server_hostname='${NAME}', do_handshake_on_connect=False)
print(t.write(b''))
longest = 0
while True:
    start = time.ticks_ms()
    count = t.write(b'hello')
    longest = max(longest, time.ticks_diff(time.ticks_ms(), start))
    if count: break
    time.sleep_ms(2)
print(count, 300 <= longest < 600)
time.sleep_ms(100)
print(t.read(5), t.read(5))
`,
    );
    expect(lines).toEqual(["0", "5 True", "b'hello' None"]);
  });

  it("fails as a board's where the heap has no block for it", async () => {
    const authority = new Authority();
    const port = await echoServer(authority.issue(NAME));
    const lines = await printed(
      authority,
      `
at(2027)
gc.collect()
full = []
try:
    while True: full.append(bytearray(4000))
except MemoryError: pass
del full[:2]
talk(${port}, '${NAME}')
full = None
talk(${port}, '${NAME}')
`,
    );
    expect(lines).toEqual(["12", "b'hello' True"]);
  });
});
