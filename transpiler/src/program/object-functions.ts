// Object.keys and its kin: what they give, and whose keys they look at.
import { ts } from "ts-morph";
import { findings } from "../diagnostics/catalogue.ts";
import type { Expr } from "../tree/nodes.ts";
import { own } from "../tree/own.ts";
import { optionsOf, STRING, type Type, UNKNOWN } from "../types/type.ts";
import type { Extractor } from "./extractor.ts";

interface ObjectCall {
  readonly x: Extractor;
  readonly node: ts.CallExpression;
  readonly args: readonly Expr[];
}

const RESULTS: Record<string, (call: ObjectCall) => Type> = {
  keys: () => ({ kind: "array", element: STRING }),
  hasOwn: ({ x, node }) => x.read(node),
  values: (call) => ({ kind: "array", element: valueType(call) }),
  entries: (call) => ({ kind: "array", element: { kind: "tuple", elements: [STRING, valueType(call)] } }),
  assign,
  fromEntries,
  freeze,
};

/** They look at no keys of their first argument. */
const KEYLESS = new Set(["fromEntries", "freeze", "is"]);
const COPYING = new Set(["values", "entries", "assign"]);

/** What is looked at for its keys must have them: see Program.keyed. */
export function noteKeyed(x: Extractor, node: ts.Node, type: Type): void {
  // The two do not mix: a dictionary has no keys of a record's.
  if (optionsOf(type).some(({ kind }) => kind !== "dict" && kind !== "none")) x.ctx.program.keysSeen = true;
  x.ctx.program.keyed.push(type);
  // What a type parameter stands for is seen when it is known.
  const other = optionsOf(type).find(({ kind }) => !["dict", "record", "instance", "none", "parameter"].includes(kind));
  if (other && other.kind !== "unknown")
    x.ctx.report(node, findings.library("This value, whose keys are asked for,", "Use a record or a dictionary."));
}

/** The values of all keys come to be elsewhere: a method that uses its `this` would work on the first object still. */
export function noteCopied(x: Extractor, node: ts.Node, type: Type): void {
  x.ctx.copied.push({ node, type });
}

export function objectCall(x: Extractor, node: ts.CallExpression, name: string, args: readonly Expr[]): Type {
  const [object] = args;
  if (COPYING.has(name)) for (const [i, arg] of args.entries()) noteCopied(x, node.arguments[i] ?? node, arg.type);
  if (object && !KEYLESS.has(name)) noteKeyed(x, node.arguments[0] ?? node, object.type);
  return own(RESULTS, name)?.({ x, node, args }) ?? x.read(node);
}

/** What the array of values holds: all that the properties hold. */
function valueType({ x, node, args }: ObjectCall): Type {
  const type = args[0]?.type ?? UNKNOWN;
  if (type.kind === "dict") return type.value;
  const result = isWhole(x, node.arguments[0]) ? closed(x, node) : x.read(node);
  const item = result.kind === "array" ? result.element : UNKNOWN;
  const element = item.kind === "tuple" ? (item.elements[1] ?? UNKNOWN) : item;
  x.ctx.unifier.place = { module: x.ctx.module, span: x.ctx.span(node) };
  for (const option of optionsOf(type))
    for (const property of x.ctx.unifier.members(option)?.values() ?? []) x.ctx.unifier.flow(property.type, element);
  return element;
}

/** The name of a literal: the keys of such an object are those that are written there. */
function isWhole(x: Extractor, node: ts.Node | undefined): boolean {
  const symbol = node && ts.isIdentifier(node) ? x.ctx.checker.getSymbolAtLocation(node) : undefined;
  const declaration = symbol?.valueDeclaration;
  if (!declaration || !ts.isVariableDeclaration(declaration) || declaration.type) return false;
  const { initializer, parent } = declaration;
  const isConstant = ts.isVariableDeclarationList(parent) && (parent.flags & ts.NodeFlags.Const) !== 0;
  return (
    isConstant &&
    initializer !== undefined &&
    ts.isObjectLiteralExpression(initializer) &&
    initializer.properties.every((property) => ts.isPropertyAssignment(property))
  );
}

/** What such an object's values are, as long as Object.assign gives no object of the program more keys. */
function closed(x: Extractor, node: ts.Node): Type {
  const result = x.untied(node);
  if (x.ctx.keysAdded) return x.ctx.open(result);
  x.ctx.closedValues.push(result);
  return result;
}

/** The target itself, which from then on has what the sources had. */
function assign({ x, node, args }: ObjectCall): Type {
  const [target, ...sources] = args;
  if (target === undefined) return UNKNOWN;
  for (const [i, source] of sources.entries()) noteKeyed(x, node.arguments[i + 1] ?? node, source.type);
  if (target.type.kind === "dict") return assignToDictionary({ x, node, args });
  const result = x.read(node);
  x.ctx.keysAdded = true;
  for (const values of x.ctx.closedValues) x.ctx.open(values);
  for (const arg of args) x.ctx.unifier.unify(arg.type, result);
  for (const { slot } of x.ctx.unifier.members(result)?.values() ?? []) x.ctx.program.slots.note(slot, "stored");
  return result;
}

function assignToDictionary({ x, node, args }: ObjectCall): Type {
  const [target, ...sources] = args as [Expr, ...Expr[]];
  const value = target.type.kind === "dict" ? target.type.value : UNKNOWN;
  for (const [i, source] of sources.entries()) valuesInto(x, source, value, node.arguments[i + 1] ?? node);
  return target.type;
}

/** All that the keys of a value hold comes to be in a dictionary. */
export function valuesInto(x: Extractor, { type }: Expr, value: Type, node: ts.Node): void {
  x.ctx.unifier.place = { module: x.ctx.module, span: x.ctx.span(node) };
  for (const option of optionsOf(type)) {
    if (option.kind === "dict") x.ctx.unifier.unify(option.value, value);
    for (const property of x.ctx.unifier.members(option)?.values() ?? []) x.ctx.unifier.flow(property.type, value);
  }
}

function fromEntries({ x, node, args }: ObjectCall): Type {
  const result = x.read(node);
  const type = args[0]?.type;
  const item = type?.kind === "array" ? type.element : type?.kind === "iterator" ? type.item : undefined;
  const value = type?.kind === "map" ? type.value : item?.kind === "tuple" ? item.elements[1] : undefined;
  const key = type?.kind === "map" ? type.key : item?.kind === "tuple" ? item.elements[0] : undefined;
  if (value === undefined || key?.kind !== "string" || result.kind !== "dict")
    x.ctx.report(node, findings.library("Object.fromEntries of this", "Give it an array of [text, value], or a Map."));
  else x.ctx.unifier.unify(result.value, value);
  return result;
}

/** Only of what nobody can write in another way: a literal, whose type then says that it is read. */
function freeze({ x, node, args }: ObjectCall): Type {
  const [given] = args;
  const literal = node.arguments[0];
  const isLiteral = literal && (ts.isObjectLiteralExpression(literal) || ts.isArrayLiteralExpression(literal));
  if (!given || !isLiteral || !["record", "array"].includes(given.type.kind))
    x.ctx.report(
      node,
      findings.library("Object.freeze of this", "Freeze a literal where it is written, or use Readonly<T>."),
    );
  else
    for (const { slot } of x.ctx.unifier.members(given.type)?.values() ?? []) x.ctx.program.slots.note(slot, "frozen");
  return given?.type ?? UNKNOWN;
}
