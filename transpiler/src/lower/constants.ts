// Constants of modules: `_NAME = const(…)`, which MicroPython replaces by its value wherever it stands, and which so takes
// neither memory nor a look-up. Another module that uses one has a line of its own for it.
import type { Expr as PyExpr, Span } from "../python/ast.ts";
import type { Binding, Expr, Module, Program, Stmt } from "../tree/nodes.ts";
import { py } from "./py.ts";

/** An exported text this long is imported: a copy in each module would cost more than the name. */
const COPIED_TEXT_MAX = 12;

/**
 * Bindings whose value stands in their declaration, and is there before any code of the program can run: replacing them
 * by it shows nowhere.
 */
export function namedConstants(program: Program): ReadonlySet<number> {
  const found = new Set<number>();
  for (const module of program.modules) {
    for (const statement of module.body) {
      if (statement.kind === "function") continue;
      if (!isQuietStatement(statement)) break;
      if (statement.kind === "declare" && isNamed(program.bindings[statement.binding])) found.add(statement.binding);
    }
  }
  return found;
}

function isNamed(binding: Binding | undefined): boolean {
  if (binding?.kind !== "constant") return false;
  if (typeof binding.literal === "number") return true;
  return typeof binding.literal === "string" && (!binding.exported || binding.literal.length <= COPIED_TEXT_MAX);
}

function isQuietStatement(statement: Stmt): boolean {
  if (statement.kind === "declare") return statement.value === null || isQuiet(statement.value);
  if (statement.kind === "class") return statement.base === null || isQuiet(statement.base);
  return statement.kind === "expression" && isQuietStore(statement.value);
}

/** What gives a static field its value. */
function isQuietStore(expr: Expr): boolean {
  if (expr.kind !== "assign" || expr.target.kind !== "member" || expr.target.access !== "attribute") return false;
  return isQuiet(expr.target.object) && isQuiet(expr.value);
}

const QUIET: ReadonlySet<string> = new Set(
  "number string boolean none name template array record unary binary conditional logical view nonNull function".split(
    " ",
  ),
);

/** Evaluating it runs no function of the program. */
function isQuiet(expr: Expr): boolean {
  if (expr.kind === "function") return true;
  if (expr.kind === "new") return expr.callee.kind === "builtin" && expr.args.every(isQuiet);
  if (!QUIET.has(expr.kind)) return false;
  return partsOf(expr).every(isQuiet);
}

function partsOf(expr: Expr): readonly Expr[] {
  const parts = Object.values(expr).flatMap((value: unknown) => (Array.isArray(value) ? value : [value]));
  const nodes = parts.flatMap((part) =>
    isObject(part) && "value" in part && !("kind" in part) ? [part.value] : [part],
  );
  return nodes.filter((part): part is Expr => isObject(part) && "kind" in part && "id" in part && "span" in part);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

/** The value, in hexadecimal where the author wrote it so. */
export function constantValue(program: Program, binding: Binding): PyExpr {
  const { literal, span, module } = binding;
  if (typeof literal === "string") return py.str(literal);
  const text = (program.modules[module] as Module).text.slice(span.end);
  const start = span.end + (/^\s*(:[^=]*)?=\s*/.exec(text)?.[0].length ?? 0);
  return numberLiteral(program.modules[module] as Module, literal ?? 0, { start, end: start });
}

/** A number that stands at `span`. */
export function numberLiteral(module: Module, value: number, span: Span): PyExpr {
  const digits = /^0x([\da-f]+)/i.exec(module.text.slice(span.start, span.start + 20))?.[1];
  if (digits === undefined || Number.parseInt(digits, 16) !== value) return py.int(value);
  return { kind: "int", value: BigInt(value), hex: digits.length };
}
