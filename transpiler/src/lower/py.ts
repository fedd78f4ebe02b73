// Short constructors for the Python tree.
import type { BinaryOperator, CompareOperator, ExceptHandler, Expr, Param, Span, Stmt } from "../python/ast.ts";

export const NONE: Expr = { kind: "constant", value: "None" };
export const TRUE: Expr = { kind: "constant", value: "True" };
export const FALSE: Expr = { kind: "constant", value: "False" };
export const SELF: Expr = { kind: "name", id: "self" };

export const py = {
  name: (id: string): Expr => ({ kind: "name", id }),
  int: (value: number | bigint): Expr => ({ kind: "int", value: BigInt(value) }),
  str: (value: string): Expr => ({ kind: "str", value }),
  attribute: (object: Expr, name: string): Expr => ({ kind: "attribute", object, name }),
  property: (object: Expr, name: string): Expr => ({ kind: "attribute", object, name, acts: true }),
  index: (object: Expr, index: Expr): Expr => ({ kind: "index", object, index }),
  slice: (object: Expr, from: Expr | null, to: Expr | null): Expr => ({
    kind: "slice",
    object,
    from: from?.kind === "int" && from.value === 0n ? null : from,
    to,
  }),
  call: (callee: Expr | string, ...args: readonly Expr[]): Expr => ({
    kind: "call",
    callee: typeof callee === "string" ? py.name(callee) : callee,
    args,
  }),
  method: (object: Expr, name: string, ...args: readonly Expr[]): Expr => ({
    kind: "call",
    callee: py.attribute(object, name),
    args,
  }),
  binary: (operator: BinaryOperator, left: Expr, right: Expr): Expr => ({ kind: "binary", operator, left, right }),
  compare: (operator: CompareOperator, left: Expr, right: Expr): Expr => ({ kind: "compare", operator, left, right }),
  not: (operand: Expr): Expr => opposite(operand) ?? { kind: "unary", operator: "not", operand },
  negative: (operand: Expr): Expr => ({ kind: "unary", operator: "-", operand }),
  invert: (operand: Expr): Expr => ({ kind: "unary", operator: "~", operand }),
  and: (left: Expr, right: Expr): Expr => ({ kind: "bool", operator: "and", left, right }),
  or: (left: Expr, right: Expr): Expr => ({ kind: "bool", operator: "or", left, right }),
  conditional: (test: Expr, then: Expr, otherwise: Expr): Expr =>
    test === FALSE ? otherwise : { kind: "conditional", test, then, otherwise },
  list: (items: readonly Expr[]): Expr => ({ kind: "list", items }),
  /** A list of its own with the items of something; a literal is one already. */
  listFrom(items: Expr): Expr {
    if (items.kind === "tuple") return py.list(items.items);
    return items.kind === "list" || items.kind === "listComp" ? items : py.call("list", items);
  },
  tuple: (items: readonly Expr[]): Expr => ({ kind: "tuple", items }),
  lambda: (params: readonly Param[], body: Expr): Expr => ({ kind: "lambda", params, body }),
  isNone: (value: Expr): Expr => (isLiteral(value) ? FALSE : py.compare("is", value, NONE)),
  isNotNone: (value: Expr): Expr => py.compare("is not", value, NONE),

  assign: (target: Expr, value: Expr, span?: Span): Stmt => ({ kind: "assign", target, value, span }),
  expression: (value: Expr, span?: Span): Stmt => ({ kind: "expression", value, span }),
  if: (test: Expr, then: readonly Stmt[], otherwise: readonly Stmt[] = [], span?: Span): Stmt => ({
    kind: "if",
    test,
    then,
    otherwise,
    span,
  }),
  while: (test: Expr, body: readonly Stmt[], span?: Span): Stmt => ({ kind: "while", test, body, span }),
  for: (target: Expr, iterable: Expr, body: readonly Stmt[], span?: Span): Stmt => ({
    kind: "for",
    target,
    iterable,
    body,
    span,
  }),
  return: (value: Expr | null, span?: Span): Stmt => ({ kind: "return", value, span }),
  def: (name: string, params: readonly Param[], body: readonly Stmt[], span?: Span): Stmt => ({
    kind: "def",
    name,
    params,
    body,
    span,
  }),
  try: (body: readonly Stmt[], handlers: readonly ExceptHandler[], finalizer: readonly Stmt[], span?: Span): Stmt => ({
    kind: "try",
    body,
    handlers,
    finalizer,
    span,
  }),
};

