// The topics of the first gateway of this kind, for programs that were written for it: beside the gateway's own, never in the
// place of them, and under the same rules.
import { describe, expect, it } from "vitest";
import { Bench, SETTINGS } from "./support/bench.ts";
import { gsm7, ucs2 } from "./support/pdu-encoder.ts";

const ON = { ...SETTINGS, legacy_topics: true };
const SENDING = { ...ON, allowed_numbers: ["+447700900123"], country_code: "44", insecure_ok: true };
const RETAIN = 1;

const on = (bench: Bench, topic: string) => bench.broker.published.filter((each) => each.topic === topic);
const read = (bench: Bench, topic: string) => on(bench, topic).map(({ payload }) => JSON.parse(payload));
const told = (bench: Bench) => read(bench, "gateway/sms/sent").map(({ state, error }) => error?.code ?? state);

describe("a message that has come", () => {
  it("goes to the old topic too, after its own, with the keys of both spellings", () => {
    const bench = new Bench(ON).start();
    bench.modem.deliver(3, gsm7("+447700900123", 'Your "code" is 791985'));
    bench.run(3000);
    expect(read(bench, "mqttsmsgw/dongle1")).toEqual([
      {
        from: "+447700900123",
        msdn: "+447001234",
        text: 'Your "code" is 791985',
        msisdn: "+447700900123",
        to: "dongle1",
        date: "26/11/22",
        time: "09:30:45",
      },
    ]);
    const topics = bench.broker.published.map(({ topic }) => topic);
    expect(topics.indexOf("mqttsmsgw/dongle1")).toBe(topics.indexOf("gateway/sms") + 1);
    expect(on(bench, "mqttsmsgw/dongle1")).toMatchObject([{ qos: 1, retain: false }]);
    expect(bench.modem.slots.size).toBe(0);
  });

  it("goes to the topic of the number that the settings have", () => {
    const bench = new Bench({ ...ON, legacy_number: 7 }).start();
    bench.modem.deliver(3, ucs2("Amazon", "код 👍🏽"));
    bench.run(3000);
    expect(read(bench, "mqttsmsgw/dongle7")).toMatchObject([{ text: "код 👍🏽", to: "dongle7" }]);
  });

  it("goes nowhere else with legacy_topics off", () => {
    const bench = new Bench().start();
    bench.modem.deliver(3, gsm7("+447700900123", "hello"));
    bench.run(3000);
    expect(bench.broker.published.filter(({ topic }) => !topic.startsWith("gateway/"))).toEqual([]);
    expect(bench.broker.subscribed.join()).not.toContain("smsoutnew");
  });

  it("is settled although the old topic fails, which is told once more and holds up nothing", () => {
    const bench = new Bench(ON).start();
    bench.run(120_000);
    bench.broker.forbidden = "mqttsmsgw/";
    bench.modem.deliver(3, gsm7("+447700900123", "one"));
    bench.run(20_000);
    bench.modem.deliver(3, gsm7("+447700900123", "two"));
    bench.run(20_000);
    expect(bench.broker.messages().map(({ text }) => text)).toEqual(["one", "two"]);
    expect(bench.modem.slots.size).toBe(0);
    expect(bench.broker.connects.length).toBeLessThan(4);
    bench.broker.forbidden = "";
    const before = on(bench, "mqttsmsgw/dongle1").length;
    bench.run(100_000);
    const after = read(bench, "mqttsmsgw/dongle1").slice(before);
    expect(after.map(({ text }) => text)).toEqual(["one", "two"]);
  });

  it("without a text has null for it", () => {
    const bench = new Bench(ON).start();
    bench.modem.deliver(3, Buffer.from("0004FF91447700", "hex"));
    bench.run(3000);
    expect(read(bench, "mqttsmsgw/dongle1")).toMatchObject([{ text: null, date: null, time: null }]);
  });
});

describe("a command on the old topic", () => {
  it("sends a message, and what became of it is told on sms/sent", () => {
    const bench = new Bench(SENDING).start();
    bench.broker.send("smsoutnew/dongle1", '{"to":"07700 900123","text":"hello"}');
    bench.run(8000);
    expect(bench.modem.submitted).toHaveLength(1);
    expect(told(bench)).toEqual(["accepted", "sent"]);
  });

  it("is one command when its octets come again within a minute", () => {
    const bench = new Bench(SENDING).start();
    for (let i = 0; i < 3; i++) {
      bench.broker.send("smsoutnew/dongle1", '{"to":"+447700900123","text":"hello"}');
      bench.run(4000);
    }
    expect(bench.modem.submitted).toHaveLength(1);
  });

  it("is refused when it was retained, is for nobody who is allowed, or is no JSON", () => {
    const bench = new Bench(SENDING).start();
    const commands: [payload: string, flags: number][] = [
      ['{"to":"+447700900123","text":"hello"}', RETAIN],
      ['{"to":"+447700900124","text":"hello"}', 0],
      ["{'to':'+447700900123','text':'hello'}", 0],
    ];
    for (const [payload, flags] of commands) {
      bench.broker.send("smsoutnew/dongle1", payload, flags);
      bench.run(4000);
    }
    expect(told(bench)).toEqual(["retained", "not_allowed", "malformed"]);
    expect(bench.modem.submitted).toEqual([]);
  });

  it("is none of this gateway's on the topic of another", () => {
    const bench = new Bench(SENDING).start();
    bench.broker.send("smsoutnew/dongle2", '{"to":"+447700900123","text":"hello"}');
    bench.run(8000);
    expect(bench.modem.submitted).toEqual([]);
  });
});

describe("the heartbeat", () => {
  it("comes each minute, with how many messages came and how long ago the last one did", () => {
    const bench = new Bench(ON).start();
    bench.modem.deliver(3, gsm7("+447700900123", "hello"));
    bench.run(125_000);
    const beats = read(bench, "smsgwheartbeat/dongle1");
    expect(beats).toHaveLength(3);
    expect(beats.at(-1)).toEqual({ id: "dongle1", sms_in: 1, last_sms: expect.any(Number) });
    expect(beats.at(-1).last_sms).toBeGreaterThan(100);
    expect(beats.at(-1).last_sms).toBeLessThan(126);
  });
});
