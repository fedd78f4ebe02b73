// Array and object literals.
import { ts } from "ts-morph";
import { findings } from "../diagnostics/catalogue.ts";
import type { Expr } from "../tree/nodes.ts";
import { NEVER, optionsOf, type ParameterType, type Type } from "../types/type.ts";
import { asKey } from "./enums.ts";
import { joined } from "./expressions.ts";
import type { Extractor } from "./extractor.ts";
import { itemOf } from "./iteration.ts";
import { type LiteralMembers, literalMember, namesIn } from "./literal-members.ts";
import { noteCopied, noteKeyed, valuesInto } from "./object-functions.ts";

export function arrayLiteral(x: Extractor, node: ts.ArrayLiteralExpression): Expr {
  const items = node.elements.map((item) => arrayItem(x, item));
  const wanted = tupleAt(x, node) ?? wantedArray(contextual(x, node), items);
  if (wanted?.kind === "tuple") {
    items.forEach((item, i) => {
      const target = wanted.elements[i];
      if (target) x.flow(item, target, node.elements[i] ?? node);
    });
    return x.make(node, ofLength(wanted, items), { kind: "array", items });
  }
  const given = items.map((item) => itemType(x, item, node));
  const element =
    wanted?.kind === "array" ? wanted.element : x.ctx.storage(joined(x, node, ofOneForm(x, items, given)));
  for (const [i, item] of items.entries()) {
    if (item.kind === "spread") x.link(given[i] as Type, element, node.elements[i] ?? node);
    else x.flow(item, element, node.elements[i] ?? node);
  }
  return x.make(
    node,
    { kind: "array", element: items.length === 0 && !wanted ? NEVER : element },
    { kind: "array", items },
  );
}

/** Literals of one form are of one type: that of the first. */
function ofOneForm(x: Extractor, items: readonly Expr[], types: readonly Type[]): Type[] {
  const { forms, unifier } = x.ctx;
  const first = new Map<string, Type>();
  return types.map((type, i) => {
    if (type.kind !== "record") return type;
    const form = forms.of(type);
    const known = first.get(form) ?? type;
    first.set(form, known);
    if (items[i]?.kind !== "record") return type;
    unifier.unify(known, type);
    return known;
  });
}

/** What a pattern wants may be longer than what it gets. */
function ofLength(wanted: Extract<Type, { kind: "tuple" }>, items: readonly Expr[]): Type {
  if (items.length >= wanted.elements.length || items.some((item) => item.kind === "spread")) return wanted;
  return { kind: "tuple", elements: wanted.elements.slice(0, items.length) };
}

/** Of several arrays that may be meant, the first that takes such items. */
function wantedArray(
  options: readonly Type[],
  items: readonly Expr[],
): Extract<Type, { kind: "array" | "tuple" }> | undefined {
  const arrays = options.filter((option) => option.kind === "array" || option.kind === "tuple");
  const takes = (array: Type, item: Expr) =>
    array.kind !== "array" ||
    optionsOf(array.element).some((option) => optionsOf(item.type).some(({ kind }) => kind === option.kind));
  return arrays.find((array) => items.every((item) => item.kind === "spread" || takes(array, item))) ?? arrays[0];
}

function arrayItem(x: Extractor, item: ts.Expression): Expr {
  if (!ts.isSpreadElement(item)) return x.expression(item);
  const value = x.expression(item.expression);
  if (x.ctx.unifier.item(value.type) === null) x.ctx.report(item, findings.spread());
  return x.make(item, value.type, { kind: "spread", value });
}

/** What one item of a spread is, or the item itself. */
function itemType(x: Extractor, item: Expr, node: ts.Node): Type {
  return item.kind === "spread" ? itemOf(x, item, node) : item.type;
}

/** `[a, b] as const` */
function tupleAt(x: Extractor, node: ts.ArrayLiteralExpression): Type | undefined {
  const type = x.ctx.checker.getTypeAtLocation(node);
  if (!x.ctx.checker.isTupleType(type) || !(type as ts.TupleTypeReference).target.readonly) return undefined;
  const read = x.types.read(type, node);
  return read.kind === "tuple" && read.elements.length === node.elements.length ? read : undefined;
}

/** What the place around a literal expects of it. */
function contextual(x: Extractor, node: ts.Expression): readonly Type[] {
  // What cannot be read there is nothing that the literal does wrong.
  return x.ctx.tentatively(() => readContextual(x, node)) ?? [];
}

