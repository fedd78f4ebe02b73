// Floats in calls of the library: what takes them, what gives them, and what would take them for integers.
import { ts } from "ts-morph";
import { findings } from "../diagnostics/catalogue.ts";
import type { Expr } from "../tree/nodes.ts";
import { own } from "../tree/own.ts";
import { FAILED, mayBe, type Type, withoutNone } from "../types/type.ts";
import { isTypedArray } from "../types/typed-arrays.ts";
import { mixesKinds } from "../types/unify.ts";
import type { Extractor } from "./extractor.ts";
import { asFloat, FLOAT, meet, refuseFloat } from "./floats.ts";

/** They give one of their arguments, or its opposite. */
const SAME: ReadonlySet<string> = new Set(["abs", "max", "min"]);
/** They make an integer of a float. */
const WHOLE: ReadonlySet<string> = new Set(["ceil", "floor", "round", "trunc"]);

/** What a function of Math gives. */
export function mathCall(x: Extractor, node: ts.CallExpression, name: string, args: readonly Expr[]): Type {
  const isFloat = (arg: Expr) => mayBe(arg.kind === "spread" ? itemOf(x, arg) : arg.type, "float");
  if (!args.some(isFloat)) return x.read(node);
  if (WHOLE.has(name)) return x.read(node);
  if (SAME.has(name)) {
    for (const arg of args) asFloat(x, arg);
    if (!args.every(isFloat)) x.ctx.report(node, findings.mixedKinds("An integer", "a float"));
    return FLOAT;
  }
  if (name === "sqrt") x.ctx.report(node, findings.unrounded("Math.sqrt"));
  else for (const arg of args) refuseFloat(x, arg, node);
  return FAILED;
}

/** What a function of the library gives that is handed over and is given floats; null where it is as TypeScript says. */
export function resultOfFloats(x: Extractor, node: ts.Node, callee: Expr, args: readonly Expr[]): Type | null {
  if (!args.some((arg) => mayBe(arg.kind === "spread" ? itemOf(x, arg) : arg.type, "float"))) return null;
  const owner = callee.kind === "member" ? callee.object : callee;
  const name = callee.kind === "member" ? callee.name : "";
  const isMath = owner.kind === "builtin" && owner.name === "Math";
  if (isMath ? WHOLE.has(name) : owner.kind === "builtin" && LOOKING.has(owner.name)) return null;
  if (isMath && SAME.has(name)) return x.ctx.storage(FLOAT);
  for (const arg of args) refuseFloat(x, arg, node);
  return FAILED;
}

function itemOf(x: Extractor, spread: Expr): Type {
  return (spread.kind === "spread" && x.ctx.unifier.item(spread.value.type)) || FAILED;
}

const ALL = Number.POSITIVE_INFINITY;

/** From which argument on floats are taken, and up to which; by none that is not here. */
const TAKEN: Readonly<Record<string, readonly [number, number]>> = {
  concat: [0, ALL],
  fill: [0, 1],
  from: [0, 1],
  fromEntries: [0, 1],
  includes: [0, 1],
  indexOf: [0, 1],
  lastIndexOf: [0, 1],
  next: [0, 1],
  of: [0, ALL],
  push: [0, ALL],
  reduce: [1, 2],
  reduceRight: [1, 2],
  resolve: [0, 1],
  return: [0, 1],
  set: [1, 2],
  splice: [2, ALL],
  unshift: [0, ALL],
  with: [1, 2],
};
/** What is compared with the elements of an array. */
const SEARCHES: ReadonlySet<string> = new Set(["includes", "indexOf", "lastIndexOf"]);
/** These look at floats for themselves: mathCall, and the lowering of what makes texts and truths of them. */
const LOOKING: ReadonlySet<string> = new Set(["Boolean", "JSON", "Math", "String", "console"]);

/** Whatever of the library takes integers, keys or texts is given no float. */
export function refuseFloats(x: Extractor, node: ts.CallExpression, callee: Expr, args: readonly Expr[]): void {
  const name = callee.kind === "member" || callee.kind === "builtin" ? callee.name : "";
  const owner = callee.kind === "member" ? callee.object : callee;
  if (owner.kind === "builtin" && owner.module === null && LOOKING.has(owner.name)) return;
  const type = withoutNone(owner.type);
  const isBytes =
    isTypedArray(type) || (owner.kind === "builtin" && owner.name.endsWith("Array") && owner.name !== "Array");
  const [from, to] = (isBytes ? undefined : own(TAKEN, name)) ?? [0, 0];
  args.forEach((arg, i) => {
    const at = node.arguments[i] ?? node;
    if (i < from || i >= to) refuseFloat(x, arg, at);
    else if (type.kind === "array" && SEARCHES.has(name)) refuseOther(x, arg, type.element, at);
  });
}

function refuseOther(x: Extractor, arg: Expr, element: Type, node: ts.Node): void {
  if (mayBe(element, "float")) asFloat(x, arg);
  if (mixesKinds(arg.type, element) || mixesKinds(element, arg.type))
    x.ctx.report(node, findings.mixedKinds("An integer", "a float"));
}

/** `(a, b) => a - b` of floats, given to sort: Node sees whether it is above 0 or below, and so does the device. */
export function floatDifference(x: Extractor, node: ts.Node, operator: string, left: Expr, right: Expr): Expr | null {
  if (operator !== "-" || !mayBe(left.type, "float") || !isOrder(node)) return null;
  meet(x, left, right);
  if (left.type.kind !== "float" || right.type.kind !== "float") return null;
  return x.make(node, { kind: "number", cell: 0 }, { kind: "binary", operator: "-", left, right });
}

function isOrder({ parent }: ts.Node): boolean {
  if (ts.isParenthesizedExpression(parent)) return isOrder(parent);
  if (!ts.isArrowFunction(parent) || !ts.isCallExpression(parent.parent)) return false;
  const { expression } = parent.parent;
  return ts.isPropertyAccessExpression(expression) && ["sort", "toSorted"].includes(expression.name.text);
}
