// Destructuring: each place of a pattern becomes a declaration or an assignment of its own, in the pattern's order; what
// lies between gets a name of ours.
import { ts } from "ts-morph";
import { findings } from "../diagnostics/catalogue.ts";
import { runsCode } from "../ranges/effects.ts";
import { UNUSED } from "../tree/binding.ts";
import type { Binding, Expr, Stmt } from "../tree/nodes.ts";
import {
  isFailed,
  isReadByPlace,
  iteratorOf,
  noneFlavour,
  noneFlavours,
  optionsOf,
  type Type,
  UNDEFINED,
  unionOf,
  withoutNone,
} from "../types/type.ts";
import { assignTo, targetOf } from "./assignments.ts";
import { joined, NUMBER } from "./expressions.ts";
import type { Extractor } from "./extractor.ts";
import { asFloat } from "./floats.ts";
import { itemOf, oneOf } from "./iteration.ts";
import { takeProperties } from "./object-patterns.ts";
import { isObjectPattern, isPattern, type Part, type Pattern, partsOf } from "./pattern-parts.ts";

/** `const [a, b] = from`, or `[a, b] = from` as a statement. */
export function patternFrom(x: Extractor, pattern: Pattern, from: ts.Expression): Stmt[] {
  const items = itemsFor(pattern, from);
  return items ? fromItems(x, pattern, items) : takeApart(x, pattern, x.expression(from));
}

/** `[a, b] = value` whose value is used: the value taken apart. */
export function destructuringAssignment(x: Extractor, node: ts.BinaryExpression, pattern: Pattern): Expr {
  const statements: Stmt[] = [];
  const value = keep(x, node.right, x.expression(node.right), statements);
  statements.push(...takeApart(x, pattern, value));
  return x.make(node, value.type, { kind: "sequence", statements, value });
}

/** What a pattern stands for, in the order of its places. */
export function takeApart(x: Extractor, pattern: Pattern, value: Expr): Stmt[] {
  const parts = partsOf(pattern);
  if (!isObjectPattern(pattern) && runsCode(value.type) && !isQuiet(pattern)) return stepwise(x, pattern, parts, value);
  const names = parts.map((part) => part && plainName(part));
  const source = isObjectPattern(pattern) ? value : itemized(x, pattern, value, parts);
  if (source.type.kind === "tuple" && !names.includes(undefined) && names.length <= source.type.elements.length)
    return unpack(x, pattern, names as (ts.Identifier | null)[], source);
  const made: Stmt[] = [];
  const kept = isLasting(x, pattern, source) ? source : keep(x, pattern, source, made);
  if (isObjectPattern(pattern)) return [...made, ...takeProperties(x, pattern, kept)];
  for (const [i, part] of parts.entries())
    if (part) made.push(...bind(x, part, () => element(x, part, kept, i, source.kind === "take")));
  return made;
}

/** Nothing that the pattern does can change what the expression gives. */
function isLasting(x: Extractor, pattern: Pattern, value: Expr): boolean {
  if (value.kind !== "name") return value.kind === "this" || isConstant(value);
  return (
    x.ctx.program.bindings[value.binding]?.kind === "constant" ||
    (!ts.isExpression(pattern) && isQuiet(pattern) && value.type.kind !== "instance")
  );
}

/** Neither its defaults nor its targets run code of the program. */
function isQuiet(pattern: Pattern): boolean {
  return partsOf(pattern).every((part) => {
    if (part === null) return true;
    const { initializer, target } = part;
    const isPlain = !initializer || ts.isLiteralExpression(initializer) || initializer.kind in QUIET;
    return isPlain && (isPattern(target) ? isQuiet(target) : ts.isIdentifier(target));
  });
}

const K = ts.SyntaxKind;
const QUIET: Partial<Record<ts.SyntaxKind, true>> = { [K.TrueKeyword]: true, [K.FalseKeyword]: true };

