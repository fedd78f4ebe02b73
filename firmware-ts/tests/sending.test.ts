// Sending by its stories: a command at the broker becomes a message at the network, once, and everybody hears of it.
import { describe, expect, it } from "vitest";
import { world } from "../fakes/world.ts";
import { Bench, SETTINGS } from "./support/bench.ts";
import { readSubmit } from "./support/network.ts";
import { gsm7, statusReport } from "./support/pdu-encoder.ts";

const TO = "+447700900123";
const SENDING = { ...SETTINGS, allowed_numbers: ["+447700900*"], country_code: "44", insecure_ok: true };
const SEND = "gateway/sms/send";
const RETAIN = 1;
const DUP = 8;

function started(settings: object = {}): Bench {
  return new Bench({ ...SENDING, ...settings }).start();
}

/** What was told on sms/sent, without the time. */
function told(bench: Bench): { [key: string]: JsonValue }[] {
  return bench.broker.published
    .filter(({ topic }) => topic === "gateway/sms/sent")
    .map(({ payload }) => JSON.parse(payload));
}

const states = (bench: Bench) => told(bench).map(({ id, state }) => `${id} ${state}`);

function send(bench: Bench, command: object | string, flags = 0): void {
  bench.broker.send(SEND, typeof command === "string" ? command : JSON.stringify(command), flags);
}

describe("a command to send", () => {
  it("becomes a message, is accepted and then sent, and is acknowledged to the broker", () => {
    const bench = started();
    send(bench, { id: "a1", to: TO, text: "The door is open" });
    bench.run(8000);
    expect(told(bench)).toEqual([
      { id: "a1", to: TO, state: "accepted", parts: 1, time: null },
      { id: "a1", to: TO, state: "sent", parts: 1, parts_sent: 1, refs: [7], time: null },
    ]);
    expect(bench.modem.submitted).toHaveLength(1);
    expect(Buffer.from(readSubmit(bench.modem.submitted[0] ?? "").address).toString("hex")).toBe("0c91447700091032");
    expect(bench.broker.acknowledged).toBe(1);
    expect(bench.broker.subscribed).toEqual([SEND, "gateway/request/+"]);
  });

  it("is on the flash before it is accepted, and its end before that is told", () => {
    const bench = started();
    send(bench, { id: "a1", to: TO, text: "hello" });
    bench.runUntil(() => told(bench).length === 1, 5000);
    const accepted = Buffer.from(world.files.get("/outbox") ?? []).toString("latin1");
    expect(accepted).toContain('"a1","+447700900123","hello"');
    bench.runUntil(() => told(bench).length === 2, 9000);
    expect(Buffer.from(world.files.get("/outbox") ?? []).toString("latin1")).not.toContain("hello");
  });

  it("goes in parts where it is long, in UCS2 where it must be, and as flash where that is wanted", () => {
    const bench = started();
    send(bench, { id: "long", to: TO, text: "x".repeat(161), flash: true });
    send(bench, { id: "ucs2", to: TO, text: "код" });
    bench.run(20_000);
    expect(states(bench).sort()).toEqual(["long accepted", "long sent", "ucs2 accepted", "ucs2 sent"]);
    expect(bench.modem.submitted.map((pdu) => readSubmit(pdu).dcs)).toEqual([0x10, 0x10, 0x08]);
    expect(told(bench).find(({ id, state }) => id === "long" && state === "sent")).toMatchObject({ refs: [7, 8] });
  });

  it.each([
    ["no JSON", "{", { id: null, code: "malformed" }],
    ["an array", "[]", { id: null, code: "malformed" }],
    ["no UTF-8", Buffer.from([0xff, 0xfe]).toString("latin1"), { id: null, code: "malformed" }],
    ["no recipient", { id: "x", text: "a" }, { id: "x", code: "malformed", key: "to" }],
    ["a number that is none", { id: "x", to: "call me", text: "a" }, { id: "x", code: "malformed", key: "to" }],
    [
      "a number that is not allowed",
      { id: "x", to: "+4915112345678", text: "a" },
      { id: "x", code: "not_allowed", key: "to" },
    ],
    ["no text", { id: "x", to: TO }, { id: "x", code: "malformed", key: "text" }],
    ["an empty text", { id: "x", to: TO, text: "" }, { id: "x", code: "malformed", key: "text" }],
    ["half of a character", `{"id":"x","to":"${TO}","text":"\\ud83d"}`, { id: "x", code: "malformed", key: "text" }],
    [
      "a text that is too long",
      { id: "x", to: TO, text: "x".repeat(1531) },
      { id: "x", code: "too_large", key: "text" },
    ],
    ["more than the gateway reads", { id: "x", to: TO, text: "x".repeat(4000) }, { id: null, code: "too_large" }],
    ["an id that is too long", { id: "x".repeat(65), to: TO, text: "a" }, { id: null, code: "malformed", key: "id" }],
    ["an id of other than ASCII", { id: "é", to: TO, text: "a" }, { id: null, code: "malformed", key: "id" }],
    ["an odd flash", { id: "x", to: TO, text: "a", flash: "yes" }, { id: "x", code: "malformed", key: "flash" }],
    ["an odd expiry", { id: "x", to: TO, text: "a", expires: "soon" }, { id: "x", code: "malformed", key: "expires" }],
  ])("with %s is rejected, and nothing is sent", (_what, command, { id, ...error }) => {
    const bench = started();
    send(bench, command as object | string);
    bench.run(3000);
    expect(told(bench)).toMatchObject([{ id, state: "rejected", error }]);
    expect(bench.modem.submitted).toEqual([]);
    expect(world.files.has("/outbox")).toBe(false);
  });

  it("is rejected while nobody is allowed, and where anybody could give it", () => {
    for (const settings of [{ allowed_numbers: [] }, { insecure_ok: false }]) {
      const bench = started(settings);
      send(bench, { id: "a", to: TO, text: "hello" });
      bench.run(2000);
      expect(told(bench)).toMatchObject([{ id: "a", state: "rejected", error: { code: "off" } }]);
    }
  });

  it("is ignored when it is empty", () => {
    const bench = started();
    send(bench, "");
    bench.run(2000);
    expect(told(bench)).toEqual([]);
  });

  it("that the broker had kept is not executed", () => {
    const bench = started();
    send(bench, { id: "old", to: TO, text: "hello" }, RETAIN);
    bench.run(3000);
    expect(told(bench)).toMatchObject([{ id: "old", state: "rejected", error: { code: "retained" } }]);
    expect(bench.modem.submitted).toEqual([]);
  });

  it("with an unknown key is none the worse, and takes `number` for `to`", () => {
    const bench = started();
    send(bench, { id: "n", number: "07700 900123", text: "hello", colour: "red" });
    bench.run(8000);
    expect(told(bench)).toMatchObject([
      { id: "n", to: TO, state: "accepted" },
      { id: "n", to: TO, state: "sent" },
    ]);
  });
});

