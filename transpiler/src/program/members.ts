// `object.name` and `object[index]`.
import { ts } from "ts-morph";
import { findings } from "../diagnostics/catalogue.ts";
import type { Class, Expr, ThisForm } from "../tree/nodes.ts";
import { ITERATOR } from "../types/iteration.ts";
import {
  FAILED,
  isReadByPlace,
  noneFlavour,
  optionsOf,
  type Property,
  STRING,
  type Type,
  UNDEFINED,
  UNKNOWN,
  unionOf,
  VOID,
  withoutNone,
} from "../types/type.ts";
import { isWords } from "../types/typed-arrays.ts";
import { asksForPresence, mayBeMissing } from "./asked.ts";
import { noteStringified } from "./calls.ts";
import { asKey, enumMember } from "./enums.ts";
import { NUMBER } from "./expressions.ts";
import type { Extractor } from "./extractor.ts";
import { isMathConstant, refuseFloat } from "./floats.ts";
import { noteThis } from "./functions.ts";
import { memberAt } from "./generic-uses.ts";
import { elementOfAny, oneOf } from "./iteration.ts";
import { keyedMember } from "./keyed-members.ts";
import { isLibraryFunction, libraryValue } from "./library-values.ts";
import { type Found, memberOf } from "./member-lookup.ts";
import { constantName, isSymbolIterator, privateMember } from "./member-names.ts";
import { namespaceMember } from "./namespaces.ts";

/** Members of typed arrays that tell of the memory below them. */
const MEMORY = new Set(["buffer", "byteOffset"]);

type MemberNode = ts.PropertyAccessExpression | ts.ElementAccessExpression;

export function propertyAccess(x: Extractor, node: ts.PropertyAccessExpression): Expr {
  const constant = enumMember(x, node) ?? namespaceMember(x, node);
  if (constant) return constant;
  if (node.expression.kind === ts.SyntaxKind.SuperKeyword) return superMember(x, node);
  if (isMathConstant(x, node)) {
    x.ctx.report(node, findings.notAnInteger());
    return x.make(node, FAILED, { kind: "none", flavour: "undefined" });
  }
  const object = x.expression(node.expression);
  if (withoutNone(object.type).kind === "dict") return dottedKey(x, node, object);
  const optional = node.questionDotToken !== undefined;
  const name = ts.isPrivateIdentifier(node.name) ? (privateMember(x, node.name)?.name ?? "") : node.name.text;
  return memberAccess(x, node, object, name, optional);
}

function memberAccess(x: Extractor, node: MemberNode, object: Expr, name: string, optional: boolean): Expr {
  if (!isCallee(node) && isLibraryFunction(x, node, object, name)) return libraryMember(x, node, object, name);
  const found = memberOf(x, withoutNone(object.type), name, node);
  // Whether there is a method at all is no harm to it.
  const isUsed = !isCallee(node) && !asksForPresence(x.ctx.checker, node);
  if (found.access === "attribute" && isMethod(x, node) && isUsed) x.ctx.report(node, findings.detachedMethod(name));
  if (isUsed) noteRead(x, node, found);
  if (MEMORY.has(name) && isWords(withoutNone(object.type))) {
    x.ctx.program.wordsShared = true;
    x.ctx.program.buffersSeen = true;
  }
  const own = optional ? unionOf([found.type, UNDEFINED]) : found.type;
  // A method of the library has no type of ours to be narrowed.
  const type = found.type.kind === "builtin" ? own : x.narrowed(own, node);
  return endChain(x, node, x.make(node, type, { kind: "member", object, ...found, optional, wide: own }));
}

function libraryMember(x: Extractor, node: MemberNode, object: Expr, name: string): Expr {
  const type: Type = { kind: "builtin", name };
  const member = { kind: "member", object, name, optional: false, access: "library" } as const;
  const callee = x.make(node, type, { ...member, slot: null, writes: null, wide: type });
  return libraryValue(x, node, callee, (args) => noteStringified(x, callee, args));
}

/** `counts.cat` of an index signature is `counts["cat"]`. */
function dottedKey(x: Extractor, node: ts.PropertyAccessExpression, object: Expr): Expr {
  const index = x.make(node.name, STRING, { kind: "string", value: node.name.text });
  const optional = node.questionDotToken !== undefined;
  const dict = withoutNone(object.type);
  const value = dict.kind === "dict" ? dict.value : UNKNOWN;
  const narrowed = x.narrowed(optional || x.unchecked ? unionOf([value, UNDEFINED]) : value, node);
  const type = mayBeMissing(x.ctx.checker, node, dict, narrowed) ? unionOf([narrowed, UNDEFINED]) : narrowed;
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
  if (expr.type.kind === "void") return x.make(node, VOID, { kind: "chain", value: expr });
  const narrowed = x.narrowed(unionOf([expr.type, UNDEFINED]), node);
  const type = skipsUnseen(x, node, expr) ? unionOf([narrowed, UNDEFINED]) : narrowed;
  return x.make(node, type, { kind: "chain", value: expr });
}

