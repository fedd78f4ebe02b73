// Expressions in fewer words. Texts put together: `"%s: %s" % (name, n)` instead of a chain of sums, each of which would make
// a text of its own; measured on the VM, from three parts on the format is twice as fast and takes half of the heap. And
// lists: a copy of one that nobody else has is that one. And tests, which are True or False by themselves.
import type { Expr, Stmt } from "../python/ast.ts";

export function withShortExpressions(body: readonly Stmt[]): readonly Stmt[] {
  return rewritten(body) as readonly Stmt[];
}

function rewritten(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(rewritten);
  if (node === null || typeof node !== "object") return node;
  const typed = node as Expr;
  const parts = typed.kind === "binary" && typed.operator === "+" ? partsOf(typed) : null;
  if (parts?.some(isSurelyText))
    return { ...(joined(parts.map((part) => rewritten(part) as Expr)) as Expr), span: typed.span };
  const made = Object.fromEntries(
    Object.entries(node).map(([key, value]) => [key, key === "span" ? value : rewritten(value)]),
  ) as unknown as Expr;
  return withoutChoice(withoutCopy(made));
}

/** `True if test else False`, of a test that gives one of them itself. */
function withoutChoice(expr: Expr): Expr {
  if (expr.kind !== "conditional" || !isTruth(expr.test)) return expr;
  const { test, then, otherwise } = expr;
  return isConstant(then, "True") && isConstant(otherwise, "False") ? test : expr;
}

function isConstant(expr: Expr, value: string): boolean {
  return expr.kind === "constant" && expr.value === value;
}

/** It gives True or False, whatever its operands are. */
function isTruth(expr: Expr): boolean {
  if (expr.kind === "bool") return isTruth(expr.left) && isTruth(expr.right);
  if (expr.kind === "compare") return true;
  if (expr.kind === "unary") return expr.operator === "not";
  return expr.kind === "call" && expr.callee.kind === "name" && TESTS.has(expr.callee.id);
}

const TESTS: ReadonlySet<string> = new Set(["isinstance", "callable", "hasattr"]);

/** `list([a, b])`. */
function withoutCopy(expr: Expr): Expr {
  const isCopy = expr.kind === "call" && expr.callee.kind === "name" && expr.callee.id === "list";
  const [items] = isCopy ? expr.args : [];
  return items?.kind === "list" || items?.kind === "listComp" ? items : expr;
}

/** The operands of a chain of sums: when one is a text, all are. */
function partsOf(expr: Expr): readonly Expr[] {
  if (expr.kind !== "binary" || expr.operator !== "+") return [expr];
  return [...partsOf(expr.left), ...partsOf(expr.right)];
}

function isSurelyText(expr: Expr): boolean {
  return expr.kind === "str" || isStr(expr);
}

function isStr(expr: Expr): expr is Extract<Expr, { kind: "call" }> {
  return expr.kind === "call" && expr.callee.kind === "name" && expr.callee.id === "str" && expr.args.length === 1;
}

function joined(parts: readonly Expr[]): Expr {
  const merged: Expr[] = [];
  for (const part of parts) {
    const last = merged.at(-1);
    if (part.kind === "str" && last?.kind === "str")
      merged[merged.length - 1] = { ...last, value: last.value + part.value };
    else merged.push(part);
  }
  const [first, second] = merged;
  if (first && merged.length === 1) return first;
  const isPair = first && second && merged.length === 2 && !merged.some(isStr);
  return isPair ? { kind: "binary", operator: "+", left: first, right: second } : format(merged);
}

function format(parts: readonly Expr[]): Expr {
  const values = parts
    .filter((part) => part.kind !== "str")
    .map((part) => (isStr(part) ? (part.args[0] as Expr) : part));
  const text = parts.map((part) => (part.kind === "str" ? part.value.replaceAll("%", "%%") : "%s"));
  const [only] = values;
  const right: Expr = only && values.length === 1 ? only : { kind: "tuple", items: values };
  return { kind: "binary", operator: "%", left: { kind: "str", value: text.join("") }, right };
}