/** The value under a name of ours, and the statements that put it there; itself where nothing can change it. */
export function lasting(x: Extractor, node: ts.Node, value: Expr): [Stmt[], Expr] {
  const isFixed = value.kind === "name" && x.ctx.program.bindings[value.binding]?.kind === "constant";
  const made: Stmt[] = [];
  return [made, isFixed ? value : keep(x, node, value, made)];
}

function isConstant(value: Expr): boolean {
  return ["number", "string", "boolean", "none"].includes(value.kind);
}

/** A constant of ours that holds what the pattern takes apart. */
export function keep(x: Extractor, node: ts.Node, value: Expr, made: Stmt[]): Expr {
  const binding = syntheticBinding(x, node, value.type);
  x.ctx.unifier.unify(binding.type, value.type);
  x.ctx.flowInto(value, binding.type);
  made.push({ kind: "declare", binding: binding.id, value, span: x.ctx.span(node) });
  return x.make(node, binding.type, { kind: "name", binding: binding.id, wide: binding.type });
}

export function syntheticBinding(x: Extractor, node: ts.Node, type: Type): Binding {
  const binding: Binding = {
    id: x.ctx.program.bindings.length,
    name: "parts",
    kind: "constant",
    type: x.ctx.storage(type),
    module: x.ctx.module,
    owner: x.ctx.func,
    loop: null,
    span: x.ctx.span(node),
    exported: false,
    namespace: null,
    valueless: false,
    late: false,
    ...UNUSED,
    func: null,
    literal: null,
  };
  x.ctx.program.bindings.push(binding);
  return binding;
}

/** The items of `[a, b] = [c, d]`: no array is made for them; null where one is needed. */
function itemsFor(pattern: Pattern, from: ts.Expression): readonly ts.Expression[] | null {
  const literal = ts.isParenthesizedExpression(from) ? from.expression : from;
  if (isObjectPattern(pattern) || !ts.isArrayLiteralExpression(literal)) return null;
  const isPlain = (node: ts.Node) => !ts.isSpreadElement(node) && !ts.isOmittedExpression(node);
  return literal.elements.every(isPlain) && !partsOf(pattern).some((part) => part?.rest) ? literal.elements : null;
}

/** All items are there before the first is bound. */
function fromItems(x: Extractor, pattern: Pattern, items: readonly ts.Expression[]): Stmt[] {
  const parts = partsOf(pattern);
  const names = parts.map((part) => part && plainName(part));
  const isFlat = !names.includes(undefined) && names.length === items.length;
  const made: Stmt[] = [];
  if (isFlat && ts.isArrayBindingPattern(pattern)) {
    // A name that is being declared can be read by nobody yet.
    items.forEach((item, i) => {
      const part = parts[i];
      made.push(...(part ? bind(x, part, () => x.expression(item)) : [effect(x, item)]));
    });
    return made;
  }
  const values = items.map((item) => x.expression(item));
  if (isFlat && values.length > 1) {
    const type: Type = { kind: "tuple", elements: values.map((value) => value.type) };
    return unpack(
      x,
      pattern,
      names as (ts.Identifier | null)[],
      x.make(pattern, type, { kind: "array", items: values }),
    );
  }
  const kept = values.map((value, i) => (isConstant(value) ? value : keep(x, items[i] as ts.Node, value, made)));
  for (const [i, part] of parts.entries())
    if (part) made.push(...bind(x, part, () => kept[i] ?? x.none(part.node, "undefined")));
  return made;
}

function effect(x: Extractor, node: ts.Expression): Stmt {
  return { kind: "expression", value: x.expression(node), span: x.ctx.span(node) };
}

/** A name that takes its value as it is; undefined for any other place. */
function plainName(part: Part): ts.Identifier | undefined {
  return ts.isIdentifier(part.target) && !part.initializer && !part.rest && !part.key ? part.target : undefined;
}

