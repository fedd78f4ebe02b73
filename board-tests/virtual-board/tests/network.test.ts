import net from "node:net";
import { describe, expect, it, onTestFinished } from "vitest";
import { boardWith, printedBy } from "./with-board.ts";

const join = `
import network, socket, select, time
wlan = network.WLAN(network.STA_IF)
wlan.active(True)
wlan.connect('home', 'secret')
while wlan.status() in (1, 2): time.sleep_ms(10)
`;

describe("Wi-Fi", () => {
  it("joins in 3 s and has an address 1 s later", async () => {
    const source = `
import network, time
wlan = network.WLAN(network.STA_IF)
wlan.active(True)
wlan.connect('home', 'secret')
last = None
t = time.ticks_ms()
while last != 3:
    if wlan.status() != last:
        last = wlan.status()
        print(last, round(time.ticks_diff(time.ticks_ms(), t) / 1000))
    time.sleep_ms(10)
`;
    expect(await printedBy(source)).toEqual(["1 0", "2 3", "3 4"]);
  });

  it.each([
    ["a wrong password", "secret", -3],
    ["no such network", "away", -2],
  ])("%s has a status of its own", async (_name, wanted, status) => {
    const accessPoints = [{ ssid: wanted === "away" ? "other" : "home", key: "right" }];
    expect(await printedBy(`${join}print(wlan.status())`, { wifi: { accessPoints } })).toEqual([String(status)]);
  });

  it("scans for 10 s", async () => {
    const source = `
import network, time
wlan = network.WLAN(network.STA_IF)
wlan.active(True)
t = time.ticks_ms()
print([(n[0], n[3], n[4]) for n in wlan.scan()], time.ticks_diff(time.ticks_ms(), t) // 1000)
`;
    const accessPoints = [
      { ssid: "home", key: "k", rssi: -70 },
      { ssid: "café", key: null, rssi: -80 },
    ];
    const [line] = await printedBy(source, { wifi: { accessPoints } });
    expect(line).toBe("[(b'home', -70, 5), (b'caf\\xc3\\xa9', -80, 0)] 10");
  });

  it("that is gone leaves a connection half open, and what was sent arrives when it is back", async () => {
    const source = `${join}
s = socket.socket()
s.connect(socket.getaddrinfo('broker', 1883)[0][-1])
s.settimeout(2)
s.write(b'\\x10\\x0e\\x00\\x04MQTT\\x04\\x02\\x00\\x3c\\x00\\x02ab')
print(s.read(4))
time.sleep(5)
print(wlan.isconnected())
s.write(b'\\xc0\\x00')
try: s.read(2)
except OSError as e: print(e)
time.sleep(10)
wlan.connect('home', 'secret')
print(s.read(2) if not s.settimeout(10) else None)
`;
    const board = await boardWith(source);
    await board.advance(6000);
    await board.tell({ do: "wifi-link", up: false });
    await board.advance(10_000);
    expect(board.stdout).toEqual(["b' \\x02\\x00\\x00'", "False", "[Errno 110] ETIMEDOUT"]);
    await board.tell({ do: "wifi-link", up: true });
    await board.advance(20_000);
    expect(board.stdout[3]).toBe("b'\\xd0\\x00'");
  });
});

