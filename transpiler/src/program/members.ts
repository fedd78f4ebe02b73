// `object.name` and `object[index]`.
import { ts } from "ts-morph";
import { findings } from "../diagnostics/catalogue.ts";
import type { Expr, MemberAccess } from "../tree/nodes.ts";
import { Cells } from "../types/cells.ts";
import {
  FAILED,
  optionsOf,
  type Property,
  STRING,
  type Type,
  UNDEFINED,
  UNKNOWN,
  unionOf,
  withoutNone,
} from "../types/type.ts";
import { mergedStorage, valueSymbol } from "./expressions.ts";
import type { Extractor } from "./extractor.ts";

const LENGTH = { low: 0, high: 0x1fffffff };
const BYTE_BOUNDS = { low: 0, high: 0xff };
/** A byte that is not stored anywhere. */
export const BYTE: Type = { kind: "number", cell: Cells.RVALUE };

export function propertyAccess(x: Extractor, node: ts.PropertyAccessExpression): Expr {
  const constant = enumMember(x, node) ?? namespaceMember(x, node);
  if (constant) return constant;
  if (node.expression.kind === ts.SyntaxKind.SuperKeyword) return superMember(x, node);
  const object = x.expression(node.expression);
  if (withoutNone(object.type).kind === "dict") return dottedKey(x, node, object);
  const optional = node.questionDotToken !== undefined;
  const found = memberOf(x, withoutNone(object.type), node.name.text, node);
  if (found.access === "attribute" && isMethod(x, node) && !isCallee(node))
    x.ctx.report(node, findings.detachedMethod(node.name.text));
  const own = optional ? unionOf([found.type, UNDEFINED]) : found.type;
  const type = x.narrowed(own, node);
  return endChain(
    x,
    node,
    x.make(node, type, { kind: "member", object, name: node.name.text, optional, access: found.access, wide: own }),
  );
}

/** `counts.cat` of an index signature is `counts["cat"]`. */
function dottedKey(x: Extractor, node: ts.PropertyAccessExpression, object: Expr): Expr {
  const index = x.make(node.name, STRING, { kind: "string", value: node.name.text });
  const optional = node.questionDotToken !== undefined;
  const dict = withoutNone(object.type);
  const value = dict.kind === "dict" ? dict.value : UNKNOWN;
  const type = x.narrowed(optional || x.unchecked ? unionOf([value, UNDEFINED]) : value, node);
  return endChain(x, node, x.make(node, type, { kind: "index", object, index, optional }));
}

/** Wraps the last link of an optional chain, so that lowering knows how much one None skips. */
export function endChain(x: Extractor, node: ts.Expression, expr: Expr): Expr {
  const isChain = (node.flags & ts.NodeFlags.OptionalChain) !== 0;
  const goesOn =
    node.parent &&
    (node.parent.flags & ts.NodeFlags.OptionalChain) !== 0 &&
    (node.parent as ts.PropertyAccessExpression).expression === node;
  if (!isChain || goesOn) return expr;
  const type = x.narrowed(unionOf([expr.type, UNDEFINED]), node);
  return x.make(node, type, { kind: "chain", value: expr });
}

function isCallee(node: ts.Expression): boolean {
  const { parent } = node;
  if (ts.isNonNullExpression(parent) || ts.isParenthesizedExpression(parent)) return isCallee(parent);
  return ts.isCallExpression(parent) && parent.expression === node;
}

function isMethod(x: Extractor, node: ts.PropertyAccessExpression): boolean {
  const symbol = x.ctx.checker.getSymbolAtLocation(node.name);
  return symbol !== undefined && (symbol.flags & ts.SymbolFlags.Method) !== 0;
}

function enumMember(x: Extractor, node: ts.PropertyAccessExpression): Expr | null {
  const symbol = x.ctx.checker.getSymbolAtLocation(node.name);
  if (!symbol || !(symbol.flags & ts.SymbolFlags.EnumMember)) return null;
  const value = x.ctx.checker.getConstantValue(symbol.valueDeclaration as ts.EnumMember);
  if (typeof value === "string") return x.make(node, STRING, { kind: "string", value });
  if (typeof value === "number") return x.make(node, { kind: "number", cell: Cells.RVALUE }, { kind: "number", value });
  x.ctx.report(node, findings.syntax("A computed enum member", "Give the member a constant value."));
  return x.none(node, "undefined");
}

/** What an object pattern takes under a key: a member, or an element where the keys are those of a dictionary or array. */
export function patternMember(
  x: Extractor,
  pattern: ts.Node,
  key: ts.PropertyName,
  object: Expr,
  mayMiss: boolean,
): Expr | null {
  const source = withoutNone(object.type);
  if (ts.isComputedPropertyName(key) || source.kind === "dict" || ts.isNumericLiteral(key)) {
    const index = keyOf(x, source, key);
    const element = source.kind === "dict" ? source.value : source.kind === "array" ? source.element : null;
    if (index === null || element === null) return null;
    const type = mayMiss ? unionOf([element, UNDEFINED]) : element;
    return x.make(key, type, { kind: "index", object, index, optional: false });
  }
  const { checker } = x.ctx;
  const symbol = checker.getPropertyOfType(checker.getTypeAtLocation(pattern), key.text);
  if (symbol && symbol.flags & ts.SymbolFlags.Method) x.ctx.report(key, findings.detachedMethod(key.text));
  const own = optionsOf(source).every((option) => x.ctx.unifier.members(option)?.has(key.text));
  if (!own && !["length", "size", "message", "name"].includes(key.text)) return null;
  const { type, access } = memberOf(x, source, key.text, key);
  return x.make(key, type, { kind: "member", object, name: key.text, optional: false, access, wide: type });
}

