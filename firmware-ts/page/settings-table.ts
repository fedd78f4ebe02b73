// The settings as the page handles them: each is one text, as it stands in its control. From what the board shows, to what is posted.
import { FORM, SETTINGS_VERSION } from "./tables.baked.ts";

export interface Row {
  readonly key: string;
  /** In English. */
  readonly label: string;
  readonly hint: string | undefined;
  /** How it is handled (CONTROLS in form-layout.ts); "" a text. */
  readonly control: string;
  readonly isSecret: boolean;
  readonly fallback: string;
  /** Of a list of choices, with blanks between. */
  readonly choices: string;
}

/** By key: flags are "true" or "false", lists have a line an entry, lists of pairs two lines an entry. */
export type Texts = Record<string, string>;

/** The text of a secret that is to be deleted; "" leaves it as it is. */
export const DELETED = "\0";

export const ROWS: readonly Row[] = FORM.split("\n")
  .filter((line) => line.includes("|"))
  .map((line) => {
    const [name, label, hint, control = "", fallback = "", choices = ""] = line.split("|");
    return { key: name.replace("!", ""), label, hint, control, isSecret: name[0] === "!", fallback, choices };
  });

export const rowOf = (key: string) => ROWS.find((row) => row.key === key);

/** What the two lines of a pair are called in the settings. */
const PAIRS: Record<string, readonly string[]> = { networks: ["ssid", "password"], contacts: ["name", "number"] };

/** A setting's default; that of the port depends on TLS. */
export function fallbackOf({ key, fallback }: Row, texts: Texts): string {
  return key === "broker_port" && texts.broker_tls === "false" ? "1883" : fallback;
}

/** A value of /settings.json, or of what the board shows, as its control has it. Of a secret the board shows only whether it is set. */
function textOf({ control, isSecret }: Row, value: unknown): string {
  if (isSecret && typeof value === "boolean") return "";
  if (!Array.isArray(value)) return `${value ?? ""}`;
  return value.flatMap((each) => PAIRS[control]?.map((name) => each?.[name] ?? "") ?? each).join("\n");
}

/** All texts, of what the board shows; without settings it shows empty texts, flags too, and all have their defaults. */
export function textsOf(shown: Record<string, unknown>): Texts {
  const isRead = shown.broker_tls !== "";
  return Object.fromEntries(ROWS.map((row) => [row.key, isRead ? textOf(row, shown[row.key]) : row.fallback]));
}

/** The value for /settings.json. What cannot be one goes as it is: the board says what is wrong with it. */
function jsonOf({ control }: Row, text: string): unknown {
  const names = PAIRS[control];
  if (names) return pairsIn(text.split("\n"), names);
  if (control === "texts") return text.split(/[\s,;]+/).filter(Boolean);
  if (control === "flag") return text === "true";
  if (control === "numeric") return Number(text) || text;
  // What people put between digits.
  return control === "tel" ? text.replace(/[\s\-./()]/g, "") : text;
}

/** An open network has no password. */
function pairsIn(lines: readonly string[], names: readonly string[]): Record<string, string>[] {
  const pairs: Record<string, string>[] = [];
  for (const [i, text] of lines.entries()) {
    if (i % 2 === 0) pairs.push({ [names[0]]: text });
    else if (text) pairs[pairs.length - 1][names[1]] = text;
  }
  return pairs.filter((pair) => Object.values(pair).some(Boolean));
}

/**
 * The settings to be posted, as they are to stand in /settings.json: without what has its default, so that the file stays small; a
 * secret that is to stay is left out, one that is to go is null.
 */
export function settingsOf(texts: Texts): Record<string, unknown> {
  const settings: Record<string, unknown> = {};
  for (const row of ROWS) {
    const text = texts[row.key];
    const isOut = text === fallbackOf(row, texts) || (!/[^\n]/.test(text) && row.control !== "optional");
    if (!isOut) settings[row.key] = text === DELETED ? null : jsonOf(row, text);
  }
  return settings;
}

/** For a file of one's own: the same without secrets. */
export function exported(texts: Texts): string {
  const settings = settingsOf(texts);
  for (const { key, isSecret } of ROWS) if (isSecret) delete settings[key];
  return JSON.stringify({ version: SETTINGS_VERSION, ...settings }, null, 1);
}

/** What a file says, and its keys that are no settings; secrets in it are taken, those that it lacks stay. */
export interface Imported {
  readonly texts: Texts;
  readonly unknown: readonly string[];
}

/** Reads such a file, or any /settings.json. Throws for what is none of a version that is known. */
export function imported(json: string): Imported {
  const { version, ...given }: Record<string, unknown> = JSON.parse(json);
  if (version !== 1 && version !== SETTINGS_VERSION) throw Error("version");
  // Version 1 knew no TLS.
  const texts: Texts = { broker_tls: `${given.broker_tls ?? version !== 1}` };
  for (const row of ROWS)
    if (!(row.key in texts)) texts[row.key] = row.key in given ? textOf(row, given[row.key]) : fallbackOf(row, texts);
  return { texts, unknown: Object.keys(given).filter((key) => !rowOf(key)) };
}
