// What Home Assistant is told, held to the source of Home Assistant (requirements/home-assistant.txt); and what it would show,
// by its templates and what a gateway really publishes.
import { beforeAll, describe, expect, it } from "vitest";
import { BIRTH_TOPIC, OFFLINE, ONLINE } from "../domain/api.ts";
import { Bench, SETTINGS } from "./support/bench.ts";
import { expanded, faultsIn, homeAssistantRules, type Rules, rendered } from "./support/home-assistant.ts";
import { gsm7, ucs2 } from "./support/pdu-encoder.ts";

const CONTACTS = {
  allowed_numbers: ["+447700900123", "80808"],
  country_code: "44",
  insecure_ok: true,
  contacts: [
    { name: 'Ann "the boss"', number: "+447700900123" },
    { name: "Bank 👍", number: "80808" },
  ],
};
const KEY = { key: "5ca1ab1e".repeat(8) };

/** Every setting that changes the payload, alone and with the others that it may be with. */
const SETS: readonly object[] = [
  {},
  { ha_text: true },
  CONTACTS,
  { ...CONTACTS, ha_text: true, queue_offline: true, topic: 'site/gw 1/"x"' },
  { ...CONTACTS, ...KEY, contacts: [] },
  { ...CONTACTS, ...KEY, require_signed: true },
];

let rules: Rules;
beforeAll(async () => {
  rules = await homeAssistantRules();
}, 300_000);

function benchWith(settings: object): Bench {
  const bench = new Bench({ ...SETTINGS, home_assistant: true, ...settings }).start();
  bench.run(3000);
  return bench;
}

const last = (bench: Bench, end: string) =>
  bench.broker.published.filter(({ topic }) => topic.endsWith(end)).at(-1)?.payload ?? "";

const discovery = (settings: object) => last(benchWith(settings), "/config");

/** What the templates give for a payload, by the names of the components; what has no template shows the payload itself. */
async function shown(config: string, topicEnd: string, payload: string): Promise<Record<string, string>> {
  const found = expanded(config, rules).components.filter(([, , all]) => `${all.state_topic}`.endsWith(topicEnd));
  const listening = found.filter(([, own]) => /sensor|event/.test(`${own.platform}`));
  const answers = await rendered(
    listening.map(([, own]) => ({ template: `${own.value_template ?? "{{ value_json|to_json }}"}`, payload })),
  );
  return Object.fromEntries(listening.map(([name], index) => [name, answers[index]?.text ?? ""]));
}

describe("the payload", () => {
  it.each(SETS)("is one that Home Assistant takes, with %j", (settings) => {
    const payload = discovery(settings);
    expect(payload).not.toBe("");
    expect(faultsIn(payload, rules)).toEqual([]);
  });

  it("would be found out with a wrong key, unit, device class, category, state class, or without what it needs", () => {
    const payload = discovery(CONTACTS);
    const faults = (from: string, to: string) => {
      expect(payload).toContain(from);
      return faultsIn(payload.replace(from, to), rules).join("; ");
    };
    expect(faults('"evt_typ"', '"evt_types"')).toContain(
      "received has a key that is unknown, evt_types; received has no event_types",
    );
    expect(faults('"dBm"', '"dbm"')).toContain("signal has a unit that is none of its device class, dbm");
    expect(faults('"signal_strength"', '"signal"')).toContain("signal has an unknown device class, signal");
    expect(faults('"diagnostic"', '"config"')).toContain("signal has a category that it must not have, config");
    expect(faults('"measurement"', '"total"')).toContain("signal has a state class that it must not have, total");
    expect(faults('"connectivity"', '"wireless"')).toContain("registered has an unknown device class");
    expect(faults('"cmd_t":"gateway/request/restart"', '"cmd_t":"gateway/request/#"')).toContain(
      "a wrong command_topic",
    );
    expect(faults('"stat_t":"gateway/state",', "")).toContain("signal has no state_topic");
    expect(faults('"o":{"name"', '"o":{"title"')).toContain("o has a key that is unknown, title");
    expect(faults('"avty_t"', '"~"')).toContain("the payload has a key that is unknown, ~");
    expect(faults('_signal"', '_operator"')).toContain("two components have one unique_id");
    expect(faults('"p":"button"', '"p":"push"')).toContain("restart is of an unknown platform, push");
  });

  it("speaks of being there, and listens for Home Assistant's birth, in its words", () => {
    expect([ONLINE, OFFLINE]).toEqual(rules.available);
    expect(BIRTH_TOPIC).toBe(rules.birthTopic);
  });
});