describe("no command is executed twice", () => {
  it("when its id comes again: the state is told again", () => {
    const bench = started();
    const command = { id: "same", to: TO, text: "hello" };
    send(bench, command);
    bench.run(8000);
    send(bench, command);
    send(bench, { ...command, text: "another" }, DUP);
    bench.run(8000);
    expect(states(bench)).toEqual(["same accepted", "same sent", "same sent", "same sent"]);
    expect(bench.modem.submitted).toHaveLength(1);
  });

  it("when it comes again while it is under way", () => {
    const bench = started();
    const command = { id: "same", to: TO, text: "hello" };
    send(bench, command);
    bench.run(1500);
    send(bench, command);
    bench.run(8000);
    expect(states(bench)).toEqual(["same accepted", "same accepted", "same sent"]);
    expect(bench.modem.submitted).toHaveLength(1);
  });

  it("after a restart, nor after a thousand other ids", () => {
    const bench = started({ send_per_minute: 25, send_per_hour: 1000, send_per_day: 1000 });
    bench.modem.networkMs = 100;
    send(bench, { id: "first", to: TO, text: "hello" });
    bench.run(3000);
    for (let n = 0; n < 30; n++) {
      send(bench, { id: `n${n}`, to: TO, text: "hello" });
      bench.run(2600);
    }
    bench.powerCycle();
    bench.start();
    const before = bench.modem.submitted.length;
    send(bench, { id: "first", to: TO, text: "hello" });
    bench.run(3000);
    expect(bench.modem.submitted).toHaveLength(before);
    expect(states(bench)).toContain("first sent");
  });

  it("without an id, when the same octets come within a minute or with DUP, but later they are another command", () => {
    const bench = started();
    const command = { to: TO, text: "hello" };
    send(bench, command);
    bench.run(8000);
    send(bench, command);
    bench.run(8000);
    expect(bench.modem.submitted).toHaveLength(1);
    bench.run(60_000);
    send(bench, command, DUP);
    bench.run(8000);
    expect(bench.modem.submitted).toHaveLength(1);
    send(bench, command);
    bench.run(8000);
    expect(bench.modem.submitted).toHaveLength(2);
  });
});

