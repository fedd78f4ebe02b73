// Methods of Uint8Array, ArrayBuffer and DataView.
import type { Expr as PyExpr } from "../../python/ast.ts";
import type { Expr } from "../../tree/nodes.ts";
import { py } from "../py.ts";
import { ARRAY_CALLBACKS } from "./array-callbacks.ts";
import type { Method, MethodCall } from "./methods.ts";

const helper =
  (name: string): Method =>
  ({ l, object, args }) =>
    l.callHelper(name, object, ...args);

export const BYTES: Record<string, Method> = {
  ...ARRAY_CALLBACKS,
  at: helper("ts_at_end"),
  copyWithin: helper("ts_copy_bytes"),
  entries: ({ object }) => py.call("enumerate", object),
  fill: helper("ts_fill_bytes"),
  includes: ({ l, object, args }) => py.compare(">=", l.callHelper("ts_index_of_byte", object, ...args), py.int(0)),
  indexOf: helper("ts_index_of_byte"),
  join: ({ l, callee, object: given, args }) => {
    const [object] = l.early([given], [callee.object], args) as [PyExpr];
    return py.method(args[0] ?? py.str(","), "join", py.call("map", py.name("str"), object));
  },
  keys: ({ object }) => py.call("iter", py.call("range", py.call("len", object))),
  lastIndexOf: helper("ts_last_index_of_byte"),
  reverse: helper("ts_reverse_bytes"),
  set: helper("ts_bytes_set"),
  slice: helper("ts_slice_bytes"),
  subarray: helper("ts_subarray"),
  values: ({ object }) => py.call("iter", object),
};

export const BUFFER: Record<string, Method> = { slice: helper("ts_slice_bytes") };

/** struct's letter for each kind of number, and how many bytes it takes. */
const FIELDS: Record<string, readonly [letter: string, size: number]> = {
  Int8: ["b", 1],
  Uint8: ["B", 1],
  Int16: ["h", 2],
  Uint16: ["H", 2],
  Int32: ["i", 4],
  Uint32: ["I", 4],
};

export const DATA_VIEW: Record<string, Method> = Object.fromEntries(
  Object.entries(FIELDS).flatMap(([name, [letter, size]]): [string, Method][] => [
    [`get${name}`, (call) => field(call, "ts_view_get", 1, letter, size)],
    [`set${name}`, (call) => field(call, "ts_view_set", 2, letter, size)],
  ]),
);

/** After the values comes whether the lowest byte stands first. */
function field({ l, expr, object, args }: MethodCall, name: string, values: number, letter: string, size: number) {
  const code = format(expr.args[values], args[values], letter);
  return l.callHelper(name, object, ...args.slice(0, values), code, py.int(size));
}

function format(source: Expr | undefined, isLittle: PyExpr | undefined, letter: string): PyExpr {
  const [big, little] = [py.str(`>${letter}`), py.str(`<${letter}`)];
  if (source === undefined || isLittle === undefined) return big;
  if (source.kind === "boolean") return source.value ? little : big;
  return py.conditional(isLittle, little, big);
}
