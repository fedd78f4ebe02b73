// What a call of the library gives, where the result shares storage with the object: `xs.slice()` has the elements of
// `xs`. Everything else is read from TypeScript.

import type { ts } from "ts-morph";
import { findings } from "../diagnostics/catalogue.ts";
import type { Expr } from "../tree/nodes.ts";
import { own } from "../tree/own.ts";
import { ITERATOR, linkStep } from "../types/iteration.ts";
import {
  BYTES,
  FAILED,
  type IteratorType,
  iteratorOf,
  partsOf,
  type Type,
  UNDEFINED,
  unionOf,
  VOID,
  withoutNone,
} from "../types/type.ts";
import type { Extractor } from "./extractor.ts";
import { itemOf, oneOf } from "./iteration.ts";
import { objectCall } from "./object-functions.ts";

type ArrayType = Extract<Type, { kind: "array" }>;
type TupleType = Extract<Type, { kind: "tuple" }>;
type MapType = Extract<Type, { kind: "map" }>;

interface LibraryCall {
  readonly x: Extractor;
  readonly node: ts.CallExpression;
  readonly args: readonly Expr[];
}

const ELEMENT_OR_UNDEFINED = (array: ArrayType) => unionOf([array.element, UNDEFINED]);
const SAME = (array: ArrayType): Type => array;

const ARRAY_RESULTS: Record<string, (array: ArrayType, call: LibraryCall) => Type> = {
  pop: ELEMENT_OR_UNDEFINED,
  shift: ELEMENT_OR_UNDEFINED,
  find: ELEMENT_OR_UNDEFINED,
  slice: SAME,
  splice: SAME,
  filter: SAME,
  reverse: SAME,
  fill: SAME,
  sort: SAME,
  concat: SAME,
  map: mapResult,
};

/** Which arguments of an array's method are stored as elements. */
const ARRAY_STORES = new Set(["push", "unshift", "fill"]);

export function libraryCall(x: Extractor, node: ts.CallExpression, callee: Expr, args: readonly Expr[]): Type {
  if (callee.kind !== "member") return x.read(node);
  if (callee.object.kind === "builtin" && callee.object.name === "Object")
    return objectCall(x, node, callee.name, args);
  const object = withoutNone(callee.object.type);
  const call = { x, node, args };
  if (object.kind === "array") return arrayCall(object, callee.name, call);
  if (object.kind === "tuple") return arrayCall(listOf(x, object, callee.name, node), callee.name, call);
  if (object.kind === "map") return mapCall(object, callee.name, call);
  if (object.kind === "set") return setCall(object, callee.name, call);
  if (object.kind === "bytes" && (callee.name === "slice" || callee.name === "subarray")) return BYTES;
  if (object.kind === "iterator" && callee.name !== ITERATOR) return iteratorCall(object, callee.name, call);
  if (callee.name === ITERATOR) return madeIterator(x, object);
  if (object.kind === "promise") return promiseCall(object, callee.name, call);
  return isPromiseStatic(callee) ? promiseStatic(callee.name, call) : x.read(node);
}

/** Methods that move, remove or add elements. */
const MOVING = new Set(["push", "pop", "shift", "unshift", "splice", "reverse", "sort", "fill", "copyWithin"]);

/** A tuple as a list: who moves its elements needs them to be one storage. */
function listOf(x: Extractor, { elements }: TupleType, name: string, node: ts.Node): ArrayType {
  const element = MOVING.has(name) ? x.ctx.unifier.merge(elements) : oneOf(x, elements, node);
  return { kind: "array", element };
}

function arrayCall(array: ArrayType, name: string, call: LibraryCall): Type {
  const { x, node, args } = call;
  linkCallbacks(array.element, name, call);
  if (ARRAY_STORES.has(name))
    for (const [i, arg] of args.entries()) storeElement(x, arg, array.element, node.arguments[i] ?? node);
  if (name === "concat" && args[0]) x.ctx.unifier.unify(array, args[0].type);
  return own(ARRAY_RESULTS, name)?.(array, call) ?? x.read(node);
}

function storeElement(x: Extractor, arg: Expr, element: Type, node: ts.Node): void {
  if (arg.kind !== "spread") x.flow(arg, element, node);
  else x.link(itemOf(x, arg, node), element, node);
}

