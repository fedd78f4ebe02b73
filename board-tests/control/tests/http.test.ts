// The HTTP interface as its users meet it: curl, tests, a page of somebody else's.

import { request as httpRequest } from "node:http";
import { decode } from "fast-png";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { encodeStatusReport } from "../../models/sim800/pdu-encode.ts";
import { EventLog } from "../event-log.ts";
import { framebufFont } from "../framebuf-font.ts";
import { BODY_OCTETS_MAX } from "../http-request.ts";
import { type HttpInterface, serve } from "../http-server.ts";
import { routesOf, type SeenMessage } from "../routes.ts";
import { ModelBoard } from "./model-board.ts";

const JSON_TYPE = { "Content-Type": "application/json" };

let board: ModelBoard;
let http: HttpInterface;
const log = new EventLog();
let messages: SeenMessage[] | null = [];

beforeAll(async () => {
  board = new ModelBoard();
  http = await serve(routesOf({ board, log, font: framebufFont, messages: async () => messages, networks: "any" }), 0);
  await board.power(true);
  board.clock.advance(10_000);
});

afterAll(() => http.close());

interface Reply {
  status: number;
  type: string | null;
  json: { error?: string; [key: string]: unknown };
}

const url = (path: string): string => `http://127.0.0.1:${http.port}${path}`;

async function get(path: string): Promise<Reply> {
  const reply = await fetch(url(path));
  return { status: reply.status, type: reply.headers.get("content-type"), json: (await reply.json()) as Reply["json"] };
}

async function post(path: string, body: unknown, headers: Record<string, string> = JSON_TYPE): Promise<Reply> {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  const reply = await fetch(url(path), { method: "POST", body: text, headers });
  return { status: reply.status, type: reply.headers.get("content-type"), json: (await reply.json()) as Reply["json"] };
}

/** A request with headers that fetch() would not let us set. */
function rawStatus(path: string, headers: Record<string, string>): Promise<number> {
  return new Promise((resolve, reject) => {
    const request = httpRequest({ port: http.port, host: "127.0.0.1", path, headers }, (reply) => {
      reply.resume();
      resolve(reply.statusCode ?? 0);
    });
    request.on("error", reject).end();
  });
}

describe("sending an SMS", () => {
  it("a text lands on the SIM and is announced", async () => {
    const reply = await post("/api/modem/sms", { from: "Amazon", text: "Your code is 791985" });
    expect(reply).toMatchObject({ status: 200, json: { messages: [{ slot: 1 }] } });
    const modem = await get("/api/modem");
    expect(modem.json).toMatchObject({
      registration: "home",
      operator: "Virtual",
      sim_capacity: 30,
      sim_used: 1,
      slots: [{ slot: 1, status: "unread" }],
    });
  });

  it("a long text becomes parts with one reference, the next long text has another", async () => {
    const pdus = async (): Promise<string[]> => {
      const reply = await post("/api/modem/sms", { from: "+447700900123", text: "x".repeat(200) });
      return (reply.json.messages as { pdu: string }[]).map((each) => each.pdu);
    };
    const [first, second] = [await pdus(), await pdus()];
    const reference = (pdu: string | undefined): string | undefined =>
      /A0050003(..)02/.exec(pdu ?? "")?.[1] ?? /050003(..)02/.exec(pdu ?? "")?.[1];
    expect([first.length, second.length]).toEqual([2, 2]);
    expect(reference(first[0])).toBe(reference(first[1]));
    expect(reference(first[0])).not.toBe(reference(second[0]));
  });

  it("a PDU is delivered as it is; a status report leaves no slot behind", async () => {
    const time = "2026-11-22T09:30:45+01:00";
    const used = ((await get("/api/modem")).json.slots as unknown[]).length;
    const pdu = encodeStatusReport({ reference: 1, to: "+447700900123", time, doneTime: time, status: 0 });
    expect(await post("/api/modem/pdu", { pdu: pdu.toLowerCase() })).toMatchObject({
      status: 200,
      json: { messages: [{ pdu, slot: null }] },
    });
    expect((await get("/api/modem")).json.slots).toHaveLength(used);
  });

  it.each([
    ["/api/modem/sms", { text: "no sender" }, '"from" must be there and be a text.'],
    ["/api/modem/sms", { from: "+4477", text: 5 }, '"text" must be there and be a text.'],
    ["/api/modem/sms", { from: "+4477", text: "x", time: "yesterday" }, "ISO 8601"],
    ["/api/modem/sms", { from: "A name that is too long", text: "x" }, "1 to 11 characters"],
    ["/api/modem/pdu", { pdu: "hello" }, "hex digits"],
    ["/api/modem/pdu", { pdu: "0791" }, "hex digits"],
    ["/api/switch", { setup: "yes" }, '"setup" must be there and be true or false.'],
    ["/api/power", {}, '"on" must be there and be true or false.'],
    ["/api/power", '{"on":', "not valid JSON"],
    ["/api/power", "[true]", "must be a JSON object"],
  ])("%s with %j is refused with 400 and a sentence", async (path, body, sentence) => {
    const reply = await post(path, body);
    expect(reply.status).toBe(400);
    expect(reply.json.error).toContain(sentence);
  });
});

