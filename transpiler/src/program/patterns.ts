// Destructuring: `const { a, b: c } = object` and `const [a, b] = pair`, one level deep.
import { ts } from "ts-morph";
import { findings } from "../diagnostics/catalogue.ts";
import type { Expr, Stmt } from "../tree/nodes.ts";
import { unionOf, UNDEFINED, withoutNone } from "../types/type.ts";
import type { Extractor } from "./extractor.ts";
import { propertyName } from "./literals.ts";

/** The declarations that a pattern stands for. */
export function patternDeclarations(x: Extractor, pattern: ts.BindingPattern, value: Expr | null): Stmt[] {
  if (value === null) return [];
  if (pattern.elements.some((element) => !ts.isOmittedExpression(element) && !isSimple(element))) {
    x.ctx.report(pattern, findings.destructuring());
    return [];
  }
  return ts.isObjectBindingPattern(pattern) ? objectPattern(x, pattern, value) : [arrayPattern(x, pattern, value)];
}

function isSimple(element: ts.BindingElement): boolean {
  return ts.isIdentifier(element.name) && element.initializer === undefined && element.dotDotDotToken === undefined;
}

function objectPattern(x: Extractor, pattern: ts.ObjectBindingPattern, value: Expr): Stmt[] {
  if (value.kind !== "name" && value.kind !== "this") {
    x.ctx.report(pattern, findings.destructuring());
    return [];
  }
  return pattern.elements.map((element): Stmt => {
    const name = propertyName(element.propertyName ?? (element.name as ts.Identifier));
    const property = x.ctx.unifier.members(withoutNone(value.type))?.get(name);
    if (property === undefined) x.ctx.report(element, findings.destructuring());
    const type = property?.optional ? unionOf([property.type, UNDEFINED]) : (property?.type ?? value.type);
    const read = x.make(element, type, { kind: "member", object: value, name, optional: false, access: "attribute" });
    const binding = x.bindingOfName(element.name);
    if (binding) x.flow(read, binding.type, element);
    return { kind: "declare", binding: binding?.id ?? 0, value: read, span: x.ctx.span(element) };
  });
}

function arrayPattern(x: Extractor, pattern: ts.ArrayBindingPattern, value: Expr): Stmt {
  const { type } = value;
  if (type.kind !== "tuple" || type.elements.length < pattern.elements.length) x.ctx.report(pattern, findings.destructuring());
  const bindings = pattern.elements.map((element, i) => {
    if (ts.isOmittedExpression(element)) return null;
    const binding = x.bindingOfName(element.name);
    const part = type.kind === "tuple" ? type.elements[i] : undefined;
    if (binding && part) x.ctx.unifier.unify(binding.type, part);
    return binding?.id ?? null;
  });
  return { kind: "unpack", bindings, value, span: x.ctx.span(pattern) };
}
