// From what the board shows to the form and back: no setting is lost on the way, and none changes that nobody has touched.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readSettings } from "../../domain/settings/read-settings.ts";
import { SETTINGS_VERSION, type SettingRow, settingRows } from "../../domain/settings/schema.ts";
import { shownSettings } from "../../domain/settings/shown-settings.ts";
import { DELETED, exported, imported, ROWS, settingsOf, type Texts, textsOf } from "../settings-table.ts";

const SCHEMA = settingRows();

const shownOf = (settings: object | null): Record<string, unknown> =>
  JSON.parse(shownSettings(readSettings(settings && JSON.stringify({ version: SETTINGS_VERSION, ...settings }))))
    .settings;

const address = fc
  .tuple(fc.nat(255), fc.nat(255), fc.nat(255), fc.integer({ min: 1, max: 254 }))
  .map((each) => each.join("."));
const digits = (min: number, max: number) =>
  fc.array(fc.nat(9), { minLength: min, maxLength: max }).map((each) => each.join(""));
const number = digits(3, 15).map((each) => `+4${each.slice(1)}`);
/** Any characters but a line's end, so many bytes. */
const words = (min: number, max: number) =>
  fc.array(fc.string({ unit: "grapheme", minLength: 1, maxLength: 1 }), { maxLength: max }).map((characters) => {
    let text = "";
    for (const each of characters) if (!/[\0\n]/.test(each) && Buffer.byteLength(text + each) <= max) text += each;
    return text.padEnd(min, "x");
  });

/** Values that the schema takes, by kind. */
const VALUES: Record<SettingRow["kind"], (row: SettingRow) => fc.Arbitrary<unknown>> = {
  text: ({ min, max }) => words(min, Math.min(max, 40)),
  digits: ({ min, max }) => digits(min, max),
  integer: ({ min, max }) => fc.integer({ min, max }),
  host: () => fc.constantFrom("broker.lan", "192.168.1.10", "a1.s1.eu.hivemq.cloud", "io.adafruit.com"),
  authority: () => fc.constantFrom("own", "isrg-root-x1", "amazon-root-ca-1"),
  "broker-kind": () => fc.constant("mqtt"),
  topic: () => fc.constantFrom("gateway", "site/gw1", "a b", "ü/x"),
  "phone-number": () => number,
  country: () => fc.constantFrom("GB", "DE", "US"),
  "call-handling": () => fc.constantFrom("ignore", "reject"),
  "ussd-codes": () => fc.constantFrom("*100#", "*100#,*101#"),
  numbers: () => fc.array(fc.oneof(number, fc.constant("+4477*")), { maxLength: 5 }),
  networks: () =>
    fc.array(fc.record({ ssid: words(1, 20), password: words(8, 20) }, { requiredKeys: ["ssid"] }), { maxLength: 4 }),
  contacts: () => fc.constant([]),
  addresses: () => fc.array(address, { maxLength: 2 }),
  address: () => address,
  interface: () => address.map((each) => `${each}/24`),
  "optional-host": () => fc.constantFrom("", "pool.ntp.org", "192.168.1.1"),
  "time-zone": () => fc.constantFrom("UTC0", "CET-1CEST,M3.5.0,M10.5.0/3", "<+0545>-5:45"),
  flag: () => fc.boolean(),
  key: () => fc.constant("0123456789abcdef".repeat(4)),
  "panel-height": () => fc.constantFrom(32, 64),
  baud: () => fc.constantFrom(19200, 115200),
  privacy: () => fc.constantFrom("brief", "always", "hidden"),
};

const anySettings = fc
  .record(Object.fromEntries(SCHEMA.map((row) => [row.key, VALUES[row.kind](row)])), {
    requiredKeys: SCHEMA.filter((row) => row.required).map((row) => row.key),
  })
  // What may not be on together.
  .map((settings) => {
    const off = "key" in settings ? { legacy_topics: false, ha_text: false } : { require_signed: false };
    return { ...settings, ...off } as Record<string, unknown>;
  })
  .filter((settings) => readSettings(JSON.stringify({ version: SETTINGS_VERSION, ...settings })).usable);

