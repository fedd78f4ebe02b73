// Expressions of floats. What is computed goes through a function of the program that keeps it within bounds, and apart from
// what lies so close to 0 that a product of such numbers would stop.
import { argument, at, type Code, called, infix, LEVEL } from "./code.ts";
import { callRules, commonRules } from "./common.ts";
import type { Maker, Rule } from "./maker.ts";
import { anyOf } from "./places.ts";
import { FLOAT, INT } from "./types.ts";

const LITERALS = ["0", "1", "-3", "0.5", "-1.25", "0.1", "Math.PI", "1000.7", "16777217", "-0.015625"];

function rounded(text: string): Code {
  return called(`Math.fround(${text})`);
}

function kept(text: string): Code {
  return called(`keep(Math.fround(${text}))`);
}

const OPERATORS = [
  ["+", LEVEL.sum],
  ["-", LEVEL.sum],
  ["*", LEVEL.product],
] as const;

function operation(m: Maker, depth: number): Code {
  const [operator, level] = m.choices.pick(OPERATORS);
  return kept(infix(operator, level, m.expression(FLOAT, depth), m.expression(FLOAT, depth)).text);
}

/** By something that is not 0. */
function quotient(m: Maker, depth: number): Code {
  const divisor = rounded(`Math.abs(${argument(m.expression(FLOAT, depth))}) + 0.25`);
  return kept(infix("/", LEVEL.product, m.expression(FLOAT, depth), divisor).text);
}

function chosen(m: Maker, depth: number): Code {
  const [a, b] = [argument(m.expression(FLOAT, depth)), argument(m.expression(FLOAT, depth))];
  switch (m.choices.below(4)) {
    case 0:
      return rounded(`-${at(LEVEL.postfix, rounded(a))}`);
    case 1:
      return rounded(`Math.abs(${a})`);
    default:
      return rounded(`Math.${m.choices.pick(["min", "max"])}(${a}, ${b})`);
  }
}

function root(m: Maker, depth: number): Code {
  return kept(`Math.sqrt(Math.abs(${argument(anyOf(m, FLOAT, depth))}))`);
}

function literal(m: Maker): Code {
  return rounded(m.choices.pick(LITERALS));
}

export const FLOAT_RULES: readonly Rule[] = [
  { weight: 6, make: (m) => (m.choices.chance(50) ? anyOf(m, FLOAT, -1) : literal(m)) },
  { weight: 8, make: operation },
  { weight: 3, make: quotient },
  { weight: 3, make: chosen },
  { weight: 2, make: root },
  { weight: 4, make: (m, depth) => kept(argument(m.expression(INT, depth))) },
  ...callRules(FLOAT),
  ...commonRules(FLOAT),
];
