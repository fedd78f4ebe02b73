// Positions in texts, arrays and bytes: a program may hand any integer to the library, but Python's slices and searches
// take machine words only. What is not known to be near enough is taken for the nearest that is beyond every end.
import type { Expr as PyExpr } from "../../python/ast.ts";
import { within } from "../../ranges/range.ts";
import type { ExprOf } from "../../tree/nodes.ts";
import type { Lowering } from "../lowering.ts";
import { py } from "../py.ts";

const NEAR = { low: -0x40000000, high: 0x3fffffff };

const OF_BYTES: Record<string, readonly number[]> = {
  copyWithin: [0, 1, 2],
  fill: [1, 2],
  includes: [1],
  indexOf: [1],
  lastIndexOf: [1],
  set: [1],
  slice: [0, 1],
  subarray: [0, 1],
};

/** By the kind of the object and the method: which arguments are positions that reach a function of Python's. */
const POSITIONS: Partial<Record<string, Record<string, readonly number[]>>> = {
  string: {
    endsWith: [1],
    includes: [1],
    indexOf: [1],
    lastIndexOf: [1],
    padEnd: [0],
    padStart: [0],
    repeat: [0],
    slice: [0, 1],
    split: [1],
    startsWith: [1],
    substring: [0, 1],
  },
  array: {
    copyWithin: [0, 1, 2],
    fill: [1, 2],
    includes: [1],
    indexOf: [1],
    lastIndexOf: [1],
    slice: [0, 1],
    splice: [0, 1],
  },
  typedArray: OF_BYTES,
  buffer: OF_BYTES,
};

/** The arguments of a method, positions brought near. */
export function nearPositions(l: Lowering, kind: string, name: string, expr: ExprOf<"call">, args: readonly PyExpr[]) {
  const positions = POSITIONS[kind]?.[name] ?? [];
  return args.map((value, i) => {
    const source = expr.args[i];
    if (source === undefined || source.kind === "spread" || !positions.includes(i)) return value;
    const range = l.range(source);
    if (source.kind === "none" || within(range, NEAR)) return value;
    // Where it cannot be too low, C does it.
    const isHigh = source.type.kind === "number" && range.low >= NEAR.low;
    return isHigh ? py.call("min", value, py.int(NEAR.high)) : l.callHelper("ts_near", value);
  });
}