describe("what Home Assistant shows of the state", () => {
  it("is what the modem told", async () => {
    const bench = new Bench({ ...SETTINGS, home_assistant: true });
    bench.modem.overrides.set("AT+CREG?", "\r\n+CREG: 0,1\r\n\r\nOK\r\n");
    bench.modem.overrides.set("AT+CSQ", "\r\n+CSQ: 18,0\r\n\r\nOK\r\n");
    bench.modem.overrides.set("AT+COPS?", '\r\n+COPS: 0,0,"Example"\r\n\r\nOK\r\n');
    bench.start();
    bench.modem.deliver(3, gsm7("+447700900123", "hello"));
    bench.run(130_000);
    const state = last(bench, "/state");
    expect(await shown(last(bench, "/config"), "/state", state)).toEqual({
      signal: "-77",
      operator: "Example",
      messages_in: "1",
      messages_out: "0",
      sim_used: "0",
      last_message: expect.stringMatching(/^2026-11-22T09:2\d:00\+01:00$/),
      registered: "ON",
    });
  });

  it.each([
    ["null", { signal_dbm: null, operator: null, last_message_s: null }],
    ["not there", {}],
  ])("is unknown where a value is %s", async (_, state) => {
    const states = await shown(discovery({}), "/state", JSON.stringify(state));
    for (const name of ["signal", "operator", "last_message", "registered"]) expect(states[name]).toBe(rules.unknown);
  });

  it.each([
    ["home", "ON"],
    ["roaming", "ON"],
    ["searching", "OFF"],
    ["denied", "OFF"],
    ["none", "OFF"],
  ])("is, for the registration %s, %s", async (registration, state) => {
    const states = await shown(discovery({}), "/state", JSON.stringify({ registration }));
    expect(states.registered).toBe(state);
  });
});

describe("what Home Assistant's event has of a message", () => {
  const CODE = "Your verification code is 791985";
  const received = (settings: object, pdu: Uint8Array) => {
    const bench = benchWith(settings);
    bench.modem.deliver(3, pdu);
    bench.run(3000);
    return { config: last(bench, "/config"), payload: last(bench, "/sms") };
  };

  it("is neither text nor code, unless ha_text is on", async () => {
    const { config, payload } = received({}, gsm7("+447700900123", CODE));
    expect(payload).toContain("791985");
    const event = JSON.parse((await shown(config, "/sms", payload)).received ?? "");
    const { text, code, ...others } = JSON.parse(payload);
    expect(event).toEqual(others);
    expect(event.event_type).toBe("received");
  });

  it("is all of it with ha_text", async () => {
    const { config, payload } = received({ ha_text: true }, ucs2("Amazon", "код 791985 👍🏽"));
    expect(JSON.parse((await shown(config, "/sms", payload)).received ?? "")).toEqual(JSON.parse(payload));
  });

  it("is nothing of the octets of a message that is no text", async () => {
    const { config, payload } = received({}, Buffer.from("0004FF91447700", "hex"));
    expect(payload).toContain("raw");
    const { received: event = "" } = await shown(config, "/sms", payload);
    expect(event).not.toMatch(/raw|447700/);
    expect(JSON.parse(event).event_type).toBe("received");
  });

  it("is nothing but that one came, where there is a key", async () => {
    const { config, payload } = received(KEY, gsm7("+447700900123", CODE));
    expect(payload).toContain("encrypted");
    const { received: event = "" } = await shown(config, "/sms", payload);
    expect(Object.keys(JSON.parse(event)).sort()).toEqual(["event_type", "id"]);
  });
});

describe("what Home Assistant sends", () => {
  it("is a command that the gateway takes, with any text", async () => {
    const bench = benchWith({ ...CONTACTS, allowed_numbers: ["+447700900123", "80808"] });
    const { components } = expanded(last(bench, "/config"), rules);
    const [, ann] = components.find(([name]) => name === "notify_447700900123") ?? [];
    const text = 'The "door"\nis {{ open }} \\ äöü 👍🏽';
    const [answer] = await rendered([{ template: `${ann?.command_template}`, value: text }]);
    expect(JSON.parse(answer?.text ?? "")).toEqual({ to: "+447700900123", text });
    bench.broker.send(`${ann?.command_topic}`, answer?.text ?? "");
    bench.run(10_000);
    const states = bench.broker.published.filter(({ topic }) => topic.endsWith("/sent"));
    expect(states.map(({ payload }) => JSON.parse(payload).state)).toEqual(["accepted", "sent"]);
  });

  it("has an end in time with queue_offline", async () => {
    const { components } = expanded(discovery({ ...CONTACTS, queue_offline: true }), rules);
    const [, ann] = components.find(([name]) => name === "notify_447700900123") ?? [];
    const [answer] = await rendered([{ template: `${ann?.command_template}`, value: "hello" }]);
    expect(JSON.parse(answer?.text ?? "").expires).toBe("2026-11-22T08:40:45.678900+00:00");
  });

  it("is a request that the gateway takes, for the button", () => {
    const { components } = expanded(discovery({}), rules);
    const [, restart] = components.find(([name]) => name === "restart") ?? [];
    expect(JSON.parse(`${restart?.payload_press}`)).toEqual({});
    expect(restart?.command_topic).toBe("gateway/request/restart");
  });
});

it("the templates use nothing that Home Assistant does not have", async () => {
  const { components } = expanded(discovery({ ...CONTACTS, queue_offline: true }), rules);
  const jobs = components.flatMap(([, own]) => [
    ...(own.value_template ? [{ template: `${own.value_template}`, payload: "{}" }] : []),
    ...(own.command_template ? [{ template: `${own.command_template}`, value: "hello" }] : []),
  ]);
  const names = new Set((await rendered(jobs)).flatMap((each) => each.names));
  expect([...names].sort()).toEqual(["now", "timedelta", "to_json", "utcnow"]);
  for (const name of names) expect(rules.templateNames).toContain(name);
});