/** An object of the chain may be missing although TypeScript's type does not say so: an element of a record. */
function skipsUnseen(x: Extractor, node: ts.Expression, expr: Expr): boolean {
  if (!isLink(node) || (expr.kind !== "member" && expr.kind !== "index" && expr.kind !== "call")) return false;
  const object = expr.kind === "call" ? expr.callee : expr.object;
  const known = x.ctx.checker.getTypeAtLocation(node.expression);
  const isSeen = x.ctx.checker.getNonNullableType(known) !== known;
  return (expr.optional && noneFlavour(object.type) !== null && !isSeen) || skipsUnseen(x, node.expression, object);
}

function isLink(
  node: ts.Expression,
): node is ts.PropertyAccessExpression | ts.ElementAccessExpression | ts.CallExpression {
  return ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node) || ts.isCallExpression(node);
}

export function isCallee(node: ts.Expression): boolean {
  const { parent } = node;
  if (ts.isNonNullExpression(parent) || ts.isParenthesizedExpression(parent)) return isCallee(parent);
  return ts.isCallExpression(parent) && parent.expression === node;
}

/** A function that is read may be a method of the object, whatever TypeScript calls it. */
function noteRead(x: Extractor, node: ts.Node, { name, slot, type }: Found): void {
  const isFunction = optionsOf(type).some((option) => option.kind === "function");
  if (slot !== null && isFunction) x.ctx.reads.push({ node, name, slot });
}

function isMethod(x: Extractor, node: MemberNode): boolean {
  const symbol = x.ctx.checker.getSymbolAtLocation(
    ts.isPropertyAccessExpression(node) ? node.name : node.argumentExpression,
  );
  return symbol !== undefined && (symbol.flags & ts.SymbolFlags.Method) !== 0;
}

/** Properties of the library's values that a pattern may take. */
const PLAIN_PROPERTIES = new Set(["length", "size", "message", "name", "byteLength"]);

/**
 * What an object pattern takes under a key: a member, or an element where the keys are those of a dictionary or array.
 * @param given the value of a computed key, where it is known by a name already
 */
export function patternMember(
  x: Extractor,
  pattern: ts.Node,
  key: ts.PropertyName,
  object: Expr,
  mayMiss: boolean,
  given?: Expr,
): Expr | null {
  const source = withoutNone(object.type);
  const name = constantName(x, key);
  if (name === null || source.kind === "dict" || (source.kind === "array" && name !== "length")) {
    const index = keyOf(x, source, key, given);
    const element = source.kind === "dict" ? source.value : source.kind === "array" ? source.element : null;
    if (index === null || element === null) return null;
    const type = mayMiss ? unionOf([element, UNDEFINED]) : element;
    return x.make(key, type, { kind: "index", object, index, optional: false });
  }
  const { checker } = x.ctx;
  const symbol = checker.getPropertyOfType(checker.getTypeAtLocation(pattern), name);
  if (symbol && symbol.flags & ts.SymbolFlags.Method) x.ctx.report(key, findings.detachedMethod(name));
  const own = optionsOf(source).every((option) => x.ctx.unifier.members(option)?.has(name));
  if (!own && !PLAIN_PROPERTIES.has(name)) return null;
  const found = memberOf(x, source, name, key);
  noteRead(x, key, found);
  return x.make(key, found.type, { kind: "member", object, ...found, optional: false, wide: found.type });
}

/** A text for a dictionary, a number for an array. */
function keyOf(x: Extractor, source: Type, key: ts.PropertyName, given?: Expr): Expr | null {
  const wanted = source.kind === "dict" ? "string" : "number";
  if (ts.isComputedPropertyName(key)) {
    const computed = given ?? x.expression(key.expression);
    return computed.type.kind === wanted ? computed : null;
  }
  if (wanted === "string") return x.make(key, STRING, { kind: "string", value: key.text });
  const isNumber = ts.isNumericLiteral(key);
  return isNumber ? x.make(key, NUMBER, { kind: "number", value: Number(key.text) }) : null;
}

function superMember(x: Extractor, node: ts.PropertyAccessExpression): Expr {
  const { receiver } = x.ctx;
  const own = receiver && x.ctx.program.classes[receiver.classId];
  const found = own?.base && receiver ? superProperty(x, own.base, receiver.form, node) : undefined;
  if (!own || !found || (isMethod(x, node) && !isCallee(node))) {
    x.ctx.report(node, findings.syntax("super in this place", "Call super.method()."));
    return x.make(node, FAILED, { kind: "none", flavour: "undefined" });
  }
  noteThis(x);
  const isAccessor = x.ctx.program.slots.form(found.slot) !== "attribute";
  const symbol = isCallee(node) ? undefined : x.ctx.checker.getSymbolAtLocation(node.name);
  const type = memberAt(x, x.ctx.unifier.instanceOf(own.id), found.reads ?? found.type, symbol, node);
  return x.make(node, type, {
    kind: "superMember",
    classId: own.id,
    form: receiver?.form ?? "self",
    name: found.name,
    isAccessor,
    writes: found.writes ?? null,
  });
}

