// npm run setup without a board: what the options take, what a draft of settings keeps and shows, and that whoever answers every
// question with Enter changes nothing.
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it, onTestFinished } from "vitest";
import { PRESETS } from "../../firmware-ts/domain/settings/presets.ts";
import { run } from "../python-tools/run.ts";
import { CertificateQuestions } from "../setup/certificate-questions.ts";
import { Draft, type Fields, newerVersion, problemOf } from "../setup/draft.ts";
import { exportTo } from "../setup/export-file.ts";
import { applyChanges } from "../setup/given-changes.ts";
import { Interview } from "../setup/interview.ts";
import { networkLine, networksIn } from "../setup/networks.ts";
import { type Changes, parseSetupOptions } from "../setup/options.ts";
import { judge, summaryOf } from "../setup/summary.ts";
import type { Terminal } from "../setup/terminal.ts";
import { printable, typedValue } from "../setup/value-text.ts";

const NONE: Changes = { import: undefined, settings: undefined, preset: undefined, unset: [], set: [], secrets: [] };
const HELD: Fields = [
  ["version", 2],
  ["wifi_ssid", "home"],
  ["wifi_password", "xxxxxxxxxx"],
  ["broker_host", "broker.lan"],
  ["topic", "site/gw1"],
];

function file(text: string): string {
  const folder = mkdtempSync(join(tmpdir(), "setup-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, "settings.json"), text);
  return join(folder, "settings.json");
}

function changed(changes: Partial<Changes>, held: Fields | null = HELD, secrets = new Map<string, string>()): Draft {
  const draft = new Draft(held);
  applyChanges(draft, { ...NONE, ...changes }, secrets);
  return draft;
}

const partsOf = (draft: Draft) => Object.fromEntries(draft.parts());

/** Somebody who gives these answers, then Enter for ever. */
class Answering implements Terminal {
  readonly said: string[] = [];
  constructor(private readonly answers: Record<string, string> = {}) {}

  say(text: string): void {
    this.said.push(text);
  }

  ask(prompt: string): Promise<string> {
    this.said.push(prompt);
    // Whoever is asked the same question again and again gives up.
    if (this.said.length > 1000) throw new Error(`no way on at "${prompt}"`);
    const found = Object.keys(this.answers).find((each) => prompt.includes(each));
    const answer = found === undefined ? "" : (this.answers[found] ?? "");
    if (found !== undefined) delete this.answers[found];
    return Promise.resolve(answer);
  }

  askHidden(prompt: string): Promise<string> {
    return this.ask(prompt);
  }
}

async function interviewed(draft: Draft, answers: Record<string, string> = {}, networks = HEARD): Promise<Answering> {
  const terminal = new Answering(answers);
  const onBoard = ["ca.der", "client.der", "client.key.der"];
  await new Interview(terminal, draft, networks, new CertificateQuestions(terminal, onBoard)).run();
  return terminal;
}

const HEARD = [
  { ssid: "home", dbm: -48, isLocked: true },
  { ssid: "café", dbm: -70, isLocked: false },
];

describe("a draft of settings", () => {
  it("leaves on the board what is secret, and what the schema does not know", () => {
    const draft = changed({ set: [["topic", "other"]] }, [...HELD, ["my_note", "xxx"]]);
    expect(partsOf(draft)).toMatchObject({ topic: '"other"', wifi_password: null, my_note: null });
    expect(draft.exported()).toEqual({ version: 2, wifi_ssid: "home", broker_host: "broker.lan", topic: "other" });
    expect(JSON.stringify(summaryOf(draft, []))).not.toContain("xxx");
  });

  it("takes a secret that is empty as unchanged, and null away", () => {
    const merged = changed({ settings: file('{"wifi_password":"","topic":null,"number":"+447001234"}') });
    expect(partsOf(merged)).toMatchObject({ wifi_password: null, number: '"+447001234"' });
    expect(merged.has("topic")).toBe(false);
    expect(changed({ settings: file('{"wifi_password":null}') }).has("wifi_password")).toBe(false);
    expect(changed({}, HELD, new Map([["wifi_password", ""]])).changedKeys()).toEqual([]);
  });

  it("is all of the file's with --import, but for the secrets", () => {
    const draft = changed({ import: file('{"version":2,"wifi_ssid":"office","broker_host":"b"}') });
    expect(partsOf(draft)).toEqual({ version: "2", wifi_ssid: '"office"', wifi_password: null, broker_host: '"b"' });
  });

  it("of version 1 stays without TLS, and a file of version 1 means none", () => {
    const old: Fields = HELD.map(([key, value]) => (key === "version" ? ["version", 1] : [key, value]));
    const draft = changed({ set: [["topic", "t"]] }, old);
    expect(partsOf(draft)).toMatchObject({ version: "2", broker_tls: "false" });
    expect(new Draft(old).changedKeys()).toEqual([]);
    expect(changed({ settings: file('{"version":1,"wifi_ssid":"a","broker_host":"b"}') }).text("broker_tls")).toBe(
      "false",
    );
    expect(changed({ settings: file('{"version":1,"topic":"b"}') }).text("broker_tls")).toBe("true");
  });

  it("is refused where it became wrong, and only warned of where it was wrong before", () => {
    const wrongBefore: Fields = [...HELD, ["wifi_country", "Germany"]];
    expect(judge(changed({ set: [["topic", "t"]] }, wrongBefore))).toEqual({
      wrong: [],
      known: [expect.stringMatching(/^wifi_country/)],
    });
    expect(judge(changed({ set: [["topic", "#"]] })).wrong).toEqual([expect.stringMatching(/^topic must/)]);
    expect(judge(changed({ settings: file('{"wifi_pasword":"x"}') })).wrong).toEqual([
      "wifi_pasword is not a setting.",
    ]);
    expect(judge(changed({ set: [["require_signed", "true"]] })).wrong.join()).toContain("require_signed needs key");
    expect(judge(new Draft(null)).wrong.join()).toMatch(/wifi_ssid.*broker_host/);
  });

  it("of a newer gateway is never touched", () => {
    expect(newerVersion(3)).toContain("for a newer gateway");
    expect(newerVersion("3")).toContain("for a newer gateway");
    expect([newerVersion(2), newerVersion(1), newerVersion(undefined), newerVersion("x")]).toEqual([
      null,
      null,
      null,
      null,
    ]);
    expect(() => changed({ settings: file('{"version":3,"topic":"x"}') })).toThrow(
      /newer gateway[\s\S]*Nothing was written/,
    );
  });

  it("takes a preset, with the port that goes with it", () => {
    for (const preset of PRESETS) {
      const draft = changed({ preset: preset.name }, [...HELD, ["broker_port", 1234], ["broker_kind", "adafruit-io"]]);
      const { broker_tls = true } = preset.settings;
      expect([draft.text("broker_port"), draft.text("broker_tls")], preset.name).toEqual(
        broker_tls ? ["8883", "true"] : ["1883", "false"],
      );
      for (const [key, value] of Object.entries(preset.settings)) expect(draft.get(key)).toBe(value);
    }
  });
});

describe("what is typed for a setting", () => {
  it.each([
    ["broker_tls", "no", false],
    ["send_per_hour", "30", 30],
    ["topic", "123", "123"],
    ["allowed_numbers", "+4477*, +44123", ["+4477*", "+44123"]],
    ["allowed_numbers", "", []],
    ["allowed_numbers", '["+4477*"]', ["+4477*"]],
    ["contacts", '[{"name":"a","number":"+44"}]', [{ name: "a", number: "+44" }]],
    ["wifi_networks", "nonsense", "nonsense"],
  ])("%s as %s", (key, text, value) => expect(typedValue(key, text)).toEqual(value));

  it("is refused by the schema's own sentence", () => {
    expect(problemOf("send_per_hour", "many")).toBe("send_per_hour must be a number from 1 to 1000.");
    expect(problemOf("wifi_password", "short")).toContain("8 to 63 characters");
    expect(problemOf("topic", "a")).toBeNull();
  });

  it("is never taken for an order to the terminal", () => {
    expect(printable("a\u001b[2Jb\u0007\u009b1mc\u202ed")).toBe("a?[2Jb??1mc?d");
    const names = ["evil\u001b]0;title\u0007", "b\r\nPassword: ", "ok"].map((name, n) => [
      Buffer.from(name).toString("hex"),
      -40 - n,
      true,
    ]);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
    for (const network of networksIn(names)) expect(networkLine(network)).not.toMatch(/[\u0000-\u001f]/);
    expect(networksIn([["ff", -40, true]])).toEqual([]);
  });
});

describe("an export", () => {
  it("is for its owner's eyes, and never overwrites a file", () => {
    const path = file("mine");
    expect(() => exportTo(path, new Draft(HELD))).toThrow(/cannot be written/);
    expect(readFileSync(path, "utf8")).toBe("mine");
    exportTo(`${path}.2`, new Draft(HELD));
    expect(statSync(`${path}.2`).mode & 0o777).toBe(0o600);
    expect(readFileSync(`${path}.2`, "utf8")).not.toContain("password");
  });
});

/** Usable settings, as they may be on a board; secrets as their stand-ins. */
const held = fc
  .record(
    {
      wifi_ssid: fc.constantFrom("home", "elsewhere", "café"),
      wifi_password: fc.constantFrom("xxxxxxxx", "00000000"),
      wifi_networks: fc.constantFrom([], [{ ssid: "xxx", password: "xxxxxxxx" }]),
      wifi_country: fc.constantFrom("GB", "Germany"),
      broker_host: fc.constantFrom("broker.lan", "10.0.0.1"),
      broker_kind: fc.constant("mqtt"),
      broker_tls: fc.boolean(),
      broker_port: fc.integer({ min: 1, max: 65535 }),
      broker_ca: fc.constantFrom("own", "isrg-root-x1", "nobody"),
      broker_cert: fc.boolean(),
      broker_user: fc.constantFrom("gateway", "a b"),
      broker_password: fc.constant("xxxx"),
      client_id: fc.constant("gw"),
      topic: fc.constantFrom("gateway", "site/gw1"),
      number: fc.constant("+447001234"),
      sim_pin: fc.constant("0000"),
      allowed_numbers: fc.constantFrom([], ["+4477*"]),
      country_code: fc.constant("44"),
      home_assistant: fc.boolean(),
      ha_text: fc.boolean(),
      display_height: fc.constantFrom(32, 64, 48),
      display_privacy: fc.constantFrom("brief", "always", "hidden"),
      send_per_day: fc.integer({ min: 1, max: 1000 }),
      unknown: fc.constant("xxx"),
      version: fc.constantFrom(1, 2),
    },
    { requiredKeys: ["wifi_ssid", "broker_host", "version"] },
  )
  .map((fields) => Object.entries(fields));

describe("the questions", () => {
  it("answered by Enter alone change nothing, whatever the settings are", async () => {
    await fc.assert(
      fc.asyncProperty(held, fc.subarray(HEARD), async (fields, networks) => {
        const draft = new Draft(fields);
        const before = draft.parts();
        await interviewed(draft, {}, networks);
        expect(draft.changedKeys()).toEqual([]);
        expect(draft.parts()).toEqual(before);
      }),
      { numRuns: 200 },
    );
  });

  it("forget the password of the network before, and ask for that of a new one", async () => {
    const open = new Draft(HELD);
    const said = await interviewed(open, { "Network, by": "2" });
    expect([open.text("wifi_ssid"), open.has("wifi_password")]).toEqual(["café", false]);
    expect(said.said.join("\n")).toContain("It is open");
    const locked = new Draft(HELD.map(([key, value]) => [key, key === "wifi_ssid" ? "before" : value]));
    await interviewed(locked, { "Network, by": "1", "Password of the network": "correct horse" });
    expect(partsOf(locked)).toMatchObject({ wifi_ssid: '"home"', wifi_password: '"correct horse"' });
    const hidden = new Draft(HELD);
    await interviewed(hidden, { "Network, by": "3", "Name of the network": "hidden" });
    expect([hidden.text("wifi_ssid"), hidden.has("wifi_password")]).toEqual(["hidden", false]);
  });

  it("ask for all that a preset needs, and say whether the connection is encrypted", async () => {
    const draft = new Draft(HELD);
    const { said } = await interviewed(draft, {
      "Broker, by": "7",
      "Name or address": "a1-ats.iot.eu-west-1.amazonaws.com",
      "Client identifier": "gateway",
    });
    expect(draft.get("client_id")).toBe("gateway");
    expect(said.join("\n")).toContain("encrypted (TLS); the broker must show a certificate of amazon-root-ca-1");
    expect(said.join("\n")).toContain("the board's own certificate [on the board]");
    expect(said.join("\n")).not.toContain("User name");
    const plain = await interviewed(new Draft(HELD), { "Broker, by": "1", "User name": "u", "Password at": "secret" });
    expect(plain.said.join("\n")).toContain("not encrypted: whoever is in the network can read");
  });
});

describe("the command line of npm run setup", () => {
  // Nobody is there, and nothing comes.
  const CLI = ["sh", "-c", 'exec node --import tsx scripts/setup.ts "$@" < /dev/null', "sh"];

  it.each([
    ["no terminal", [], /no terminal to ask at: nothing was done[\s\S]*--set KEY=VALUE/],
    ["--reset and no terminal", ["--reset"], /RESET.*no terminal to ask at: nothing was removed/],
    ["a secret among the arguments", ["--set", "sim_pin=1234"], /can read the command line[\s\S]*--set-secret sim_pin/],
    ["a setting that there is not", ["--set", "topics=x"], /no such setting.\n {2}Is it topic/],
    ["no value", ["--set", "topic"], /write --set KEY=VALUE/],
    ["a preset that there is not", ["--preset", "x"], /There are mosquitto, /],
    ["two things at once", ["--show", "--reset"], /stand alone/],
    ["a file that there is not", ["--settings", "/nowhere.json"], /there is no such file/],
    ["a secret that nobody gives", ["--set-secret", "sim_pin"], /no line for it[\s\S]*SMS_GATEWAY_SIM_PIN/],
    ["a file that is given and removed", ["--ca", "ca.crt", "--remove-ca"], /leave --remove-/],
    ["an option that there is not", ["--fast"], /--help lists the options/],
  ])("with %s", async (_case, args, expected) => {
    const { status, stderr } = await run([...CLI, ...args]);
    expect(stderr).toMatch(expected);
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(status).toBe(2);
  });

  it("gives help that names every option", async () => {
    const { stdout } = await run([...CLI, "--help"]);
    for (const option of ["--port", "--set-secret", "--import", "--show-key", "--reset"])
      expect(stdout).toContain(option);
    expect(parseSetupOptions(["--set", "topic=a=b"])?.changes.set).toEqual([["topic", "a=b"]]);
    expect(parseSetupOptions(["--remove-ca"])).toMatchObject({ task: "change", removed: ["ca.der"] });
  });
});
