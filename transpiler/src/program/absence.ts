// Reading a key that may not be there, where the type does not say so: only where the code around takes undefined for
// what it is does the read give it; everywhere else it stops.
import { ts } from "ts-morph";
import type { Extractor } from "./extractor.ts";

const EQUALITY = new Set([
  ts.SyntaxKind.EqualsEqualsEqualsToken,
  ts.SyntaxKind.ExclamationEqualsEqualsToken,
  ts.SyntaxKind.EqualsEqualsToken,
  ts.SyntaxKind.ExclamationEqualsToken,
]);
const LOGICAL = new Set([
  ts.SyntaxKind.QuestionQuestionToken,
  ts.SyntaxKind.BarBarToken,
  ts.SyntaxKind.AmpersandAmpersandToken,
  ts.SyntaxKind.QuestionQuestionEqualsToken,
  ts.SyntaxKind.BarBarEqualsToken,
]);

export function takesUndefined(x: Extractor, node: ts.Expression): boolean {
  const { parent } = node;
  if (ts.isParenthesizedExpression(parent)) return takesUndefined(x, parent);
  if (ts.isBinaryExpression(parent)) return isTested(parent, node) || expectsUndefined(x, node);
  if (isOptionalOn(parent, node) || isCondition(parent, node)) return true;
  return ts.isExpressionStatement(parent) || ts.isTypeOfExpression(parent) || expectsUndefined(x, node);
}

/** `read ?? other`, `read === undefined` and their kin. */
function isTested({ left, right, operatorToken }: ts.BinaryExpression, node: ts.Expression): boolean {
  if (LOGICAL.has(operatorToken.kind)) return left === node;
  const other = left === node ? right : left;
  return EQUALITY.has(operatorToken.kind) && other.getText() === "undefined";
}

function isOptionalOn(parent: ts.Node, node: ts.Expression): boolean {
  const isAccess =
    ts.isPropertyAccessExpression(parent) || ts.isElementAccessExpression(parent) || ts.isCallExpression(parent);
  return isAccess && parent.expression === node && parent.questionDotToken !== undefined;
}

function isCondition(parent: ts.Node, node: ts.Expression): boolean {
  if (ts.isPrefixUnaryExpression(parent)) return parent.operator === ts.SyntaxKind.ExclamationToken;
  if (ts.isConditionalExpression(parent)) return parent.condition === node;
  return (
    (ts.isIfStatement(parent) || ts.isWhileStatement(parent) || ts.isDoStatement(parent)) && parent.expression === node
  );
}

/** The place that the value goes to says that undefined may come. */
function expectsUndefined(x: Extractor, node: ts.Expression): boolean {
  const type = x.ctx.checker.getContextualType(node);
  const parts = type?.isUnion() ? type.types : type ? [type] : [];
  return parts.some((part) => (part.flags & ts.TypeFlags.Undefined) !== 0);
}
