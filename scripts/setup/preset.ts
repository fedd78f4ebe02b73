// A broker's preset, put into settings.
import { PRESETS, type Preset } from "../../firmware-ts/domain/settings/presets.ts";
import type { Draft } from "./draft.ts";

/** What presets differ in. */
const KEYS = ["broker_kind", "broker_tls", "broker_ca", "broker_cert"] as const;

/** Where there is only one. */
const HOSTS: Readonly<Partial<Record<Preset["name"], string>>> = { "adafruit-io": "io.adafruit.com" };

/** The port becomes the usual one; who the gateway is at the broker stays. */
export function applyPreset(draft: Draft, { name, settings }: Preset): void {
  for (const key of KEYS) {
    const value = settings[key];
    if (value === undefined) draft.remove(key);
    else draft.set(key, value);
  }
  draft.remove("broker_port");
  const host = HOSTS[name];
  if (host !== undefined) draft.set("broker_host", host);
}

export function presetNamed(name: string): Preset | undefined {
  return PRESETS.find((preset) => preset.name === name);
}