/** `a, b = value`, where Python takes a tuple apart alike. */
function unpack(x: Extractor, pattern: Pattern, names: readonly (ts.Identifier | null)[], value: Expr): Stmt[] {
  const declares = ts.isArrayBindingPattern(pattern);
  const types = value.type.kind === "tuple" ? value.type.elements : [];
  const bindings = types.map((type, i) => {
    const name = names[i];
    const binding = name ? (declares ? x.bindingOfName(name) : assignedName(x, name)) : null;
    const item = value.kind === "array" ? value.items[i] : undefined;
    if (binding && name && item) x.flow(item, binding.type, name);
    else if (binding && name) x.link(type, binding.type, name);
    return binding?.id ?? null;
  });
  return [{ kind: "unpack", bindings, value, declares, span: x.ctx.span(pattern) }];
}

function assignedName(x: Extractor, name: ts.Identifier): Binding | null {
  const target = targetOf(x, name);
  return target.kind === "name" ? (x.ctx.program.bindings[target.binding] ?? null) : null;
}

/** Each item is asked for in its turn, as the pattern and what gives the items may see each other's work. */
function stepwise(x: Extractor, pattern: Pattern, parts: readonly (Part | null)[], value: Expr): Stmt[] {
  const item = itemOf(x, value, pattern);
  const made: Stmt[] = [];
  const iterator = keep(x, pattern, x.make(pattern, iteratorOf(item), { kind: "iterate", value }), made);
  const body = parts.flatMap((part) => {
    const node = part?.node ?? pattern;
    const mayMiss = part === null || x.unchecked || part.initializer !== undefined;
    const type = mayMiss ? unionOf([item, UNDEFINED]) : item;
    const step = () => x.make(node, type, { kind: "step", iterator, required: !mayMiss });
    if (part === null) return [{ kind: "expression", value: step(), span: x.ctx.span(node) } as const];
    return bind(x, part, part.rest ? () => restOf(x, node, iterator, item) : step);
  });
  return [...made, { kind: "closing", iterator, body, span: x.ctx.span(pattern) }];
}

/** All that an iterator still gives. */
function restOf(x: Extractor, node: ts.Node, iterator: Expr, item: Type): Expr {
  const spread = x.make(node, iterator.type, { kind: "spread", value: iterator });
  return x.make(node, { kind: "array", element: item }, { kind: "array", items: [spread] });
}

/** What an array pattern reads by index: the value itself, or the first items of what can only be iterated. */
function itemized(x: Extractor, pattern: Pattern, value: Expr, parts: readonly (Part | null)[]): Expr {
  const isUnion = value.type.kind === "union";
  if (isReadByPlace(value.type) && !(isUnion && parts.some((part) => part?.rest))) return value;
  const item = itemOf(x, value, pattern);
  const rest = parts.at(-1)?.rest === true;
  const taken = rest ? parts.slice(0, -1) : parts;
  const mayMiss = (part: Part | null) =>
    part === null || x.unchecked || part.initializer !== undefined || takesUndefined(x, part, item);
  const required = taken.map(mayMiss).lastIndexOf(false) + 1;
  const elements = taken.map((part) => (mayMiss(part) ? unionOf([item, UNDEFINED]) : item));
  const type: Type = { kind: "tuple", elements: rest ? [...elements, { kind: "array", element: item }] : elements };
  return x.make(pattern, type, { kind: "take", iterable: value, count: taken.length, required, rest });
}

/** TypeScript knows that nothing may be there: `const [a, b] = pair ?? []`. */
function takesUndefined(x: Extractor, { target }: Part, item: Type): boolean {
  const type = x.ctx.checker.getTypeAtLocation(target);
  const parts = type.isUnion() ? type.types : [type];
  return noneFlavour(item) !== "null" && parts.some((part) => (part.flags & ts.TypeFlags.Undefined) !== 0);
}

function element(x: Extractor, part: Part, source: Expr, index: number, isTaken: boolean): Expr {
  const { type } = source;
  if (part.rest && type.kind !== "tuple") return sliceFrom(x, part.node, source, index);
  if (part.rest && !isTaken) return restOfTuple(x, part, source, index);
  const own = placeOf(x, part.node, type, index);
  if (own === undefined) return x.none(part.node, "undefined");
  const mayMiss = type.kind !== "tuple" && (x.unchecked || part.initializer !== undefined);
  const kept = own.kind === "union" && ts.isBindingElement(part.node) ? x.narrowed(own, part.node) : own;
  return elementAt(x, part.node, source, index, mayMiss ? unionOf([kept, UNDEFINED]) : kept);
}