describe("a power cut", () => {
  it("before the modem's answer leaves a message of which nobody knows: it is not sent again", () => {
    const bench = started();
    send(bench, { id: "cut", to: TO, text: "hello" });
    bench.runUntil(() => bench.modem.submitted.length === 1, 5000);
    bench.powerCycle();
    bench.start().run(8000);
    expect(states(bench)).toEqual(["cut accepted", "cut unknown"]);
    expect(bench.modem.submitted).toHaveLength(1);
  });

  it("loses none of those that were accepted behind it", () => {
    const bench = started();
    bench.modem.networkMs = 30_000;
    for (const id of ["a", "b", "c"]) send(bench, { id, to: TO, text: id });
    bench.runUntil(() => states(bench).filter((state) => state.endsWith("accepted")).length === 3, 10_000);
    bench.powerCycle();
    bench.modem.networkMs = 1000;
    bench.start().run(20_000);
    expect(states(bench).slice(3)).toEqual(["a unknown", "b sent", "c sent"]);
  });

  it("at any moment ends in at most one message for each command, and in one for each that is said to be sent", () => {
    for (let cutMs = 100; cutMs < 12_000; cutMs += 229) {
      const bench = started();
      send(bench, { id: "a", to: TO, text: "first" });
      send(bench, { id: "b", to: TO, text: "second" });
      bench.run(cutMs);
      bench.powerCycle();
      bench.start().run(15_000);
      const said = states(bench);
      for (const id of ["a", "b"]) {
        const submitted = bench.modem.submitted.filter((pdu) => pdu.endsWith(id === "a" ? FIRST : SECOND)).length;
        expect(submitted, `${id} at ${cutMs}`).toBeLessThanOrEqual(1);
        if (said.includes(`${id} sent`)) expect(submitted, `${id} at ${cutMs}`).toBe(1);
        // One end, which may be told again after the cut.
        const ends = new Set(said.filter((each) => / (sent|unknown|failed)$/.test(each) && each.startsWith(id)));
        if (said.includes(`${id} accepted`)) expect(ends.size, `${id} at ${cutMs}: ${said}`).toBe(1);
      }
    }
  });
});

const FIRST = Buffer.from(gsm7("1", "first").subarray(-5)).toString("hex").toUpperCase();
const SECOND = Buffer.from(gsm7("1", "second").subarray(-6)).toString("hex").toUpperCase();

it("the end of a command is told again after a restart, in case it was not told, and never a third time", () => {
  const bench = started();
  send(bench, { id: "end", to: TO, text: "hello" });
  bench.run(10_000);
  for (let restart = 0; restart < 3; restart++) {
    bench.powerCycle();
    bench.start().run(10_000);
  }
  expect(states(bench)).toEqual(["end accepted", "end sent", "end sent"]);
});

describe("the limits", () => {
  it("reject what is too much, and say when it may be again", () => {
    const bench = started({ send_per_minute: 2 });
    bench.modem.networkMs = 100;
    for (const id of ["a", "b", "c"]) send(bench, { id, to: TO, text: "x" });
    bench.run(5000);
    const rejected = told(bench).find(({ state }) => state === "rejected");
    expect(rejected).toMatchObject({ id: "c", error: { code: "limit" } });
    expect(rejected?.retry_after_s).toBeGreaterThan(50);
    bench.run(60_000);
    send(bench, { id: "c", to: TO, text: "x" });
    bench.run(5000);
    expect(states(bench).at(-1)).toBe("c sent");
  });

  it("hold over a restart", () => {
    const bench = started({ send_per_hour: 2 });
    bench.modem.networkMs = 100;
    for (const id of ["a", "b"]) send(bench, { id, to: TO, text: "x" });
    bench.run(5000);
    bench.powerCycle();
    bench.start();
    send(bench, { id: "c", to: TO, text: "x" });
    bench.run(5000);
    expect(states(bench).at(-1)).toBe("c rejected");
  });
});

