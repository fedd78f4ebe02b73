// Sockets that listen, as lwIP has them on a Pico W: who waits, who is reset, who is tried again, what a port keeps.
import { describe, expect, it } from "vitest";
import type { VirtualBoard } from "../board.ts";
import type { Connection, Phone } from "../phones.ts";
import { KEY, SSID, withAccessPoint } from "./echo-portal.ts";
import { boardWith } from "./with-board.ts";

/** The program begins its part at 5 s, when the phone is there, and goes on for ever. */
const HEAD = `
def listen(backlog=5, port=80, reuse=True):
    s = socket.socket()
    if reuse: s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    s.bind(('0.0.0.0', port))
    s.listen(backlog)
    return s
def until(ms):
    while time.ticks_ms() < ms: time.sleep_ms(1)
def attempt(f):
    try: return f()
    except OSError as e: return -e.errno
`;

async function boardAndPhone(source: string): Promise<{ board: VirtualBoard; phone: Phone }> {
  const board = await boardWith(withAccessPoint(`${HEAD}\n${source}\nwhile True: time.sleep(1)`));
  await board.advance(100);
  const phone = await board.during(board.phones.join(SSID, KEY));
  return { board, phone };
}

function statesOf(connections: readonly Connection[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { state } of connections) counts[state] = (counts[state] ?? 0) + 1;
  return counts;
}

const open = (phone: Phone, count: number): Connection[] => Array.from({ length: count }, () => phone.open());

describe("a connection to the board", () => {
  it("is refused at once where nobody listens, and of another host nothing is heard", async () => {
    const { board, phone } = await boardAndPhone("listen()");
    const [https, elsewhere] = [phone.open(443), phone.open(80, "8.8.8.8")];
    await board.advance(100);
    expect([https.state, elsewhere.state]).toEqual(["refused", "opening"]);
    await board.advance(40_000);
    expect(elsewhere.state).toBe("no answer");
  });

  it("stands before accept(): the queue takes as many as were said, one more is reset", async () => {
    const { board, phone } = await boardAndPhone("s = listen(2)");
    const connections = open(phone, 2);
    await board.advance(100);
    connections.push(phone.open());
    await board.advance(100);
    expect(statesOf(connections)).toEqual({ opened: 2, reset: 1 });
  });

  it("of three at one moment one is tried again a second later, where two may wait", async () => {
    const { board, phone } = await boardAndPhone("s = listen(2)\nwhile True: s.accept()");
    const connections = open(phone, 3);
    await board.advance(900);
    expect(statesOf(connections)).toEqual({ opened: 2, opening: 1 });
    await board.advance(200);
    expect(statesOf(connections)).toEqual({ opened: 3 });
  });

  it("is the sixth, and waits unanswered until another one ends: it is tried again every second", async () => {
    const { board, phone } = await boardAndPhone("s = listen(5)");
    const connections = open(phone, 6);
    await board.advance(500);
    expect(statesOf(connections)).toEqual({ opened: 5, opening: 1 });
    const startedAtMs = board.nowMs - 500;
    await board.advance(1500);
    connections[0]?.reset();
    await board.runUntil(() => connections[5]?.state === "opened", 60_000);
    expect(Math.round((board.nowMs - startedAtMs) / 100)).toBe(30);
  });

  it("takes one of the five connections of the board's own", async () => {
    const { board, phone } = await boardAndPhone(`
s = listen(5)
until(5000)
print(attempt(socket.socket))
a, _ = s.accept()
a.close()
`);
    open(phone, 5);
    await board.advance(4000);
    expect(board.stdout).toEqual(["-12"]);
  });

  it("that a listener leaves waiting is reset when that closes, and the port is free again", async () => {
    const { board, phone } = await boardAndPhone(`
s = listen(5)
until(5000)
s.close()
until(6000)
s = listen(5)
print('again')
`);
    const waiting = open(phone, 2);
    await board.advance(2000);
    expect(statesOf(waiting)).toEqual({ opened: 2 });
    await board.advance(1500);
    const refused = phone.open();
    await board.advance(100);
    expect(statesOf(waiting)).toEqual({ reset: 2 });
    expect(refused.state).toBe("refused");
    await board.advance(1000);
    const connection = phone.open();
    await board.advance(100);
    expect([connection.state, board.stdout]).toEqual(["opened", ["again"]]);
  });

  it("that waits at a listener with a backlog of 1 is kept for ever, and that is a fault", async () => {
    const { board, phone } = await boardAndPhone("s = listen(1)\nuntil(5000)\ns.close()");
    const waiting = phone.open();
    await board.advance(5000);
    expect(waiting.state).toBe("opened");
    expect(board.log.some((event) => event.type === "fault" && event.text.includes("backlog of 1"))).toBe(true);
  });
});