/** What is at that place; of a tuple that ends before it, nothing. */
function placeOf(x: Extractor, node: ts.Node, type: Type, index: number): Type | undefined {
  if (type.kind === "tuple") return type.elements[index];
  if (type.kind !== "union") return x.ctx.unifier.item(type) ?? undefined;
  const places = type.options.map((option) => placeOf(x, node, option, index) ?? UNDEFINED);
  return oneOf(
    x,
    places.map((place) => (place.kind === "never" ? UNDEFINED : place)),
    node,
  );
}

/** `object[place]`. */
export function elementAt(x: Extractor, node: ts.Node, object: Expr, place: number, type: Type): Expr {
  const index = x.make(node, NUMBER, { kind: "number", value: place });
  return x.make(node, type, { kind: "index", object, index, optional: false });
}

/** `...tail`: the array from that place on. */
function sliceFrom(x: Extractor, node: ts.Node, source: Expr, index: number): Expr {
  const from = x.make(node, NUMBER, { kind: "number", value: index });
  const callee = x.make(
    node,
    { kind: "builtin", name: "slice" },
    {
      kind: "member",
      object: source,
      name: "slice",
      optional: false,
      access: "library",
      slot: null,
      writes: null,
      wide: source.type,
    },
  );
  return x.make(node, source.type, { kind: "call", callee, args: [from], optional: false, signature: null });
}

/** The rest of a tuple is a tuple. */
function restOfTuple(x: Extractor, part: Part, source: Expr, from: number): Expr {
  const elements = source.type.kind === "tuple" ? source.type.elements : [];
  const items = elements.slice(from).map((type, i) => elementAt(x, part.node, source, from + i, type));
  return x.make(part.node, { kind: "tuple", elements: elements.slice(from) }, { kind: "array", items });
}

/** Declares or assigns what the place names, or takes its own pattern apart; undefined asks for the default. */
export function bind(x: Extractor, part: Part, read: () => Expr): Stmt[] {
  const { node, target } = part;
  const value = () => (part.initializer ? withDefault(x, node, part.initializer, read()) : read());
  if (isPattern(target)) return takeApart(x, target, value());
  const span = x.ctx.span(node);
  if (!ts.isBindingElement(node))
    return [{ kind: "expression", value: assignTo(x, target as ts.Expression, value), span }];
  const binding = x.bindingOfName(target);
  if (binding === null) return [];
  const given = value();
  x.flow(given, binding.type, node);
  return [{ kind: "declare", binding: binding.id, value: given, span }];
}

function mayBeNull(type: Type): boolean {
  return noneFlavours(type).includes("null");
}

/** What is under a key of JSON's objects: undefined is never kept there. */
function isOfJson(read: Expr): boolean {
  const object = read.kind === "index" ? withoutNone(read.object.type) : undefined;
  return object?.kind === "dict" && object.value.kind === "json";
}

function withDefault(x: Extractor, node: ts.Node, initializer: ts.Expression, read: Expr): Expr {
  const forAbsent = isOfJson(read);
  if (!forAbsent && optionsOf(read.type).some(mayBeNull)) x.ctx.report(node, findings.otherNone("undefined", "null"));
  const fallback = x.expression(initializer);
  const kept = withoutNone(read.type);
  if (kept.kind === "float") asFloat(x, fallback);
  // A number is copied: only what is shared must be of one kind.
  if (kept.kind !== "number" && kept.kind !== "float") x.ctx.unifier.unify(kept, fallback.type);
  const type = isFailed(kept) ? fallback.type : joined(x, node, [kept, fallback.type]);
  return x.make(node, type, { kind: "logical", operator: "??", left: read, right: fallback, forAbsent });
}
