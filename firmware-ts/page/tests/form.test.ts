// The form's tables against the schema, the presets and the guide: nothing of the gateway needs a file, and nothing has no words.
import { describe, expect, test } from "vitest";
import { PRESETS } from "../../domain/settings/presets.ts";
import { readSettings } from "../../domain/settings/read-settings.ts";
import { settingRows } from "../../domain/settings/schema.ts";
import { brokerOf, fillIn, KNOWN, portFor } from "../brokers.ts";
import { BROKER_TITLES, CHOICES, LAYOUT } from "../form-layout.ts";
import { germanSentences } from "../german-sentences.ts";
import { settingsOf, type Texts, textsOf } from "../settings-table.ts";
import { FORM } from "../tables.baked.ts";
import { englishTexts, germanTexts, TEXTS } from "../texts.ts";

const ROWS = settingRows();
const names = LAYOUT.trim().split(/\s+/);
const brokerFor = (preset: (typeof PRESETS)[number]) => BROKER_TITLES[preset.name] ?? preset.title;
const empty = (): Texts => textsOf({ broker_tls: "" });

describe("the form", () => {
  test("has each setting of the schema once", () => {
    const keys = names.filter((name) => /^\w/.test(name));
    expect([...keys].sort()).toEqual(ROWS.map(({ key }) => key).sort());
  });

  test.each(ROWS.filter(({ kind }) => kind in CHOICES))(
    "offers what $key may be, and nothing else",
    ({ key, kind }) => {
      for (const choice of CHOICES[kind]?.split(" ") ?? []) {
        const settings = settingsOf({
          ...empty(),
          wifi_ssid: "home",
          broker_host: "b",
          broker_user: "u",
          broker_password: "p",
          [key]: choice,
        });
        expect([choice, readSettings(JSON.stringify({ version: 2, ...settings })).problems]).toEqual([choice, []]);
      }
    },
  );

  test("tells the page which settings are secret", () => {
    const secret = FORM.split("\n").filter((line) => line.startsWith("!"));
    const keys = secret.map((line) => line.slice(1).split("|")[0]);
    expect(keys.sort()).toEqual(
      ROWS.filter((row) => row.secret)
        .map((row) => row.key)
        .sort(),
    );
  });
});

describe("words", () => {
  const english = englishTexts();
  const german = { ...english, ...germanTexts() };

  test("there is a label for each setting, and a title for each part, in both languages", () => {
    const wanted = names.map((name) => name.replace(/^(\+?#|:)/, "")).filter((id) => id !== "tls" || "tls" in english);
    expect(wanted.filter((id) => !(id in english))).toEqual([]);
    expect(wanted.filter((id) => !(id in german))).toEqual([]);
  });

  test("there is a German sentence for each setting, of its own bounds", () => {
    expect(germanSentences().map(([key]) => key)).toEqual(ROWS.map(({ key }) => key));
    for (const [key, sentence] of germanSentences())
      expect([key, sentence]).toEqual([key, expect.stringMatching(/^[^{}]{5,}\.$/)]);
  });

  test("each text has two languages at most, and the same places to fill in", () => {
    for (const [id, text] of Object.entries(TEXTS)) {
      const [first = "", second = first, ...more] = text.split("|");
      const places = (each: string) => each.match(/\{\d\}/g) ?? [];
      expect([id, more, places(second)]).toEqual([id, [], places(first || second)]);
    }
  });

  const CODES =
    "no-network wrong-key no-address no-time no-name no-dns ipv6-only refused silent unknown-issuer wrong-name expired not-yet-valid bad-certificate tls-files no-tls tls-refused other-key tls-slow no-memory connack-1 connack-2 connack-3 connack-4 connack-5 not-accepted unacknowledged";

  test.each(CODES.split(" "))("says what to do about %s", (code) => {
    expect([english[`p_${code}`], german[`p_${code}`]]).toEqual([
      expect.stringMatching(/.{10,}/),
      expect.stringMatching(/.{10,}/),
    ]);
    expect(german[`p_${code}`]).not.toBe(english[`p_${code}`]);
  });
});

describe("a broker that is chosen", () => {
  test("is each of the presets, in their order", () => {
    expect(KNOWN.map(({ name }) => name)).toEqual(PRESETS.map(brokerFor));
    expect(KNOWN.map(({ needs }) => needs)).toEqual(PRESETS.map(({ needs }) => needs));
  });

  test.each(PRESETS)("fills in what $name says, with its port", (preset) => {
    const { name, settings } = preset;
    const texts: Texts = { ...empty(), wifi_ssid: "home", broker_host: "b", broker_tls: "false", broker_kind: "mqtt" };
    const broker = KNOWN.find((each) => each.name === brokerFor(preset)) ?? KNOWN[0];
    if (broker) fillIn(broker, texts);
    const { wifi_ssid: _, broker_host, ...filled } = settingsOf(texts);
    expect(filled).toEqual(
      Object.fromEntries(
        Object.entries(settings).filter(([key, value]) => key !== "broker_ca" || value !== "isrg-root-x1"),
      ),
    );
    expect(texts.broker_port).toBe(settings.broker_tls === false ? "1883" : "8883");
    expect(broker_host).toBe(name === "adafruit-io" ? "io.adafruit.com" : "b");
  });

  test("takes a topic with a / from a service that has feeds", () => {
    const texts = { ...empty(), topic: "site/gw1" };
    for (const broker of KNOWN.filter(({ name }) => name !== "Adafruit IO")) fillIn(broker, texts);
    expect(texts.topic).toBe("site/gw1");
    for (const broker of KNOWN.filter(({ name }) => name === "Adafruit IO")) fillIn(broker, texts);
    expect(texts.topic).toBe("gateway");
  });

  test.each([
    [{ broker_host: "" }, ""],
    [{ broker_host: "192.168.1.10", broker_tls: "false" }, "Mosquitto"],
    [{ broker_host: "broker.lan", broker_ca: "own" }, "Mosquitto + TLS"],
    [{ broker_host: "broker.lan", broker_ca: "own", broker_cert: "true" }, "Mosquitto + TLS + X.509"],
    [{ broker_host: "a1.s1.eu.hivemq.cloud" }, "HiveMQ Cloud"],
    [{ broker_host: "broker.example" }, "other"],
    [
      { broker_host: "x-ats.iot.eu-west-1.amazonaws.com", broker_ca: "amazon-root-ca-1", broker_cert: "true" },
      "AWS IoT Core",
    ],
  ])("is known again by the settings: %j", (changes, name) => {
    expect(brokerOf({ ...empty(), ...changes })).toBe(name);
  });

  test("has the usual port, with TLS or without", () => {
    expect([portFor({ broker_tls: "true" }), portFor({ broker_tls: "false" })]).toEqual(["8883", "1883"]);
  });
});
