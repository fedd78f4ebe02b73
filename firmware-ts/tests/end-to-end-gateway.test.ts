// A gateway with a key: nothing that it publishes of messages and calls can be read without the key; with
// `require_signed` nothing that is not signed, or was taken once, is executed.
import { describe, expect, it } from "vitest";
import { world } from "../fakes/world.ts";
import { Bench, SETTINGS } from "./support/bench.ts";
import { openedByNode, sign, vectors } from "./support/end-to-end.ts";
import { gsm7, statusReport } from "./support/pdu-encoder.ts";

const TO = "+447700900123";
const SEND = "gateway/sms/send";
const SEALED = {
  ...SETTINGS,
  key: vectors.key,
  allowed_numbers: ["+447700900*"],
  insecure_ok: true,
  balance_code: "*102#",
};
const SIGNED = { ...SEALED, require_signed: true };
/** As the modem is told to say it, and as commands have it. */
const TOLD = '\r\n*PSUTTZ: 2026,11,22,9,30,45,"+4",0\r\n';
const TOLD_S = Date.UTC(2026, 10, 22, 9, 30, 45) / 1000;

let toldAtMs = 0;

function started(settings: object): Bench {
  const bench = new Bench(settings).start();
  tellTime(bench);
  bench.run(3000);
  return bench;
}

function tellTime(bench: Bench): void {
  toldAtMs = world.now;
  bench.modem.say(TOLD);
}

/** The time by the gateway's clock, and so many seconds. */
const timeIn = (seconds: number) =>
  new Date((TOLD_S + Math.floor((world.now - toldAtMs) / 1000) + seconds) * 1000).toISOString();

const published = (bench: Bench, topic: string) => bench.broker.published.filter((each) => each.topic === topic);
const read = (bench: Bench, topic: string) =>
  published(bench, topic).map(({ payload }) => openedByNode(topic, payload) as { [key: string]: JsonValue });

const command = (id: string, more: object = {}) => ({ id, time: timeIn(0), to: TO, text: `text of ${id}`, ...more });

function send(bench: Bench, payload: string, topic = SEND, flags = 0): void {
  bench.broker.send(topic, payload, flags);
  bench.run(9000);
}

const told = (bench: Bench) =>
  read(bench, "gateway/sms/sent").map(({ error, id, state }) => {
    const code = (error as { code?: string } | undefined)?.code;
    return `${id} ${state}${code === undefined ? "" : ` ${code}`}`;
  });

describe("with a key", () => {
  it("a message, its code and its sender are nowhere in the open, and its id is not the hash of it", () => {
    const [sealed, plain] = [SEALED, SETTINGS].map((settings) => {
      const bench = started(settings);
      bench.modem.deliver(3, gsm7("+447700900555", "Your verification code is 791985"));
      bench.run(3000);
      return bench;
    }) as [Bench, Bench];
    const everything = JSON.stringify(sealed.broker.published) + sealed.said.join();
    for (const secret of ["791985", "verification", "900555", vectors.key]) expect(everything).not.toContain(secret);
    const [message] = read(sealed, "gateway/sms");
    const [open] = plain.broker.messages();
    expect({ ...message, id: "" }).toEqual({ ...open, id: "", received: message?.received });
    expect(Object.keys(sealed.broker.messages()[0] ?? {})).toEqual(["id", "received", "event_type", "encrypted"]);
    expect(message?.id).not.toBe(open?.id);
  });

  it("a message keeps its id over a power cut", () => {
    const bench = started(SEALED);
    bench.broker.acknowledges = false;
    bench.modem.deliver(3, gsm7("+447700900555", "twice"));
    bench.run(3000);
    bench.broker.acknowledges = true;
    bench.powerCycle();
    bench.start();
    bench.run(3000);
    const ids = read(bench, "gateway/sms").map(({ id }) => id);
    expect(ids.length).toBeGreaterThan(1);
    expect(new Set(ids).size).toBe(1);
  });

  it("calls, what became of commands, strange reports and the balance are sealed, other answers are not", () => {
    const bench = started(SEALED);
    bench.modem.say(`\r\nRING\r\n\r\n+CLIP: "${TO}",145,"",0,"",0\r\n`);
    bench.run(12_000);
    send(bench, JSON.stringify({ id: "a1", to: TO, text: "hello" }));
    const pdu = statusReport({ to: TO, reference: 99, status: 0 });
    bench.modem.say(`\r\n+CDS: ${pdu.length - 1}\r\n${Buffer.from(pdu).toString("hex").toUpperCase()}\r\n`);
    bench.run(3000);
    bench.modem.overrides.set('AT+CUSD=1,"*102#",15', '\r\nOK\r\n\r\n+CUSD: 0, "Balance 4.20", 15\r\n');
    send(bench, '{"transaction":"7"}', "gateway/request/balance");
    bench.run(10_000);
    send(bench, "{}", "gateway/request/diagnose");
    expect(read(bench, "gateway/call")).toMatchObject([{ from: TO, missed: true }]);
    expect(told(bench)).toEqual(["a1 accepted", "a1 sent"]);
    expect(read(bench, "gateway/sms")).toMatchObject([{ from: TO, report: { ref: 99 } }]);
    expect(read(bench, "gateway/response/balance")).toMatchObject([
      { status: "ok", data: { text: "Balance 4.20" }, transaction: "7" },
    ]);
    const [diagnose] = published(bench, "gateway/response/diagnose");
    expect(JSON.parse(diagnose?.payload ?? "")).toMatchObject({ status: "ok" });
    expect(JSON.stringify(bench.broker.published)).not.toContain(TO);
  });
});

