// What a call of the library gives, where the result shares storage with the object: `map.get(k)` is a value of `map`.
// Everything else is read from TypeScript.

import type { ts } from "ts-morph";
import { findings } from "../diagnostics/catalogue.ts";
import type { Expr } from "../tree/nodes.ts";
import { own } from "../tree/own.ts";
import { ITERATOR, linkStep } from "../types/iteration.ts";
import {
  FAILED,
  type IteratorType,
  iteratorOf,
  NEVER,
  optionsOf,
  STRING,
  type Type,
  UNDEFINED,
  unionOf,
  VOID,
  withoutNone,
} from "../types/type.ts";
import { ELEMENT_NAMES, ELEMENTS, type TypedArray } from "../types/typed-arrays.ts";
import { type ArrayType, arrayCall, collected, type LibraryCall } from "./array-types.ts";
import { linkParameters, resultOf } from "./callbacks.ts";
import type { Extractor } from "./extractor.ts";
import { mathCall } from "./float-calls.ts";
import { arriving, givenBy, oneOf } from "./iteration.ts";
import { objectCall } from "./object-functions.ts";

type TupleType = Extract<Type, { kind: "tuple" }>;
type MapType = Extract<Type, { kind: "map" }>;
type SetType = Extract<Type, { kind: "set" }>;

export function libraryCall(x: Extractor, node: ts.CallExpression, callee: Expr, args: readonly Expr[]): Type {
  if (callee.kind !== "member") return x.read(node);
  if (callee.object.kind === "builtin" && callee.object.name === "Math") return mathCall(x, node, callee.name, args);
  if (callee.object.kind === "builtin" && callee.object.name === "Object")
    return objectCall(x, node, callee.name, args);
  const object = withoutNone(callee.object.type);
  const call = { x, node, args };
  if (callee.name === ITERATOR) return madeIterator(x, object);
  if (object.kind === "array") return arrayCall(object, callee.name, call);
  if (object.kind === "tuple") return arrayCall(listOf(x, object, callee.name, node), callee.name, call);
  if (object.kind === "map") return mapCall(object, callee.name, call);
  if (object.kind === "set") return setCall(object, callee.name, call);
  if (object.kind === "typedArray") return typedArrayCall(object, callee.name, call);
  if (object.kind === "iterator") return iteratorCall(object, callee.name, call);
  if (object.kind === "string") return textCall(callee.name, call);
  if (object.kind === "promise") return promiseCall(object, callee.name, call);
  if (object.kind === "builtin" && object.name === "Array") return arrayStatic(callee.name, call);
  if (object.kind === "builtin" && ELEMENT_NAMES.some((name) => object.name === `${name}Array`))
    return typedStatic(call);
  if (object.kind === "builtin" && object.name === "ArraySlots") return filled(call);
  return isPromiseStatic(callee) ? promiseStatic(callee.name, call) : x.read(node);
}

/** Methods that move, remove or add elements. */
const MOVING = new Set(["push", "pop", "shift", "unshift", "splice", "reverse", "sort", "fill", "copyWithin"]);

/** A tuple as a list: who moves its elements needs them to be one storage. */
function listOf(x: Extractor, { elements }: TupleType, name: string, node: ts.Node): ArrayType {
  const element = MOVING.has(name) ? x.ctx.unifier.merge(elements) : oneOf(x, elements, node);
  return { kind: "array", element };
}

/** Methods that give the array itself, or a copy of its kind. */
const SAME_ARRAY = new Set(
  "copyWithin fill filter map reverse slice sort subarray toReversed toSorted with".split(" "),
);
/** Methods whose function is given two elements. */
const COMPARING = new Set(["sort", "toSorted"]);

/** What hands on elements works as it does for arrays; what is stored keeps its low bits, whatever it is. */
function typedArrayCall(array: TypedArray, name: string, call: LibraryCall): Type {
  const { x, node, args } = call;
  const element = arriving(x, ELEMENTS[array.element]);
  if (!SAME_ARRAY.has(name)) return arrayCall({ kind: "array", element }, name, call);
  linkParameters(x, args[0], COMPARING.has(name) ? [element, element] : [element, "index"], node);
  return array;
}

