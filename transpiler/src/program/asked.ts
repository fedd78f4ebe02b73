// Where an element may be missing although its type does not say so: `xs[i] ?? 0`, `if (counts[word])`,
// `text[i] === "a"` go on with undefined, as nothing there is broken by it. Elsewhere a missing element stops.
import { ts } from "ts-morph";
import { noneFlavour, type Type } from "../types/type.ts";

/**
 * absence: the place is about the missing value itself; nullish and truth: there null and undefined are alike;
 * equality: the place compares with a value that is neither.
 */
type Asked = "absence" | "nullish" | "truth" | "equality";

const K = ts.SyntaxKind;
const NULLISH = new Set([K.QuestionQuestionToken, K.QuestionQuestionEqualsToken]);
const LOGICAL = new Set([
  K.BarBarToken,
  K.AmpersandAmpersandToken,
  K.BarBarEqualsToken,
  K.AmpersandAmpersandEqualsToken,
]);
const STRICT = new Set([K.EqualsEqualsEqualsToken, K.ExclamationEqualsEqualsToken]);
const LOOSE = new Set([K.EqualsEqualsToken, K.ExclamationEqualsToken]);

/** Of an array or bytes only where a missing element is meant: a test of every element must stay fast. */
export function mayBeMissing(checker: ts.TypeChecker, node: ts.Expression, object: Type, element: Type): boolean {
  const how = asked(checker, node);
  if (how === null) return false;
  const holdsNull = noneFlavour(element) === "null" || element.kind === "json";
  if (holdsNull && how !== "nullish" && how !== "truth") return object.kind === "dict" && element.kind === "json";
  return object.kind === "string" || object.kind === "dict" || how === "absence" || how === "nullish";
}

/** null and undefined mean the same to the expression around this one. */
export function takesBothNones(checker: ts.TypeChecker, node: ts.Node): boolean {
  const how = isDropped(node) ? "nullish" : asked(checker, node);
  return how === "nullish" || how === "truth";
}

/** The place wants to know whether there is a value, and does nothing with it. */
export function asksForPresence(checker: ts.TypeChecker, node: ts.Expression): boolean {
  const { parent } = node;
  if (ts.isParenthesizedExpression(parent)) return asksForPresence(checker, parent);
  // Who takes it as unknown cannot call it: the predicate of find().
  if (ts.isArrowFunction(parent) && (checker.getContextualType(node)?.flags ?? 0) & ts.TypeFlags.Unknown) return true;
  if (ts.isTypeOfExpression(parent) || isCondition(node, parent)) return true;
  if (ts.isPrefixUnaryExpression(parent)) return parent.operator === K.ExclamationToken;
  if (ts.isBinaryExpression(parent)) {
    const { kind } = parent.operatorToken;
    const other = parent.left === node ? parent.right : parent.left;
    const isNone = other.kind === K.NullKeyword || (ts.isIdentifier(other) && other.text === "undefined");
    return (
      (isNone && (STRICT.has(kind) || LOOSE.has(kind))) || (LOGICAL.has(kind) && asked(checker, parent) === "truth")
    );
  }
  return false;
}

/** Nobody looks at the value. */
function isDropped(node: ts.Node): boolean {
  const { parent } = node;
  if (ts.isParenthesizedExpression(parent)) return isDropped(parent);
  if (ts.isConditionalExpression(parent)) return parent.condition !== node && isDropped(parent);
  if (ts.isBinaryExpression(parent) && parent.operatorToken.kind === K.CommaToken)
    return parent.left === node || isDropped(parent);
  return ts.isExpressionStatement(parent) || ts.isVoidExpression(parent);
}

function asked(checker: ts.TypeChecker, node: ts.Node): Asked | null {
  const { parent } = node;
  if (ts.isParenthesizedExpression(parent)) return asked(checker, parent);
  if (ts.isBinaryExpression(parent)) return askedByOperator(checker, node, parent);
  if (ts.isPrefixUnaryExpression(parent) && parent.operator === K.ExclamationToken) return "truth";
  if (isCondition(node, parent)) return "truth";
  if (ts.isSwitchStatement(parent)) return "equality";
  if (ts.isTypeOfExpression(parent)) return askedByTypeof(parent);
  if (isOptionalLink(node, parent)) return "nullish";
  return ts.isExpressionStatement(parent) || expectsUndefined(checker, node) ? "absence" : null;
}

function askedByOperator(
  checker: ts.TypeChecker,
  node: ts.Node,
  { left, right, operatorToken }: ts.BinaryExpression,
): Asked | null {
  const { kind, parent } = operatorToken;
  const other = node === left ? right : left;
  if (NULLISH.has(kind)) return node === left ? "nullish" : null;
  if (LOGICAL.has(kind)) return node === left ? "truth" : asked(checker, parent) === "truth" ? "truth" : null;
  if (LOOSE.has(kind)) return "nullish";
  if (!STRICT.has(kind)) return expectsUndefined(checker, node) ? "absence" : null;
  if (other.kind === K.NullKeyword) return null;
  if (ts.isIdentifier(other) && other.text === "undefined") return "absence";
  const type = checker.getTypeAtLocation(other);
  return (type.isUnion() ? type.types : [type]).some((part) => part.flags & ts.TypeFlags.Null) ? null : "equality";
}

/** `typeof xs[i] === "string"`: of what is missing it is no such type. */
function askedByTypeof({ parent }: ts.TypeOfExpression): Asked | null {
  const names = ts.isBinaryExpression(parent) ? [parent.left, parent.right].filter(ts.isStringLiteral) : [];
  return names.some(({ text }) => ["string", "number", "boolean"].includes(text)) ? "equality" : null;
}

function isCondition(node: ts.Node, parent: ts.Node): boolean {
  if (ts.isConditionalExpression(parent) || ts.isForStatement(parent)) return parent.condition === node;
  return (
    (ts.isIfStatement(parent) || ts.isWhileStatement(parent) || ts.isDoStatement(parent)) && parent.expression === node
  );
}

/** The place that the value goes to says that undefined may come. */
function expectsUndefined(checker: ts.TypeChecker, node: ts.Node): boolean {
  const type = ts.isExpression(node) ? checker.getContextualType(node) : undefined;
  const parts = type?.isUnion() ? type.types : type ? [type] : [];
  return parts.some((part) => (part.flags & ts.TypeFlags.Undefined) !== 0);
}

function isOptionalLink(node: ts.Node, parent: ts.Node): boolean {
  const isLink =
    ts.isPropertyAccessExpression(parent) || ts.isElementAccessExpression(parent) || ts.isCallExpression(parent);
  return isLink && parent.expression === node && parent.questionDotToken !== undefined;
}
