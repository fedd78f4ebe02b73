// The typed arrays, ArrayBuffer and DataView: how they are made, and their methods.
import type { Expr as PyExpr } from "../../python/ast.ts";
import type { Expr, ExprOf } from "../../tree/nodes.ts";
import { optionsOf, withoutNone } from "../../types/type.ts";
import { ELEMENT_NAMES, ELEMENTS, type ElementName, isBytes, type TypedArray } from "../../types/typed-arrays.ts";
import { listOf } from "../expressions/calls.ts";
import { isRepeatable } from "../expressions/elements.ts";
import type { Lowering } from "../lowering.ts";
import { py } from "../py.ts";
import { ARRAY_CALLBACKS } from "./array-callbacks.ts";
import { arrayFrom } from "./array-from.ts";
import { toSorted } from "./array-sort.ts";
import type { Method, MethodCall } from "./methods.ts";

const helper =
  (name: string): Method =>
  ({ l, object, args }) =>
    l.callHelper(name, object, ...args);

/** What all typed arrays do alike. */
const COMMON: Record<string, Method> = {
  ...ARRAY_CALLBACKS,
  at: helper("ts_at_end"),
  entries: ({ object }) => py.call("enumerate", object),
  filter: (call) => copied(call, (ARRAY_CALLBACKS.filter as Method)(call)),
  includes: (call) => py.compare(">=", (tableOf(call).indexOf as Method)(call), py.int(0)),
  join: ({ l, callee, object: given, args }) => {
    const [object] = l.early([given], [callee.object], args) as [PyExpr];
    return py.method(args[0] ?? py.str(","), "join", py.call("map", py.name("str"), object));
  },
  keys: ({ object }) => py.call("iter", py.call("range", py.call("len", object))),
  map: (call) => wrapped(call, (ARRAY_CALLBACKS.map as Method)(call)),
  sort: (call) => {
    const object = call.l.hold(call.object, call.callee.object);
    return call.l.callHelper("ts_refill", object, sorted({ ...call, object }));
  },
  toReversed: (call) => copied(call, py.call("list", py.call("reversed", call.object))),
  toSorted: (call) => copied(call, sorted(call)),
  values: ({ object }) => py.call("iter", object),
  with: (call) => wrapped(call, call.l.callHelper("ts_with_typed", call.object, ...call.args)),
};

/** Where the octet is known, the search needs none made for it. */
function firstOf({ l, expr, object, args: [octet, ...start] }: MethodCall): PyExpr {
  const sought = expr.args[0] as Expr;
  const { low, high } = l.range(sought);
  if (low !== high || low < 0 || low > 255 || !isRepeatable(octet as PyExpr))
    return l.callHelper("ts_index_of_byte", object, octet as PyExpr, ...start);
  return l.callHelper("ts_find_byte", object, { kind: "bytes", value: [Number(low)] }, ...start);
}

/** Of a Uint8Array: C functions of bytes. */
export const BYTES: Record<string, Method> = {
  ...COMMON,
  copyWithin: helper("ts_copy_bytes"),
  fill: helper("ts_fill_bytes"),
  indexOf: (call) => firstOf(call),
  lastIndexOf: helper("ts_last_index_of_byte"),
  reverse: helper("ts_reverse_bytes"),
  set: ({ l, expr, object, args: [source, ...offset] }) => {
    const isSame = isBytes((expr.args[0] as Expr).type);
    return l.callHelper("ts_bytes_set", object, isSame ? (source as PyExpr) : bytesOf(l, source as PyExpr), ...offset);
  },
  slice: helper("ts_slice_bytes"),
  subarray: ({ object, args: [from, to] }) => py.slice(py.call("memoryview", object), from ?? null, to ?? null),
};

export const WORDS: Record<string, Method> = {
  ...COMMON,
  copyWithin: helper("ts_copy_words"),
  fill: helper("ts_fill"),
  indexOf: helper("ts_index_of_word"),
  lastIndexOf: helper("ts_last_index_of_item"),
  reverse: ({ l, callee, object }) => {
    const array = l.hold(object, callee.object);
    return l.callHelper("ts_refill", array, py.call("list", py.call("reversed", array)));
  },
  set: helper("ts_set_words"),
  slice: (call) => copied(call, part(call)),
  subarray: part,
};

function tableOf({ callee }: MethodCall): Record<string, Method> {
  return isBytes(withoutNone(callee.object.type)) ? BYTES : WORDS;
}

