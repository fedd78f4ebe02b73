// The packed words of domain/otp are the ones that stand above them in their own scripts.
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { Simple } from "../domain/otp/simplify.ts";
import {
  CURRENCY,
  KEYWORD,
  kindOf,
  LABEL,
  OTHER_CODE,
  UNIT,
  WIDE_KEYWORDS,
  WIDE_LABELS,
  WIDE_UNITS,
} from "../domain/otp/word-kinds.ts";

const SOURCE = readFileSync(new URL("../domain/otp/word-kinds.ts", import.meta.url), "utf8");

/** A word as the lists have it; the 1 makes the text one with a number. */
function packed(word: string): string {
  return new Simple(`${word} 1`).words[0] ?? "";
}

/** The words of a comment's lines, from the one after a mark to one with another indentation. */
function wordsAfter(mark: string, indentation: string): string[] {
  const lines = SOURCE.slice(SOURCE.indexOf(mark)).split("\n").slice(1);
  const end = lines.findIndex((line) => !line.startsWith(indentation) || line.startsWith(`${indentation}/`));
  return lines
    .slice(0, end)
    .join(" ")
    .split(/[ *]+/)
    .filter((word) => word !== "");
}

it.each(Object.entries({ KEYWORD, OTHER_CODE, LABEL, CURRENCY, UNIT }))(
  "each %s of the comment is one",
  (name, kind) => {
    const words = wordsAfter(` * ${name}:`, " *   ");
    expect(words.length).toBeGreaterThan(10);
    expect(words.filter((word) => kindOf(packed(word), []) !== kind)).toEqual([]);
  },
);

it.each([
  ["keywords of wide scripts", WIDE_KEYWORDS, "* Keywords of scripts whose words"],
  ["labels of wide scripts", WIDE_LABELS, "* The last two characters"],
  ["units of wide scripts", WIDE_UNITS, "* The first character behind"],
])("the %s are those of the comment", (_name, list, mark) => {
  const words = wordsAfter(mark, " * ");
  expect(list.split("/").filter((word) => word !== "")).toEqual(words.map(packed));
});
