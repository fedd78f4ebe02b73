// `value as T`. What TypeScript proves costs nothing; what a test can tell is tested when the program runs, and stops where
// it is not so; for anything else nothing proves it.
import { ts } from "ts-morph";
import { findings } from "../diagnostics/catalogue.ts";
import type { Expr } from "../tree/nodes.ts";
import { argumentsAs } from "../types/substitute.ts";
import { optionsOf, STRING, type Type, typeKey, unionOf } from "../types/type.ts";
import type { Extractor } from "./extractor.ts";
import { asFloat } from "./floats.ts";

export function cast(x: Extractor, node: ts.AsExpression | ts.TypeAssertion): Expr {
  const value = x.expression(node.expression);
  if (ts.isConstTypeReference(node.type)) return value;
  const { checker } = x.ctx;
  const [from, to] = [checker.getTypeAtLocation(node.expression), checker.getTypeAtLocation(node)];
  const target = isKey(checker, to) ? STRING : x.types.read(to, node);
  const isProven =
    checker.isTypeAssignableTo(from, to) || isCaughtError(x, value, target) || isFullLiteral(x, node, value, target);
  const tested = isProven || isLiteral(value) ? null : testedType(x, value.type, target);
  if (!isProven && tested === null)
    x.ctx.report(node, findings.unprovenCast(checker.typeToString(from), checker.typeToString(to)));
  if (tested && isAllOf(value.type, tested)) return x.make(node, tested, { kind: "view", value });
  if (tested) return x.make(node, tested, { kind: "cast", value });
  if (target.kind === "float") asFloat(x, value);
  x.ctx.unifier.place = { module: x.ctx.module, span: x.ctx.span(node) };
  x.ctx.unifier.flow(value.type, target);
  const isNumeric = target.kind === "number" || target.kind === "float";
  return x.make(node, isNumeric ? value.type : target, { kind: "view", value });
}

/** A type parameter for keys of another: whatever they are, they are texts. */
function isKey(checker: ts.TypeChecker, type: ts.Type): boolean {
  const bound = type.flags & ts.TypeFlags.TypeParameter ? checker.getBaseConstraintOfType(type) : undefined;
  return bound?.isUnion() === true && bound.types.some((part) => (part.flags & ts.TypeFlags.ESSymbolLike) !== 0);
}

/** The cast says what the literal is: it must have all that this asks for. */
function isLiteral({ kind }: Expr): boolean {
  return ["array", "record", "merge", "dictionary"].includes(kind);
}

function isFullLiteral(
  x: Extractor,
  { expression }: ts.AsExpression | ts.TypeAssertion,
  value: Expr,
  target: Type,
): boolean {
  return isLiteral(value) && isLike(x, x.untied(expression), target);
}

/** What a catch receives is an Error, whatever TypeScript knows. */
function isCaughtError(x: Extractor, value: Expr, target: Type): boolean {
  return (
    value.kind === "name" &&
    x.ctx.program.bindings[value.binding]?.kind === "caught" &&
    target.kind === "error" &&
    target.name === "Error"
  );
}

/** Kinds that Python's types tell from all others. */
const TOLD: ReadonlySet<string> = new Set([
  "string",
  "number",
  "boolean",
  "none",
  "array",
  "tuple",
  "dict",
  "instance",
  "error",
]);
const OPEN: ReadonlySet<string> = new Set(["unknown", "json"]);

/** The value's type as the cast leaves it; null where no test can tell. */
function testedType(x: Extractor, source: Type, target: Type): Type | null {
  const given = optionsOf(source);
  const isOpen = given.some(({ kind }) => OPEN.has(kind));
  const kept = optionsOf(target).map((option) => {
    const own = given.find((one) => isLike(x, one, option) || isBounded(x, one, option));
    if (own) return own;
    const isAbove = given.some((one) => one.kind === "instance" && isBelow(x, option, one));
    const isPart = given.some(({ kind }) => kind === "json") && isJson(option);
    return isAbove || isPart || (isOpen && isTold(x, option)) ? x.ctx.open(option) : null;
  });
  if (kept.length === 0 || !kept.every((option) => option !== null)) return null;
  const left = given.filter((one) => !kept.includes(one) && one.kind !== "none");
  const places = [left, kept].map((types) => types.map(placeOf));
  const isClear = left.every(
    (one) => OPEN.has(one.kind) || one.kind === "instance" || !places[1]?.includes(placeOf(one)),
  );
  const isTestable = kept.every(({ kind }) => TOLD.has(kind)) || left.every(({ kind }) => TOLD.has(kind));
  for (const option of kept) for (const one of given) if (one.kind === "instance") x.ctx.unifier.flow(option, one);
  return isClear && isTestable ? unionOf(kept) : null;
}

/** Arrays and tuples are the same to Python. */
function placeOf({ kind }: Type): string {
  return kind === "tuple" ? "array" : kind;
}

/** The same but for the values of texts and numbers, of which the device's types say nothing. */
function isLike(x: Extractor, a: Type, b: Type): boolean {
  if (a.kind === "parameter" && b.kind === "parameter") return a.id === b.id;
  if (a.kind !== b.kind || a.kind === "unknown") return false;
  return typeKey(a) === typeKey(b) || x.ctx.forms.of(a) === x.ctx.forms.of(b);
}

/** `key as K`, where K is one of several texts: the device's type is that of all texts. */
function isBounded(x: Extractor, type: Type, wanted: Type): boolean {
  const bound = wanted.kind === "parameter" ? x.ctx.unifier.typeParameter(wanted).constraint : null;
  return type.kind === "string" && bound?.kind === "string";
}

function isBelow(x: Extractor, type: Type, above: Extract<Type, { kind: "instance" }>): boolean {
  return type.kind === "instance" && argumentsAs(x.ctx.program, type, above.classId) !== null;
}

/** What JSON is made of. */
function isJson(type: Type): boolean {
  if (type.kind === "none") return type.flavour === "null";
  return (
    (type.kind === "array" && type.element.kind === "json") || (type.kind === "dict" && type.value.kind === "json")
  );
}

/** A test of the value alone tells: of a list nothing is known of what is in it. */
function isTold(x: Extractor, type: Type): boolean {
  if (type.kind === "instance") return x.ctx.program.classes[type.classId]?.typeParameters.length === 0;
  if (type.kind === "array") return type.element.kind === "unknown";
  return ["string", "number", "boolean", "error"].includes(type.kind);
}

/** Nothing of what the value may be is left out. */
function isAllOf(source: Type, kept: Type): boolean {
  return optionsOf(source).every((option) => optionsOf(kept).includes(option));
}
