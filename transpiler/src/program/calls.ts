// Calls: of the program's functions, of the library's methods, of MicroPython's modules; and `new`.
import { ts } from "ts-morph";
import { findings } from "../diagnostics/catalogue.ts";
import type { Expr } from "../tree/nodes.ts";
import type { Signature } from "../types/type.ts";
import { optionsOf, type Type, UNDEFINED, UNKNOWN, unionOf, VOID, withoutNone } from "../types/type.ts";
import type { Extractor } from "./extractor.ts";
import { itemOf } from "./iteration.ts";
import { libraryCall } from "./library-types.ts";
import { endChain } from "./members.ts";
import { elementAt, lasting } from "./patterns.ts";

export function call(x: Extractor, node: ts.CallExpression): Expr {
  if (node.expression.kind === ts.SyntaxKind.SuperKeyword) return superCall(x, node);
  const callee = x.expression(node.expression);
  const optional = node.questionDotToken !== undefined;
  const type = withoutNone(callee.type);
  const signatures = optionsOf(type).flatMap((option) => (option.kind === "function" ? option.signature : []));
  const [signature = null, ...others] = signatures.length === optionsOf(type).length ? signatures : [];
  const made = signature === null ? foreignCall(x, node, callee) : ownCall(x, node, signature, others);
  const result = optional ? unionOf([made.type, UNDEFINED]) : made.type;
  return endChain(
    x,
    node,
    x.make(node, result, {
      kind: "call",
      callee,
      args: made.args,
      optional,
      signature,
    }),
  );
}

interface Made {
  readonly type: Type;
  readonly args: readonly Expr[];
}

/** @param others further functions that the callee may be: they are given the same */
function ownCall(x: Extractor, node: ts.CallExpression, id: number, others: readonly number[]): Made {
  const args = argumentsInto(x, node.arguments, id);
  for (const other of others) {
    flowArguments(x, args, node.arguments, other);
    x.ctx.program.aritySets.union(id, other);
  }
  const returns = unionOf([id, ...others].map((one) => x.ctx.program.signatures[one]?.returns ?? UNKNOWN));
  return { type: returns === VOID ? VOID : x.narrowed(returns, node), args };
}

/** Extracts the arguments and lets each flow into its parameter. */
export function argumentsInto(x: Extractor, nodes: readonly ts.Expression[], id: number): Expr[] {
  const signature = x.ctx.program.signatures[id];
  const args: Expr[] = [];
  for (const node of nodes) {
    const given = ts.isSpreadElement(node) ? spreadItems(x, node) : [x.expression(node)];
    for (const value of given) {
      const target = signature && paramType(signature.params, signature.rest, args.length);
      if (value.kind === "spread") spreadIntoRest(x, node, value, signature, args.length);
      else if (target) x.flow(value, target, node);
      args.push(value);
    }
  }
  return args;
}

/** `f(...items)`: the elements of a tuple one by one; anything else as it is. */
function spreadItems(x: Extractor, node: ts.SpreadElement): Expr[] {
  const value = x.expression(node.expression);
  if (value.type.kind !== "tuple" || value.type.elements.length === 0) return [spreadArgument(x, node, value)];
  const [statements, kept] = lasting(x, node, value);
  const items = value.type.elements.map((type, i) => elementAt(x, node, kept, i, type));
  const [first, ...others] = items as [Expr, ...Expr[]];
  if (statements.length === 0) return items;
  return [x.make(node, first.type, { kind: "sequence", statements, value: first }), ...others];
}

/** `f(...items)` where the function takes the rest: the items are those of its list. */
function spreadIntoRest(
  x: Extractor,
  node: ts.Node,
  value: Expr,
  signature: Signature | undefined,
  index: number,
): void {
  const last = signature?.params.at(-1);
  if (!signature?.rest || index < signature.params.length - 1 || last?.kind !== "array")
    x.ctx.report(node, findings.spread());
  else x.link(itemOf(x, value, node), last.element, node);
}

/** Anything that can be iterated, whose items become arguments. */
function spreadArgument(x: Extractor, node: ts.SpreadElement, value: Expr): Expr {
  if (x.ctx.unifier.item(value.type) === null) x.ctx.report(node, findings.spread());
  return x.make(node, value.type, { kind: "spread", value });
}

function paramType(params: readonly Type[], rest: boolean, index: number): Type | undefined {
  const last = params[params.length - 1];
  if (rest && index >= params.length - 1) return last?.kind === "array" ? last.element : undefined;
  return params[index];
}

function foreignCall(x: Extractor, node: ts.CallExpression, callee: Expr): Made {
  const args = node.arguments.map((argument) => {
    if (!ts.isSpreadElement(argument)) return x.expression(argument);
    if (!takesSpread(callee)) x.ctx.report(argument, findings.spread());
    return spreadArgument(x, argument, x.expression(argument.expression));
  });
  noteArity(x, node.arguments, args);
  const written = args[0];
  if (isStringify(callee) && written && written.type.kind !== "string") {
    x.ctx.program.keysSeen = true;
    x.ctx.program.keyed.push(written.type);
  }
  return { type: libraryCall(x, node, callee, args), args };
}