describe("the modem's part", () => {
  it("is asked for its prompt first; without one it is told to leave it, and it is tried again", () => {
    const bench = started();
    bench.modem.prompts = false;
    send(bench, { id: "p", to: TO, text: "hello" });
    bench.run(10_000);
    expect(bench.modem.submitted).toEqual([]);
    bench.modem.prompts = true;
    bench.run(40_000);
    expect(states(bench)).toEqual(["p accepted", "p sent"]);
  });

  it.each([
    ["+CMS ERROR: 38", "sent", 2],
    ["+CMS ERROR: 500", "sent", 2],
    ["+CMS ERROR: 28", "failed", 1],
    ["+CMS ERROR: 21", "failed", 1],
    ["+CMS ERROR: 330", "failed", 1],
    ["+CME ERROR: 30", "sent", 2],
    ["ERROR", "sent", 2],
  ])("that says %s is asked again only where that passes", (line, state, attempts) => {
    const bench = started();
    bench.modem.networkAnswers = [`\r\n${line}\r\n`];
    send(bench, { id: "e", to: TO, text: "hello" });
    bench.run(30_000);
    expect(states(bench)).toEqual(["e accepted", `e ${state}`]);
    expect(bench.modem.submitted).toHaveLength(attempts);
  });

  it("gives up where what passes does not pass", () => {
    const bench = started();
    bench.modem.networkAnswers = Array.from({ length: 9 }, () => "\r\n+CMS ERROR: 38\r\n");
    send(bench, { id: "e", to: TO, text: "hello" });
    bench.run(600_000);
    expect(told(bench).at(-1)).toMatchObject({ state: "failed", parts_sent: 0, error: { code: "cms_38" } });
    expect(bench.modem.submitted).toHaveLength(4);
  });

  it("whose answer never comes leaves it unknown, once, and nothing is sent again", () => {
    const bench = started();
    bench.modem.networkAnswers = [null];
    send(bench, { id: "u", to: TO, text: "x".repeat(200) });
    bench.run(100_000);
    expect(told(bench).at(-1)).toMatchObject({ state: "unknown", parts: 2, parts_sent: 0 });
    expect(bench.modem.submitted).toHaveLength(1);
  });

  it("says how many parts were sent when one is refused for good: the rest is not sent", () => {
    const bench = started();
    bench.modem.networkAnswers = ["\r\n+CMGS: 9\r\n\r\nOK\r\n", "\r\n+CMS ERROR: 28\r\n"];
    send(bench, { id: "part", to: TO, text: "x".repeat(400) });
    bench.run(20_000);
    expect(told(bench).at(-1)).toMatchObject({ state: "failed", parts: 3, parts_sent: 1, refs: [9] });
    expect(bench.modem.submitted).toHaveLength(2);
  });

  it("receives what comes while messages are sent", () => {
    const bench = started();
    for (const id of ["a", "b", "c", "d"]) send(bench, { id, to: TO, text: "x" });
    for (let slot = 1; slot <= 10; slot++) {
      bench.modem.deliver(slot, gsm7("Bank", `number ${slot}`, { isName: true }));
      bench.run(1500);
    }
    bench.run(20_000);
    expect(bench.broker.messages()).toHaveLength(10);
    expect(states(bench).filter((state) => state.endsWith("sent"))).toHaveLength(4);
    expect(bench.modem.slots.size).toBe(0);
  });
});

describe("a status report", () => {
  const report = (reference: number, status: number) => {
    const pdu = statusReport({ to: TO, reference, status });
    return `\r\n+CDS: ${pdu.length - 1}\r\n${Buffer.from(pdu).toString("hex").toUpperCase()}\r\n`;
  };

  it("tells of a message that it was delivered, once all its parts are", () => {
    const bench = started();
    send(bench, { id: "r", to: TO, text: "x".repeat(200), report: true });
    bench.run(12_000);
    bench.modem.say(report(8, 0));
    bench.run(1000);
    expect(states(bench)).toEqual(["r accepted", "r sent"]);
    bench.modem.say(report(7, 0));
    bench.run(1000);
    expect(states(bench)).toEqual(["r accepted", "r sent", "r delivered"]);
  });

  it("tells that it was not, and why, but not while the service centre still tries", () => {
    const bench = started();
    send(bench, { id: "r", to: TO, text: "hello", report: true });
    bench.run(8000);
    bench.modem.say(report(7, 0x20));
    bench.run(1000);
    expect(states(bench)).toHaveLength(2);
    bench.modem.say(report(7, 0x46));
    bench.run(1000);
    expect(told(bench).at(-1)).toMatchObject({ state: "undelivered", error: { code: "undelivered" } });
  });

  it("of a message that was not sent from here is told as one that has come", () => {
    const bench = started();
    bench.modem.say(report(99, 0));
    bench.run(2000);
    expect(bench.broker.messages()).toMatchObject([
      { id: expect.stringMatching(/^[0-9a-f]{12}$/), from: TO, report: { ref: 99, state: "delivered", status: 0 } },
    ]);
    expect(told(bench)).toEqual([]);
  });

  it("that comes after a restart is still known", () => {
    const bench = started();
    send(bench, { id: "r", to: TO, text: "hello", report: true });
    bench.run(8000);
    bench.powerCycle();
    bench.start();
    bench.modem.say(report(7, 0));
    bench.run(1000);
    expect(states(bench).at(-1)).toBe("r delivered");
  });
});
