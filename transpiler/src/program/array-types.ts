// What the methods of arrays give and store: `xs.slice()` has the elements of `xs`, `xs.push(x)` stores one.
import type { ts } from "ts-morph";
import { findings } from "../diagnostics/catalogue.ts";
import type { Expr } from "../tree/nodes.ts";
import { own } from "../tree/own.ts";
import { LENGTH } from "../types/cells.ts";
import { iteratorOf, optionsOf, type Type, UNDEFINED, unionOf } from "../types/type.ts";
import { linkParameters, resultOf } from "./callbacks.ts";
import type { Extractor } from "./extractor.ts";
import { arriving, itemOf } from "./iteration.ts";

export type ArrayType = Extract<Type, { kind: "array" }>;

export interface LibraryCall {
  readonly x: Extractor;
  readonly node: ts.CallExpression;
  readonly args: readonly Expr[];
}

type Rule = (array: ArrayType, call: LibraryCall) => Type;

const elementOrUndefined: Rule = (array) => unionOf([array.element, UNDEFINED]);
const same: Rule = (array) => array;

const RESULTS: Record<string, Rule> = {
  at: elementOrUndefined,
  concat,
  copyWithin: same,
  entries: ({ element }, { x }) => iteratorOf({ kind: "tuple", elements: [arriving(x, LENGTH), element] }),
  fill: same,
  filter: narrowed,
  find: (array, call) => unionOf([foundBy(array, call), UNDEFINED]),
  findLast: (array, call) => unionOf([foundBy(array, call), UNDEFINED]),
  flat: ({ element }, { x, node }) => (element.kind === "array" ? element : x.read(node)),
  flatMap,
  keys: (_, { x }) => iteratorOf(arriving(x, LENGTH)),
  map: mapped,
  pop: elementOrUndefined,
  reduce: reduced,
  reduceRight: reduced,
  reverse: same,
  shift: elementOrUndefined,
  slice: same,
  sort: same,
  splice: same,
  toReversed: same,
  toSorted: same,
  values: ({ element }) => iteratorOf(element),
  with: same,
};

/** From which argument on the arguments are stored as elements, and where they end. */
const STORED: Record<string, readonly [number, number]> = {
  push: [0, Number.POSITIVE_INFINITY],
  unshift: [0, Number.POSITIVE_INFINITY],
  splice: [2, Number.POSITIVE_INFINITY],
  fill: [0, 1],
  with: [1, 2],
};

export function arrayCall(array: ArrayType, name: string, call: LibraryCall): Type {
  const { x, node, args } = call;
  linkCallback(array, name, call);
  const [from, to] = STORED[name] ?? [0, 0];
  for (const [i, arg] of args.entries())
    if (i >= from && i < to) storeElement(x, arg, array.element, node.arguments[i] ?? node);
  return own(RESULTS, name)?.(array, call) ?? x.read(node);
}

function storeElement(x: Extractor, arg: Expr, element: Type, node: ts.Node): void {
  if (arg.kind !== "spread") x.flow(arg, element, node);
  else x.link(itemOf(x, arg, node), element, node);
}

function linkCallback(array: ArrayType, name: string, { x, node, args }: LibraryCall): void {
  const { element } = array;
  if (name === "sort" || name === "toSorted") return linkParameters(x, args[0], [element, element], node);
  if (!name.startsWith("reduce")) linkParameters(x, args[0], [element, "index", array], node);
}

/** Each argument that is an array gives its items, anything else is one itself. */
function concat(array: ArrayType, { x, node, args }: LibraryCall): Type {
  args.forEach((arg, i) => {
    const at = node.arguments[i] ?? node;
    const isNested = optionsOf(array.element).some((option) => option.kind === "array");
    if (arg.type.kind !== "array") {
      if (optionsOf(arg.type).some((option) => option.kind === "array"))
        x.ctx.report(at, findings.library("concat of what may be an array or an item", "Decide with Array.isArray."));
      x.flow(arg, array.element, at);
    } else if (isNested && !["array", "never"].includes(arg.type.element.kind)) {
      x.ctx.report(at, findings.library("concat of an array as one item", "Use push, or put it in an array: [[…]]."));
    } else x.ctx.unifier.unify(arg.type, array);
  });
  return array;
}

/** A type guard as the test leaves those items that it names. */
function narrowed(array: ArrayType, { x, node }: LibraryCall): Type {
  if (array.element.kind !== "union") return array;
  const result = x.untied(node);
  x.ctx.unifier.unify(result, array);
  return result;
}

function foundBy(array: ArrayType, { x, node }: LibraryCall): Type {
  if (array.element.kind !== "union") return array.element;
  const result = x.untied(node);
  x.ctx.unifier.unify(result, array.element);
  return result;
}

function mapped(_: ArrayType, { x, node, args }: LibraryCall): Type {
  const result = collected(x, node);
  if (result.kind === "array") x.link(resultOf(x, args[0]), result.element, node);
  return result;
}

/** A new array of what a function gives: of numbers it holds what it is given, although all of them may be indexes so far. */
export function collected(x: Extractor, node: ts.Node): Type {
  const result = x.untied(node);
  const isOfNumbers = result.kind === "array" && optionsOf(result.element).every(({ kind }) => PLAIN.has(kind));
  return isOfNumbers ? { ...result, element: x.ctx.storage(result.element) } : result;
}

/** Beside a number: what has no cell of its own. */
const PLAIN: ReadonlySet<string> = new Set(["number", "none", "boolean"]);

function flatMap(_: ArrayType, { x, node, args }: LibraryCall): Type {
  const result = collected(x, node);
  if (result.kind !== "array") return result;
  for (const option of optionsOf(resultOf(x, args[0])))
    x.link(option.kind === "array" ? option.element : option, result.element, node);
  return result;
}

/** The result so far goes into the function and comes out of it; without a start it begins as an item. */
function reduced(array: ArrayType, { x, node, args }: LibraryCall): Type {
  const [callback, start] = args;
  const result = x.ctx.storage(start ? x.untied(node) : array.element);
  if (start) x.flow(start, result, node.arguments[1] ?? node);
  else x.link(array.element, result, node);
  // One storage for all that the result is on its way: so a sum is seen to grow by steps.
  const returns = resultOf(x, callback);
  x.ctx.unifier.unify(returns, result);
  linkParameters(x, callback, [returns, array.element, "index", array], node);
  const sofar = callback?.type.kind === "function" ? x.ctx.unifier.parameter(callback.type.signature, 0) : undefined;
  if (sofar) x.ctx.unifier.unify(sofar, result);
  return result;
}
