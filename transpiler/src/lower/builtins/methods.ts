// The library's methods, by the kind of their object: which Python each becomes.

import { findings } from "../../diagnostics/catalogue.ts";
import type { Expr as PyExpr } from "../../python/ast.ts";
import type { ExprOf } from "../../tree/nodes.ts";
import { own } from "../../tree/own.ts";
import { ITERATOR } from "../../types/iteration.ts";
import { withoutNone } from "../../types/type.ts";
import { isBytes } from "../../types/typed-arrays.ts";
import { describe, isErrorClass, toText } from "../expressions/text.ts";
import type { Lowering } from "../lowering.ts";
import { py } from "../py.ts";
import { ARRAY } from "./array.ts";
import { isWrittenIn } from "./array-callbacks.ts";
import { COLLECTION } from "./collections.ts";
import { FLOAT, NUMBER } from "./number.ts";
import { lowerPlainText } from "./plain-text.ts";
import { nearPositions } from "./positions.ts";
import { STATICS } from "./statics.ts";
import { STRING } from "./string.ts";
import { BUFFER, BYTES, DATA_VIEW, WORDS } from "./typed-arrays.ts";

/** A call whose object and arguments are lowered already, in order. */
export interface MethodCall {
  readonly l: Lowering;
  readonly expr: ExprOf<"call">;
  readonly callee: ExprOf<"member">;
  readonly object: PyExpr;
  readonly args: readonly PyExpr[];
}

export type Method = (call: MethodCall) => PyExpr;

const helper =
  (name: string): Method =>
  ({ l, object, args }) =>
    l.callHelper(name, object, ...args);

/** What `new Array(length)` gives is the length: it is filled at once. */
const SLOTS: Record<string, Method> = {
  fill: ({ object, args }) => py.binary("*", py.list(args), object),
  keys: ({ object }) => py.call("iter", py.call("range", object)),
};

const toWord: Method = ({ l, expr, callee, object }) => toText(l, object, callee.object.type, expr.span);

const PROMISE: Record<string, Method> = {
  then: ({ l, object, args }) => l.callHelper("ts_then", object, ...args),
  catch: ({ l, object, args }) => l.callHelper("ts_catch", object, ...args),
  finally: ({ l, object, args }) => l.callHelper("ts_finally", object, ...args),
};

const ERROR: Record<string, Method> = {
  toString: ({ l, object }: MethodCall) => l.callHelper("ts_error_text", object),
};

const ITERATORS: Record<string, Method> = {
  next: ({ l, object, args }) => l.callHelper(args.length > 0 ? "ts_send" : "ts_next", object, ...args),
  return: helper("ts_return"),
  throw: helper("ts_throw"),
  [ITERATOR]: ({ l, object }) => l.callHelper("ts_iter", object),
};

/** A tuple has as many items as its type says; TypeScript would let them grow. */
function ofFixedLength(methods: Record<string, Method>): Record<string, Method> {
  const { pop, push, shift, splice, unshift, ...others } = methods;
  return others;
}

/** Python's own iterator, which JavaScript's loops leave where it is. */
const fresh: Method = ({ object }) => py.call("iter", object);

export const METHODS: Partial<Record<string, Record<string, Method>>> = {
  array: { ...ARRAY, [ITERATOR]: fresh },
  boolean: { toString: toWord },
  builtin: SLOTS,
  bytes: { ...BYTES, [ITERATOR]: fresh },
  typedArray: { ...WORDS, [ITERATOR]: fresh },
  buffer: BUFFER,
  dataView: DATA_VIEW,
  map: { ...COLLECTION, [ITERATOR]: fresh },
  set: { ...COLLECTION, [ITERATOR]: fresh },
  tuple: { ...ofFixedLength(ARRAY), [ITERATOR]: fresh },
  iterator: ITERATORS,
  number: NUMBER,
  float: FLOAT,
  promise: PROMISE,
  string: { ...STRING, [ITERATOR]: fresh },
  error: ERROR,
};

export function lowerMethodCall(l: Lowering, expr: ExprOf<"call">, callee: ExprOf<"member">): PyExpr {
  const type = withoutNone(callee.object.type);
  if (callee.object.kind === "builtin") return lowerStatic(l, expr, callee, callee.object.name);
  const isCodec = type.kind === "builtin" && (type.name === "TextEncoder" || type.name === "TextDecoder");
  if (type.kind === "host" || isCodec) return lowerStatic(l, expr, callee, type.name);
  const isError = type.kind === "instance" && isErrorClass(l, type.classId);
  const method = own(METHODS[isError ? "error" : isBytes(type) ? "bytes" : type.kind], callee.name);
  if (method === undefined) {
    const isText = type.kind === "float" && callee.name === "toString";
    const ofSeveral = findings.library(
      `${callee.name} of what may be one of several kinds`,
      "Tell them apart first: with Array.isArray, typeof, or the property in which they differ.",
    );
    const unknown = type.kind === "union" ? ofSeveral : findings.unknownProperty(callee.name, describe(type));
    l.module.report(expr.span, isText ? findings.floatText() : unknown);
    return l.expr(callee.object);
  }
  const isLoopedOver = l.iterating === expr;
  const value = callMethod(l, expr, callee, method);
  const isIterator = expr.type.kind === "iterator" && type.kind !== "iterator";
  return isIterator && !isLoopedOver ? l.callHelper("TsIterated", value) : value;
}

function callMethod(l: Lowering, expr: ExprOf<"call">, callee: ExprOf<"member">, method: Method): PyExpr {
  const type = withoutNone(callee.object.type);
  const near = (args: readonly PyExpr[]) => nearPositions(l, type.kind, callee.name, expr, args);
  if (callee.optional) {
    const object = skipObject(l, callee);
    return method({ l, expr, callee, object, args: near(l.operands(expr.args)) });
  }
  const takesIn = ["array", "typedArray", "tuple", "map", "set"].includes(type.kind);
  const lowered = expr.args.filter((arg) => !takesIn || !isWrittenIn(l, callee.name, arg));
  const [object, ...args] = l.operands([callee.object, ...lowered]) as [PyExpr, ...PyExpr[]];
  const call = { l, expr, callee, object, args: near(args) };
  return (type.kind === "string" && lowerPlainText(call)) || method(call);
}

/** The object of `object?.method()`: after a None the chain ends. */
function skipObject(l: Lowering, callee: ExprOf<"member">): PyExpr {
  const kept = l.spill(l.expr(callee.object));
  l.skips.push(kept);
  return kept;
}

function lowerStatic(l: Lowering, expr: ExprOf<"call">, callee: ExprOf<"member">, name: string): PyExpr {
  const method = own(STATICS, `${name}.${callee.name}`);
  if (method === undefined) {
    l.module.report(expr.span, findings.library(`${name}.${callee.name}()`, "See docs/language.md for what there is."));
    return py.str("");
  }
  if (name !== "TextDecoder") return method({ l, expr, callee, object: py.name(name), args: l.operands(expr.args) });
  const [object, ...args] = l.operands([callee.object, ...expr.args]) as [PyExpr, ...PyExpr[]];
  return method({ l, expr, callee, object, args });
}