describe("accept()", () => {
  it("without a connection is EAGAIN after a look of 1 ms, or ETIMEDOUT, and who comes has its listener's time-out", async () => {
    const { board, phone } = await boardAndPhone(`
s = listen(5)
s.setblocking(False)
def timed(f):
    t = time.ticks_ms()
    return f(), time.ticks_ms() - t
print(timed(lambda: attempt(s.accept)))
s.settimeout(0.5)
print(timed(lambda: attempt(s.accept)))
until(5000)
s.setblocking(False)
a, who = s.accept()
print(who, a.read(10))
print(attempt(socket.socket().accept))
`);
    phone.open();
    await board.advance(4000);
    expect(board.stdout).toEqual(["(-11, 1)", "(-110, 500)", "('192.168.4.16', 49152) None", "-22"]);
  });

  it("is due when poll() says POLLIN of a listener", async () => {
    const { board, phone } = await boardAndPhone(`
s = listen(5)
p = select.poll()
p.register(s, select.POLLIN)
print(p.poll(10))
until(5000)
print(p.poll(10)[0][1])
`);
    phone.open();
    await board.advance(4000);
    expect(board.stdout).toEqual(["[]", "1"]);
  });

  it("gives data that came before it when lwIP's timer of 250 ms comes round, once in between if more comes", async () => {
    const { board, phone } = await boardAndPhone(`
s = listen(5)
until(5010)
a, _ = s.accept()
a.setblocking(False)
got = b''
while not got:
    got = a.read(100) or b''
print(got, time.ticks_ms())
`);
    phone.open().send("early");
    await board.advance(4000);
    const [text, atMs] = board.stdout[0]?.split(" ") ?? [];
    expect([text, Math.floor(Number(atMs) / 10)]).toEqual(["b'early'", 525]);
  });

  it("never hears of an end that came before it, unless data came first", async () => {
    const { board, phone } = await boardAndPhone(`
s = listen(5)
until(5000)
for i in range(2):
    a, _ = s.accept()
    a.settimeout(3)
    print(attempt(lambda: a.read(100)))
`);
    const [silent, speaking] = open(phone, 2);
    silent?.close();
    await board.advance(500);
    speaking?.send("data");
    speaking?.close();
    await board.advance(9000);
    expect(board.stdout).toEqual(["-110", "b'data'"]);
  });
});

describe("close()", () => {
  it("sends what was written, then the end", async () => {
    const { board, phone } = await boardAndPhone(`
s = listen(5)
a, _ = s.accept()
a.write(b'x' * 3000)
a.close()
`);
    const connection = phone.open();
    await board.advance(500);
    expect([connection.received.length, connection.state]).toEqual([3000, "ended"]);
  });

  it("with something unread is a reset, and what was held back is lost", async () => {
    const { board, phone } = await boardAndPhone(`
s = listen(5)
a, _ = s.accept()
print(a.read(3))
a.write(b'no')
a.write(b' more')
a.close()
`);
    const connection = phone.open();
    await board.advance(500);
    connection.send("GET / HTTP/1.1");
    await board.advance(500);
    expect(board.stdout).toEqual(["b'GET'"]);
    expect([connection.received, connection.state]).toEqual(["no", "reset"]);
  });

  it("of a connection that the phone left without a word ends after 10 s", async () => {
    const { board, phone } = await boardAndPhone(`
s = listen(5)
a, _ = s.accept()
until(5000)
a.close()
before = [attempt(socket.socket) for _ in range(5)]
print([s for s in before if isinstance(s, int)])
until(16000)
print(attempt(socket.socket) == -12)
`);
    phone.open();
    await board.advance(1000);
    await phone.leave();
    await board.advance(15_000);
    expect(board.stdout).toEqual(["[-12]", "False"]);
  });

  it("leaves the port in use for two minutes, but for a listener that may take it again", async () => {
    const { board, phone } = await boardAndPhone(`
def bind(reuse):
    s = socket.socket()
    if reuse: s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    result = attempt(lambda: s.bind(('0.0.0.0', 80)))
    s.close()
    return result
s = listen(5, reuse=False)
a, _ = s.accept()
a.close()
until(5000)
s.close()
print(bind(False), bind(True))
until(130000)
print(bind(False))
`);
    const connection = phone.open();
    await board.advance(1000);
    connection.close();
    await board.advance(140_000);
    expect(board.stdout).toEqual(["-98 None", "None"]);
  });

  it("costs no connection: of those that only wait for their two minutes one is given up for a new one", async () => {
    const { board, phone } = await boardAndPhone(`
s = listen(5)
while True:
    a, _ = s.accept()
    a.close()
`);
    for (let number = 0; number < 12; number++) {
      const connection = phone.open();
      await board.advance(100);
      expect([number, connection.state]).toEqual([number, "ended"]);
      connection.close();
      await board.advance(50);
    }
  });
});

