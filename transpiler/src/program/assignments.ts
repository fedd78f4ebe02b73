// Assignments: `=`, the operators that read and write, `++` and `--`, and where they write to.
import { ts } from "ts-morph";
import { findings } from "../diagnostics/catalogue.ts";
import type { BinaryOperator, Expr } from "../tree/nodes.ts";
import { mayBe, optionsOf, STRING, type Type, unionOf, withoutNone } from "../types/type.ts";
import { isTypedArray } from "../types/typed-arrays.ts";
import { noteUse } from "./bindings.ts";
import { NUMBER } from "./expressions.ts";
import type { Extractor } from "./extractor.ts";
import { refuseFloat, unrounded } from "./floats.ts";
import { keyedTarget, slotsOf } from "./keyed-members.ts";
import { isPattern } from "./pattern-parts.ts";
import { destructuringAssignment } from "./patterns.ts";

export function update(x: Extractor, node: ts.Expression, operand: ts.Expression, step: 1 | -1, prefix: boolean): Expr {
  const target = targetOf(x, operand);
  if (mayBe(target.type, "float")) x.ctx.report(node, findings.unrounded(step > 0 ? "+" : "-"));
  return x.make(node, NUMBER, { kind: "update", target, step, prefix });
}

export function assignment(x: Extractor, node: ts.BinaryExpression, text: string): Expr {
  if (isPattern(node.left)) return destructuringAssignment(x, node, node.left);
  const target = targetOf(x, node.left);
  const value = x.expression(node.right);
  const declared = declaredTarget(x, target);
  const operator = text === "=" ? null : (text.slice(0, -1) as BinaryOperator);
  const stores = operator === null || ["&&", "||", "??"].includes(operator);
  if (stores) storeInto(x, target, value, declared, node.right);
  else if (!mayBe(declared, "string")) {
    const refused = unrounded(x, node, operator as string, { ...target, type: declared }, value);
    if (refused) return refused;
  }
  const type = operator === null ? value.type : resultType(declared, operator, value.type);
  // `record[key] ??= value` asks first whether there is a value.
  const read = stores && operator !== null && target.kind === "index" ? unionOf([declared, target.type]) : declared;
  return x.make(node, type, { kind: "assign", target: { ...target, type: read }, operator, value });
}

/** `node = value` for a value that a pattern takes from elsewhere. */
export function assignTo(x: Extractor, node: ts.Expression, value: () => Expr): Expr {
  const target = targetOf(x, node);
  const given = value();
  const declared = declaredTarget(x, target);
  storeInto(x, target, given, declared, node);
  return x.make(node, given.type, {
    kind: "assign",
    target: { ...target, type: declared },
    operator: null,
    value: given,
  });
}

/** What a setter takes is its own; that its number is read again is for the getter to say. */
function storeInto(x: Extractor, target: Expr, value: Expr, declared: Type, node: ts.Node): void {
  if (isTyped(target)) return refuseFloat(x, value, node);
  const writes = target.kind === "member" || target.kind === "superMember" ? target.writes : null;
  if (writes === null) return x.flow(value, declared, node);
  x.flow(value, writes, node);
  for (const option of optionsOf(value.type))
    if (option.kind !== "number" && option.kind !== "float") x.link(option, declared, node);
}

/** What is written to. */
export function targetOf(x: Extractor, node: ts.Expression): Expr {
  const target = x.expression(placeOf(node));
  if (target.kind === "name") {
    const binding = x.ctx.program.bindings[target.binding];
    if (binding) noteUse(x.ctx, binding, true);
  } else if (target.kind === "member") x.ctx.writes.push({ node, slot: target.slot });
  else if (target.kind === "keyed") for (const slot of slotsOf(x, target)) x.ctx.writes.push({ node, slot });
  else if (target.kind !== "index" && target.kind !== "superMember") x.ctx.report(node, findings.destructuring());
  return target;
}

/** `xs[i]!` and `(x)` are the places themselves. */
function placeOf(node: ts.Expression): ts.Expression {
  const isAround =
    ts.isParenthesizedExpression(node) ||
    ts.isNonNullExpression(node) ||
    ts.isAsExpression(node) ||
    ts.isSatisfiesExpression(node);
  return isAround ? placeOf(node.expression) : node;
}

/** An element of a typed array takes any integer and keeps its low bits. */
function isTyped(target: Expr): boolean {
  return target.kind === "index" && isTypedArray(withoutNone(target.object.type));
}

function resultType(declared: Type, operator: string, value: Type): Type {
  if (["&&", "||", "??"].includes(operator)) return withoutNone(declared).kind === value.kind ? value : declared;
  return optionsOf(declared).some((option) => option.kind === "string") ? STRING : NUMBER;
}

function tupleElement(x: Extractor, elements: readonly Type[], index: Expr): Type {
  const known = index.kind === "number" ? elements[index.value] : undefined;
  return known ?? x.ctx.unifier.merge(elements);
}

/** The type of the storage itself, not what control flow knows of its present value. */
function declaredTarget(x: Extractor, target: Expr): Type {
  if (target.kind === "name") return x.ctx.program.bindings[target.binding]?.type ?? target.type;
  if (target.kind === "member") return target.wide;
  if (target.kind === "keyed") return keyedTarget(x, target);
  if (target.kind !== "index") return target.type;
  const object = withoutNone(target.object.type);
  if (object.kind === "array") return object.element;
  if (object.kind === "tuple") return tupleElement(x, object.elements, target.index);
  return object.kind === "dict" ? object.value : target.type;
}
