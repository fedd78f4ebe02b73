// TypeScript refuses to test what it knows already. What may be known of a value is hidden behind a function first.
import { argument, type Code, called, LEVEL } from "./code.ts";
import type { Maker } from "./maker.ts";
import { TEXT, type Type } from "./types.ts";

/** An integer or a text of which TypeScript does not know the value. */
export function doubtful(m: Maker, type: Type, depth: number): Code {
  const value = m.expression(type, depth);
  const isName = /^[a-zA-Z]\w*$/.test(value.text);
  const isComputed = value.level === LEVEL.call || (value.level >= LEVEL.bitOr && value.level <= LEVEL.product);
  if (isName || isComputed) return value;
  return called(`${type.kind === TEXT.kind ? "noteText" : "noteInt"}(${argument(value)})`);
}