/** A text for a dictionary, a number for an array. */
function keyOf(x: Extractor, source: Type, key: ts.PropertyName): Expr | null {
  const wanted = source.kind === "dict" ? "string" : "number";
  if (ts.isComputedPropertyName(key)) {
    const given = x.expression(key.expression);
    return given.type.kind === wanted ? given : null;
  }
  if (wanted === "string") return x.make(key, STRING, { kind: "string", value: key.text });
  const isNumber = ts.isNumericLiteral(key);
  return isNumber ? x.make(key, BYTE, { kind: "number", value: Number(key.text) }) : null;
}

/** `module.name` of `import * as module`: the name itself. */
function namespaceMember(x: Extractor, node: ts.PropertyAccessExpression): Expr | null {
  if (!ts.isIdentifier(node.expression)) return null;
  const symbol = valueSymbol(x, node.expression);
  if (!symbol || !(symbol.flags & ts.SymbolFlags.ValueModule)) return null;
  return x.expression(node.name as ts.Identifier);
}

function superMember(x: Extractor, node: ts.PropertyAccessExpression): Expr {
  const own = x.ctx.classId === null ? null : x.ctx.program.classes[x.ctx.classId];
  const base = own?.base?.kind === "class" ? own.base.id : null;
  const property =
    base === null ? undefined : x.ctx.unifier.members({ kind: "instance", classId: base })?.get(node.name.text);
  if (property === undefined || !isCallee(node))
    x.ctx.report(node, findings.syntax("super in this place", "Call super.method()."));
  return x.make(node, property?.type ?? FAILED, { kind: "superMember", name: node.name.text });
}

interface Found {
  readonly type: Type;
  readonly access: MemberAccess;
}

function memberOf(x: Extractor, type: Type, name: string, node: ts.Node): Found {
  const found = optionsOf(type).map((option) => memberOfOption(x, option, name, node));
  const [first, ...others] = found;
  if (first === undefined) return { type: FAILED, access: "attribute" };
  for (const other of others) {
    if (other.access !== first.access) x.ctx.report(node, findings.unknownProperty(name, "this union"));
  }
  return {
    type: mergedStorage(
      x,
      found.map((one) => one.type),
    ),
    access: first.access,
  };
}

function memberOfOption(x: Extractor, type: Type, name: string, node: ts.Node): Found {
  const property = x.ctx.unifier.members(type)?.get(name) ?? staticMember(x, type, name);
  if (property) return { type: withUndefined(property), access: accessorOf(x, type, name) ? "accessor" : "attribute" };
  if (name === "length" || name === "size") {
    const bounds = type.kind === "tuple" ? { low: type.elements.length, high: type.elements.length } : LENGTH;
    return { type: { kind: "number", cell: x.ctx.cells.result(bounds) }, access: "library" };
  }
  const isError = type.kind === "error" || (type.kind === "instance" && extendsError(x, type.classId));
  if (isError && (name === "message" || name === "name")) return { type: STRING, access: "attribute" };
  if (!ts.isExpression(node)) return { type: FAILED, access: "library" };
  return { type: isCallee(node) ? { kind: "builtin", name } : x.read(node), access: "library" };
}

export function extendsError(x: Extractor, classId: number): boolean {
  const base = x.ctx.program.classes[classId]?.base;
  return base?.kind === "error" || (base?.kind === "class" && extendsError(x, base.id));
}

function withUndefined(property: Property): Type {
  return property.optional ? unionOf([property.type, UNDEFINED]) : property.type;
}

function staticMember(x: Extractor, type: Type, name: string): Property | undefined {
  for (let id = type.kind === "class" ? type.classId : null; id !== null; ) {
    const own: Property | undefined = x.ctx.program.classes[id]?.members.get(`static ${name}`);
    if (own) return own;
    const base: { kind: string; id?: number } | null | undefined = x.ctx.program.classes[id]?.base;
    id = base?.kind === "class" && base.id !== undefined ? base.id : null;
  }
  return undefined;
}

function accessorOf(x: Extractor, type: Type, name: string): boolean {
  for (let id = type.kind === "instance" ? type.classId : null; id !== null; ) {
    const own = x.ctx.program.classes[id];
    if (own?.accessors.has(name)) return true;
    id = own?.base?.kind === "class" ? own.base.id : null;
  }
  return false;
}

export function elementAccess(x: Extractor, node: ts.ElementAccessExpression): Expr {
  const object = x.expression(node.expression);
  const index = x.expression(node.argumentExpression);
  const optional = node.questionDotToken !== undefined;
  const type = x.narrowed(elementType(x, node, withoutNone(object.type), index), node);
  return endChain(
    x,
    node,
    x.make(node, optional ? unionOf([type, UNDEFINED]) : type, { kind: "index", object, index, optional }),
  );
}

function elementType(x: Extractor, node: ts.ElementAccessExpression, object: Type, index: Expr): Type {
  const maybe = (type: Type) =>
    x.ctx.checker.getTypeAtLocation(node).flags & ts.TypeFlags.Union && x.unchecked ? unionOf([type, UNDEFINED]) : type;
  if (object.kind === "array") return maybe(object.element);
  if (object.kind === "dict") return maybe(object.value);
  if (object.kind === "bytes") return maybe({ kind: "number", cell: x.ctx.cells.result(BYTE_BOUNDS) });
  if (object.kind === "string") return maybe(STRING);
  if (object.kind === "tuple" && index.kind === "number") return object.elements[index.value] ?? UNKNOWN;
  x.ctx.report(
    node,
    findings.library("This element access", "Use a Map for keys, an array for numbers, a property for a fixed name."),
  );
  return FAILED;
}
