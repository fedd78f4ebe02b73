// Looks settings up for the start, when the code that has read them is forgotten.
import { decimal } from "../at/parse.ts";

/** Keys of the schema, each followed by its value as a text; what comes first holds. */
export type GivenSettings = readonly string[];

/** "" stands for a text left out. */
export function textIn(given: GivenSettings, key: string): string {
  for (let at = 0; at < given.length; at += 2) if (given[at] === key) return given[at + 1] ?? "";
  return "";
}

/** @param key of a numeric row */
export function integerIn(given: GivenSettings, key: string): number {
  return decimal(textIn(given, key));
}

/** @param key of a flag */
export function isOn(given: GivenSettings, key: string): boolean {
  return textIn(given, key) === "true";
}