const OPPOSITES: Partial<Record<CompareOperator, CompareOperator>> = {
  is: "is not",
  "is not": "is",
  "==": "!=",
  "!=": "==",
  in: "not in",
  "not in": "in",
};

/** The same with "not" in it, where Python has words for that. */
function opposite(test: Expr): Expr | null {
  if (test.kind === "unary" && test.operator === "not" && isTest(test.operand)) return test.operand;
  const operator = test.kind === "compare" ? OPPOSITES[test.operator] : undefined;
  return operator === undefined ? null : { ...(test as Extract<Expr, { kind: "compare" }>), operator };
}

/** It gives True or False. */
function isTest(expr: Expr): boolean {
  if (expr.kind === "call") return expr.callee.kind === "name" && expr.callee.id === "isinstance";
  return expr.kind === "compare" || (expr.kind === "unary" && expr.operator === "not");
}

function isLiteral({ kind }: Expr): boolean {
  return kind === "int" || kind === "float" || kind === "str";
}

/** No code that runs meanwhile can change what it gives. */
export function isConstant(expr: Expr): boolean {
  if (expr.kind === "unary") return isConstant(expr.operand);
  if (expr.kind === "name") return expr.id.startsWith("_t");
  return ["int", "float", "str", "constant", "bytes", "lambda"].includes(expr.kind);
}

/** Calls that look at their arguments and do nothing. */
const LOOKING = new Set(["len", "str", "isinstance", "abs", "ts_len"]);

/** Evaluating it may run code of the program. */
export function acts(expr: Expr): boolean {
  if (expr.kind === "lambda") return false;
  if (expr.kind === "attribute" && expr.acts) return true;
  if (expr.kind === "call" && !(expr.callee.kind === "name" && LOOKING.has(expr.callee.id))) return true;
  if (["yield", "yieldFrom", "walrus", "listComp"].includes(expr.kind)) return true;
  return partsOf(expr).some(acts);
}

/** It looks at names alone: what happens to objects changes nothing of it. */
export function readsNames(expr: Expr): boolean {
  if (["attribute", "index", "slice", "star", "call"].includes(expr.kind)) return false;
  return !acts(expr) && partsOf(expr).every(readsNames);
}

function partsOf(expr: Expr): Expr[] {
  const parts = Object.values(expr).flat(2) as unknown[];
  return parts.filter((part): part is Expr => typeof part === "object" && part !== null && "kind" in part);
}

/** Writing it twice gives the same value and does nothing. */
export function isPlain(expr: Expr): boolean {
  if (expr.kind === "unary") return isPlain(expr.operand);
  return ["name", "int", "float", "str", "constant", "bytes"].includes(expr.kind);
}

/** Statements that hold a yield of their own: those of functions do not count. */
export function yields(node: unknown): boolean {
  return holdsYield(node, () => false);
}

/** Python takes the body for a generator's: where nothing else in it does, a yield that is never reached. */
export function asGenerator(body: readonly Stmt[]): readonly Stmt[] {
  if (holdsYield(body, isLeftOut)) return body;
  return [...body, py.return(null), py.expression({ kind: "yield", value: null })];
}

function holdsYield(node: unknown, isSkipped: (node: Stmt) => boolean): boolean {
  if (Array.isArray(node)) return node.some((part) => holdsYield(part, isSkipped));
  if (node === null || typeof node !== "object") return false;
  const { kind } = node as { kind?: string };
  if (kind === "yield" || kind === "yieldFrom") return true;
  if (kind === "def" || kind === "lambda" || isSkipped(node as Stmt)) return false;
  return Object.values(node).some((part) => holdsYield(part, isSkipped));
}

/** MicroPython does not even compile what a constant test excludes. */
function isLeftOut(node: Stmt): boolean {
  if (node.kind === "if") return mayBeFolded(node.test);
  return node.kind === "while" && node.test !== TRUE && mayBeFolded(node.test);
}

/** MicroPython's parser may know the value: of literals, names of constants, and what is put together of them. */
function mayBeFolded(test: Expr): boolean {
  if (test.kind === "name") return /^_(?!t\d*$)/.test(test.id);
  if (test.kind === "unary") return mayBeFolded(test.operand);
  if (test.kind === "bool") return mayBeFolded(test.left) || mayBeFolded(test.right);
  if (test.kind === "binary") return mayBeFolded(test.left) && mayBeFolded(test.right);
  return ["int", "float", "str", "constant", "bytes", "tuple", "conditional"].includes(test.kind);
}
