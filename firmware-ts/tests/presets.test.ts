// Presets of brokers: what docs/brokers.md writes for each is what the preset says, and settings that the gateway runs on.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { PRESETS } from "../domain/settings/presets.ts";
import { readSettings } from "../domain/settings/read-settings.ts";

const GUIDE = readFileSync("docs/brokers.md", "utf8");

describe.each(PRESETS)("the preset $name", ({ title, settings, needs }) => {
  const section = GUIDE.split(/^## /m).find((each) => each.startsWith(`${title}\n`)) ?? "";
  const written = JSON.parse(/^```json\n([\s\S]*?)^```$/m.exec(section)?.[1] ?? "{}");

  it("stands in the guide, with all that it needs", () => {
    expect(written).toMatchObject(settings);
    expect(Object.keys(written)).toEqual(expect.arrayContaining([...needs]));
    const others = Object.keys(written).filter((key) => /^broker_(tls|ca|cert|port)$/.test(key));
    expect(others.sort()).toEqual(Object.keys(settings).sort());
  });

  it("is accepted, once there are passwords", () => {
    const text = JSON.stringify(written).replaceAll("…", "correct horse");
    expect([readSettings(text).usable, readSettings(text).problems]).toEqual([true, []]);
  });
});