/** The same memory, from here to there. */
function part({ l, object, args }: MethodCall): PyExpr {
  if (l.module.program.wordsShared) return l.callHelper("ts_subwords", object, ...args);
  return py.slice(py.call("memoryview", object), args[0] ?? null, args[1] ?? null);
}

function sorted(call: MethodCall): PyExpr {
  return call.expr.args.length === 0 ? py.call("sorted", call.object) : toSorted(call);
}

/** A new array of the kind, of items that were elements of one. */
function copied({ l, callee }: MethodCall, items: PyExpr): PyExpr {
  const { element } = withoutNone(callee.object.type) as TypedArray;
  return element === "Uint8" ? py.call("bytearray", items) : wordsOf(l, element, items);
}

/** A new array of the kind, of any integers. */
function wrapped({ l, callee }: MethodCall, items: PyExpr): PyExpr {
  return fresh(l, (withoutNone(callee.object.type) as TypedArray).element, items);
}

function fresh(l: Lowering, element: ElementName, items: PyExpr): PyExpr {
  return element === "Uint8" ? bytesOf(l, items) : wordsOf(l, element, items);
}

function bytesOf(l: Lowering, items: PyExpr): PyExpr {
  return l.callHelper("ts_bytes", items);
}

/** Python's array, or where somebody asks for the buffer of one, a view of a buffer of its own. */
function wordsOf(l: Lowering, element: ElementName, items: PyExpr): PyExpr {
  const make = l.module.program.buffersSeen ? "ts_shared_words" : "ts_words";
  return l.callHelper(make, py.str(ELEMENTS[element].code), items);
}

/** What is made of what `source` gives: each number is taken modulo 2^8, 2^16 or 2^32. */
function fromItems(l: Lowering, element: ElementName, value: PyExpr, source: Expr): PyExpr {
  if (element === "Uint8") return isBytes(source.type) ? py.call("bytearray", value) : bytesOf(l, value);
  // Of bytes Python's array would take the bit patterns.
  const isArray = optionsOf(source.type).every(({ kind }) => kind === "array");
  return wordsOf(l, element, isArray ? value : py.call("list", value));
}

/** `new Int16Array(…)`: of a length, of a buffer, of items. */
export function newTypedArray(element: ElementName) {
  return (l: Lowering, { args: [source] }: ExprOf<"new">, args: readonly PyExpr[]): PyExpr => {
    const [first = py.int(0)] = args;
    if (source === undefined || source.type.kind === "number") return zeros(l, element, first, source);
    if (source.type.kind !== "buffer") return fromItems(l, element, first, source);
    const { code } = ELEMENTS[element];
    return element === "Uint8"
      ? newView(l, args)
      : l.callHelper("ts_view_words", py.str(code), py.str(`${element}Array`), ...args);
  };
}

function zeros(l: Lowering, element: ElementName, length: PyExpr, source: Expr | undefined): PyExpr {
  const count = source === undefined || l.range(source).low >= 0 ? length : l.callHelper("ts_typed_length", length);
  if (element === "Uint8") return py.call("bytearray", count);
  const { size } = ELEMENTS[element];
  const bytes = count.kind === "int" ? py.int(count.value * BigInt(size)) : py.binary("*", count, py.int(size));
  return wordsOf(l, element, py.call("bytes", size === 1 ? count : bytes));
}

/** A view of bytes on the same memory. */
export function newView(l: Lowering, args: readonly PyExpr[]): PyExpr {
  return args.length === 1 ? py.call("memoryview", ...args) : l.callHelper("ts_view", ...args);
}

/** Functions of the classes themselves. */
export const TYPED_ARRAY_STATICS: Record<string, Method> = Object.fromEntries(
  ELEMENT_NAMES.flatMap((element): [string, Method][] => [
    [
      `${element}Array.from`,
      (call) => {
        const [source, mapper] = call.expr.args as [Expr, Expr | undefined];
        if (mapper === undefined) return fromItems(call.l, element, call.args[0] as PyExpr, source);
        return fresh(call.l, element, arrayFrom(call));
      },
    ],
    [`${element}Array.of`, ({ l, args }) => fresh(l, element, listOf(args))],
  ]),
);

export const BUFFER: Record<string, Method> = { slice: helper("ts_slice_bytes") };

export const DATA_VIEW: Record<string, Method> = Object.fromEntries(
  Object.entries(ELEMENTS).flatMap(([name, { code, size }]): [string, Method][] => [
    [`get${name}`, (call) => field(call, "ts_view_get", 1, code, size)],
    [`set${name}`, (call) => field(call, "ts_view_set", 2, code, size)],
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
