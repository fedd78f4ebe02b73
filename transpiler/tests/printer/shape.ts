// The Python tree in the form in which shape.py hands back what Python itself reads, for comparing the two.
import type { Expr, Param, Stmt } from "../../src/python/ast.ts";

export type Shape = null | string | number | readonly Shape[];

type ExprShapes = { readonly [K in Expr["kind"]]: (expr: Extract<Expr, { kind: K }>) => Shape };
type StmtShapes = { readonly [K in Stmt["kind"]]: (stmt: Extract<Stmt, { kind: K }>) => Shape };

export function exprShape(expr: Expr): Shape {
  return (exprShapes[expr.kind] as (expr: Expr) => Shape)(expr);
}

/** Comments are gone for Python, and a body without anything else holds `pass`. */
export function bodyShape(body: readonly Stmt[]): Shape {
  const seen = statementShapes(body);
  return seen.length > 0 ? seen : [["pass"]];
}

export function statementShapes(body: readonly Stmt[]): readonly Shape[] {
  const seen = body.filter((stmt) => stmt.kind !== "comment");
  return seen.map((stmt) => (stmtShapes[stmt.kind] as (stmt: Stmt) => Shape)(stmt));
}

const exprShapes: ExprShapes = {
  name: (e) => ["name", e.id],
  // Python reads -5 as a minus and a 5.
  int: (e) => (e.value < 0n ? ["unary", "-", ["int", String(-e.value)]] : ["int", String(e.value)]),
  float: (e) => (e.value < 0 || Object.is(e.value, -0) ? ["unary", "-", ["float", -e.value]] : ["float", e.value]),
  str: (e) => ["str", e.value],
  bytes: (e) => ["bytes", e.value],
  constant: (e) => ["constant", e.value],
  attribute: (e) => ["attribute", exprShape(e.object), e.name],
  index: (e) => ["index", exprShape(e.object), exprShape(e.index)],
  slice: (e) => ["slice", exprShape(e.object), optional(e.from), optional(e.to)],
  call: (e) => [
    "call",
    exprShape(e.callee),
    e.args.map(exprShape),
    (e.keywords ?? []).map(({ name, value }) => [name, exprShape(value)]),
  ],
  star: (e) => ["star", exprShape(e.value)],
  binary: (e) => ["binary", e.operator, exprShape(e.left), exprShape(e.right)],
  unary: (e) => ["unary", e.operator, exprShape(e.operand)],
  compare: (e) => ["compare", e.operator, exprShape(e.left), exprShape(e.right)],
  bool: (e) => ["bool", e.operator, chain(e, e.operator).map(exprShape)],
  conditional: (e) => ["conditional", exprShape(e.test), exprShape(e.then), exprShape(e.otherwise)],
  list: (e) => ["list", e.items.map(exprShape)],
  tuple: (e) => ["tuple", e.items.map(exprShape)],
  dict: (e) => ["dict", e.entries.map(([key, value]) => [exprShape(key), exprShape(value)])],
  lambda: (e) => ["lambda", paramShapes(e.params), exprShape(e.body)],
  walrus: (e) => ["walrus", e.name, exprShape(e.value)],
  yield: (e) => ["yield", optional(e.value)],
  yieldFrom: (e) => ["yieldFrom", exprShape(e.value)],
  listComp: (e) => ["listComp", exprShape(e.value), exprShape(e.target), exprShape(e.iterable), optional(e.test)],
};

const stmtShapes: StmtShapes = {
  expression: (s) => ["expression", exprShape(s.value)],
  assign: (s) => ["assign", exprShape(s.target), exprShape(s.value)],
  augmented: (s) => ["augmented", exprShape(s.target), s.operator, exprShape(s.value)],
  if: (s) => ["if", exprShape(s.test), bodyShape(s.then), s.otherwise.length > 0 ? bodyShape(s.otherwise) : []],
  while: (s) => ["while", exprShape(s.test), bodyShape(s.body)],
  for: (s) => ["for", exprShape(s.target), exprShape(s.iterable), bodyShape(s.body)],
  break: () => ["break"],
  continue: () => ["continue"],
  pass: () => ["pass"],
  return: (s) => ["return", optional(s.value)],
  raise: (s) => ["raise", optional(s.value)],
  try: (s) => [
    "try",
    bodyShape(s.body),
    s.handlers.map((handler) => [optional(handler.type), handler.name, bodyShape(handler.body)]),
    s.finalizer.length > 0 ? bodyShape(s.finalizer) : [],
  ],
  def: (s) => ["def", s.name, paramShapes(s.params), bodyShape(s.body), (s.decorators ?? []).map(exprShape)],
  class: (s) => ["class", s.name, s.bases.map(exprShape), bodyShape(s.body)],
  global: (s) => ["global", s.names],
  nonlocal: (s) => ["nonlocal", s.names],
  import: (s) => ["import", [[s.module, s.as ?? null]]],
  from: (s) => ["from", s.module, s.names.map(({ name, as }) => [name, as ?? null])],
  delete: (s) => [
    "delete",
    s.target.kind === "tuple" && s.target.items.length > 1 ? s.target.items.map(exprShape) : [exprShape(s.target)],
  ],
  comment: () => null,
};

function optional(expr: Expr | null): Shape {
  return expr === null ? null : exprShape(expr);
}

function paramShapes(params: readonly Param[]): Shape {
  return params.map((param) => [param.rest ? `*${param.name}` : param.name, optional(param.default ?? null)]);
}

/** Python keeps `a and b and c` as one list, however it was grouped. */
function chain(expr: Expr, operator: "and" | "or"): Expr[] {
  if (expr.kind !== "bool" || expr.operator !== operator) return [expr];
  return [...chain(expr.left, operator), ...chain(expr.right, operator)];
}
