// The portal's server, with phones that are quick, slow, many, broken and hostile.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { world } from "../fakes/world.ts";
import { certificateOf, PortalBench } from "./support/portal.ts";

const QUESTION = "GET / HTTP/1.1\r\nHost: 192.168.4.1\r\n\r\n";
const STATUS = "GET /api/status HTTP/1.1\r\nHost: 192.168.4.1\r\n\r\n";
const PAGE = Uint8Array.from({ length: 10_240 }, (_, i) => (i * 7 + (i >> 8)) & 0xff);

function benchWithPage(): PortalBench {
  const bench = new PortalBench();
  world.files.set("/portal/page.http", PAGE);
  return bench;
}

describe("a phone", () => {
  it("gets the page as it lies on the flash, and the connection ends", () => {
    const bench = benchWithPage();
    const visitor = bench.visit().send(QUESTION);
    bench.run(500);
    expect(Buffer.compare(visitor.octets, Buffer.from(PAGE))).toBe(0);
    expect(visitor.isClosed).toBe(true);
  });

  it("gets data in one piece of JSON, with its length", () => {
    const bench = benchWithPage();
    const visitor = bench.visit().send(STATUS);
    bench.run(100);
    expect(visitor.status).toBe(200);
    expect(visitor.body).toBe('{"route":"status"}');
    expect(visitor.octets.toString()).toContain("Content-Length: 18\r\n");
  });

  it("that looks for the internet is sent to the page, which does not count as use", () => {
    const bench = benchWithPage();
    const visitor = bench.visit().send("GET /generate_204 HTTP/1.1\r\nHost: clients3.google.com\r\n\r\n");
    bench.run(100);
    expect(visitor.status).toBe(302);
    expect(visitor.octets.toString()).toContain("Location: http://192.168.4.1/\r\n");
    expect(visitor.body.length).toBeGreaterThan(20);
    expect(bench.desk.uses).toBe(0);
  });

  it("may cut its request anywhere, and send it octet by octet", () => {
    const bench = benchWithPage();
    bench.desk.turns = 3;
    const order = bench.order("/api/settings", '{"settings":{"topic":"größe"}}');
    for (let cut = 1; cut < order.length; cut += 3) {
      const visitor = bench.visit().send(order.subarray(0, cut));
      bench.run(20);
      visitor.send(order.subarray(cut));
      bench.run(60);
      expect([cut, visitor.status]).toEqual([cut, 200]);
    }
    const visitor = bench.visit();
    for (const octet of order) {
      visitor.send(Uint8Array.of(octet));
      bench.run(5);
    }
    bench.run(60);
    expect(visitor.status).toBe(200);
    expect(bench.desk.orders.every(([, body]) => body.includes("größe"))).toBe(true);
  });

  it("that hangs up anywhere leaves its place to others", () => {
    const bench = benchWithPage();
    const order = bench.order("/api/files/ca", certificateOf(300), "", "application/octet-stream");
    for (let cut = 0; cut < order.length; cut += 7) {
      const visitor = bench.visit().send(order.subarray(0, cut));
      bench.run(15);
      visitor.hangUp();
      bench.run(15);
    }
    const next = bench.visit().send(STATUS);
    bench.run(50);
    expect(next.status).toBe(200);
    expect(bench.server.isIdle()).toBe(true);
  });
});

