// What a board serves by its own access point, opened from this machine: the loopback addresses, in real and virtual time.
import { createSocket } from "node:dgram";
import { request } from "node:http";
import net from "node:net";
import { decode, encode } from "dns-packet";
import { describe, expect, it, onTestFinished } from "vitest";
import type { BoardOptions, VirtualBoard } from "../board.ts";
import { echoPortal, withAccessPoint } from "./echo-portal.ts";
import { boardWith } from "./with-board.ts";

/** Both times, and both kinds of network behind the access point; virtual time runs on, as fast as it may. */
const TIMES: readonly [string, Partial<BoardOptions>][] = [
  ["real time", { time: "real", network: { kind: "host" } }],
  ["virtual time", { time: "virtual", network: { kind: "model" } }],
  ["virtual time with real sockets", { time: "virtual", network: { kind: "host" } }],
];

async function portalOf(options: Partial<BoardOptions>, source = echoPortal()) {
  const board = await boardWith(source, options);
  await board.runUntil(() => typeof board.portal?.dns === "string", 5_000);
  if (board.virtual) board.run();
  return { board, portal: addressesOf(board) };
}

function addressesOf(board: VirtualBoard): { http: string; httpPort: number; dnsPort: number } {
  const { http, dns } = board.portal ?? { http: "", dns: "" };
  return { http: `http://${http}`, httpPort: Number(http.split(":")[1]), dnsPort: Number(dns?.split(":")[1]) };
}

interface Answer {
  status: number;
  location: string | undefined;
  text: string;
}

function get(url: string, headers: Record<string, string> = {}, method = "GET", body = ""): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = request(url, { headers, method, agent: false }, (reply) => {
      let text = "";
      reply.setEncoding("utf8").on("data", (part) => {
        text += part;
      });
      reply.on("end", () => resolve({ status: reply.statusCode ?? 0, location: reply.headers.location, text }));
      reply.on("error", reject);
    });
    asked.on("error", reject).end(body);
  });
}

function ask(port: number, name: string): Promise<string> {
  const socket = createSocket("udp4");
  onTestFinished(() => void socket.close());
  return new Promise((resolve) => {
    socket.on("message", (bytes) =>
      resolve(JSON.stringify(decode(bytes).answers?.map((each) => "data" in each && each.data))),
    );
    socket.send(encode({ type: "query", id: 7, questions: [{ type: "A", name }] }), port, "127.0.0.1");
  });
}

describe.each(TIMES)("in %s", (_time, options) => {
  it("its pages and its names are there, and it believes to be 192.168.4.1", async () => {
    const { board, portal } = await portalOf(options);
    const page = await get(`${portal.http}/setup?a=1`, { Origin: portal.http }, "POST", "x".repeat(3000));
    expect(page.status).toBe(200);
    expect(page.text).toContain("POST /setup?a=1 HTTP/1.1\r\n");
    expect(page.text).toContain("Host: 192.168.4.1\r\n");
    expect(page.text).toContain("Origin: http://192.168.4.1\r\n");
    expect(page.text).toContain("x".repeat(3000));
    expect(await ask(portal.dnsPort, "captive.apple.com")).toBe('["192.168.4.1"]');
    // One more phone has joined.
    expect((await board.state()).accessPoint.stations).toEqual(["192.168.4.16"]);
  });
});

describe("this machine", () => {
  it("is led back to itself where it asked by its own name, else to 192.168.4.1", async () => {
    const { portal } = await portalOf({ time: "virtual" });
    const strange = await get(`${portal.http}/generate_204`, { Host: "connectivitycheck.gstatic.com" });
    expect(strange).toMatchObject({ status: 302, location: "http://192.168.4.1/" });
    const host = `localhost:${portal.httpPort}`;
    expect((await get(`${portal.http}/`, { Host: host })).text).toContain("Host: 192.168.4.1\r\n");
    const own = await portalOf({ time: "virtual" }, echoPortal().replaceAll("'192.168.4.1'", "'nobody'"));
    expect(await get(`${own.portal.http}/`)).toMatchObject({ status: 302, location: `${own.portal.http}/` });
  });

  it("finds no address until the access point is on and somebody listens, and none when it is off", async () => {
    const source = withAccessPoint(`
time.sleep(1)
s = socket.socket()
s.bind(('0.0.0.0', 80))
s.listen(5)
time.sleep(1)
s.close()
time.sleep(1)
ap.active(False)
time.sleep(60)
`);
    const board = await boardWith(source, { time: "real", network: { kind: "host" } });
    await board.advance(300);
    expect([board.portal, board.hostPort(80)]).toEqual([null, undefined]);
    await board.runUntil(() => board.portal !== null, 5_000);
    expect(board.hostPort(80)).toBeTypeOf("number");
    const address = board.portal?.http;
    await board.runUntil(() => board.hostPort(80) === undefined, 5_000);
    expect(board.portal?.http).toBe(address);
    await expect(get(`http://${address}/`)).rejects.toThrow("ECONNRESET");
    await board.runUntil(() => board.portal === null, 5_000);
  });

  it("may speak slowly and in pieces: each passes when it comes", async () => {
    const { portal } = await portalOf({ time: "real", network: { kind: "host" } });
    const socket = net.connect(portal.httpPort, "127.0.0.1");
    let text = "";
    socket.on("data", (bytes) => {
      text += bytes.toString();
    });
    const closed = new Promise((resolve) => socket.on("close", resolve));
    for (const piece of ["GET /slow HT", "TP/1.1\r\nHo", `st: 127.0.0.1:${portal.httpPort}\r`, "\nX: y\r\n\r\n"]) {
      socket.write(piece);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    await closed;
    expect(text).toContain("GET /slow HTTP/1.1\r\nHost: 192.168.4.1\r\nX: y");
  });

  it("takes connections of the five, and the board's end resets it", async () => {
    const { board, portal } = await portalOf({ time: "real", network: { kind: "host" } });
    const connections = Array.from({ length: 7 }, () => net.connect(portal.httpPort, "127.0.0.1"));
    const ended = connections.map((each) => new Promise((resolve) => each.on("close", resolve).on("error", () => {})));
    for (const each of connections) each.write("GET / HTTP/1.1\r\n");
    await board.runUntil(async () => (await board.state()).sockets.tcp === 5, 5_000);
    await board.powerOff();
    await Promise.all(ended);
  });

  it("in virtual time is waited for: a time-out of the board's does not pass between a connection and its first word", async () => {
    const { board, portal } = await portalOf({ time: "virtual" });
    const socket = net.connect(portal.httpPort, "127.0.0.1");
    await new Promise((resolve) => socket.once("connect", resolve));
    const before = (await board.state()).nowMs;
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect((await board.state()).nowMs - before).toBeLessThan(100);
    socket.destroy();
  });
});