describe("a radio", () => {
  it("hears of a hidden network no name, and joins it all the same", async () => {
    const source = `
import network, time
wlan = network.WLAN(network.STA_IF)
wlan.active(True)
print([n[0] for n in wlan.scan()])
wlan.connect('home', 'k')
while wlan.status() in (1, 2): time.sleep_ms(10)
print(wlan.status(), wlan.ifconfig()[0], network.ipconfig('dns'))
`;
    const accessPoints = [{ ssid: "home", key: "k", hidden: true }];
    expect(await printedBy(source, { wifi: { accessPoints } })).toEqual(["[b'']", "3 10.0.0.2 10.0.0.1"]);
  });

  it("with an address of its own asks nobody for one", async () => {
    const source = `
import network, time
wlan = network.WLAN(network.STA_IF)
wlan.active(True)
wlan.ifconfig(("10.0.0.40", "255.255.255.0", "10.0.0.1", "10.0.0.53"))
wlan.connect('home', 'secret')
last = set()
while wlan.status() != 3:
    last.add(wlan.status())
    time.sleep_ms(10)
print(last, wlan.ifconfig()[0], network.ipconfig('dns'))
`;
    expect(await printedBy(source)).toEqual(["{1} 10.0.0.40 10.0.0.53"]);
  });

  it("runs a timer's callback while it looks around", async () => {
    const source = `
import machine, network
calls = []
timer = machine.Timer(-1, period=1000, mode=machine.Timer.PERIODIC, callback=lambda _: calls.append(1))
wlan = network.WLAN(network.STA_IF)
wlan.active(True)
wlan.scan()
timer.deinit()
print(len(calls))
`;
    expect(await printedBy(source)).toEqual(["10"]);
  });
});

describe("a datagram", () => {
  const ask = `${join}
import socket
s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
s.setblocking(False)
question = b'\\x12\\x34\\x01\\x00\\x00\\x01\\x00\\x00\\x00\\x00\\x00\\x00\\x09localhost\\x00\\x00\\x01\\x00\\x01'
s.sendto(question, ('10.0.0.1', 53))
try: s.recvfrom(512)
except OSError as e: print(e)
time.sleep_ms(500)
answer, address = s.recvfrom(512)
print(answer[-4:], address)
`;

  it("to the name server is answered a round trip later", async () => {
    expect(await printedBy(ask)).toEqual(["[Errno 11] EAGAIN", "b'\\n\\x00\\x00\\x01' ('10.0.0.1', 53)"]);
  });

  it("is answered by this machine where the sockets are real", async () => {
    const options = { network: { kind: "host" }, wifi: { joinMs: 20, dhcpMs: 10 } } as const;
    expect(await printedBy(ask, options)).toEqual(["[Errno 11] EAGAIN", "b'\\x7f\\x00\\x00\\x01' ('10.0.0.1', 53)"]);
  });
});

describe("lwIP's limits", () => {
  it("are five TCP connections: the sixth socket is ENOMEM, and closing one makes room", async () => {
    const source = `${join}
sockets = [socket.socket() for i in range(5)]
try: socket.socket()
except OSError as e: print(e)
sockets[0].close()
socket.socket()
print('room')
`;
    expect(await printedBy(source)).toEqual(["[Errno 12] ENOMEM", "room"]);
  });

  it("are two UDP sockets for programs", async () => {
    const source = `${join}
keep = [socket.socket(2, socket.SOCK_DGRAM) for i in range(2)]
socket.socket(2, socket.SOCK_DGRAM)
`;
    expect((await printedBy(source)).at(-1)).toBe("OSError: [Errno 12] ENOMEM");
  });

  it("are 6,400 bytes of send buffer: beyond it a socket that does not block takes no more", async () => {
    const source = `${join}
s = socket.socket()
s.connect(socket.getaddrinfo('broker', 1883)[0][-1])
s.setblocking(False)
print(s.write(bytes(10000)), s.write(b'x'))
time.sleep_ms(50)
print(s.write(b'x'))
`;
    const board = await boardWith(source);
    await board.advance(4000);
    await board.broker("faults", { withholdConnack: true });
    await board.runUntilEvent((event) => event.type === "prompt", 10_000, 0);
    expect(board.stdout[0]).toBe("6400 None");
  });
});

