// Truth, &&, ||, ??, the conditional operator: by the static type, as Python finds empty containers false.
import { findings } from "../../diagnostics/catalogue.ts";
import type { Expr as PyExpr, Stmt as PyStmt } from "../../python/ast.ts";
import type { Expr, ExprOf } from "../../tree/nodes.ts";
import { optionsOf, type Type } from "../../types/type.ts";
import type { Lowering } from "../lowering.ts";
import { isPlain, py, TRUE } from "../py.ts";
import { lowerElementOr, lowerKeyOr, lowerOr } from "./elements.ts";
import { noteNoneTests } from "./none-tests.ts";
import { describe } from "./text.ts";

/** Python's own truth of a value of these kinds is JavaScript's. */
const SAME_TRUTH = new Set(["number", "float", "string", "boolean", "none", "void", "never"]);

function hasSameTruth(type: Type): boolean {
  return optionsOf(type).every((option) => SAME_TRUTH.has(option.kind) || isObject(option));
}

/** An instance without __len__ or __bool__: true in Python as in JavaScript. */
function isObject(type: Type): boolean {
  return ["record", "instance", "error", "host", "promise", "function", "class"].includes(type.kind);
}

/** The expression as a Python condition. */
export function condition(l: Lowering, expr: Expr): PyExpr {
  if (expr.kind === "unary" && expr.operator === "!") return py.not(condition(l, expr.operand));
  if (expr.kind === "logical" && expr.operator !== "??") return logicalCondition(l, expr);
  if (expr.type.kind === "boolean") return l.expr(expr);
  return truth(l, l.expr(expr), expr);
}

export function truth(l: Lowering, value: PyExpr, expr: Expr): PyExpr {
  if (l.anyNone.has(expr)) return py.isNotNone(value);
  const options = optionsOf(expr.type);
  const containers = options.filter((option) => !SAME_TRUTH.has(option.kind) && !isObject(option));
  if (containers.length === 0) return value;
  if (
    containers.some((option) => option.kind === "unknown" || option.kind === "json") ||
    options.some((option) => ["number", "float", "string", "boolean"].includes(option.kind))
  ) {
    l.module.report(expr.span, findings.truthOfUnion(describe(expr.type)));
    return value;
  }
  if (options.some((option) => option.kind === "none")) return py.isNotNone(value);
  if (!isPlain(value)) l.out.push(py.expression(value));
  return TRUE;
}

function logicalCondition(l: Lowering, expr: ExprOf<"logical">): PyExpr {
  const { operator, left, right } = expr;
  noteNoneTests(l, expr);
  const first = condition(l, left);
  const { value: second, statements } = l.capture(() => condition(l, right));
  const join = operator === "&&" ? py.and : py.or;
  if (!needsOrder(statements)) {
    l.out.push(...statements);
    return join(first, second);
  }
  const result = l.spill(first);
  l.out.push(py.if(operator === "&&" ? result : py.not(result), [...statements, py.assign(result, second)]));
  return result;
}

/** A function made early does no harm; everything else must wait for its turn. */
export function needsOrder(statements: readonly PyStmt[]): boolean {
  return statements.some((statement) => statement.kind !== "def");
}

export function lowerLogical(l: Lowering, expr: ExprOf<"logical">): PyExpr {
  const { operator, left, right } = expr;
  if (operator === "??") return lowerCoalesce(l, expr);
  if (expr.type.kind === "boolean") return logicalCondition(l, expr);
  noteNoneTests(l, expr);
  const first = l.expr(left);
  const { value: second, statements } = l.capture(() => l.expr(right));
  if (hasSameTruth(left.type) && !needsOrder(statements)) {
    l.out.push(...statements);
    return operator === "&&" ? py.and(first, second) : py.or(first, second);
  }
  const name = l.spill(first);
  const test = truth(l, name, left);
  l.out.push(py.if(operator === "&&" ? test : py.not(test), [...statements, py.assign(name, second)]));
  return name;
}

function lowerCoalesce(l: Lowering, expr: ExprOf<"logical">): PyExpr {
  if (expr.forAbsent && expr.left.kind === "index") return lowerKeyOr(l, expr.left, expr.right);
  const element = lowerElementOr(l, expr);
  if (element) return element;
  return lowerOr(l, l.expr(expr.left), expr.right);
}

export function lowerConditional(l: Lowering, { test, then, otherwise }: ExprOf<"conditional">): PyExpr {
  const decided = condition(l, test);
  const yes = l.capture(() => l.expr(then));
  const no = l.capture(() => l.expr(otherwise));
  if (!needsOrder(yes.statements) && !needsOrder(no.statements)) {
    l.out.push(...yes.statements, ...no.statements);
    return py.conditional(decided, yes.value, no.value);
  }
  const name = py.name(l.temporary());
  l.out.push(
    py.if(decided, [...yes.statements, py.assign(name, yes.value)], [...no.statements, py.assign(name, no.value)]),
  );
  return name;
}
