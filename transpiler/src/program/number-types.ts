// Types of numbers that say more than "number": literals, and the brand of floats.
import { ts } from "ts-morph";
import { isFloat } from "../ranges/floats.ts";
import type { Bounds } from "../types/cells.ts";
import { FAILED, type Type } from "../types/type.ts";
import type { Context } from "./context.ts";

const NO_VALUE: Bounds = { low: Number.POSITIVE_INFINITY, high: Number.NEGATIVE_INFINITY };

export function hull(values: readonly number[]): Bounds {
  return values.reduce((all, value) => ({ low: Math.min(all.low, value), high: Math.max(all.high, value) }), NO_VALUE);
}

/** Integers, or floats where one of them is no integer. What is neither has been refused where it stands. */
export function literalNumbers({ cells }: Context, values: readonly number[]): Type {
  const cell = cells.fresh(null, hull(values));
  if (values.every(Number.isInteger)) return { kind: "number", cell };
  return values.every(isFloat) ? { kind: "float", cell } : FAILED;
}

export function isFloatBrand(type: ts.IntersectionType): boolean {
  const isNumber = type.types.some((part) => part.flags & ts.TypeFlags.NumberLike);
  return isNumber && type.getProperties().some(({ name }) => name === "__float");
}
