// Reads /settings.json by the schema. Every wrong field gives its sentence; the others keep their value.
import { decimal } from "../at/parse.ts";
import { isAddress4, isAddress6, isInterface4 } from "../network/address.ts";
import { isAddress } from "../network/host.ts";
import { isEntry } from "../outbox/recipients.ts";
import { isTimeZone } from "../time-zone.late.ts";
import { checkContacts, contactLines, WRONG_CONTACTS } from "./contacts.ts";
import { contradictionsIn } from "./contradictions.ts";
import { networkLines, WRONG_NETWORKS } from "./network-settings.ts";
import { AUTHORITIES, PLAIN_VERSION, SETTINGS_VERSION, type SettingRow, settingRows } from "./schema.ts";
import { Settings } from "./settings.ts";
import { isUssdCode } from "./ussd-code.ts";

/** How a value is written: in quotes, without, as a list of texts, of networks, or of contacts. */
type Form = "text" | "bare" | "list" | "networks" | "contacts";

/** A field as it stands in the file; of a list with commas between the texts. */
interface Field {
  readonly key: string;
  readonly form: Form;
  readonly value: string;
}

/**
 * @param text of /settings.json, null when there is no such file
 * @returns settings that say themselves what is wrong; nothing is thrown
 */
export function readSettings(text: string | null): Settings {
  const settings = new Settings();
  const fields = text === null ? null : readFields(text);
  if (text === null) settings.refuse("There is no /settings.json yet.", true);
  else if (fields === null) settings.refuse("/settings.json must hold one JSON object.", true);
  settings.absent = text === null;
  settings.damaged = text !== null && fields === null;
  if (fields !== null) readRows(fields, settings);
  checkContacts(settings);
  if (settings.usable) for (const sentence of contradictionsIn(settings)) settings.refuse(sentence, true);
  return settings;
}

function fieldIn(fields: readonly Field[], key: string): Field | undefined {
  return fields.find((field) => field.key === key);
}

/** The fields of the file; null for what is not a JSON object. */
function readFields(text: string): Field[] | null {
  try {
    const value = JSON.parse(text);
    if (value === null || typeof value !== "object" || Array.isArray(value)) return null;
    const fields: Field[] = [];
    for (const key of Object.keys(value)) fields.push(fieldOf(key, value[key] ?? false));
    return fields;
  } catch (error) {
    // A full heap says nothing about the text.
    if (error instanceof RangeError) throw error;
    return null;
  }
}

function fieldOf(key: string, value: JsonValue): Field {
  if (typeof value === "string") return { key, form: "text", value };
  if (typeof value === "number" || typeof value === "boolean") return { key, form: "bare", value: `${value}` };
  // An empty list is one of either kind.
  if (Array.isArray(value) && key === "wifi_networks") return { key, form: "networks", value: networkLines(value) };
  if (Array.isArray(value) && key === "contacts") return { key, form: "contacts", value: contactLines(value) };
  if (Array.isArray(value)) return { key, form: "list", value: listOf(value) };
  return { key, form: "bare", value: "" };
}

/** What is no text becomes one that stands in no list. */
function listOf(values: readonly JsonValue[]): string {
  const texts: string[] = [];
  for (const value of values) texts.push(typeof value === "string" && !value.includes(",") ? value : "?");
  return texts.join(",");
}

function readRows(fields: readonly Field[], settings: Settings): void {
  const version = fieldIn(fields, "version")?.value ?? "";
  if (version !== `${SETTINGS_VERSION}` && version !== `${PLAIN_VERSION}`) {
    settings.refuse(refusal(version), true);
    return;
  }
  const rows = settingRows();
  const plain: Field = { key: "broker_tls", form: "bare", value: "false" };
  const tls = fieldIn(fields, plain.key) ?? (version === `${PLAIN_VERSION}` ? plain : undefined);
  for (const row of rows) readRow(row, row.key === plain.key ? tls : fieldIn(fields, row.key), settings);
  if (tls?.value === "false" && fieldIn(fields, "broker_port") === undefined) settings.accept("broker_port", "1883");
  if (settings.text("wifi_address") !== "" && settings.text("wifi_gateway") === "") {
    settings.refuse(rows.find((row) => row.key === "wifi_gateway")?.sentence ?? "", false);
  }
  for (const field of fields) {
    const isKnown = field.key === "version" || rows.some((row) => row.key === field.key);
    if (!isKnown) settings.refuse(`${printable(field.key)} is not a setting.`, false);
  }
}

function refusal(version: string): string {
  if (version === "") return `/settings.json must have "version": ${SETTINGS_VERSION}.`;
  if (decimal(version) <= SETTINGS_VERSION) {
    const named = isPrintable(version) ? `version ${version}` : "a version";
    return `/settings.json is of ${named}, which is none that is known: it must have "version": ${SETTINGS_VERSION}.`;
  }
  const known = `${SETTINGS_VERSION}`;
  return `/settings.json is of version ${decimal(version)}, for a newer gateway; this one knows version ${known}. Install that gateway, or write settings of version ${known}.`;
}

