// Floats: Math.fround around one operation each, what counts as one, and where integers and floats would mix.
import { ts } from "ts-morph";
import { findings } from "../diagnostics/catalogue.ts";
import { isFloat } from "../ranges/floats.ts";
import type { BinaryOperator, Expr } from "../tree/nodes.ts";
import { Cells } from "../types/cells.ts";
import { FAILED, isFailed, mayBe, type Type } from "../types/type.ts";
import { mixesKinds } from "../types/unify.ts";
import { valueSymbol } from "./expressions.ts";
import type { Extractor } from "./extractor.ts";
import { isLongSum } from "./long-sums.ts";
import { arithmetic } from "./operators.ts";

export const FLOAT: Type = { kind: "float", cell: Cells.RVALUE };

const K = ts.SyntaxKind;

/** What one Math.fround rounds: of floats, binary64 computes it exactly enough that the device gets the same float. */
const OPERATIONS: Partial<Record<ts.SyntaxKind, BinaryOperator>> = {
  [K.PlusToken]: "+",
  [K.MinusToken]: "-",
  [K.AsteriskToken]: "*",
  [K.SlashToken]: "/",
};

/** Math.fround, or a constant that stands for it. */
export function isFround(x: Extractor, node: ts.Expression): boolean {
  const name = ts.isPropertyAccessExpression(node) ? node.name : node;
  return isMathMember(x, node, "fround") || (ts.isIdentifier(name) && isFroundName(x, name));
}

/** `const f = Math.fround`: another name for it, to be called; no value on the device. */
export function isFroundAlias(x: Extractor, { initializer, parent, type, name }: ts.VariableDeclaration): boolean {
  const isConstant = (parent.flags & ts.NodeFlags.Const) !== 0 && type === undefined && ts.isIdentifier(name);
  const isOwn = !ts.isModuleBlock(parent.parent.parent);
  return isConstant && isOwn && initializer !== undefined && isMathMember(x, initializer, "fround");
}

/** The name is such a constant's. */
function isFroundName(x: Extractor, node: ts.Identifier): boolean {
  const declaration = valueSymbol(x, node)?.valueDeclaration;
  return declaration !== undefined && ts.isVariableDeclaration(declaration) && isFroundAlias(x, declaration);
}

function isMathMember(x: Extractor, node: ts.Expression, name: string): node is ts.PropertyAccessExpression {
  if (!ts.isPropertyAccessExpression(node) || node.name.text !== name) return false;
  const { expression } = node;
  if (!ts.isIdentifier(expression) || expression.text !== "Math") return false;
  return valueSymbol(x, expression)?.valueDeclaration?.getSourceFile().isDeclarationFile ?? false;
}

export function fround(x: Extractor, node: ts.CallExpression): Expr {
  const [given] = node.arguments;
  if (given === undefined || ts.isSpreadElement(given)) {
    x.ctx.report(node, findings.spread());
    return x.make(node, FAILED, { kind: "none", flavour: "undefined" });
  }
  const constant = constantValue(x, given);
  if (constant !== null) return literal(x, node, Math.fround(constant));
  const inner = withoutParentheses(given);
  const operator = ts.isBinaryExpression(inner) ? OPERATIONS[inner.operatorToken.kind] : undefined;
  if (ts.isBinaryExpression(inner) && operator) return operation(x, node, inner, operator);
  if (ts.isCallExpression(inner) && isMathMember(x, inner.expression, "sqrt") && inner.arguments[0]) {
    const value = operand(x, x.expression(inner.arguments[0]), inner.arguments[0]);
    return x.make(node, FLOAT, { kind: "root", value });
  }
  return converted(x, node, x.expression(given), false);
}

function withoutParentheses(node: ts.Expression): ts.Expression {
  return ts.isParenthesizedExpression(node) ? withoutParentheses(node.expression) : node;
}

function literal(x: Extractor, node: ts.Node, value: number): Expr {
  if (!isFloat(value)) x.ctx.report(node, findings.noFloat());
  return x.make(node, FLOAT, { kind: "number", value });
}

function operation(x: Extractor, node: ts.CallExpression, inner: ts.BinaryExpression, operator: BinaryOperator): Expr {
  const [left, right] = [x.expression(inner.left), x.expression(inner.right)];
  if (left.type.kind === "number" && right.type.kind === "number" && operator !== "/")
    return converted(x, node, arithmetic(x, inner, operator, left, right), false);
  const [a, b] = [operand(x, left, inner.left), operand(x, right, inner.right)];
  return x.make(node, FLOAT, { kind: "binary", operator, left: a, right: b });
}

/** What an operation takes: a float, or an integer that is one exactly. */
function operand(x: Extractor, value: Expr, node: ts.Node): Expr {
  return converted(x, node, value, true);
}