/** The callback's first parameter is an element itself; of a comparison both are. */
function linkCallbacks(element: Type, name: string, { x, node, args }: LibraryCall): void {
  for (const arg of args) {
    if (arg.type.kind !== "function") continue;
    const params = x.ctx.program.signatures[arg.type.signature]?.params ?? [];
    for (const param of params.slice(0, name === "sort" ? 2 : 1)) x.link(element, param, node);
  }
}

function mapResult(_: ArrayType, { x, node, args }: LibraryCall): Type {
  const callback = args[0]?.type;
  const returns = callback?.kind === "function" ? x.ctx.program.signatures[callback.signature]?.returns : undefined;
  const result = x.untied(node);
  if (result.kind === "array" && returns) x.link(returns, result.element, node);
  return result;
}

function mapCall(map: MapType, name: string, call: LibraryCall): Type {
  const { x, node, args } = call;
  if (name === "get") return unionOf([map.value, UNDEFINED]);
  if (name === "keys") return iteratorOf(map.key);
  if (name === "values") return iteratorOf(map.value);
  if (name === "entries") return iteratorOf({ kind: "tuple", elements: [map.key, map.value] });
  if (name !== "set") return x.read(node);
  if (args[0]) x.flow(args[0], map.key, node);
  if (args[1]) x.flow(args[1], map.value, node);
  return map;
}

function setCall(set: Extract<Type, { kind: "set" }>, name: string, { x, node, args }: LibraryCall): Type {
  if (name === "values") return iteratorOf(set.item);
  if (name !== "add") return x.read(node);
  if (args[0]) x.flow(args[0], set.item, node);
  return set;
}

/** next(), return(), throw(): what it gives shares the iterator's storage. */
function iteratorCall(iterator: IteratorType, name: string, { x, node, args }: LibraryCall): Type {
  const [given] = args;
  if (given && name === "next") {
    x.ctx.program.sends = true;
    x.flow(given, iterator.sent, node);
  }
  if (given && name === "return") x.flow(given, iterator.result, node);
  if (name === "throw") x.ctx.program.throwsIn = true;
  const result = x.untied(node);
  linkStep(x.ctx.unifier, iterator, result);
  return result;
}

/** `items[Symbol.iterator]()`. */
function madeIterator(x: Extractor, object: Type): Type {
  return object.kind === "iterator" ? object : iteratorOf(x.ctx.unifier.item(object) ?? FAILED);
}

function isPromiseStatic({ object }: Extract<Expr, { kind: "member" }>): boolean {
  return object.kind === "builtin" && object.module === null && object.name === "Promise";
}

/** Promise.resolve(x), all(promises), race(promises): what they give is what they were given. */
function promiseStatic(name: string, { x, node, args }: LibraryCall): Type {
  const result = x.untied(node);
  const [given] = args;
  if (result.kind !== "promise" || given === undefined) return result;
  const items = given.type.kind === "array" ? [given.type.element] : partsOf(given.type);
  const values = items.map((item) => (item.kind === "promise" ? item.value : item));
  if (name === "race") for (const value of values) x.ctx.unifier.unify(result.value, value);
  else if (name === "all" && result.value.kind === "array")
    for (const value of values) x.ctx.unifier.unify(result.value.element, value);
  else if (name === "resolve") x.flow(given, result.value, node);
  else x.ctx.open(result);
  return result;
}

function promiseCall(promise: Extract<Type, { kind: "promise" }>, name: string, { x, node, args }: LibraryCall): Type {
  if (name === "finally") return promise;
  const result = x.untied(node);
  if (result.kind !== "promise") {
    x.ctx.report(node, findings.unsupportedType("of this promise"));
    return VOID;
  }
  if (name === "catch") x.ctx.unifier.unify(result.value, promise.value);
  for (const arg of args) {
    if (arg.type.kind !== "function") continue;
    const signature = x.ctx.program.signatures[arg.type.signature];
    const [param] = signature?.params ?? [];
    if (param && param.kind !== "error") x.ctx.unifier.unify(param, promise.value);
    if (signature)
      x.ctx.unifier.unify(
        signature.returns.kind === "promise" ? signature.returns.value : signature.returns,
        result.value,
      );
  }
  return result;
}