describe("who may ask", () => {
  it("a body without Content-Type: application/json is refused, as a form of another page would be", async () => {
    for (const type of ["text/plain", "application/x-www-form-urlencoded"]) {
      expect((await post("/api/power", { on: false }, { "Content-Type": type })).status).toBe(415);
    }
    expect(board.powered).toBe(true);
  });

  it("a Host that is not this machine is refused: a foreign name may point here", async () => {
    expect(await rawStatus("/api/state", { Host: "evil.example" })).toBe(403);
    expect(await rawStatus("/api/state", { Host: "localhost.evil.example:8080" })).toBe(403);
    expect(await rawStatus("/api/state", { Host: `localhost:${http.port}` })).toBe(200);
    expect(await rawStatus("/api/state", { Host: "[::1]:8080" })).toBe(200);
  });

  it("a page of another origin is refused, and no answer allows one", async () => {
    expect(await rawStatus("/api/state", { Host: "localhost", Origin: "https://evil.example" })).toBe(403);
    const reply = await fetch(url("/api/state"));
    expect([...reply.headers.keys()].filter((key) => key.startsWith("access-control"))).toEqual([]);
  });

  it("an unknown path is 404 with what there is, a wrong method 405", async () => {
    expect(await get("/api/nothing")).toMatchObject({
      status: 404,
      json: { error: expect.stringContaining("GET /api/state") },
    });
    expect(await get("/api/power")).toMatchObject({ status: 405, json: { error: "/api/power takes POST, not GET." } });
  });

  it("a body beyond the limit is 413", async () => {
    const reply = await post("/api/modem/sms", { from: "x", text: "x".repeat(BODY_OCTETS_MAX) });
    expect(reply.status).toBe(413);
  });
});

describe("looking", () => {
  it("the display is a picture, a text and pixels", async () => {
    const picture = await fetch(url("/api/display.png"));
    expect(picture.headers.get("content-type")).toBe("image/png");
    expect(decode(new Uint8Array(await picture.arrayBuffer())).width).toBe(564);
    expect(await (await fetch(url("/api/display.txt"))).text()).toBe(`${"\n".repeat(8)}`);
    const pixels = await (await fetch(url("/api/display.txt?pixels"))).text();
    expect(
      pixels
        .trim()
        .split("\n")
        .map((row) => row.length),
    ).toEqual(new Array(64).fill(128));
  });

  it("the state tells board, switch and modem", async () => {
    await post("/api/switch", { setup: true });
    expect((await get("/api/state")).json).toMatchObject({
      powered: true,
      setup: true,
      now_ms: 10_000,
      display: { width: 128, height: 64, on: false },
      modem: { powered: true, registration: "home", sim_capacity: 30 },
    });
    await post("/api/switch", { setup: false });
  });

  it("a power cut leaves the SIM as it was", async () => {
    const before = (await get("/api/modem")).json.slots;
    expect((await post("/api/power", { on: false })).json).toEqual({ on: false });
    expect((await get("/api/modem")).json).toMatchObject({ powered: false, slots: before });
    await post("/api/power", { on: true });
    board.clock.advance(10_000);
    expect((await get("/api/modem")).json).toMatchObject({ powered: true, slots: before });
  });

  it("the log gives what came after a number, or lines for people", async () => {
    log.take({ type: "stdout", text: "hello", atMs: 1_500 });
    log.take({ type: "uart", direction: "to-modem", text: "AT", atMs: 1_600 });
    const { entries } = (await get("/api/log")).json as { entries: { number: number }[] };
    expect(entries).toMatchObject([
      { number: 1, at_ms: 1_500, source: "console", text: "hello" },
      { source: "modem", text: "→ AT" },
    ]);
    expect((await get("/api/log?since=1")).json.entries).toHaveLength(1);
    expect((await get("/api/log?limit=1")).json.entries).toHaveLength(1);
    expect(await (await fetch(url("/api/log?text"))).text()).toBe(
      "    1.500 s  console   hello\n    1.600 s  modem     → AT\n",
    );
    expect((await get("/api/log?since=x")).status).toBe(400);
  });

  it("messages at the embedded broker can be read; with a broker elsewhere that is said", async () => {
    messages = [{ atMs: 5, topic: "gateway/sms", payload: "{}", qos: 1, retain: false }];
    expect((await get("/api/mqtt")).json).toEqual({
      messages: [{ at_ms: 5, topic: "gateway/sms", payload: "{}", qos: 1, retain: false }],
    });
    messages = null;
    expect((await get("/api/mqtt")).status).toBe(409);
  });
});

it("with a real modem on a serial line, sending to it is refused with the reason", async () => {
  const bridged = new ModelBoard({ modem: "bridge" });
  const other = await serve(
    routesOf({ board: bridged, log, font: framebufFont, messages: async () => null, networks: "any" }),
    0,
  );
  try {
    const reply = await fetch(`http://127.0.0.1:${other.port}/api/modem/sms`, {
      method: "POST",
      headers: JSON_TYPE,
      body: JSON.stringify({ from: "x", text: "y" }),
    });
    expect(reply.status).toBe(409);
    expect(((await reply.json()) as { error: string }).error).toContain("real one");
  } finally {
    await other.close();
  }
});