describe("two listeners", () => {
  it("cannot have one port: EADDRINUSE, at bind(), or with SO_REUSEADDR at listen()", async () => {
    const { board } = await boardAndPhone(`
s = listen(5)
print(attempt(lambda: listen(5, reuse=False)), attempt(lambda: listen(5)))
t = socket.socket()
print(attempt(lambda: t.bind(('0.0.0.0', 80))))
`);
    await board.advance(4000);
    expect(board.stdout).toEqual(["-98 -98", "-98"]);
  });
});

describe("lwIP's memory", () => {
  it("takes 6,400 bytes that the program does not read, and the rest as it reads", async () => {
    const { board, phone } = await boardAndPhone(`
s = listen(5)
a, _ = s.accept()
until(8000)
got = 0
while got < 20000: got += len(a.read(1000))
print(got)
`);
    const connection = phone.open();
    connection.send(new Uint8Array(20_000));
    await board.advance(7000);
    expect(board.stdout).toEqual(["20000"]);
    expect(connection.state).toBe("opened");
  });

  it("has 16 buffers for what comes in: of three that send 6,400 bytes the third waits, and nothing is lost", async () => {
    const { board, phone } = await boardAndPhone(`
s = listen(5)
found = [s.accept()[0] for _ in range(3)]
until(5000)
got = [0, 0, 0]
for i, a in enumerate(found):
    a.settimeout(0.05)
    while True:
        part = attempt(lambda: a.read(100))
        if isinstance(part, int): break
        got[i] += len(part)
print(got)
for i, a in enumerate(found):
    a.settimeout(3)
    while got[i] < 6400: got[i] += len(a.read(100))
print(got)
`);
    for (const connection of open(phone, 3)) {
      await board.advance(100);
      connection.send(new Uint8Array(6400));
    }
    await board.advance(10_000);
    expect(board.stdout).toEqual(["[6400, 6400, 0]", "[6400, 6400, 6400]"]);
  });

  it("keeps four datagrams of a burst", async () => {
    const { board, phone } = await boardAndPhone(`
u = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
u.bind(('0.0.0.0', 53))
until(5000)
u.setblocking(False)
print([attempt(lambda: u.recvfrom(100)[0]) for _ in range(5)])
v = socket.socket(2, 2)
print([attempt(lambda: v.bind(('0.0.0.0', port))) for port in (53, 67)])
`);
    for (let number = 0; number < 6; number++) void phone.ask(53, Uint8Array.of(97 + number));
    await board.advance(5000);
    expect(board.stdout).toEqual(["[b'a', b'b', b'c', b'd', -11]", "[-98, -98]"]);
  });
});

describe("what is written in small pieces", () => {
  it("goes out one round trip after the other, as Nagle has it", async () => {
    const { board, phone } = await boardAndPhone(`
s = listen(5)
a, _ = s.accept()
until(5000)
for i in range(4): a.write(b'piece')
`);
    const connection = phone.open();
    await board.advance(4000);
    const pieces = connection.events.flatMap((event) => (event.event === "data" ? [event] : []));
    expect(pieces.map(({ bytes }) => bytes.length)).toEqual([5, 15]);
    expect(Math.round((pieces[1]?.atMs ?? 0) - (pieces[0]?.atMs ?? 0))).toBe(6);
  });
});