describe("a socket that does not block", () => {
  it("connects with EINPROGRESS, is writable a round trip later, and says EALREADY in between", async () => {
    const source = `${join}
s = socket.socket()
s.setblocking(False)
address = socket.getaddrinfo('10.0.0.1', 1883)[0][-1]
for i in range(2):
    try: s.connect(address)
    except OSError as e: print(e.errno)
poll = select.poll()
poll.register(s, select.POLLOUT)
t = time.ticks_ms()
print(poll.poll(1000)[0][1], time.ticks_diff(time.ticks_ms(), t) // 5, s.read(1))
`;
    expect(await printedBy(source)).toEqual(["115", "114", "4 2 None"]);
  });

  it("that is refused is readable, writable and broken", async () => {
    const source = `${join}
s = socket.socket()
s.setblocking(False)
try: s.connect(('10.0.0.1', 9))
except OSError as e: print(e.errno)
poll = select.poll()
poll.register(s, select.POLLOUT)
print(poll.poll(1000)[0][1] & 8)
s.write(b'x')
`;
    const printed = await printedBy(source);
    expect(printed.slice(0, 2)).toEqual(["115", "8"]);
    expect(printed.at(-1)).toBe("OSError: [Errno 111] ECONNREFUSED");
  });
});

/** A server of this machine that sends back what it gets, for the length of a test. */
async function echoServer(): Promise<{ port: number; connections: net.Socket[] }> {
  const connections: net.Socket[] = [];
  const server = net.createServer((socket) => {
    connections.push(socket);
    socket.on("error", () => {});
    socket.pipe(socket);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    for (const socket of connections) socket.destroy();
    server.close();
  });
  return { port: (server.address() as net.AddressInfo).port, connections };
}

describe("real sockets", () => {
  const quickWifi = { joinMs: 20, dhcpMs: 10 };

  it.each(["real", "virtual"] as const)(
    "reach a server of this machine, in %s time",
    async (time) => {
      const { port } = await echoServer();
      const source = `${join}
s = socket.socket()
s.connect(socket.getaddrinfo('echo.test', 7)[0][-1] if False else ('127.0.0.1', ${port}))
sent = bytes(range(256)) * 40
s.settimeout(5)
s.write(sent)
print(s.read(len(sent)) == sent)
s.close()
`;
      const board = await boardWith(source, { time, network: { kind: "host" }, wifi: quickWifi });
      await board.runUntilEvent((event) => event.type === "prompt", 15_000, 0);
      expect(board.stdout).toEqual(["True"]);
    },
    20_000,
  );

  it("see the end of the connection after its last byte, and a power cut ends them", async () => {
    const { port, connections } = await echoServer();
    const source = `${join}
s = socket.socket()
s.connect(('127.0.0.1', ${port}))
s.write(b'last')
print(s.read(4))
print(s.read(10))
t = socket.socket()
t.connect(('127.0.0.1', ${port}))
print('connected')
time.sleep(60)
`;
    const board = await boardWith(source, { time: "real", network: { kind: "host" }, wifi: quickWifi });
    await board.runUntil(() => board.stdout.includes("b'last'"), 5000);
    connections[0]?.end();
    await board.runUntil(() => board.stdout.includes("connected"), 5000);
    expect(board.stdout[1]).toBe("b''");
    const ended = new Promise((resolve) => connections[1]?.once("close", resolve));
    await board.powerOff();
    await ended;
  }, 20_000);

  it("listen on the board, at a port of this machine", async () => {
    const source = `${join}
server = socket.socket()
server.bind(('0.0.0.0', 80))
server.listen(1)
print('listening')
client, address = server.accept()
print(client.readline(), address[0])
client.write(b'HTTP/1.0 200 OK\\r\\n\\r\\nhello')
client.close()
`;
    const board = await boardWith(source, { time: "real", network: { kind: "host" }, wifi: quickWifi });
    await board.runUntil(() => board.stdout.includes("listening"), 5000);
    const answer = await fetch(`http://127.0.0.1:${board.hostPort(80)}/`);
    expect(await answer.text()).toBe("hello");
    expect(board.stdout[1]).toBe("b'GET / HTTP/1.1\\r\\n' 10.0.0.250");
  }, 20_000);
});
