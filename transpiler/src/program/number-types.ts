// Types of numbers that say more than "number": literals, and brands.
import { ts } from "ts-morph";
import { isFloat } from "../ranges/floats.ts";
import type { Bounds } from "../types/cells.ts";
import { FAILED, type Type } from "../types/type.ts";
import { ELEMENTS } from "../types/typed-arrays.ts";
import type { Context } from "./context.ts";

/** Of integers, by the property that marks the brand. */
export const BRANDS: Record<string, Bounds> = {
  __u8: ELEMENTS.Uint8,
  __u16: ELEMENTS.Uint16,
  __u32: ELEMENTS.Uint32,
  __i8: ELEMENTS.Int8,
  __i16: ELEMENTS.Int16,
  __i32: ELEMENTS.Int32,
};

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
