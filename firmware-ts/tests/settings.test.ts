// /settings.json: each wrong field gives its sentence, and no sentence gives a secret away.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contradictionsIn } from "../domain/settings/contradictions.ts";
import { readSettings } from "../domain/settings/read-settings.ts";
import { settingRows } from "../domain/settings/schema.ts";
import { Settings } from "../domain/settings/settings.ts";
import { shownSettings } from "../domain/settings/shown-settings.ts";
import { world } from "../fakes/world.ts";
import { Bench, SETTINGS } from "./support/bench.ts";

const SETTING_ROWS = settingRows();
const KEY = "0123456789abcdef".repeat(4);
const WITH_CONTACT = {
  allowed_numbers: ["+447700900123"],
  insecure_ok: true,
  contacts: [{ name: "Ann", number: "+447700900123" }],
};

/** Settings as they would be, whether or not all of these keys are known yet. */
function settingsOf(values: Record<string, unknown>): Settings {
  const settings = new Settings();
  for (const [key, value] of Object.entries(values)) settings.accept(key, String(value));
  return settings;
}

const read = (changes: object) => readSettings(JSON.stringify({ ...SETTINGS, ...changes }));

describe("readSettings", () => {
  it("takes the required fields and fills in the others", () => {
    const settings = readSettings('{"version":2,"wifi_ssid":"home","broker_host":"broker.lan"}');
    expect([settings.usable, settings.problems]).toEqual([true, []]);
    expect(settings.text("topic")).toBe("gateway");
    expect(settings.text("wifi_password")).toBe("");
  });

  it.each([
    [{}, "true", 8883],
    [{ broker_tls: false }, "false", 1883],
    [{ broker_tls: true, broker_port: 1883 }, "true", 1883],
    [{ broker_tls: false, broker_port: 8883 }, "false", 8883],
    [{ version: 1 }, "false", 1883],
    [{ version: 1, broker_port: 8883 }, "false", 8883],
    [{ version: 1, broker_tls: true }, "true", 8883],
  ])(
    "encrypts unless it is told not to, by a port to match; settings of before there was TLS mean none: %j",
    (changes, tls, port) => {
      const { broker_tls: _, ...others } = SETTINGS;
      const settings = readSettings(JSON.stringify({ ...others, ...changes }));
      expect([settings.problems, settings.text("broker_tls"), settings.integer("broker_port")]).toEqual([
        [],
        tls,
        port,
      ]);
    },
  );

  it.each([
    ["wifi_ssid", ["", "x".repeat(33), "é".repeat(17), 5, null, ["home"], "a\0b"]],
    ["wifi_password", ["short", "x".repeat(64), 12_345_678]],
    ["wifi_country", ["gb", "GBR", "G", ""]],
    ["broker_host", ["", "two words", "a".repeat(254), "mqtt://broker"]],
    ["broker_port", [0, 65_536, "1883", -1, true]],
    ["broker_tls", ["true", 1]],
    ["broker_ca", ["", "isrg", "isrg-root-x1 isrg-root-x2", "/ca.der", true]],
    ["broker_cert", ["client.der"]],
    ["broker_user", ["", 7]],
    ["broker_password", [""]],
    ["topic", ["", "/a", "a/", "a/#", "+/a", "x".repeat(81)]],
    ["number", ["447001234", "+12", "+1234567890123456", "+44 700", 447_001_234]],
    ["calls", ["", "answer", 1]],
    [
      "ussd_codes",
      ["100", "*100", "*#", "*100#,", "*100# *101#", "*1a0#", "#**100#", "*10##", "##002#", "**21*1#", 100],
    ],
    ["ussd_codes", ["*21#", "#21#", "*#21#", "*211#", "*61*1#", "#67#", "*#62#", "*002#", "#004#", "*100#,*21*5#"]],
    ["balance_code", ["*21#", "*100", "x"]],
    ["display_height", [48, "64"]],
    ["display_privacy", ["never", 1, ""]],
    ["allowed_numbers", ["+447700900123", ["+447700900123", 7], ["bank"], ["+44*1"], ["+4*"], ["44*"], ["1,2"]]],
    ["country_code", ["+44", "4444", 44]],
    ["send_per_minute", [0, 26, "5"]],
    ["insecure_ok", ["true", 1]],
    ["key", ["", "a".repeat(63), "a".repeat(65), "g".repeat(64), ` ${"a".repeat(63)}`, 7]],
    ["require_signed", ["true", 1]],
    ["home_assistant", ["true", 1]],
    ["ha_text", ["true", 0]],
    ["legacy_topics", ["true", 1]],
    ["legacy_number", [0, 100, "1"]],
    ["modem_baud", [9600, "115200"]],
  ])("says what is wrong with %s", (key, values) => {
    const sentence = SETTING_ROWS.find((row) => row.key === key)?.sentence;
    for (const value of values) expect(read({ [key]: value }).problems).toEqual([sentence]);
  });

  it.each(["*100#", "#123#", "*100#,*101*1#", "*#06#", "*6#", "*2#", "*00#", "*200*21#", ""])(
    "allows the USSD codes %s",
    (codes) => {
      expect(read({ ussd_codes: codes, calls: "reject" }).problems).toEqual([]);
    },
  );

  it.each([
    [{ require_signed: true }, "require_signed needs key: commands are signed with it."],
    [{ key: KEY, legacy_topics: true }, "legacy_topics must be off where there is a key: "],
    [{ key: KEY, ha_text: true }, "ha_text must be off where there is a key: "],
    [
      { key: KEY, home_assistant: true, contacts: "Ann\n+447700900123" },
      "contacts must be empty where there is a key and home_assistant: ",
    ],
  ])("does not run on settings that contradict each other: %j", (changes, sentence) => {
    const settings = settingsOf({ ...SETTINGS, ...changes });
    const said = contradictionsIn(settings);
    expect(said).toHaveLength(1);
    expect(said[0]).toContain(sentence);
    expect(said[0]).not.toContain(KEY);
  });

  it("stops for a contradiction, and runs on signed commands with a key", () => {
    const { problems, usable } = read({ require_signed: true });
    expect([usable, problems]).toEqual([false, ["require_signed needs key: commands are signed with it."]]);
    const well = read({ key: KEY, require_signed: true });
    expect([well.usable, well.problems]).toEqual([true, []]);
    expect(shownSettings(well)).toContain('"key":true,"require_signed":true');
    expect(shownSettings(well)).not.toContain(KEY);
  });

  it("stops where Home Assistant would be told of contacts in the clear beside a key", () => {
    const { problems, usable } = read({ ...WITH_CONTACT, key: KEY, home_assistant: true });
    expect([usable, problems]).toEqual([false, [expect.stringMatching(/^contacts must be empty/)]]);
  });

  it.each([{ home_assistant: true }, { key: KEY }, { key: KEY, home_assistant: true, require_signed: true }])(
    "runs with contacts where their names and numbers are not published beside a key: %j",
    (changes) => {
      const { problems, usable } = read({ ...WITH_CONTACT, ...changes });
      expect([usable, problems]).toEqual([true, []]);
    },
  );

  it("never runs without encryption because the key is a wrong one", () => {
    expect(read({ key: KEY.slice(1) }).usable).toBe(false);
  });

  it("has a sentence of its own for every setting, which names it", () => {
    expect(new Set(SETTING_ROWS.map((row) => row.sentence)).size).toBe(SETTING_ROWS.length);
    for (const row of SETTING_ROWS) expect(row.sentence).toContain(row.key);
  });

  it.each([
    [null, "There is no /settings.json yet."],
    ["", "/settings.json must hold one JSON object."],
    ["[1]", "/settings.json must hold one JSON object."],
    ["null", "/settings.json must hold one JSON object."],
    ['{"version":1', "/settings.json must hold one JSON object."],
    [
      '{"version":3,"wifi_ssid":"x"}',
      "/settings.json is of version 3, for a newer gateway; this one knows version 2. Install that gateway, or write settings of version 2.",
    ],
    ["{}", '/settings.json must have "version": 2.'],
    ['{"version":0}', '/settings.json is of version 0, which is none that is known: it must have "version": 2.'],
    ['{"version":-1}', '/settings.json is of version -1, which is none that is known: it must have "version": 2.'],
    [
      '{"version":"soon"}',
      '/settings.json is of version soon, which is none that is known: it must have "version": 2.',
    ],
    [
      '{"version":"\\u0007{\\"ok\\""}',
      '/settings.json is of a version, which is none that is known: it must have "version": 2.',
    ],
  ])("says what is wrong with %s", (text, sentence) => {
    const settings = readSettings(text);
    expect([settings.usable, settings.problems]).toEqual([false, [sentence]]);
  });

  it("runs on without a field that it can do without, and names one that it does not know", () => {
    const settings = read({ number: "x", wifi_pasword: "secret word" });
    expect(settings.usable).toBe(true);
    expect(settings.problems).toEqual([
      "number must be the SIM's number: + and 3 to 15 digits.",
      "wifi_pasword is not a setting.",
    ]);
  });

  it("never gives a value away, whatever stands in the file", () => {
    const value = fc.stringMatching(/^[A-Z]{5,7}canary$/);
    fc.assert(
      fc.property(value, fc.constantFrom(...SETTING_ROWS.map((row) => row.key)), (canary, key) => {
        const said = read({ [key]: canary }).problems.join();
        expect(said).not.toContain("canary");
      }),
    );
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(readSettings(text).usable).toBe(false);
      }),
    );
  });
});

describe("a gateway without usable settings", () => {
  it("says so on the display and leaves the modem alone", () => {
    const bench = new Bench({ version: 2 });
    bench.run(50_000);
    expect(world.displayTexts.filter((line) => line !== "").join(" ")).toMatch(/^Settings: +1\/\d/);
    expect(world.longestUnfedMs).toBeLessThan(100);
    expect(bench.modem.commands).toEqual([]);
  });
});