describe("many phones", () => {
  it("are served beside each other, four at a time, the others after them", () => {
    const bench = benchWithPage();
    const visitors = Array.from({ length: 8 }, () => bench.visit().send(QUESTION));
    bench.run(1000);
    expect(visitors.map(({ octets }) => octets.length)).toEqual(Array(8).fill(PAGE.length));
  });

  it("wait for nobody who is slow: what stalls goes after five seconds", () => {
    const bench = benchWithPage();
    const slow = Array.from({ length: 3 }, () => bench.visit().send("GET / HT"));
    bench.run(10);
    const quick = bench.visit().send(QUESTION);
    bench.run(200);
    expect(quick.octets).toHaveLength(PAGE.length);
    bench.run(5100);
    expect(slow.map(({ isClosed, octets }) => isClosed && octets.length === 0)).toEqual([true, true, true]);
  });

  it("do not wait for who has connected and says nothing", () => {
    const bench = benchWithPage();
    const silent = Array.from({ length: 4 }, () => bench.visit());
    bench.run(1100);
    const quick = bench.visit().send(QUESTION);
    bench.run(300);
    expect(quick.octets).toHaveLength(PAGE.length);
    expect(silent.filter(({ isClosed }) => isClosed)).toHaveLength(1);
  });

  it("give their orders one after the other", () => {
    const bench = benchWithPage();
    bench.desk.turns = 20;
    const visitors = Array.from({ length: 4 }, (_, n) =>
      bench.visit().send(bench.order("/api/settings", `{"n":${n}}`)),
    );
    bench.run(50);
    const asking = visitors.filter(({ status }) => status !== 0).length;
    expect(asking).toBe(0);
    bench.run(1500);
    expect(visitors.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect(bench.desk.orders.map(([, body]) => body).sort()).toEqual(['{"n":0}', '{"n":1}', '{"n":2}', '{"n":3}']);
  });

  it("wait five seconds for somebody else's order, and are told that the gateway is busy", () => {
    const bench = benchWithPage();
    bench.desk.turns = 3000;
    bench.visit().send(bench.order("/api/settings", "{}"));
    bench.run(50);
    const waiting = bench.visit().send(bench.order("/api/settings", "{}"));
    bench.run(4800);
    expect(waiting.status).toBe(0);
    bench.run(400);
    expect(waiting.status).toBe(503);
  });

  it("that stall in the middle of an order are told that the gateway is busy, or are closed", () => {
    const bench = benchWithPage();
    const order = bench.order("/api/settings", '{"settings":{}}');
    const stalling = bench.visit().send(order.subarray(0, order.length - 3));
    bench.run(20);
    const waiting = bench.visit().send(order);
    bench.run(5200);
    expect(stalling.isClosed).toBe(true);
    expect([200, 503]).toContain(waiting.status);
    const next = bench.visit().send(order);
    bench.run(100);
    expect(next.status).toBe(200);
  });
});

describe("what is refused", () => {
  it.each<[number, (bench: PortalBench) => string | Uint8Array]>([
    [400, () => "\x16\x03\x01\x02\x00\x01\x00"],
    [400, () => "GET / HTTP/1.1\nHost: 192.168.4.1\n\n"],
    [405, () => "OPTIONS / HTTP/1.1\r\nHost: 192.168.4.1\r\n\r\n"],
    [431, () => `GET / HTTP/1.1\r\nHost: 192.168.4.1\r\nCookie: ${"a".repeat(2100)}`],
    [
      413,
      () =>
        "POST /api/settings HTTP/1.1\r\nHost: 192.168.4.1\r\nContent-Type: application/json\r\nContent-Length: 5000\r\nX-Setup-Token: AAAAAAAAAAAAAAAAAAAAAA\r\n\r\n{",
    ],
    [
      411,
      () =>
        "POST /api/test HTTP/1.1\r\nHost: 192.168.4.1\r\nContent-Type: application/json\r\nX-Setup-Token: AAAAAAAAAAAAAAAAAAAAAA\r\n\r\n",
    ],
    [400, (bench) => bench.order("/api/settings", Uint8Array.of(0x7b, 0xff, 0x7d))],
  ])("with %i is told so, and a little later closed: earlier it would lose the answer", (status, text) => {
    const bench = benchWithPage();
    const request = text(bench);
    const visitor = bench.visit().send(request);
    bench.run(50);
    expect(visitor.status).toBe(status);
    expect(JSON.parse(visitor.body)).toHaveProperty("error");
    // What was read to its end has nothing to lose.
    expect(visitor.isClosed).toBe(request instanceof Uint8Array);
    bench.run(1100);
    expect(visitor.isClosed).toBe(true);
    expect(bench.desk.orders).toEqual([]);
  });

  it("a page that was never put there", () => {
    const bench = new PortalBench();
    const visitor = bench.visit().send(QUESTION);
    bench.run(50);
    expect(visitor.status).toBe(404);
  });
});

describe("a certificate", () => {
  const put = (bench: PortalBench, path: string, der: Uint8Array) => {
    const visitor = bench.visit().send(bench.order(path, der, "", "application/octet-stream"));
    bench.run(200);
    return visitor;
  };

  it("becomes a draft of its file, whole", () => {
    const bench = benchWithPage();
    const der = certificateOf(1500);
    expect(put(bench, "/api/files/ca", der).status).toBe(200);
    expect(Buffer.from(world.files.get("/ca.der.draft") ?? [])).toEqual(Buffer.from(der));
    expect(world.files.has("/ca.der")).toBe(false);
    expect(put(bench, "/api/files/ca", new Uint8Array(0)).status).toBe(200);
    expect(world.files.get("/ca.der.draft")).toHaveLength(0);
  });

  it.each<[string, string, Uint8Array]>([
    ["no-certificate", "/api/files/ca", new TextEncoder().encode("-----BEGIN CERTIFICATE-----\n".repeat(20))],
    ["no-certificate", "/api/files/client", certificateOf(900).subarray(0, 899)],
    ["no-certificate", "/api/files/ca", certificateOf(5000)],
    ["no-key", "/api/files/key", certificateOf(121)],
    ["rsa-key", "/api/files/key", Uint8Array.from([0x30, 0x82, 1, 0, 2, 1, 0, 2, 0x82, ...Array(251).fill(7)])],
  ])("that is none is refused with %s, and the draft before it stays", (code, path, der) => {
    const bench = benchWithPage();
    world.files.set("/ca.der.draft", Uint8Array.of(1));
    const visitor = put(bench, path, der);
    expect(visitor.status).toBe(422);
    expect(JSON.parse(visitor.body)).toMatchObject({ code, error: expect.stringMatching(/\.$/) });
    expect(world.files.get("/ca.der.draft")).toEqual(Uint8Array.of(1));
  });

  it("for which the flash has no room is refused in words", () => {
    const bench = benchWithPage();
    world.isReadOnly = true;
    const visitor = put(bench, "/api/files/ca", certificateOf(900));
    expect(visitor.status).toBe(500);
    expect(JSON.parse(visitor.body)).toEqual({ error: "The flash is full or cannot be written." });
  });
});

describe("hostile octets", () => {
  it("harm nobody: whatever comes, the next request is served", () => {
    const bench = benchWithPage();
    const piece = fc.oneof(
      fc.uint8Array({ maxLength: 700 }),
      fc.constantFrom(
        QUESTION,
        STATUS,
        "POST ",
        " HTTP/1.1\r\n",
        "Host: 192.168.4.1\r\n",
        "\r\n\r\n",
        "Content-Length: 9",
        "X".repeat(900),
      ),
      fc.constant(bench.order("/api/settings", '{"settings":{}}')),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 6 }), fc.boolean(), (pieces, hangsUp) => {
        const visitor = bench.visit();
        for (const each of pieces) {
          visitor.send(each);
          bench.run(10);
        }
        if (hangsUp) visitor.hangUp();
        bench.run(hangsUp ? 30 : 1200);
        const next = bench.visit().send(STATUS);
        bench.run(60);
        expect(next.status).toBe(200);
      }),
      { numRuns: 400 },
    );
    bench.run(6000);
    expect(bench.server.isIdle()).toBe(true);
  });
});

describe("a listener that is closed for a test", () => {
  it("refuses who comes, ends who is there, and listens again", () => {
    const bench = benchWithPage();
    const visitor = bench.visit();
    bench.run(10);
    bench.server.close();
    expect(visitor.isClosed).toBe(true);
    expect(world.connectToBoard(80)).toBeNull();
    bench.run(100);
    bench.server.open();
    const next = bench.visit().send(STATUS);
    bench.run(50);
    expect(next.status).toBe(200);
  });

  it("goes on answering names", () => {
    const bench = benchWithPage();
    bench.server.close();
    const answers: Uint8Array[] = [];
    world.datagrams.set("192.168.4.16:5000", (octets) => {
      answers.push(octets);
      return null;
    });
    world.sendToBoard(53, Uint8Array.of(0, 1, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 1, 97, 0, 0, 1, 0, 1), [
      "192.168.4.16",
      5000,
    ]);
    bench.run(50);
    expect(answers.map((each) => each.slice(-4))).toEqual([Uint8Array.of(192, 168, 4, 1)]);
  });
});
