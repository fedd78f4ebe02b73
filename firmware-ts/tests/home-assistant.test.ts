// Home Assistant: told of the device with the setting on, again at its birth, and never of anything that the settings do not
// want it to have. home-assistant-rules.long.test.ts holds the payload to Home Assistant's own rules.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readSettings } from "../domain/settings/read-settings.ts";
import { world } from "../fakes/world.ts";
import { Bench, SETTINGS } from "./support/bench.ts";

const ON = { ...SETTINGS, home_assistant: true };
const CONTACTS = {
  allowed_numbers: ["+447700900123", "+4477*"],
  country_code: "44",
  broker_user: "home",
  broker_password: "correct horse",
};
const TOPIC = /^homeassistant\/device\/sms_gateway_[0-9a-f]+\/config$/;

/** After the start, until all is told. */
const SETTLED_MS = 3000;

interface Discovery {
  readonly cmps: Record<string, Record<string, unknown>>;
  readonly dev: Record<string, string>;
}

function started(settings: object = SETTINGS): Bench {
  const bench = new Bench(settings).start();
  bench.run(SETTLED_MS);
  return bench;
}

const told = (bench: Bench) => bench.broker.published.filter(({ topic }) => topic.startsWith("homeassistant/"));

function discoveryOf(settings: object): Discovery {
  return JSON.parse(told(started({ ...ON, ...settings })).at(-1)?.payload ?? "null");
}

function restart(bench: Bench, settings: object): Bench {
  world.files.set("/settings.json", Buffer.from(JSON.stringify(settings)));
  bench.powerCycle();
  bench.start().run(SETTLED_MS);
  return bench;
}

describe("with home_assistant off, as it is unless somebody wants it", () => {
  it("nothing is told, nothing is asked for and nothing is taken away", () => {
    const bench = started();
    expect(told(bench)).toEqual([]);
    expect(bench.broker.subscribed).toEqual(["gateway/sms/send", "gateway/request/+"]);
    expect(world.files.has("/discovery")).toBe(false);
  });
});

describe("with home_assistant on", () => {
  it("the device is told once a start, retained, QoS 1, under the board's own number", () => {
    const bench = started(ON);
    expect(told(bench)).toMatchObject([{ topic: expect.stringMatching(TOPIC), retain: true, qos: 1 }]);
    expect(bench.broker.subscribed).toContain("homeassistant/status");
  });

  it("it is told again when Home Assistant says that it has started, not when it says that it ends", () => {
    const bench = started(ON);
    bench.run(5_000);
    bench.broker.send("homeassistant/status", "offline");
    bench.run(20_000);
    expect(told(bench)).toHaveLength(1);
    bench.broker.send("homeassistant/status", "online");
    bench.run(2000);
    expect(told(bench)).toHaveLength(2);
    expect(told(bench)[1]).toEqual({ ...told(bench)[0], at: expect.any(Number) });
  });

  it("it is told once in 3 s, however often somebody says so", () => {
    const bench = started(ON);
    for (let i = 0; i < 100; i++) {
      bench.broker.send("homeassistant/status", "online");
      bench.run(100);
    }
    bench.run(15_000);
    expect(told(bench).length).toBeGreaterThan(4);
    expect(told(bench).length).toBeLessThanOrEqual(7);
  });

  it("it is told again when it was not acknowledged, but not in every connection", () => {
    const bench = new Bench(ON);
    bench.broker.forbidden = "homeassistant/";
    bench.run(300_000);
    expect(bench.broker.connects.length).toBeLessThan(4);
    bench.broker.forbidden = "";
    const before = told(bench).length;
    bench.run(700_000);
    expect(told(bench)).toHaveLength(before + 1);
  });

  it("the flash is written only where something has changed", () => {
    const bench = started(ON);
    const kept = world.files.get("/discovery");
    expect(kept).toBeDefined();
    restart(bench, ON);
    expect(world.files.get("/discovery")).toBe(kept);
    restart(bench, { ...ON, topic: "site/gw1" });
    expect(world.files.get("/discovery")).not.toBe(kept);
    expect(told(bench).at(-1)?.payload).toContain('"avty_t":"site/gw1/status"');
  });
});