/** Functions of the library that take any number of values. */
function takesSpread(callee: Expr): boolean {
  return callee.kind === "member" && ["push", "max", "min", "fromCharCode", "fromCodePoint"].includes(callee.name);
}

/** The library calls a function with all that it has to give: the function must take it. */
function noteArity(x: Extractor, nodes: readonly ts.Expression[], args: readonly Expr[]): void {
  const { checker } = x.ctx;
  args.forEach((arg, i) => {
    if (arg.type.kind !== "function") return;
    const wanted = checker.getContextualType(nodes[i] as ts.Expression)?.getCallSignatures()[0];
    if (wanted === undefined) return;
    x.widen(arg.type.signature, wanted.parameters.length);
  });
}

function isStringify(callee: Expr): boolean {
  return callee.kind === "member" && callee.name === "stringify";
}

function superCall(x: Extractor, node: ts.CallExpression): Expr {
  const own = x.ctx.receiver === null ? undefined : x.ctx.program.classes[x.ctx.receiver.classId];
  const base = own?.base?.kind === "class" ? x.ctx.program.classes[own.base.id] : undefined;
  const args = base
    ? argumentsInto(x, node.arguments, base.signature)
    : node.arguments.map((argument) => x.expression(argument));
  return x.make(node, VOID, {
    kind: "superCall",
    classId: own?.id ?? 0,
    args,
    signature: base?.signature ?? null,
  });
}

export function newExpression(x: Extractor, node: ts.NewExpression): Expr {
  const callee = x.expression(node.expression);
  const nodes = node.arguments ?? ts.factory.createNodeArray<ts.Expression>();
  const own = ownConstructors(x, callee.type);
  if (own !== null) {
    const [signature] = own.signatures as [number];
    const args = argumentsInto(x, nodes, signature);
    for (const other of own.signatures.slice(1)) flowArguments(x, args, nodes, other);
    return x.make(node, own.made, { kind: "new", callee, args, signature });
  }
  const args = nodes.map((argument) => x.expression(argument));
  noteArity(x, nodes, args);
  const type = x.types.read(x.ctx.checker.getTypeAtLocation(node), node);
  checkKeys(x, node, type);
  for (const argument of args) linkEntries(x, node, type, argument);
  return x.make(node, type, { kind: "new", callee, args, signature: null });
}

/** What `new` takes and gives, for each class that the callee may be; null when one is not the program's. */
function ownConstructors(x: Extractor, type: Type): { signatures: readonly number[]; made: Type } | null {
  const options = optionsOf(type);
  const signatures = options.flatMap((option) => x.ctx.unifier.constructorOf(option) ?? []);
  const made = options.flatMap((option) => x.ctx.unifier.madeBy(option) ?? []);
  return signatures.length === options.length ? { signatures, made: unionOf(made) } : null;
}

function flowArguments(x: Extractor, args: readonly Expr[], nodes: readonly ts.Expression[], id: number): void {
  const signature = x.ctx.program.signatures[id];
  args.forEach((arg, i) => {
    const target = signature && paramType(signature.params, signature.rest, i);
    if (target && arg.kind !== "spread") x.flow(arg, target, nodes[i] as ts.Node);
  });
}

/** Keys that Python tells apart as JavaScript does: texts, numbers, objects by identity, but not true beside 1. */
function checkKeys(x: Extractor, node: ts.Node, type: Type): void {
  const key = type.kind === "map" ? type.key : type.kind === "set" ? type.item : null;
  if (key === null) return;
  const kinds = new Set(optionsOf(key).map((option) => option.kind));
  const unsafe = ["array", "tuple", "bytes", "map", "set", "dict", "json", "unknown"].find((kind) =>
    kinds.has(kind as Type["kind"]),
  );
  if (unsafe || (kinds.has("boolean") && kinds.has("number")))
    x.ctx.report(node, findings.unsupportedType("of these keys"));
}

/** `new Promise(executor)`: what `resolve` takes is what the promise gives. */
function linkResolve(x: Extractor, value: Type, executor: number): void {
  const { signatures } = x.ctx.program;
  const resolve = signatures[executor]?.params[0];
  const taken = resolve?.kind === "function" ? signatures[resolve.signature]?.params[0] : undefined;
  if (taken) x.ctx.unifier.unify(taken, value);
}

/** `new Map(entries)`, `new Set(items)`: what they hold is what the argument held. */
function linkEntries(x: Extractor, node: ts.Node, type: Type, argument: Expr): void {
  if (type.kind === "promise" && argument.type.kind === "function") linkResolve(x, type.value, argument.type.signature);
  if (type.kind !== "map" && type.kind !== "set") return;
  const item: Type = type.kind === "set" ? type.item : { kind: "tuple", elements: [type.key, type.value] };
  x.link(itemOf(x, argument, node), item, node);
}
