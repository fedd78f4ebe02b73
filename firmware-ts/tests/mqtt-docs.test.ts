// docs/mqtt.md tells what the firmware does: its keys, states and codes are those of the sources, and the other way round.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const DOMAIN = join(import.meta.dirname, "../domain");
const DOCS = readFileSync(join(import.meta.dirname, "../../docs/mqtt.md"), "utf8");
const API = readFileSync(join(DOMAIN, "api.ts"), "utf8");
const OUTBOX = readdirSync(join(DOMAIN, "outbox"))
  .map((file) => readFileSync(join(DOMAIN, "outbox", file), "utf8"))
  .join("\n");

/** The keys of an interface of api.ts. */
function keysOf(name: string): string[] {
  const body = new RegExp(`interface ${name} \\{([\\s\\S]*?)\\n\\}`).exec(API)?.[1] ?? "";
  return [...body.matchAll(/^ {2}readonly (\w+)\??:/gm)].map(([, key]) => key as string);
}

/** What stands in backquotes at the beginning of the tables' rows. */
const NAMED = new Set(
  [...DOCS.matchAll(/^\| ((?:`[^`|]+`(?:, )?)+) \|/gm)].flatMap(([, cell]) =>
    [...(cell ?? "").matchAll(/`([^`]+)`/g)].map(([, name]) => name as string),
  ),
);

/** The JSON objects between fences. */
const EXAMPLES = [...DOCS.matchAll(/```json\n([\s\S]*?)```/g)].map(([, text]) => JSON.parse(text ?? "") as object);

describe("docs/mqtt.md", () => {
  it("names every key of a message that has come", () => {
    const keys = keysOf("ReceivedMessage").filter((key) => key !== "ports");
    expect(keys.length).toBeGreaterThan(10);
    expect(keys.filter((key) => !NAMED.has(key))).toEqual([]);
  });

  it("names every key of the state, and every error code of a request", () => {
    expect(keysOf("GatewayState").length).toBeGreaterThan(15);
    expect(keysOf("GatewayState").filter((key) => !NAMED.has(key))).toEqual([]);
    const request = readFileSync(join(DOMAIN, "requests/request.ts"), "utf8");
    const codes = [...request.matchAll(/"\|(\w+):/g)].map(([, code]) => code as string);
    expect(codes.length).toBeGreaterThan(10);
    expect(codes.filter((code) => !NAMED.has(code))).toEqual([]);
  });

  it("names every key of the info, and every feature", () => {
    expect(keysOf("GatewayInfo").length).toBeGreaterThan(8);
    expect(keysOf("GatewayInfo").filter((key) => !NAMED.has(key))).toEqual([]);
    expect(keysOf("CrashRecord").filter((key) => !NAMED.has(key))).toEqual([]);
    const settings = readFileSync(join(DOMAIN, "settings/features.ts"), "utf8");
    const features = [...settings.matchAll(/features\.push\("(\w+)"\)/g)].map(([, feature]) => feature as string);
    expect(features.length).toBeGreaterThan(5);
    expect(features.filter((feature) => !DOCS.includes(`\`${feature}\``))).toEqual([]);
  });

  it("has examples with keys of the sources alone", () => {
    const interfaces = ["ReceivedMessage", "SentMessage", "CallMessage", "GatewayInfo", "CrashRecord"];
    const known = new Set(interfaces.flatMap(keysOf));
    const settings = ["allowed_numbers", "country_code", "broker_user", "broker_password"];
    const old = ["msisdn", "date"];
    const unknown = EXAMPLES.flatMap((example) => Object.keys(example)).filter((key) => !known.has(key));
    expect(unknown.filter((key) => ![...settings, ...old].includes(key))).toEqual([]);
    expect(EXAMPLES.length).toBeGreaterThan(2);
  });

  it("names every state and every error code", () => {
    const states = /type SendState = ([^;]+);/.exec(OUTBOX)?.[1]?.match(/\w+/g) ?? [];
    const codes = [...OUTBOX.matchAll(/(?:refuse\(|code: )"(\w+)"/g)].map(([, code]) => code as string);
    expect(codes.length).toBeGreaterThan(8);
    const missing = [...states, ...codes].filter((word) => !DOCS.includes(`\`${word}\``));
    expect(missing).toEqual([]);
  });
});
