// Destructuring: each name of a pattern becomes a declaration of its own; what lies between gets a name of ours.
import { ts } from "ts-morph";
import { findings } from "../diagnostics/catalogue.ts";
import type { Binding, Expr, Stmt } from "../tree/nodes.ts";
import { noneFlavour, type Type, UNDEFINED, UNKNOWN, unionOf, withoutNone } from "../types/type.ts";
import type { Extractor } from "./extractor.ts";
import { propertyName } from "./literals.ts";
import { assignTo } from "./operators.ts";

/** The declarations that a pattern stands for, in the order of the names. */
export function patternDeclarations(x: Extractor, pattern: ts.BindingPattern, value: Expr | null): Stmt[] {
  if (value === null) return [];
  const made: Stmt[] = [];
  const source = value.kind === "name" || value.kind === "this" ? value : keep(x, pattern, value, made);
  if (ts.isObjectBindingPattern(pattern)) {
    for (const element of pattern.elements) objectElement(x, element, source, made);
  } else {
    for (const [i, element] of pattern.elements.entries()) arrayElement(x, element, source, i, made);
  }
  return made;
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
    reassigned: false,
    writtenInBody: false,
    captured: false,
    assignedInside: false,
    func: null,
    literal: null,
  };
  x.ctx.program.bindings.push(binding);
  return binding;
}

function objectElement(x: Extractor, element: ts.BindingElement, source: Expr, made: Stmt[]): void {
  if (element.dotDotDotToken) return restElement(x, element, source, made);
  const name = propertyName(element.propertyName ?? (element.name as ts.Identifier));
  const property = x.ctx.unifier.members(withoutNone(source.type))?.get(name);
  if (property === undefined || (element.propertyName && ts.isComputedPropertyName(element.propertyName))) {
    x.ctx.report(element, findings.destructuring());
    return;
  }
  const type = property.optional ? unionOf([property.type, UNDEFINED]) : property.type;
  const read = x.make(element, type, {
    kind: "member",
    object: source,
    name,
    optional: false,
    access: "attribute",
    wide: type,
  });
  bind(x, element, read, made);
}

/** `...rest`: a record of its own with the keys that are left. */
function restElement(x: Extractor, element: ts.BindingElement, source: Expr, made: Stmt[]): void {
  x.ctx.program.keysSeen = true;
  if (withoutNone(source.type).kind !== "record") x.ctx.report(element, findings.destructuring());
  const pattern = element.parent as ts.ObjectBindingPattern;
  const taken = pattern.elements
    .filter((one) => one !== element)
    .map((one) => propertyName(one.propertyName ?? (one.name as ts.Identifier)));
  const type = x.types.read(x.ctx.checker.getTypeAtLocation(element.name), element);
  x.ctx.unifier.unify(type, source.type);
  bind(x, element, x.make(element, type, { kind: "rest", value: source, taken }), made);
}

function arrayElement(x: Extractor, element: ts.ArrayBindingElement, source: Expr, index: number, made: Stmt[]): void {
  if (ts.isOmittedExpression(element)) return;
  const { type } = source;
  if (element.dotDotDotToken && type.kind === "array")
    return bind(x, element, sliceFrom(x, element, source, index), made);
  const part = type.kind === "tuple" ? type.elements[index] : type.kind === "array" ? type.element : undefined;
  if (part === undefined || element.dotDotDotToken) {
    x.ctx.report(element, findings.destructuring());
    return;
  }
  const mayMiss = type.kind === "array" && (x.unchecked || element.initializer !== undefined);
  const at = x.make(element, { kind: "number", cell: 0 }, { kind: "number", value: index });
  const read = x.make(element, mayMiss ? unionOf([part, UNDEFINED]) : part, {
    kind: "index",
    object: source,
    index: at,
    optional: false,
  });
  bind(x, element, read, made);
}

/** `...tail`: the array from that place on. */
function sliceFrom(x: Extractor, node: ts.Node, source: Expr, index: number): Expr {
  const from = x.make(node, { kind: "number", cell: 0 }, { kind: "number", value: index });
  const callee = x.make(
    node,
    { kind: "builtin", name: "slice" },
    { kind: "member", object: source, name: "slice", optional: false, access: "library", wide: source.type },
  );
  return x.make(node, source.type, { kind: "call", callee, args: [from], optional: false, signature: null });
}

/** `[a, b] = [b, a]`: all values are there before the first is assigned; null when it is no such statement. */
export function swapStatements(x: Extractor, node: ts.BinaryExpression): Stmt[] | null {
  const { left, right } = node;
  if (
    !ts.isArrayLiteralExpression(left) ||
    !ts.isArrayLiteralExpression(right) ||
    left.elements.length !== right.elements.length
  )
    return null;
  if (
    [...left.elements, ...right.elements].some(
      (element) => ts.isSpreadElement(element) || ts.isOmittedExpression(element),
    )
  )
    return null;
  const made: Stmt[] = [];
  const values = right.elements.map((element) => keep(x, element, x.expression(element), made));
  left.elements.forEach((element, i) => {
    const value = values[i] as Expr;
    made.push({ kind: "expression", value: assignTo(x, element, value), span: x.ctx.span(element) });
  });
  return made;
}

/** Declares the element's name, or takes its own pattern apart; undefined asks for the default. */
function bind(x: Extractor, element: ts.BindingElement, read: Expr, made: Stmt[]): void {
  const value = element.initializer ? withDefault(x, element, element.initializer, read) : read;
  if (!ts.isIdentifier(element.name)) {
    made.push(...patternDeclarations(x, element.name, value));
    return;
  }
  const binding = x.bindingOfName(element.name);
  if (binding === null) return;
  x.flow(value, binding.type, element);
  made.push({ kind: "declare", binding: binding.id, value, span: x.ctx.span(element) });
}

function withDefault(x: Extractor, element: ts.BindingElement, initializer: ts.Expression, read: Expr): Expr {
  if (noneFlavour(read.type) === "null") x.ctx.report(element, findings.otherNone("undefined", "null"));
  const fallback = x.expression(initializer);
  const kept = withoutNone(read.type);
  x.ctx.unifier.unify(kept, fallback.type);
  const type = kept === UNKNOWN ? fallback.type : unionOf([kept, fallback.type]);
  return x.make(element, type, { kind: "logical", operator: "??", left: read, right: fallback });
}
