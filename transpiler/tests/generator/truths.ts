// Expressions of booleans: comparisons, tests of what collections hold, and their combinations.
import { argument, at, atom, type Code, called, infix, LEVEL, object } from "./code.ts";
import { callRules, commonRules } from "./common.ts";
import { doubtful } from "./doubtful.ts";
import type { Maker, Rule } from "./maker.ts";
import { anyOf, readable } from "./places.ts";
import { FLOAT, INT, isBelow, TEXT, TRUTH, type Type } from "./types.ts";

const ORDER = ["<", "<=", ">", ">="] as const;

function compare(m: Maker, depth: number): Code {
  const type = m.choices.pick([INT, INT, TEXT]);
  const [left, right] = [doubtful(m, type, depth), m.expression(type, depth)];
  const operator = m.choices.pick([...ORDER, "===", "!=="]);
  return infix(
    operator,
    operator.startsWith("<") || operator.startsWith(">") ? LEVEL.comparison : LEVEL.equality,
    left,
    right,
  );
}

function compareFloats(m: Maker, depth: number): Code {
  const operator = m.choices.pick([...ORDER, "===", "!=="]);
  const level = operator.endsWith("==") ? LEVEL.equality : LEVEL.comparison;
  return infix(operator, level, m.expression(FLOAT, depth), m.expression(FLOAT, depth));
}

/** Whether two names mean one object. */
function identity(m: Maker): Code | null {
  const shared = m.variables.filter(({ type }) => ["list", "record", "object", "map", "set"].includes(type.kind));
  if (shared.length === 0) return null;
  const { name, type } = m.choices.pick(shared);
  return infix(m.choices.pick(["===", "!=="]), LEVEL.equality, atom(name), m.choices.pick(readable(m, type)));
}

function combined(m: Maker, depth: number): Code {
  const [left, right] = [m.expression(TRUTH, depth), m.expression(TRUTH, depth)];
  if (m.choices.chance(30)) return { text: `!${at(LEVEL.unary, left)}`, level: LEVEL.unary };
  return m.choices.chance(50) ? infix("&&", LEVEL.and, left, right) : infix("||", LEVEL.or, left, right);
}

/** What is true of a number, a text, an object. */
function truthOf(m: Maker, depth: number): Code {
  const maybe: Type = { kind: "maybe", value: m.choices.pick([TEXT, { kind: "list", item: INT }]), none: "null" };
  const type = m.choices.pick([INT, TEXT, maybe]);
  const value =
    type === maybe && readable(m, maybe).length === 0
      ? doubtful(m, INT, depth)
      : type === maybe
        ? anyOf(m, type, depth)
        : doubtful(m, type, depth);
  return { text: `!${m.choices.chance(50) ? "!" : ""}${at(LEVEL.unary, value)}`, level: LEVEL.unary };
}

function isThere(m: Maker): Code | null {
  const maybes = m.variables.flatMap(({ name, type }) => (type.kind === "maybe" ? [{ name, none: type.none }] : []));
  if (maybes.length === 0) return null;
  const { name, none } = m.choices.pick(maybes);
  return infix(m.choices.pick(["===", "!=="]), LEVEL.equality, atom(name), atom(none));
}

function holds(m: Maker, depth: number): Code | null {
  const found = m.variables.filter(({ type }) => ["map", "set", "dict", "list"].includes(type.kind));
  if (found.length === 0) return null;
  const { name, type } = m.choices.pick(found);
  switch (type.kind) {
    case "map":
      return called(`${name}.has(${argument(m.expression(type.key, depth))})`);
    case "set":
      return called(`${name}.has(${argument(m.expression(type.item, depth))})`);
    case "dict":
      return { text: `${at(LEVEL.shift, m.expression(TEXT, depth))} in ${name}`, level: LEVEL.comparison };
    case "list":
      return called(`${name}.includes(${argument(anyOf(m, type.item, depth))})`);
    default:
      return null;
  }
}

function ofText(m: Maker, depth: number): Code {
  const method = m.choices.pick(["includes", "startsWith", "endsWith"]);
  return called(`${object(m.expression(TEXT, depth))}.${method}(${argument(m.expression(TEXT, depth))})`);
}

function ofItems(m: Maker, depth: number): Code | null {
  const lists = m.variables.flatMap(({ name, type }) => (type.kind === "list" ? [{ name, item: type.item }] : []));
  if (lists.length === 0) return null;
  const { name, item } = m.choices.pick(lists);
  const param = m.name("x");
  const test = m.callback({ name: param, type: item, assignable: false }, () => argument(m.expression(TRUTH, depth)));
  return called(`${name}.${m.choices.pick(["some", "every"])}((${param}) => ${test})`);
}

function isOfClass(m: Maker): Code | null {
  const objects = m.variables.flatMap(({ name, type }) => (type.kind === "object" ? [{ name, made: type.made }] : []));
  if (objects.length === 0) return null;
  const { name, made } = m.choices.pick(objects);
  const below = m.classes.filter((other) => isBelow(other, made) && other !== made);
  if (below.length === 0) return null;
  return { text: `${name} instanceof ${m.choices.pick(below).name}`, level: LEVEL.comparison };
}

export const TRUTH_RULES: readonly Rule[] = [
  { weight: 3, make: (m) => (m.choices.chance(50) ? anyOf(m, TRUTH, -1) : atom("yes")) },
  { weight: 10, make: compare },
  { weight: 2, make: compareFloats },
  { weight: 3, make: identity },
  { weight: 6, make: combined },
  { weight: 3, make: truthOf },
  { weight: 4, make: isThere },
  { weight: 4, make: holds },
  { weight: 3, make: ofText },
  { weight: 3, make: ofItems },
  { weight: 2, make: isOfClass },
  ...callRules(TRUTH),
  ...commonRules(TRUTH),
];
