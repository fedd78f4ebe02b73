// What the setup page knows of the settings and of brokers, from the gateway's own tables, less what the board tells the page itself. The
// build runs this file and puts its result into the page, so that the sentences of the schema take no room there.
import { PRESETS } from "../domain/settings/presets.ts";
import { SETTINGS_VERSION as NEWEST, settingRows } from "../domain/settings/schema.ts";
import { BROKER_HOSTS, BROKER_TITLES, CHOICES, CONTROLS, LAYOUT } from "./form-layout.ts";
import { englishTexts } from "./texts.ts";

const rows = settingRows();
const words = englishTexts();
const rowOf = (key: string) => rows.find((row) => row.key === key);

/** The `version` of settings that the page makes. */
export const SETTINGS_VERSION = NEWEST;

/**
 * The form's layout, a line each: of a setting its key, `!` before that of a secret, label and hint in English, its control, what holds
 * without it, its choices.
 */
export const FORM = LAYOUT.trim()
  .split(/\s+/)
  .map((name) => {
    const row = rowOf(name);
    if (!row) return name;
    const { kind, secret, fallback } = row;
    const [control = "", choices = ""] = [CONTROLS[kind], CHOICES[kind]];
    const line = [(secret ? "!" : "") + name, words[name], words[`${name}_h`], control, fallback, choices];
    return line.join("|").replace(/\|+$/, "");
  })
  .join("\n");

/** What choosing a broker fills in, as BROKERS has it: each by its preset, or by its default. */
export const FILLED = ["broker_kind", "broker_tls", "broker_ca", "broker_cert"];

/** A line a broker: what it is called, how its host ends, what it cannot do without, values of FILLED; with `|` between. */
export const BROKERS = PRESETS.map(({ name, title, settings, needs }) => {
  const given: Readonly<Record<string, unknown>> = settings;
  const values = FILLED.map((key) => String(given[key] ?? rowOf(key)?.fallback));
  return [BROKER_TITLES[name] ?? title, BROKER_HOSTS[name] ?? "", needs.join(" "), ...values].join("|");
}).join("\n");