function readContextual(x: Extractor, node: ts.Expression): readonly Type[] {
  const type = x.ctx.checker.getContextualType(node);
  if (type === undefined || type.flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown | ts.TypeFlags.TypeParameter))
    return [];
  return optionsOf(x.ctx.ownTexts(x.types.read(type, node)));
}

/** `{ a: 1 } satisfies Record<string, number>` has the key a, and no other. */
function onlySatisfies(x: Extractor, node: ts.Node): boolean {
  const { parent } = node;
  if (ts.isSatisfiesExpression(parent)) return x.ctx.checker.getContextualType(parent) === undefined;
  const isWithin =
    ts.isParenthesizedExpression(parent) ||
    ts.isAsExpression(parent) ||
    ts.isPropertyAssignment(parent) ||
    ts.isObjectLiteralExpression(parent) ||
    ts.isArrayLiteralExpression(parent);
  return isWithin && onlySatisfies(x, parent);
}

export function objectLiteral(x: Extractor, node: ts.ObjectLiteralExpression): Expr {
  for (const { name } of node.properties)
    if (name && !ts.isComputedPropertyName(name) && name.text === "__proto__")
      x.ctx.report(name, findings.syntax("The key __proto__ of a literal", "Write a class, and extend it."));
  const wanted = contextual(x, node).filter((option) => option.kind !== "dict" || !onlySatisfies(x, node));
  const dict = wanted.find((option) => option.kind === "dict" || option.kind === "json");
  if (dict) return dictLiteral(x, node, dict.kind === "dict" ? dict : { kind: "dict", value: dict });
  const computed = x.ctx.checker.getTypeAtLocation(node);
  if (computed.getStringIndexType() ?? computed.getNumberIndexType() ?? x.types.isSpreadDictionary(computed)) {
    const own = x.types.read(computed, node);
    if (own.kind === "dict") return dictLiteral(x, node, own);
  }
  if (node.properties.some((property) => ts.isSpreadAssignment(property))) return mergeLiteral(x, node, wanted);
  const target = pickTarget(x, wanted, namesIn(x, node), node) ?? x.types.read(computed, node);
  const members: LiteralMembers = { values: [], methods: [], keys: [] };
  for (const property of node.properties) literalMember(x, property, target, members);
  const { values: properties, methods, keys } = members;
  if (new Set(properties.map(({ name }) => name)).size < properties.length)
    x.ctx.report(node, findings.syntax("A key that is given twice", "Give each key once."));
  flowProperties(x, node, properties, target);
  return x.make(node, target, { kind: "record", properties, methods, keys });
}

/** Runs of keys between spreads are records of their own; all that flows in shares the cells of the result. */
function mergeLiteral(x: Extractor, node: ts.ObjectLiteralExpression, wanted: readonly Type[]): Expr {
  x.ctx.program.keysSeen = true;
  const own = x.types.read(x.ctx.checker.getTypeAtLocation(node), node);
  const target = pickTarget(x, wanted, new Set(x.ctx.unifier.members(own)?.keys()), node) ?? own;
  x.ctx.unifier.unify(own, target);
  for (const { slot } of x.ctx.unifier.members(target)?.values() ?? []) x.ctx.program.slots.note(slot, "stored");
  noteCopied(x, node, target);
  const parts: Expr[] = [];
  let run: LiteralMembers = { values: [], methods: [], keys: [] };
  const flush = () => {
    const { values: properties, methods, keys } = run;
    if (keys.length > 0)
      parts.push(x.make(node, { kind: "record", id: -1, name: "Part" }, { kind: "record", properties, methods, keys }));
    run = { values: [], methods: [], keys: [] };
  };
  for (const property of node.properties) {
    if (!ts.isSpreadAssignment(property)) {
      literalMember(x, property, target, run);
      continue;
    }
    flush();
    const value = x.expression(property.expression);
    noteCopied(x, property, value.type);
    x.ctx.program.keyed.push(value.type);
    x.ctx.unifier.unify(value.type, target);
    if (own.kind === "parameter") mergeInto(x, own, property.expression);
    parts.push(value);
  }
  flush();
  for (const part of parts) if (part.kind === "record") flowProperties(x, node, part.properties, target);
  return x.make(node, target, { kind: "merge", parts });
}

