// Expressions of texts, with values that are empty, not ASCII, beyond the BMP, or mean something to Python.
import { argument, at, atom, type Code, called, infix, LEVEL, object } from "./code.ts";
import { callRules, commonRules } from "./common.ts";
import { doubtful } from "./doubtful.ts";
import type { Maker, Rule } from "./maker.ts";
import { chainedText } from "./objects.ts";
import { anyOf } from "./places.ts";
import { holdsOnly, isPlain } from "./show.ts";
import { FLOAT, INT, TEXT, TRUTH, type Type } from "./types.ts";

const TEXTS = [
  "",
  "a",
  "b",
  "abc",
  "Hello, world",
  " x ",
  "0",
  "-1",
  "10",
  "ä",
  "ß€",
  "😀",
  "a😀b",
  "%d %s",
  "{}",
  "null",
];
const STRANGE = ["\\n", "\\\\", '\\"', "\\t\\0", "constructor", "None", "length", "\\u2028", "\\u00a0y"];
const ASCII = ["", "a", "abc", "Hello", "X-1", "a,b,,c", "aXbX"];

function literal(m: Maker, from: readonly string[]): Code {
  return atom(`"${m.choices.pick(from)}"`);
}

/** The text of a value in a template or a sum. */
function printable(m: Maker, depth: number): Code {
  const kinds: Type[] = [INT, TEXT, TRUTH, ...choicesOf(m)];
  return anyOf(m, m.choices.pick(kinds), depth);
}

function choicesOf(m: Maker): Type[] {
  return m.enums.map((choice) => ({ kind: "choice", choice }));
}

function template(m: Maker, depth: number): Code {
  const parts = Array.from({ length: m.choices.between(1, 3) }, () => {
    const text = m.choices.pick(["", "", " ", "<", "é", "$"]);
    return `${text}\${${at(LEVEL.comma, printable(m, depth))}}`;
  });
  return atom(`\`${parts.join("")}${m.choices.pick(["", "!", ">"])}\``);
}

function sum(m: Maker, depth: number): Code {
  const text = m.expression(TEXT, depth);
  const other = printable(m, depth);
  return m.choices.chance(50) ? infix("+", LEVEL.sum, text, other) : infix("+", LEVEL.sum, other, text);
}

/** Where a cut may go through a character beyond the BMP, the program stops: mostly it stays within the BMP. */
function sliced(m: Maker, depth: number): Code {
  const text = m.choices.chance(97) ? literal(m, ASCII) : m.expression(TEXT, depth);
  const [from, to] = [small(m, depth), small(m, depth)];
  switch (m.choices.below(5)) {
    case 0:
      return called(`${object(text)}.slice(${from})`);
    case 1:
      return called(`${object(text)}.slice(${from}, ${to})`);
    case 2:
      return called(`${object(text)}.substring(${from}, ${to})`);
    case 3:
      return called(`${object(text)}.charAt(${from})`);
    default:
      return { text: `(${object(text)}[${from}] ?? ${at(LEVEL.bitOr, m.expression(TEXT, depth))})`, level: LEVEL.atom };
  }
}

function small(m: Maker, depth: number): string {
  return m.choices.chance(70) ? String(m.choices.between(-2, 4)) : argument(m.expression(INT, depth));
}

function changed(m: Maker, depth: number): Code {
  const text = object(m.expression(TEXT, depth));
  const other = argument(m.expression(TEXT, depth));
  switch (m.choices.below(8)) {
    case 0:
      return called(`${text}.trim()`);
    case 1:
      return called(`${text}.${m.choices.pick(["trimStart", "trimEnd"])}()`);
    case 2:
      return called(`${text}.padStart(${m.choices.below(8)}, ${literal(m, ["-", "ab", " "]).text})`);
    case 3:
      return called(`${text}.padEnd(${m.choices.below(8)})`);
    case 4:
      return called(`${text}.repeat(${m.choices.below(3)})`);
    case 5:
      return called(
        `${text}.replaceAll(${literal(m, ["a", "ab", " ", "😀"]).text}, ${literal(m, ["", "b", "$&", "xyz"]).text})`,
      );
    case 6:
      return called(`${object(literal(m, ASCII))}.${m.choices.pick(["toUpperCase", "toLowerCase"])}()`);
    default:
      return called(`${text}.split(${literal(m, [",", "a", "x "]).text}).join(${other})`);
  }
}

function written(m: Maker, depth: number): Code {
  const types: Type[] = [
    { kind: "list", item: INT },
    { kind: "list", item: TEXT },
    { kind: "tuple", items: [INT, TEXT] },
    ...m.records.map((record): Type => ({ kind: "record", record })).filter((type) => holdsOnly(type, isPlain)),
    TEXT,
    INT,
  ];
  return called(`JSON.stringify(${argument(anyOf(m, m.choices.pick(types), depth))})`);
}

function joined(m: Maker, depth: number): Code {
  const item = m.choices.pick([INT, TEXT, TRUTH]);
  const separator = m.choices.chance(50) ? "" : literal(m, ["", "-", ", "]).text;
  return called(`${object(anyOf(m, { kind: "list", item }, depth))}.join(${separator})`);
}

function either(m: Maker, depth: number): Code {
  const [left, right] = [doubtful(m, TEXT, depth), m.expression(TEXT, depth)];
  return m.choices.chance(50) ? infix("||", LEVEL.or, left, right) : infix("&&", LEVEL.and, left, right);
}

function digits(m: Maker, depth: number): Code {
  const value = object(m.expression(INT, depth));
  return called(`${value}.toString(${m.choices.pick(["", "10", "16"])})`);
}

export const TEXT_RULES: readonly Rule[] = [
  {
    weight: 8,
    make: (m) => (m.choices.chance(50) ? anyOf(m, TEXT, -1) : literal(m, m.choices.pick([TEXTS, ASCII, STRANGE]))),
  },
  { weight: 8, make: template },
  { weight: 7, make: sum },
  { weight: 5, make: sliced },
  { weight: 6, make: changed },
  { weight: 5, make: written },
  { weight: 3, make: joined },
  { weight: 3, make: either },
  { weight: 3, make: chainedText },
  { weight: 2, make: digits },
  { weight: 2, make: (m, depth) => called(`${object(anyOf(m, FLOAT, depth))}.toFixed(${m.choices.below(9)})`) },
  { weight: 4, make: (m, depth) => called(`noteText(${argument(m.expression(TEXT, depth))})`) },
  ...callRules(TEXT),
  ...commonRules(TEXT),
];
