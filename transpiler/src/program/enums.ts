// Enums: constant members are their values; the object behind the enum, which maps names to values and numbers back to
// names, is made where a program looks into it.
import { ts } from "ts-morph";
import { findings } from "../diagnostics/catalogue.ts";
import type { Binding, Expr, Stmt } from "../tree/nodes.ts";
import { Cells } from "../types/cells.ts";
import { optionsOf, STRING, type Type } from "../types/type.ts";
import type { Context } from "./context.ts";
import { valueSymbol } from "./expressions.ts";
import type { Extractor } from "./extractor.ts";
import { refuseFloat } from "./floats.ts";
import { hasModifier } from "./functions.ts";

type EnumAccess = ts.PropertyAccessExpression | ts.ElementAccessExpression;

/** `E.A`, `E["A"]`, and `E[0]` where the number is known; null for what has to look into the object. */
export function enumMember(x: Extractor, node: EnumAccess): Expr | null {
  const symbol = enumSymbol(x, node.expression);
  if (symbol === null) return null;
  const key = keyOf(x, node);
  if (typeof key === "string") {
    const member = membersOf(symbol).find((one) => nameOf(one) === key);
    return member ? constantValue(x, node, member) : null;
  }
  const name = key === null ? null : reverse(x, symbol, key);
  return name === null ? null : x.make(node, STRING, { kind: "string", value: name });
}

/** Within the enum its members are names. */
export function memberByName(x: Extractor, node: ts.Identifier, member: ts.EnumMember): Expr {
  const constant = constantValue(x, node, member);
  if (constant) return constant;
  const object = x.expression(member.parent.name);
  const read = x.read(node);
  const values = object.type.kind === "dict" ? optionsOf(object.type.value) : [];
  const type = values.find((option) => option.kind === read.kind) ?? read;
  return x.make(node, type, { kind: "index", object, index: nameExpr(x, member), optional: false });
}

/** The enum that an expression names. */
function enumSymbol(x: Extractor, node: ts.Expression): ts.Symbol | null {
  const name = ts.isPropertyAccessExpression(node) ? node.name : node;
  const symbol = ts.isIdentifier(name) ? valueSymbol(x, name) : undefined;
  return symbol && symbol.flags & ts.SymbolFlags.Enum ? symbol : null;
}

function membersOf(symbol: ts.Symbol): ts.EnumMember[] {
  const parts = symbol.declarations?.filter((one) => ts.isEnumDeclaration(one)) ?? [];
  return parts.flatMap((part) => [...part.members]);
}

function nameOf({ name }: ts.EnumMember): string {
  return ts.isComputedPropertyName(name) ? name.getText().slice(2, -2) : name.text;
}

function keyOf(x: Extractor, node: EnumAccess): string | number | null {
  if (ts.isPropertyAccessExpression(node)) return node.name.text;
  const type = x.ctx.checker.getTypeAtLocation(node.argumentExpression);
  return type.isStringLiteral() || type.isNumberLiteral() ? type.value : null;
}

/** A constant member's value; null for one that is computed when the program runs. */
function constantValue(x: Extractor, node: ts.Node, member: ts.EnumMember): Expr | null {
  const value = x.ctx.checker.getConstantValue(member);
  if (value === undefined) return null;
  if (typeof value === "string") return x.make(node, STRING, { kind: "string", value });
  if (!Number.isInteger(value) || Object.is(value, -0)) x.ctx.report(node, findings.notAnInteger());
  else if (!Number.isSafeInteger(value)) x.ctx.report(node, findings.tooLarge("this member", value, value));
  return x.make(node, { kind: "number", cell: Cells.RVALUE }, { kind: "number", value });
}

/** The last member with the value gave the number its name. */
function reverse(x: Extractor, symbol: ts.Symbol, value: number): string | null {
  const members = membersOf(symbol);
  const values = members.map((member) => x.ctx.checker.getConstantValue(member));
  if (values.includes(undefined)) return null;
  const member = members[values.lastIndexOf(value)];
  return member ? nameOf(member) : null;
}

/** What is in the object: texts, or numbers and the names of numbers. */
export function enumValueType(ctx: Context, symbol: ts.Symbol): Type {
  const values = membersOf(symbol).map((member) => ctx.checker.getConstantValue(member));
  if (values.every((value) => typeof value === "string")) return STRING;
  return { kind: "union", options: [{ kind: "number", cell: ctx.cells.fresh(null) }, STRING] };
}

export function enumDeclaration(x: Extractor, node: ts.EnumDeclaration): Stmt[] {
  if (hasModifier(node, ts.SyntaxKind.DeclareKeyword)) {
    x.ctx.report(node, findings.syntax("An enum that is only declared", "Write it in a module of the program."));
    return [];
  }
  const binding = x.bindingOfName(node.name);
  if (binding === null) return [];
  const isFirst = x.ctx.checker.getSymbolAtLocation(node.name)?.declarations?.[0] === node;
  const computed = node.members.findIndex((member) => x.ctx.checker.getConstantValue(member) === undefined);
  const known = isFirst ? node.members.slice(0, computed < 0 ? undefined : computed) : [];
  const object = isFirst ? [knownObject(x, node, binding, known)] : [];
  return [...object, ...node.members.slice(known.length).map((member) => assignment(x, member, binding))];
}

/** The object with the members that come before the first that is computed. */
function knownObject(
  x: Extractor,
  node: ts.EnumDeclaration,
  binding: Binding,
  members: readonly ts.EnumMember[],
): Stmt {
  const entries = members.flatMap((member) => {
    const value = initialValue(x, member);
    const name = nameExpr(x, member);
    store(x, binding, value, member);
    store(x, binding, name, member);
    const back = { key: asKey(x, member, value), value: name };
    return value.type.kind === "string" ? [{ key: name, value }] : [{ key: name, value }, back];
  });
  const value = x.make(node.name, binding.type, { kind: "dictionary", entries });
  return { kind: "declare", binding: binding.id, value, span: x.ctx.span(node.name) };
}

/** `E[E["A"] = value] = "A"`, as TypeScript writes it; a text has no way back. */
function assignment(x: Extractor, member: ts.EnumMember, binding: Binding): Stmt {
  const value = initialValue(x, member);
  const set = (key: Expr, given: Expr): Expr => {
    const object = x.make(member, binding.type, { kind: "name", binding: binding.id, wide: binding.type });
    const target = x.make(member, given.type, { kind: "index", object, index: key, optional: false });
    store(x, binding, given, member);
    return x.make(member, given.type, { kind: "assign", target, operator: null, value: given });
  };
  const name = nameExpr(x, member);
  const stored = set(name, value);
  const whole = value.type.kind === "string" ? stored : set(asKey(x, member, stored), name);
  return { kind: "expression", value: whole, span: x.ctx.span(member) };
}

function initialValue(x: Extractor, member: ts.EnumMember): Expr {
  const { initializer } = member;
  return constantValue(x, member, member) ?? (initializer ? x.expression(initializer) : x.none(member, "undefined"));
}

function nameExpr(x: Extractor, member: ts.EnumMember): Expr {
  return x.make(member.name, STRING, { kind: "string", value: nameOf(member) });
}

function store(x: Extractor, { type }: Binding, value: Expr, node: ts.Node): void {
  if (type.kind === "dict") x.flow(value, type.value, node);
}

/** The text that a number is as a key of an object. */
export function asKey(x: Extractor, node: ts.Node, key: Expr): Expr {
  refuseFloat(x, key, node);
  return key.type.kind === "number" ? x.make(node, STRING, { kind: "template", texts: ["", ""], values: [key] }) : key;
}