/** What a type parameter stands for is copied: what comes of it holds the same. */
function mergeInto(x: Extractor, own: ParameterType, node: ts.Expression): void {
  x.ctx.unifier.unify(x.untied(node), own);
  x.ctx.unifier.copyWithin(own);
}

function flowProperties(
  x: Extractor,
  node: ts.Node,
  properties: readonly { name: string; value: Expr }[],
  own: Type,
): void {
  const members = x.ctx.unifier.members(own);
  for (const { name, value } of properties) {
    const member = members?.get(name);
    if (!member) continue;
    x.ctx.program.slots.note(member.slot, "stored");
    x.flow(value, member.type, node);
    if (name === "cause" && member.type.kind === "unknown") checkCause(x, value, node);
  }
}

/** The cause of an error is undefined where there is none: null could not be told from that. */
function checkCause(x: Extractor, value: Expr, node: ts.Node): void {
  const isError = value.kind === "name" && x.ctx.program.bindings[value.binding]?.kind === "caught";
  const mayBeNull = optionsOf(value.type).some(
    (option) => option.kind === "json" || (option.kind === "none" && option.flavour === "null"),
  );
  if (mayBeNull || (value.type.kind === "unknown" && !isError))
    x.ctx.report(node, findings.otherNone("undefined", "null"));
}

/** The declared type that names the literal's class: the first that has all of its keys, with values of their kinds. */
function pickTarget(
  x: Extractor,
  wanted: readonly Type[],
  names: ReadonlySet<string>,
  node: ts.Expression,
): Type | undefined {
  const fitting = wanted.filter((option) => {
    const members = option.kind === "record" ? x.ctx.unifier.members(option) : null;
    return members !== null && [...names].every((name) => members.has(name));
  });
  if (fitting.length < 2) return fitting[0];
  const own = x.ctx.unifier.members(x.types.read(x.ctx.checker.getTypeAtLocation(node), node));
  const takes = (option: Type) => {
    const members = x.ctx.unifier.members(option);
    return [...names].every((name) => takesKinds(members?.get(name)?.type, own?.get(name)?.type));
  };
  return fitting.find(takes) ?? fitting[0];
}

/** Kinds of values that a test, or a table of types, tells from each other. */
const TOLD_APART: ReadonlySet<string> = new Set(["number", "string", "boolean", "none", "array"]);

function takesKinds(target: Type | undefined, source: Type | undefined): boolean {
  if (target === undefined || source === undefined) return true;
  const kinds = new Set(optionsOf(target).map(({ kind }) => kind));
  if (["parameter", "unknown", "json"].some((kind) => kinds.has(kind as Type["kind"]))) return true;
  return optionsOf(source).every(({ kind }) => !TOLD_APART.has(kind) || kinds.has(kind));
}

function dictLiteral(x: Extractor, node: ts.ObjectLiteralExpression, type: DictType): Expr {
  const entries = node.properties.flatMap((property) => dictEntry(x, property, type));
  return x.make(node, type, { kind: "dictionary", entries });
}

type DictType = Extract<Type, { kind: "dict" }>;

function dictEntry(
  x: Extractor,
  property: ts.ObjectLiteralElementLike,
  type: DictType,
): { key: Expr | null; value: Expr }[] {
  if (ts.isSpreadAssignment(property)) {
    const value = x.expression(property.expression);
    noteKeyed(x, property, value.type);
    valuesInto(x, value, type.value, property);
    return [{ key: null, value }];
  }
  const key = dictKey(x, property.name);
  const value = dictValue(x, property);
  if (value === null) {
    x.ctx.report(property, findings.syntax("A method or accessor in a dictionary", "Write an arrow, or a class."));
    return [];
  }
  x.flow(value, type.value, property);
  return [{ key, value }];
}

function dictValue(x: Extractor, property: ts.ObjectLiteralElementLike): Expr | null {
  if (ts.isPropertyAssignment(property)) return x.expression(property.initializer);
  return ts.isShorthandPropertyAssignment(property) ? x.expression(property.name) : null;
}

function dictKey(x: Extractor, name: ts.PropertyName): Expr {
  if (ts.isComputedPropertyName(name)) return asKey(x, name, x.expression(name.expression));
  return x.make(name, { kind: "string" }, { kind: "string", value: name.text });
}
