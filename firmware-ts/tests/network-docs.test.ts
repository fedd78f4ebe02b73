// docs/network.md names each state of the network that log and display tell, and each of its settings.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { told } from "../domain/screens/glance.ts";
import { settingRows } from "../domain/settings/schema.ts";

const ROOT = join(import.meta.dirname, "../..");
const DOCS = readFileSync(join(ROOT, "docs/network.md"), "utf8");
const wordsOf = (path: string, type: string): string[] => {
  const text = readFileSync(join(ROOT, "firmware-ts", path), "utf8");
  return [...(new RegExp(`type ${type} = ([^;]+);`).exec(text)?.[1] ?? "").matchAll(/"([a-z0-9-]+)"/g)].map(
    ([, word = ""]) => word,
  );
};

it("names each state as log and display have it", () => {
  const wifi = wordsOf("ports/network.ts", "NetworkState").filter((state) => state !== "off" && state !== "up");
  const names = wordsOf("domain/broker-state.ts", "NameFailure");
  expect([wifi.length, names.length]).toEqual([4, 4]);
  for (const state of wifi) expect(DOCS).toContain(`| \`wifi: ${state}\` | \`${told(`W${state}`)[1]}\` |`);
  for (const state of names) expect(DOCS).toContain(`| \`broker: ${state}\` | \`${told(`B${state}`)[1]}\` |`);
});

it("names each setting of the network", () => {
  const keys = settingRows().map(({ key }) => key);
  const own = keys.filter((key) => /^(wifi_|dns_|ntp_)/.test(key) && key !== "wifi_ssid" && key !== "wifi_password");
  expect(own.length).toBe(6);
  for (const key of own) expect(DOCS).toContain(`\`${key}\``);
});