describe("with require_signed", () => {
  it("a signed command is sent, once, however often it is published", () => {
    const bench = started(SIGNED);
    const payload = sign(command("a1"), SEND);
    for (let n = 0; n < 3; n++) send(bench, payload);
    send(bench, sign(command("a1", { text: "another" }), SEND));
    expect(bench.modem.submitted).toHaveLength(1);
    expect(told(bench)).toEqual(["a1 accepted", "a1 sent", "a1 sent", "a1 sent", "a1 sent"]);
  });

  it("what is unsigned is refused, and learns nothing of a command that was sent", () => {
    const bench = started(SIGNED);
    send(bench, sign(command("a1"), SEND));
    send(bench, JSON.stringify(command("a1")));
    send(bench, JSON.stringify(command("a2")), SEND, 8);
    send(bench, "no JSON");
    send(bench, sign(command("a3"), SEND, vectors.keys.id));
    send(bench, sign(command("a4"), "gateway/request/ussd"));
    expect(bench.modem.submitted).toHaveLength(1);
    expect(told(bench).slice(2)).toEqual([
      "a1 rejected unsigned",
      "a2 rejected unsigned",
      "null rejected unsigned",
      "null rejected unsigned",
      "null rejected unsigned",
    ]);
  });

  it("a command that was refused is not sent when somebody publishes it again", () => {
    const bench = started({ ...SIGNED, send_per_minute: 1 });
    send(bench, sign(command("a1"), SEND));
    const refused = sign(command("a2"), SEND);
    send(bench, refused);
    bench.run(55_000);
    send(bench, refused);
    expect(told(bench).slice(2)).toEqual(["a2 rejected limit", "a2 rejected repeated"]);
    send(bench, sign(command("a2"), SEND));
    expect(told(bench).slice(4)).toEqual(["a2 accepted", "a2 sent"]);
  });

  it("one that is too old is not sent, but its sender hears of what was sent", () => {
    const bench = started(SIGNED);
    send(bench, sign(command("a1"), SEND));
    send(bench, sign(command("a1", { time: timeIn(-130) }), SEND));
    send(bench, sign(command("a2", { time: timeIn(-130) }), SEND));
    expect(told(bench).slice(2)).toEqual(["a1 sent", "a2 rejected stale"]);
  });

  it("after a restart nothing is sent twice, nor before the time is known", () => {
    const bench = started(SIGNED);
    const before = sign(command("a1"), SEND);
    send(bench, before);
    const unsent = sign(command("a2"), SEND);
    bench.powerCycle();
    bench.start();
    for (const payload of [before, unsent]) send(bench, payload);
    expect(told(bench).slice(2)).toEqual(["a1 sent", "a1 sent", "a2 rejected clock"]);
    bench.modem.say(TOLD.replace("30,45", `${31},${30}`));
    toldAtMs = world.now - 45_000;
    bench.run(1000);
    send(bench, unsent);
    send(bench, sign(command("a3"), SEND));
    expect(told(bench).slice(5)).toEqual(["a2 rejected stale", "a3 accepted", "a3 sent"]);
    expect(bench.modem.submitted).toHaveLength(2);
  });

  it("a retained one is not sent", () => {
    const bench = started(SIGNED);
    send(bench, sign(command("a1"), SEND), SEND, 1);
    expect(told(bench)).toEqual(["a1 rejected retained"]);
  });

  it("requests are signed, too, and each is executed once", () => {
    const bench = started(SIGNED);
    const topic = "gateway/request/diagnose";
    const codes = () =>
      published(bench, "gateway/response/diagnose").map(({ payload }) => {
        const { error, status, transaction } = JSON.parse(payload);
        return `${transaction} ${error?.code ?? status}`;
      });
    send(bench, '{"transaction":"1"}', topic);
    const signed = sign({ id: "r1", time: timeIn(0), transaction: "2" }, topic);
    send(bench, signed, topic);
    bench.run(12_000);
    send(bench, signed, topic);
    send(bench, sign({ id: "r1", time: timeIn(0), transaction: "3" }, "gateway/request/signal"), topic);
    expect(codes()).toEqual(["1 unsigned", "2 ok", "2 repeated", "undefined unsigned"]);
  });

  it("a flood of unsigned commands is answered one by one, and a signed one comes through", () => {
    const bench = started(SIGNED);
    for (let n = 0; n < 60; n++) bench.broker.send(SEND, JSON.stringify(command(`n${n}`)));
    bench.run(20_000);
    send(bench, sign(command("a1"), SEND));
    const states = told(bench);
    expect(states.slice(-2)).toEqual(["a1 accepted", "a1 sent"]);
    expect(states).toHaveLength(62);
  });

  it("an empty payload is passed over", () => {
    const bench = started(SIGNED);
    send(bench, "");
    send(bench, "", "gateway/request/diagnose");
    expect(told(bench)).toEqual([]);
    expect(published(bench, "gateway/response/diagnose")).toEqual([]);
  });
});

it("without a key nothing is sealed, and a command needs no signature", () => {
  const { key: _, ...open } = SEALED;
  const bench = started(open);
  send(bench, JSON.stringify({ id: "a1", to: TO, text: "hello" }));
  expect(published(bench, "gateway/sms/sent").map(({ payload }) => JSON.parse(payload).state)).toEqual([
    "accepted",
    "sent",
  ]);
});