function superProperty(
  x: Extractor,
  base: NonNullable<Class["base"]>,
  form: ThisForm,
  node: ts.PropertyAccessExpression,
): Property | undefined {
  const name = node.name.text;
  if (base.kind === "error") return undefined;
  const above: Type = form === "self" ? x.ctx.unifier.instanceOf(base.id) : { kind: "class", classId: base.id };
  return x.ctx.unifier.members(above)?.get(name);
}

/** `object["name"]` of what has declared members is `object.name`. */
function constantKey(x: Extractor, node: ts.ElementAccessExpression, object: Expr): string | null {
  const named = optionsOf(withoutNone(object.type)).every((option) =>
    ["record", "instance", "class"].includes(option.kind),
  );
  const type = x.ctx.checker.getTypeAtLocation(node.argumentExpression);
  if (!named) return null;
  if (type.isStringLiteral()) return type.value;
  return type.isNumberLiteral() ? String(type.value) : null;
}

export function elementAccess(x: Extractor, node: ts.ElementAccessExpression): Expr {
  if (isSymbolIterator(node.argumentExpression)) return symbolMember(x, node);
  const constant = enumMember(x, node);
  if (constant) return constant;
  const object = x.expression(node.expression);
  const key = constantKey(x, node, object);
  if (key !== null) x.ctx.program.bracketed.add(key);
  if (key !== null) return memberAccess(x, node, object, key, node.questionDotToken !== undefined);
  const keyed = keyedMember(x, node, object);
  if (keyed) return keyed;
  const given = x.expression(node.argumentExpression);
  refuseFloat(x, given, node.argumentExpression);
  const index = withoutNone(object.type).kind === "dict" ? asKey(x, node, given) : given;
  const optional = node.questionDotToken !== undefined;
  const whole = withoutNone(object.type);
  const narrowed = x.narrowed(elementType(x, node, whole, index), node);
  // A place that a tuple has is never empty.
  const isThere = whole.kind === "tuple" && index.kind === "number" && index.value in whole.elements;
  const mayMiss = optional || (!isThere && mayBeMissing(x.ctx.checker, node, whole, narrowed));
  const type = mayMiss ? unionOf([narrowed, UNDEFINED]) : narrowed;
  return endChain(x, node, x.make(node, type, { kind: "index", object, index, optional }));
}

/** `object[Symbol.iterator]`, to be called. */
function symbolMember(x: Extractor, node: ts.ElementAccessExpression): Expr {
  const object = x.expression(node.expression);
  const found = memberOf(x, withoutNone(object.type), ITERATOR, node);
  if (!isCallee(node) || node.questionDotToken) x.ctx.report(node, findings.detachedMethod(ITERATOR));
  return x.make(node, found.type, { kind: "member", object, ...found, optional: false, wide: found.type });
}

function elementType(x: Extractor, node: ts.ElementAccessExpression, object: Type, index: Expr): Type {
  const maybe = (type: Type) =>
    x.ctx.checker.getTypeAtLocation(node).flags & ts.TypeFlags.Union && x.unchecked ? unionOf([type, UNDEFINED]) : type;
  if (object.kind === "array") return maybe(object.element);
  if (object.kind === "dict") return maybe(object.value);
  if (object.kind === "typedArray") return maybe(x.ctx.unifier.typedElement(object));
  if (object.kind === "string") return maybe(STRING);
  if (object.kind === "tuple" && index.kind === "number") return object.elements[index.value] ?? UNDEFINED;
  if (object.kind === "tuple" && index.type.kind === "number") return maybe(oneOf(x, object.elements, node));
  const either = placeOfAny(x, object, index, node) ?? elementOfAny(x, object, node);
  if (either) return maybe(either);
  x.ctx.report(
    node,
    findings.library("This element access", "Use a Map for keys, an array for numbers, a property for a fixed name."),
  );
  return FAILED;
}

/** What is at a place that is written down, of what may be one of several tuples; null for anything else. */
function placeOfAny(x: Extractor, object: Type, index: Expr, node: ts.Node): Type | null {
  if (object.kind !== "union" || index.kind !== "number" || !isReadByPlace(object)) return null;
  const places = object.options.map((option) =>
    option.kind === "tuple" ? (option.elements[index.value] ?? UNDEFINED) : (x.ctx.unifier.item(option) ?? UNDEFINED),
  );
  return oneOf(x, places, node);
}
