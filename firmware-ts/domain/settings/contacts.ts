// The setting `contacts`: who can be written to from Home Assistant, by name. The list as it is read, and whether those may be
// sent to at all.
import { normalised } from "../outbox/recipients.ts";
import type { Settings } from "./settings.ts";

/** More would not fit into what a board tells Home Assistant at once. */
const CONTACTS_MAX = 10;
const NAME_OCTETS_MAX = 32;
/** What stands for a list that is wrong: no list that is right has an empty first line. */
export const WRONG_CONTACTS = "\n";

/** Name and number, a line each; WRONG_CONTACTS when one of them cannot be. */
export function contactLines(values: readonly JsonValue[]): string {
  const lines: string[] = [];
  if (values.length > CONTACTS_MAX) return WRONG_CONTACTS;
  for (const value of values) {
    if (value === null || typeof value !== "object" || Array.isArray(value)) return WRONG_CONTACTS;
    const name = value.name ?? "";
    const number = value.number ?? "";
    if (typeof name !== "string" || typeof number !== "string" || Object.keys(value).length !== 2)
      return WRONG_CONTACTS;
    const size = new TextEncoder().encode(name).length;
    if (size === 0 || size > NAME_OCTETS_MAX || hasBreak(name) || number === "" || hasBreak(number))
      return WRONG_CONTACTS;
    lines.push(name, number);
  }
  return lines.join("\n");
}

function hasBreak(text: string): boolean {
  return text.includes("\n") || text.includes("\0");
}

/** The list as JSON. */
export function contactsShown(lines: string): string {
  let shown = "";
  const parts = lines === "" ? [] : lines.split("\n");
  for (let i = 0; i + 1 < parts.length; i += 2) {
    const [name, number] = [JSON.stringify(parts[i] ?? ""), JSON.stringify(parts[i + 1] ?? "")];
    shown += `${shown === "" ? "" : ","}{"name":${name},"number":${number}}`;
  }
  return `[${shown}]`;
}

/** Puts each number into its form; contacts that may not be sent to, or are there twice, are refused, all of them. */
export function checkContacts(settings: Settings): void {
  const contacts = settings.text("contacts");
  if (contacts === "") return;
  const countryCode = settings.text("country_code");
  // A prefix is no number, so none of them.
  const allowed = settings.list("allowed_numbers").map((entry) => normalised(entry, countryCode) ?? "");
  const lines = contacts.split("\n");
  const numbers: string[] = [];
  for (let i = 1; i < lines.length; i += 2) {
    const number = normalised(lines[i] ?? "", countryCode) ?? "?";
    if (!allowed.includes(number) || numbers.includes(number)) {
      settings.accept("contacts", "");
      settings.refuse(
        "contacts may hold numbers of allowed_numbers alone, each once; a prefix there is not enough.",
        false,
      );
      return;
    }
    numbers.push(number);
    lines[i] = number;
  }
  settings.accept("contacts", lines.join("\n"));
}