function readRow(row: SettingRow, field: Field | undefined, settings: Settings): void {
  if (field === undefined && !row.required) {
    settings.accept(row.key, row.fallback);
    return;
  }
  const value = field === undefined ? null : checked(row, field);
  settings.accept(row.key, value ?? row.fallback);
  if (value === null) settings.refuse(row.sentence, row.required || row.secret);
}

/** The value as kept; null when it is wrong. */
function checked(row: SettingRow, field: Field): string | null {
  const { form, value } = field;
  if (form !== formOf(row) || !isInBounds(row, value) || !isOfKind(row, value)) return null;
  return value;
}

function isNumeric(row: SettingRow): boolean {
  return row.kind === "integer" || row.kind === "panel-height";
}

/** How its value is written. */
export function formOf(row: SettingRow): Form {
  if (row.kind === "networks" || row.kind === "contacts") return row.kind;
  if (row.kind === "numbers" || row.kind === "addresses") return "list";
  return isNumeric(row) || row.kind === "flag" || row.kind === "baud" ? "bare" : "text";
}

function isInBounds(row: SettingRow, value: string): boolean {
  if (row.kind === "flag" || row.kind === "baud") return true;
  const size = isNumeric(row) ? decimal(value) : new TextEncoder().encode(value).length;
  return size >= row.min && size <= row.max;
}

function isOfKind(row: SettingRow, value: string): boolean {
  switch (row.kind) {
    case "host":
      return isHost(value);
    case "authority":
      return value === "own" || (!value.includes(" ") && `${AUTHORITIES} `.includes(` ${value} `));
    case "broker-kind":
      return value === "mqtt" || value === "adafruit-io";
    case "optional-host":
      return value === "" || isHost(value);
    case "time-zone":
      return isTimeZone(value);
    case "networks":
      return value !== WRONG_NETWORKS;
    case "contacts":
      return value !== WRONG_CONTACTS;
    case "address":
      return isAddress4(value);
    case "interface":
      return isInterface4(value);
    case "addresses":
      return value === "" || (value.split(",").length <= 2 && value.split(",").every((each) => isAddress4(each)));
    case "topic":
      return (
        !value.includes("+") &&
        !value.includes("#") &&
        !value.startsWith("/") &&
        !value.endsWith("/") &&
        !value.includes("\0")
      );
    case "phone-number":
      return value.startsWith("+") && hasOnly(value.slice(1), isDigit);
    case "country":
      return hasOnly(value, isCapital);
    case "digits":
      return hasOnly(value, isDigit);
    case "key":
      return hasOnly(value, isHexDigit);
    case "flag":
      return value === "true" || value === "false";
    case "numbers":
      return value === "" || value.split(",").every((entry) => isEntry(entry));
    case "baud":
      return value === "19200" || value === "115200";
    case "panel-height":
      return value === "32" || value === "64";
    case "privacy":
      return value === "brief" || value === "always" || value === "hidden";
    case "call-handling":
      return value === "ignore" || value === "reject";
    case "ussd-codes":
      return value === "" || value.split(",").every((code) => isUssdCode(code));
    default:
      return !value.includes("\0");
  }
}

function isHost(value: string): boolean {
  if (isAddress(value)) return isAddress4(value) || isAddress6(value);
  return hasOnly(value, isHostCharacter) && !value.startsWith(".") && !value.includes("..") && !value.endsWith(".");
}

function hasOnly(text: string, accepts: (unit: u16) => boolean): boolean {
  for (let i = 0; i < text.length; i++) {
    if (!accepts(text.charCodeAt(i))) return false;
  }
  return true;
}

function isDigit(unit: u16): boolean {
  return unit >= 0x30 && unit <= 0x39;
}

function isHexDigit(unit: u16): boolean {
  return isDigit(unit) || (unit >= 0x41 && unit <= 0x46) || (unit >= 0x61 && unit <= 0x66);
}

function isCapital(unit: u16): boolean {
  return unit >= 0x41 && unit <= 0x5a;
}

/** Letters, digits, dot, hyphen and underscore. */
function isHostCharacter(unit: u16): boolean {
  return (
    isDigit(unit) ||
    isCapital(unit) ||
    (unit >= 0x61 && unit <= 0x7a) ||
    unit === 0x2d ||
    unit === 0x2e ||
    unit === 0x5f
  );
}

/** A key for a sentence. */
function printable(key: string): string {
  return isPrintable(key) ? key : "One of the keys";
}

/** Short, and without what a console could take for a command. */
function isPrintable(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x20 || unit > 0x7e) return false;
  }
  return text.length <= 32;
}