function mapCall(map: MapType, name: string, call: LibraryCall): Type {
  const { x, node, args } = call;
  if (name === "get") return unionOf([map.value, UNDEFINED]);
  if (name === "keys") return iteratorOf(map.key);
  if (name === "values") return iteratorOf(map.value);
  if (name === "entries") return iteratorOf({ kind: "tuple", elements: [map.key, map.value] });
  if (name === "forEach") linkParameters(x, args[0], [map.value, map.key, map], node);
  if (name !== "set") return x.read(node);
  if (args[0]) x.flow(args[0], map.key, node);
  if (args[1]) x.flow(args[1], map.value, node);
  return map;
}

function setCall(set: SetType, name: string, { x, node, args }: LibraryCall): Type {
  if (name === "values" || name === "keys") return iteratorOf(set.item);
  if (name === "entries") return iteratorOf({ kind: "tuple", elements: [set.item, set.item] });
  if (name === "forEach") linkParameters(x, args[0], [set.item, set.item, set], node);
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

/** The function of replace gets what was found, where, and the whole text. */
function textCall(name: string, { x, node, args }: LibraryCall): Type {
  if (name === "replace" || name === "replaceAll") linkParameters(x, args[1], [STRING, "index", STRING], node);
  return x.read(node);
}

function arrayStatic(name: string, call: LibraryCall): Type {
  const { x, node, args } = call;
  const result = collected(x, node);
  if (result.kind !== "array") return result;
  if (name === "of") {
    for (const [i, arg] of args.entries()) x.flow(arg, result.element, node.arguments[i] ?? node);
    return result;
  }
  const [source, callback] = args;
  const item = source ? givenBy(x, source.type, node) : null;
  if (callback === undefined && item) x.ctx.unifier.unify(result.element, item);
  linkParameters(x, callback, [item ?? UNDEFINED, "index"], node);
  if (callback) x.link(resultOf(x, callback), result.element, node);
  return result;
}

/** Uint8Array.from, of */
function typedStatic({ x, node, args: [source, callback] }: LibraryCall): Type {
  const item = source ? givenBy(x, source.type, node) : null;
  linkParameters(x, callback, [item ?? UNDEFINED, "index"], node);
  return x.read(node);
}

/** `new Array(n).fill(value)` */
function filled({ x, node, args }: LibraryCall): Type {
  const result = x.untied(node);
  if (result.kind === "array" && args[0]) x.flow(args[0], result.element, node);
  return result;
}

function isPromiseStatic({ object }: Extract<Expr, { kind: "member" }>): boolean {
  return object.kind === "builtin" && object.module === null && object.name === "Promise";
}

/** Promise.resolve(x), all(promises), race(promises): what they give is what they were given. */
function promiseStatic(name: string, { x, node, args }: LibraryCall): Type {
  const result = x.untied(node);
  const [given] = args;
  if (result.kind !== "promise" || given === undefined) return result;
  const link = own(COMBINED, name);
  if (link) combine(x, result.value, given, link);
  else if (name === "resolve") x.flow(given, result.value, node);
  else x.ctx.open(result);
  return result;
}

/** How the value of one of the promises comes to be in the result, or in the item of the result that stands for it. */
type Combination = (x: Extractor, target: Type, value: Type) => void;

const isIn: Combination = (x, target, value) => x.ctx.unifier.unify(target, value);
const COMBINED: Record<string, Combination> = {
  all: isIn,
  allSettled: (x, target, value) => {
    for (const option of optionsOf(target)) {
      const settled = x.ctx.unifier.members(option)?.get("value");
      if (settled) x.ctx.unifier.unify(settled.type, value);
    }
  },
  any: isIn,
  race: isIn,
};

function combine(x: Extractor, result: Type, { type }: Expr, link: Combination): void {
  const promises = type.kind === "tuple" ? type.elements : [x.ctx.unifier.item(type) ?? NEVER];
  promises.forEach((promise, i) => {
    const target = result.kind === "array" ? result.element : result.kind === "tuple" ? result.elements[i] : result;
    if (promise.kind === "promise" && target) link(x, target, promise.value);
  });
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
