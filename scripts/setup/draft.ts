// The settings as they are to be: those on the board, and what was changed of them here. What is secret stays on the board: of it
// there is a stand-in of the same form and length, which the settings' rules judge alike.
import { readSettings } from "../../firmware-ts/domain/settings/read-settings.ts";
import { SETTINGS_VERSION, type SettingRow, settingRows } from "../../firmware-ts/domain/settings/schema.ts";
import type { Settings } from "../../firmware-ts/domain/settings/settings.ts";

/** Key and value, as in /settings.json. */
export type Fields = readonly (readonly [key: string, value: unknown])[];

/** The first version of /settings.json meant no TLS where it said nothing of it. */
const PLAIN_VERSION = 1;

export const ROWS: ReadonlyMap<string, SettingRow> = new Map(settingRows().map((row) => [row.key, row]));

/** Keys whose values may leave the board. */
export const PLAIN_KEYS: readonly string[] = [
  "version",
  ...[...ROWS.values()].flatMap((row) => (row.secret ? [] : row.key)),
];

export class Draft {
  private readonly before: ReadonlyMap<string, unknown>;
  private readonly fields: Map<string, unknown>;
  /** Those whose value is a stand-in. */
  private readonly kept: Set<string>;

  /** @param held what is on the board; null nothing */
  constructor(held: Fields | null) {
    this.fields = new Map(held ?? []);
    if (this.fields.get("version") === PLAIN_VERSION && !this.fields.has("broker_tls"))
      this.fields.set("broker_tls", false);
    this.fields.set("version", SETTINGS_VERSION);
    this.kept = new Set([...this.fields.keys()].filter((key) => !PLAIN_KEYS.includes(key)));
    this.before = new Map(this.fields);
  }

  /** As in the file; undefined when the file does not have it. */
  get(key: string): unknown {
    return this.fields.get(key);
  }

  has(key: string): boolean {
    return this.fields.has(key);
  }

  /** What holds, as a text; the default where the file says nothing. */
  text(key: string): string {
    return this.settings().text(key);
  }

  isOn(key: string): boolean {
    return this.text(key) === "true";
  }

  set(key: string, value: unknown): void {
    if (!this.kept.has(key) && JSON.stringify(this.fields.get(key)) === JSON.stringify(value)) return;
    this.fields.set(key, value);
    this.kept.delete(key);
  }

  remove(key: string): void {
    this.fields.delete(key);
    this.kept.delete(key);
  }

  /** Whether its value is new; a secret that was given anew is, whatever it was. */
  isChanged(key: string): boolean {
    if (this.kept.has(key)) return false;
    if (!PLAIN_KEYS.includes(key)) return this.fields.has(key) || this.before.has(key);
    return JSON.stringify(this.fields.get(key)) !== JSON.stringify(this.before.get(key));
  }

  /** As in the file on the board; undefined when that does not have it. */
  heldValue(key: string): unknown {
    return this.before.get(key);
  }

  /** Keys, in the schema's order; those that it does not know come last. */
  keys(): string[] {
    const known = [...ROWS.keys()].filter((key) => this.fields.has(key));
    return [...known, ...[...this.fields.keys()].filter((key) => !ROWS.has(key) && key !== "version")];
  }

  /** Those that are new, or gone. */
  changedKeys(): string[] {
    const all = new Set([...this.keys(), ...this.before.keys()]);
    return [...all].filter((key) => key !== "version" && this.isChanged(key));
  }

  settings(): Settings {
    return readSettings(JSON.stringify(Object.fromEntries(this.fields)));
  }

  /** Sentences on what was wrong before already. */
  heldProblems(): readonly string[] {
    return readSettings(JSON.stringify(Object.fromEntries(this.before))).problems;
  }

  /** For save.py: key and the value's JSON, null where the board's own stays. */
  parts(): (readonly [key: string, json: string | null])[] {
    const keys = ["version", ...this.keys()];
    return keys.map((key) => [key, this.kept.has(key) ? null : JSON.stringify(this.fields.get(key))] as const);
  }

  /** What may be read by others: without secrets, and without what the schema does not know. */
  exported(): Record<string, unknown> {
    const keys = ["version", ...this.keys()].filter((key) => PLAIN_KEYS.includes(key));
    return Object.fromEntries(keys.map((key) => [key, this.fields.get(key)]));
  }
}

/** The sentence for a value that cannot be; null for one that can. */
export function problemOf(key: string, value: unknown): string | null {
  const row = ROWS.get(key);
  if (row === undefined) return `${key} is not a setting.`;
  const alone = { version: SETTINGS_VERSION, wifi_ssid: "x", broker_host: "x", [key]: value };
  return readSettings(JSON.stringify(alone)).problems.includes(row.sentence) ? row.sentence : null;
}

/** The sentence on settings of a version that this program does not know; null when it knows it. */
export function newerVersion(version: unknown): string | null {
  const isNewer = Number(version) > SETTINGS_VERSION;
  return isNewer ? (readSettings(JSON.stringify({ version })).problems[0] ?? null) : null;
}