describe("a form that nobody has touched", () => {
  test("posts settings that mean the same, each of the schema's keys", () => {
    fc.assert(
      fc.property(anySettings, (settings) => {
        const shown = shownOf(settings);
        const posted = settingsOf(textsOf(shown));
        const secrets = SCHEMA.filter((row) => row.secret && row.key in settings);
        const kept = Object.fromEntries(secrets.map(({ key }) => [key, settings[key]]));
        expect(shownOf({ ...posted, ...kept })).toEqual(shown);
      }),
      { numRuns: 300 },
    );
  });

  test("posts no secret, which means that each stays", () => {
    const shown = shownOf({ wifi_ssid: "home", wifi_password: "correct horse", broker_host: "b", sim_pin: "1234" });
    expect(Object.keys(settingsOf(textsOf(shown)))).toEqual(["wifi_ssid", "broker_host"]);
  });

  test("posts what stands in the file and is no default, and nothing else", () => {
    const settings = {
      wifi_ssid: "home",
      broker_host: "b",
      broker_tls: false,
      ntp_server: "",
      allowed_numbers: ["+4477*"],
    };
    expect(settingsOf(textsOf(shownOf(settings)))).toEqual(settings);
  });

  test("has the defaults where there are no settings at all", () => {
    const texts = textsOf(shownOf(null));
    expect(texts).toMatchObject({ broker_tls: "true", broker_port: "8883", topic: "gateway", wifi_ssid: "" });
    expect(settingsOf(texts)).toEqual({});
  });
});

describe("what somebody enters", () => {
  const base = textsOf(shownOf({ wifi_ssid: "home", broker_host: "b" }));
  const posted = (changes: Record<string, string>) => settingsOf({ ...base, ...changes });

  test.each([
    [{ sim_pin: DELETED }, { sim_pin: null }],
    [{ broker_password: "  two words " }, { broker_password: "  two words " }],
    [
      { allowed_numbers: "+447700900123\n +4477*, +4478*\n\n" },
      { allowed_numbers: ["+447700900123", "+4477*", "+4478*"] },
    ],
    [{ number: "+44 (7700) 900-123" }, { number: "+447700900123" }],
    [
      { wifi_networks: "shed\n12345678\nguests\n" },
      { wifi_networks: [{ ssid: "shed", password: "12345678" }, { ssid: "guests" }] },
    ],
    [{ contacts: "Ann\n+447700900123" }, { contacts: [{ name: "Ann", number: "+447700900123" }] }],
    [{ wifi_networks: "\n" }, {}],
    [{ send_per_day: "many" }, { send_per_day: "many" }],
    [{ display_height: "64" }, { display_height: 64 }],
    [{ broker_tls: "false", broker_port: "1883" }, { broker_tls: false }],
    [
      { broker_tls: "false", broker_port: "8883" },
      { broker_tls: false, broker_port: 8883 },
    ],
  ])("%j is posted as %j", (changes, settings) => {
    expect(posted(changes)).toEqual({ wifi_ssid: "home", broker_host: "b", ...settings });
  });
});

describe("export and import", () => {
  test("what is exported is read again as it was, without a secret", () => {
    fc.assert(
      fc.property(anySettings, (settings) => {
        const texts = textsOf(shownOf(settings));
        const { texts: again, unknown } = imported(
          exported({ ...texts, sim_pin: "4711", wifi_password: "correct horse" }),
        );
        expect(again).toEqual(texts);
        expect(unknown).toEqual([]);
      }),
    );
    expect(exported({ ...textsOf({}), sim_pin: "4711", key: DELETED })).not.toMatch(/4711|key|sim_pin/);
  });

  test("a /settings.json with secrets fills them in", () => {
    const { texts } = imported(
      '{"version":2,"wifi_ssid":"home","wifi_password":"correct horse","wifi_networks":[{"ssid":"b"}]}',
    );
    expect(texts).toMatchObject({ wifi_password: "correct horse", wifi_networks: "b\n", broker_tls: "true" });
  });

  test("one of before there was TLS means none", () => {
    expect(imported('{"version":1,"broker_host":"b"}').texts).toMatchObject({
      broker_tls: "false",
      broker_port: "1883",
    });
    expect(imported('{"version":1,"broker_tls":true}').texts).toMatchObject({
      broker_tls: "true",
      broker_port: "8883",
    });
  });

  test("names what it does not know", () => {
    expect(imported('{"version":2,"colour":"red"}').unknown).toEqual(["colour"]);
  });

  test.each(["", "[]", "null", "7", '{"wifi_ssid":"home"}', '{"version":3}', "{"])("refuses %j", (text) => {
    expect(() => imported(text)).toThrow();
  });

  test("whatever a file holds, the form gets texts, or it is no file of settings", () => {
    const keys = fc.constantFrom(...SCHEMA.map(({ key }) => key));
    fc.assert(
      fc.property(fc.dictionary(keys, fc.jsonValue()), (settings) => {
        const texts = textsIn(JSON.stringify({ ...settings, version: 2 }));
        if (texts !== null) expect(ROWS.map(({ key }) => typeof texts[key])).toEqual(ROWS.map(() => "string"));
      }),
    );
  });
});

/** Null for what is refused, which the page tells. */
function textsIn(file: string): Texts | null {
  try {
    return imported(file).texts;
  } catch {
    return null;
  }
}
