// Expressions of the Python tree as text, with the parentheses that Python needs to read back the same tree, or its reader.
import { InternalError } from "../diagnostics/internal-error.ts";
import type { Expr, Param } from "./ast.ts";
import { identifier } from "./identifier.ts";
import { bytesLiteral, floatLiteral, intLiteral, stringLiteral } from "./literals.ts";
import { binaryLevels, Level, levelOf } from "./precedence.ts";
import type { Writer } from "./writer.ts";

type Kind = Expr["kind"];
type Printers = { readonly [K in Kind]: (expr: Extract<Expr, { kind: K }>, out: Writer) => void };

/** Writes `expr` at a place that takes `least` and everything that binds tighter; the rest gets parentheses. */
export function printExpression(expr: Expr, least: Level, out: Writer): void {
  const bare = levelOf(expr) >= least;
  if (!bare) out.write("(");
  out.mark(expr.span, mayFail(expr));
  const print = printers[expr.kind] as (expr: Expr, out: Writer) => void;
  try {
    print(expr, out);
  } catch (error) {
    throw placed(error, expr);
  }
  if (!bare) out.write(")");
}

/** Kinds that no traceback names by themselves: what was compiled has each name, and null is looked for. */
const SAFE: ReadonlySet<Kind> = new Set([
  "name",
  "int",
  "float",
  "str",
  "bytes",
  "constant",
  "attribute",
  "compare",
  "bool",
  "conditional",
  "list",
  "tuple",
  "walrus",
]);

function mayFail(expr: Expr): boolean {
  if (expr.kind === "attribute") return expr.acts === true;
  if (expr.kind === "compare") return expr.operator.endsWith("in");
  return !SAFE.has(expr.kind) && !(expr.kind === "unary" && expr.operator === "not");
}

/** What stands alone in a statement or right of `=`: the places where `yield` needs no parentheses. */
export function printWhole(expr: Expr, out: Writer): void {
  const isYield = expr.kind === "yield" || expr.kind === "yieldFrom";
  printExpression(expr, isYield ? Level.yield : Level.test, out);
}

/** What is assigned to, by `=` or `for`: a tuple of two or more loses its parentheses there. */
export function printTarget(target: Expr, out: Writer): void {
  if (target.kind === "tuple" && target.items.length > 1) {
    out.mark(target.span);
    separated(target.items, out, (item) => printExpression(item, Level.primary, out));
  } else printExpression(target, Level.primary, out);
}

export function printParams(params: readonly Param[], out: Writer): void {
  separated(params, out, (param) => {
    // A `*` without a name: those after it are given by keyword alone.
    const bare = param.rest && param.name === "";
    out.write(bare ? "*" : `${param.rest ? "*" : ""}${identifier(param.name)}`);
    if (param.annotation !== undefined) out.write(`: ${param.annotation}`);
    if (param.default === undefined) return;
    out.write("=");
    printExpression(param.default, Level.test, out);
  });
}

const BITS: ReadonlySet<string> = new Set(["|", "^", "&", "<<", ">>"]);

/**
 * Python needs no parentheses round one operator within another that few know by heart, bits beside anything else or `and`
 * within `or`: its reader does.
 */
function clear(outer: Expr, inner: Expr): Level | null {
  if (inner.kind === "bool") return outer.kind === "bool" && outer.operator !== inner.operator ? Level.primary : null;
  if (inner.kind !== "binary") return null;
  const mixes = outer.kind === "binary" && BITS.has(outer.operator) && outer.operator !== inner.operator;
  return mixes || (outer.kind === "compare" && BITS.has(inner.operator)) ? Level.primary : null;
}

