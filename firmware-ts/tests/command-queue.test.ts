// What is published for the gateway faster than it can look at it: the heap stays bounded, and each is told its own end.
import { beforeEach, describe, expect, it } from "vitest";
import { type Command, CommandQueue, OUTSIDE } from "../domain/command-queue.ts";

const RETAIN = 1;
/** Three as large as they may be and a smaller one: then there is room for none. */
const FULL = 4;
/** What the gateway reads of one message. */
const OCTETS_MAX = 2048;

let queue: CommandQueue;

beforeEach(() => {
  queue = new CommandQueue("gateway");
});

function put(topic: string, payload: string | null, flags = 0): void {
  queue.put(Buffer.from(topic), payload === null ? null : Buffer.from(payload), flags);
}

function taken(): Command[] {
  const all: Command[] = [];
  for (let next = queue.take(); next !== null; next = queue.take()) all.push(next);
  return all;
}

/** A command to send a message, of so many octets. */
function commandOf(id: string, octets: number, more = ""): string {
  const head = `{"id":"${id}","to":"+447700900123"${more},"text":"`;
  return `${head}${"x".repeat(octets - head.length - 2)}"}`;
}

function payloads(): unknown[] {
  return taken().map(({ payload }) => {
    try {
      return JSON.parse(payload ?? "null");
    } catch {
      return null;
    }
  });
}

describe("a topic", () => {
  it("of a request that is longer than each known one is not kept, and still is a request", () => {
    for (let n = 0; n < 32; n++) put(`gateway/request/${n}${"x".repeat(2_000)}`, '{"transaction":"t"}');
    const all = taken();
    expect(all).toHaveLength(32);
    for (const { name, payload } of all) {
      expect(name).toMatch(/^request\/.{0,24}$/);
      expect(payload).toBe('{"transaction":"t"}');
    }
  });

  it("that was too long to be read is that of a request, as nothing else that is subscribed to is so long", () => {
    put("", null);
    expect(taken()).toMatchObject([{ name: "request/?" }]);
  });

  it.each([`gateway/${"x".repeat(40)}`, "x".repeat(2_000), `gatewayrequest/${"x".repeat(40)}`])(
    "%.20s…, which is long and no request's, is of no concern",
    (topic) => {
      put(topic, "{}");
      expect(taken()).toEqual([]);
    },
  );

  it("of several octets a character is measured in characters, and one that is no UTF-8 is of no concern", () => {
    put("gateway/request/éééé", "{}");
    queue.put(Uint8Array.of(0x67, 0xff), Buffer.from("{}"), 0);
    expect(taken()).toMatchObject([{ name: "request/éééé" }, { name: OUTSIDE }]);
  });
});

it("a message without octets is none, however many there are", () => {
  for (let n = 0; n < 500; n++) put("gateway/sms/send", "", RETAIN);
  expect(taken()).toEqual([]);
});

describe("commands of 2 KB each", () => {
  it("are kept up to three, and each other one is told by its own identifier that it is one too many", () => {
    for (let n = 0; n < 20; n++) put("gateway/sms/send", commandOf(`c${n}`, OCTETS_MAX));
    const all = taken();
    expect(all.map(({ payload }) => JSON.parse(payload ?? "{}").id)).toEqual(all.map((_, n) => `c${n}`));
    expect(all.map(({ refusal }) => refusal)).toEqual(all.map((_, n) => (n < 3 ? "" : "busy")));
    expect(all).toHaveLength(20);
  });

  it("in letters of three octets are no more than others", () => {
    for (let n = 0; n < 20; n++) put("gateway/sms/send", `{"id":"c${n}","text":"${"世".repeat(660)}"}`);
    expect(taken().filter(({ refusal }) => refusal === "")).toHaveLength(3);
  });

  it("are kept again as soon as there is room", () => {
    for (let n = 0; n < 20; n++) put("gateway/sms/send", commandOf(`c${n}`, OCTETS_MAX));
    taken();
    put("gateway/sms/send", commandOf("again", OCTETS_MAX));
    expect(taken()).toMatchObject([{ refusal: "" }]);
  });
});

describe("of one too many the identifier is kept", () => {
  beforeEach(() => {
    for (let n = 0; n < FULL; n++) put("gateway/sms/send", commandOf("full", n < 3 ? OCTETS_MAX : 200));
  });

  it.each([
    ["first", '{"id":"a-1","text":"TEXT"}', { id: "a-1" }],
    ["last, with spaces and lines", '{ "text": "TEXT",\n\t"id": "a 1" }', { id: "a 1" }],
    ["with escapes", '{"id":"\\u0041\\\\","text":"TEXT"}', { id: "A\\" }],
    ["behind a text that speaks of one", '{"text":"TEXT \\"id\\":\\"no\\", ","x":"\\\\"}', {}],
    ["behind a brace", '{"to":"{","text":"TEXT","id":"a"}', { id: "a" }],
    ["as a number", '{"id":5,"x":"y","text":"TEXT"}', null],
    ["with more characters than it may have", `{"id":"${"x".repeat(100)}","text":"TEXT"}`, {}],
    ["with as many as it may have", `{"id":"${"x".repeat(64)}","text":"TEXT"}`, { id: "x".repeat(64) }],
    ["nowhere", '{"text":"TEXT"}', {}],
    ["nowhere, as it is no JSON", "id".repeat(800), {}],
  ])("that stands %s", (_where, payload, kept) => {
    put("gateway/sms/send", payload.replace("TEXT", "x".repeat(1_900)));
    put("gateway/sms/send", null);
    expect(payloads().slice(FULL)).toEqual([kept, {}]);
  });

  it("of a request too, which calls it transaction", () => {
    put("gateway/request/signal", `{"transaction":"t1","id":"no","x":"${"x".repeat(1_500)}"}`);
    expect(taken().slice(FULL)).toMatchObject([{ name: "request/signal", payload: '{"transaction":"t1"}' }]);
  });
});

it("a flood of thousands is counted, and what is kept of it is bounded", () => {
  for (let n = 0; n < 3_000; n++) {
    put("gateway/sms/send", `{"id":"c${n}"}`);
    put(`gateway/request/x${n}`, `{"transaction":"c${n}"}`);
  }
  const { waiting } = queue as unknown as { waiting: Command[] };
  expect(waiting.length).toBeLessThanOrEqual(100);
  expect(waiting.reduce((sum, { name, payload }) => sum + name.length + (payload?.length ?? 0), 0)).toBeLessThan(
    10_000,
  );
  const all = taken();
  expect(all.filter(({ name }) => name === "sms/send")).toHaveLength(3_000);
  expect(all.filter(({ name }) => name.startsWith("request/"))).toHaveLength(3_000);
  expect(all.slice(100).every(({ refusal, payload }) => refusal === "busy" && payload === "{}")).toBe(true);
});