describe("switched off again", () => {
  it("the device is taken away, once", () => {
    const bench = started(ON);
    const [first] = told(bench);
    restart(bench, SETTINGS);
    expect(told(bench).slice(1)).toMatchObject([{ topic: first?.topic, payload: "", retain: true }]);
    restart(bench, SETTINGS);
    expect(told(bench)).toHaveLength(2);
  });

  it("it is taken away later when the broker did not acknowledge that", () => {
    const bench = started(ON);
    world.files.set("/settings.json", Buffer.from(JSON.stringify(SETTINGS)));
    bench.broker.forbidden = "homeassistant/";
    bench.powerCycle();
    bench.run(60_000);
    bench.broker.forbidden = "";
    restart(bench, SETTINGS);
    restart(bench, SETTINGS);
    expect(told(bench).filter(({ payload }) => payload === "").length).toBe(2);
  });

  it("it is taken away although nobody could read the settings between", () => {
    const bench = started(ON);
    world.files.set("/settings.json", Buffer.from("{"));
    bench.powerCycle();
    bench.run(5000);
    restart(bench, SETTINGS);
    expect(told(bench).at(-1)?.payload).toBe("");
  });

  it("a broker that was never told of it hears nothing", () => {
    const bench = started(ON);
    const before = told(bench).length;
    bench.broker.listen("192.168.1.3:1883");
    restart(bench, { ...SETTINGS, broker_host: "192.168.1.3" });
    restart(bench, SETTINGS);
    expect(told(bench)).toHaveLength(before);
  });
});

describe("what Home Assistant gets", () => {
  it("is an event, sensors and a button; a notify for each contact alone", () => {
    expect(Object.keys(discoveryOf({}).cmps)).toEqual([
      "received",
      "signal",
      "operator",
      "messages_in",
      "messages_out",
      "sim_used",
      "last_message",
      "registered",
      "restart",
    ]);
    const contacts = [{ name: 'Ann "the boss" @~', number: "07700 900123" }];
    const { cmps } = discoveryOf({ ...CONTACTS, contacts });
    expect(cmps.notify_447700900123).toMatchObject({
      p: "notify",
      name: 'Ann "the boss" @~',
      cmd_t: "gateway/sms/send",
      cmd_tpl: "{{ {'to':'+447700900123','text':value}|to_json }}",
    });
  });

  it("has neither button nor notify where commands must be signed", () => {
    const key = { key: "5ca1ab1e".repeat(8), require_signed: true };
    const { cmps } = discoveryOf({ ...CONTACTS, ...key, contacts: [{ name: "Ann", number: "+447700900123" }] });
    expect(Object.values(cmps).map(({ p }) => p)).not.toContain("button");
    expect(Object.values(cmps).map(({ p }) => p)).not.toContain("notify");
  });

  it("tells several gateways apart by their topics", () => {
    const { cmps, dev } = discoveryOf({ topic: 'site/"gw1" @~' });
    expect(dev.name).toBe('SMS gateway site/"gw1" @~');
    expect(cmps.received?.stat_t).toBe('site/"gw1" @~/sms');
    expect(cmps.signal?.uniq_id).toBe(`${dev.ids}_signal`);
  });

  it("lets a command wait ten minutes with queue_offline, which wants to know that", () => {
    const contacts = [{ name: "Ann", number: "+447700900123" }];
    const { cmps } = discoveryOf({ ...CONTACTS, contacts, queue_offline: true });
    expect(cmps.notify_447700900123?.cmd_tpl).toContain("'expires':");
  });
});

describe("docs/home-assistant.md", () => {
  const GUIDE = readFileSync("docs/home-assistant.md", "utf8");
  const examples = [...GUIDE.matchAll(/```json\n([\s\S]*?)```/g)].map(([, text]) => JSON.parse(text ?? ""));

  it("has settings that are accepted", () => {
    expect(examples).toHaveLength(3);
    for (const example of examples)
      expect(readSettings(JSON.stringify({ ...SETTINGS, ...example })).problems).toEqual([]);
  });

  it("names the entities that there are, as Home Assistant calls them", () => {
    const { cmps, dev } = discoveryOf({ ...CONTACTS, ...examples[2] });
    const slug = (text: unknown) => `${text}`.toLowerCase().replaceAll(" ", "_");
    const names = Object.values(cmps).map(({ p, name }) => `${p}.${slug(dev.name)}_${slug(name)}`);
    const table = GUIDE.slice(GUIDE.indexOf("## What appears"), GUIDE.indexOf("## The text"));
    const named = [...table.matchAll(/`([\w.…]+)`/g)].map(([, name = ""]) => name.replace("…", "sensor.sms_gateway"));
    expect(named.filter((name) => name.includes(".")).sort()).toEqual(names.sort());
  });
});