const printers: Printers = {
  name: (expr, out) => out.write(identifier(expr.id)),
  int: (expr, out) => out.write(intLiteral(expr.value, expr.hex ?? 0)),
  float: (expr, out) => out.write(floatLiteral(expr.value)),
  str: (expr, out) => out.write(stringLiteral(expr.value)),
  bytes: (expr, out) => out.write(bytesLiteral(expr.value)),
  constant: (expr, out) => out.write(expr.value),

  attribute(expr, out) {
    printAttributeObject(expr.object, out);
    out.write(`.${identifier(expr.name)}`);
  },
  index(expr, out) {
    printExpression(expr.object, Level.primary, out);
    bracketed("[]", out, () => printExpression(expr.index, Level.test, out));
  },
  slice(expr, out) {
    printExpression(expr.object, Level.primary, out);
    bracketed("[]", out, () => {
      if (expr.from) printExpression(expr.from, Level.test, out);
      out.write(":");
      if (expr.to) printExpression(expr.to, Level.test, out);
    });
  },
  call(expr, out) {
    printExpression(expr.callee, Level.primary, out);
    bracketed("()", out, () => {
      separated(expr.args, out, (arg) => printArgument(arg, out));
      const keywords = expr.keywords ?? [];
      if (expr.args.length > 0 && keywords.length > 0) out.write(", ");
      separated(keywords, out, ({ name, value }) => {
        out.write(`${identifier(name)}=`);
        printExpression(value, Level.test, out);
      });
    });
  },
  star() {
    // MicroPython knows *x in calls alone; in [*a] and (*a,) it is a syntax error on the device.
    throw new InternalError("a starred expression outside the arguments of a call");
  },

  binary(expr, out) {
    const levels = binaryLevels[expr.operator];
    printExpression(expr.left, clear(expr, expr.left) ?? levels.left, out);
    out.write(` ${expr.operator} `);
    printExpression(expr.right, clear(expr, expr.right) ?? levels.right, out);
  },
  unary(expr, out) {
    const word = expr.operator === "not";
    out.write(word ? "not " : expr.operator);
    printExpression(expr.operand, word ? Level.not : Level.unary, out);
  },
  compare(expr, out) {
    // Python chains comparisons, a < b == c: neither side may hold a bare one.
    printExpression(expr.left, clear(expr, expr.left) ?? Level.bitOr, out);
    out.write(` ${expr.operator} `);
    printExpression(expr.right, clear(expr, expr.right) ?? Level.bitOr, out);
  },
  bool(expr, out) {
    // `and` and `or` group either way with the same value and the same effects.
    const level = levelOf(expr);
    printExpression(expr.left, clear(expr, expr.left) ?? level, out);
    out.write(` ${expr.operator} `);
    printExpression(expr.right, clear(expr, expr.right) ?? level, out);
  },
  conditional(expr, out) {
    printExpression(expr.then, Level.or, out);
    out.write(" if ");
    printExpression(expr.test, Level.or, out);
    out.write(" else ");
    printExpression(expr.otherwise, Level.test, out);
  },

  list: (expr, out) => bracketed("[]", out, () => printItems(expr.items, out)),
  tuple(expr, out) {
    bracketed("()", out, () => {
      printItems(expr.items, out);
      if (expr.items.length === 1) out.write(",");
    });
  },
  dict(expr, out) {
    bracketed("{}", out, () =>
      separated(expr.entries, out, ([key, value]) => {
        printExpression(key, Level.test, out);
        out.write(": ");
        printExpression(value, Level.test, out);
      }),
    );
  },
  lambda(expr, out) {
    out.write(expr.params.length > 0 ? "lambda " : "lambda");
    printParams(expr.params, out);
    out.write(": ");
    printExpression(expr.body, Level.test, out);
  },
  walrus(expr, out) {
    out.write(`${identifier(expr.name)} := `);
    printExpression(expr.value, Level.test, out);
  },
  yield(expr, out) {
    out.write(expr.value ? "yield " : "yield");
    if (expr.value) printExpression(expr.value, Level.test, out);
  },
  yieldFrom(expr, out) {
    out.write("yield from ");
    printExpression(expr.value, Level.test, out);
  },
  listComp(expr, out) {
    bracketed("[]", out, () => {
      printExpression(expr.value, Level.test, out);
      out.write(" for ");
      printTarget(expr.target, out);
      out.write(" in ");
      printExpression(expr.iterable, Level.or, out);
      if (expr.test === null) return;
      out.write(" if ");
      printExpression(expr.test, Level.or, out);
    });
  },
};

/** `5.x` would be read as the number `5.` and a name. */
function printAttributeObject(object: Expr, out: Writer): void {
  const number = object.kind === "int" || object.kind === "float";
  if (number && levelOf(object) === Level.atom) bracketed("()", out, () => printExpression(object, Level.atom, out));
  else printExpression(object, Level.primary, out);
}

function printArgument(arg: Expr, out: Writer): void {
  if (arg.kind !== "star") return printExpression(arg, Level.test, out);
  out.mark(arg.span);
  out.write("*");
  printExpression(arg.value, Level.test, out);
}

function printItems(items: readonly Expr[], out: Writer): void {
  separated(items, out, (item) => printExpression(item, Level.test, out));
}

function separated<T>(items: readonly T[], out: Writer, print: (item: T) => void): void {
  items.forEach((item, index) => {
    if (index > 0) out.write(", ");
    print(item);
  });
}

function bracketed(brackets: "()" | "[]" | "{}", out: Writer, print: () => void): void {
  out.write(brackets[0] as string);
  print();
  out.write(brackets[1] as string);
}

/** The innermost node that knows its place gives it to an internal error on its way out. */
function placed(error: unknown, expr: Expr): unknown {
  const unplaced = error instanceof InternalError && error.span === undefined && expr.span !== undefined;
  return unplaced ? new InternalError(error.message, expr.span) : error;
}