function converted(x: Extractor, node: ts.Node, value: Expr, exact: boolean): Expr {
  if (isFailed(value.type) || asFloat(x, value)) return value;
  if (value.type.kind === "number") return x.make(node, FLOAT, { kind: "toFloat", value, exact });
  x.ctx.report(node, findings.mixedKinds("What is no number", "a float"));
  return x.make(node, FAILED, { kind: "none", flavour: "undefined" });
}

/** The value of an expression of nothing but literals, which Node computes here as there; null for anything else. */
function constantValue(x: Extractor, node: ts.Expression): number | null {
  if (ts.isParenthesizedExpression(node)) return constantValue(x, node.expression);
  if (ts.isNumericLiteral(node)) return Number(node.text);
  if (ts.isPrefixUnaryExpression(node) && node.operator === K.MinusToken) {
    const value = constantValue(x, node.operand);
    return value === null ? null : -value;
  }
  if (ts.isBinaryExpression(node)) return isLongSum(node) ? null : constantOperation(x, node);
  if (ts.isCallExpression(node) && isFround(x, node.expression) && node.arguments[0]) {
    const value = constantValue(x, node.arguments[0]);
    return value === null ? null : Math.fround(value);
  }
  if (isMathConstant(x, node)) {
    const type = x.ctx.checker.getTypeAtLocation(node);
    return type.isNumberLiteral() ? type.value : null;
  }
  return null;
}

/** Math.PI and its like, which are no floats until they are rounded. */
export function isMathConstant(x: Extractor, node: ts.Expression): boolean {
  return ["PI", "E", "SQRT2"].some((name) => isMathMember(x, node, name));
}

function constantOperation(x: Extractor, { operatorToken, left, right }: ts.BinaryExpression): number | null {
  const operator = OPERATIONS[operatorToken.kind];
  const [a, b] = operator ? [constantValue(x, left), constantValue(x, right)] : [null, null];
  if (a === null || b === null) return null;
  if (operator === "+") return a + b;
  if (operator === "-") return a - b;
  return operator === "*" ? a * b : a / b;
}

/** A float, or what becomes one here: a literal that is exactly a float takes the kind of what it meets. */
export function asFloat(x: Extractor, expr: Expr): boolean {
  if (expr.type.kind === "float") return true;
  if (expr.type.kind !== "number" || !isLiteral(x, expr)) return false;
  Object.assign(expr, { type: FLOAT });
  return true;
}

function isLiteral(x: Extractor, expr: Expr): boolean {
  if (expr.kind === "number") return isFloat(expr.value);
  if (expr.kind === "unary") return expr.operator === "-" && asFloat(x, expr.operand);
  if (expr.kind === "view") return asFloat(x, expr.value);
  if (expr.kind === "conditional") return asFloat(x, expr.then) && asFloat(x, expr.otherwise);
  const value = expr.kind === "name" ? x.ctx.program.bindings[expr.binding]?.literal : null;
  return typeof value === "number" && isFloat(value);
}

/** Of two values that meet one is a float: a literal is one, too. */
export function meet(x: Extractor, left: Expr, right: Expr): void {
  if (mayBe(left.type, "float")) asFloat(x, right);
  if (mayBe(right.type, "float")) asFloat(x, left);
}

/** Two values are compared, or one stands for the other: both must be integers, or floats. */
export function refuseMixed(x: Extractor, node: ts.Node, left: Expr, right: Expr): void {
  meet(x, left, right);
  if (mixesKinds(left.type, right.type) || mixesKinds(right.type, left.type))
    x.ctx.report(node, findings.mixedKinds("An integer", "a float"));
}

/** An operation on floats that no Math.fround rounds; null for one on other values. */
export function unrounded(x: Extractor, node: ts.Node, operator: string, left: Expr, right: Expr): Expr | null {
  if (!mayBe(left.type, "float") && !mayBe(right.type, "float")) return null;
  meet(x, left, right);
  x.ctx.report(node, operator in ROUNDED ? findings.unrounded(operator) : findings.mixedKinds("A float", "an integer"));
  return x.make(node, FAILED, { kind: "none", flavour: "undefined" });
}

const ROUNDED: Readonly<Record<string, true>> = { "+": true, "-": true, "*": true, "/": true };

/** A float stands where only an integer, a key or a text can. */
export function refuseFloat(x: Extractor, value: Expr, node: ts.Node): void {
  if (holdsFloat(value.type)) x.ctx.report(node, findings.mixedKinds("A float", "an integer or a key"));
}

/** A float, or a list of them. */
function holdsFloat(type: Type): boolean {
  if (type.kind === "union") return type.options.some(holdsFloat);
  if (type.kind === "array") return holdsFloat(type.element);
  if (type.kind === "set" || type.kind === "iterator") return holdsFloat(type.item);
  return type.kind === "tuple" ? type.elements.some(holdsFloat) : type.kind === "float";
}
