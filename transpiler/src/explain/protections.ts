// What an operation needs on the device to be JavaScript's, and what to say where the proven ranges made it needless.
import { I32, type Range, U32, within } from "../ranges/range.ts";
import type { Expr } from "../tree/nodes.ts";

export interface Protection {
  /** Helpers that give it; when one of them is called for the expression, nothing was left out. */
  readonly helpers: readonly string[];
  readonly withoutIt: string;
}

const WRAP: Protection = { helpers: ["ts_i32"], withoutIt: "no wrap to 32 bits: the operands fit" };
const REMAINDER: Protection = { helpers: ["ts_mod"], withoutIt: "Python's own %: neither side is negative" };
const QUOTIENT: Protection = {
  helpers: ["ts_trunc_div", "ts_round_div"],
  withoutIt: "Python's own //: the quotient is rounded the same way",
};
const UNITS: Protection = { helpers: ["ts_len"], withoutIt: "Python's own len(): one unit for each character" };
const INDEX: Protection = {
  helpers: ["ts_at", "ts_item", "ts_char_at", "ts_char_item"],
  withoutIt: "no check of the index: it is not negative",
};
const STORE: Protection = {
  helpers: ["ts_put", "ts_put_byte"],
  withoutIt: "no check of the index: it is not negative",
};

const OPERATORS: Readonly<Record<string, Protection>> = {
  "%": REMAINDER,
  "&": WRAP,
  "|": WRAP,
  "^": WRAP,
  "<<": WRAP,
  ">>": WRAP,
};

const DIVISIONS = new Set(["floor", "trunc", "ceil", "round"]);

/** The protection that an expression would need if nothing were known of its operands; null for most. */
export function protectionOf(expr: Expr): Protection | null {
  if (expr.kind === "binary" && expr.type.kind === "number") return OPERATORS[expr.operator] ?? null;
  if (expr.kind === "assign" && expr.target.kind === "index") return STORE;
  if (expr.kind === "assign" && expr.type.kind === "number") return OPERATORS[expr.operator ?? ""] ?? null;
  if (expr.kind === "unary" && expr.operator === "~") return WRAP;
  if (expr.kind === "index" && expr.index.type.kind === "number") return INDEX;
  if (expr.kind === "member" && expr.name === "length" && expr.object.type.kind === "string") return UNITS;
  return isDivision(expr) ? QUOTIENT : null;
}

function isDivision(expr: Expr): boolean {
  if (expr.kind !== "call" || expr.callee.kind !== "member" || !DIVISIONS.has(expr.callee.name)) return false;
  const [arg] = expr.args;
  return expr.callee.object.kind === "builtin" && arg?.kind === "binary" && arg.operator === "/";
}

/** Beyond this an integer no longer fits into a word of MicroPython's on a board of 32 bits. */
const SMALL = { low: -(2 ** 30), high: 2 ** 30 - 1 };

export function isBoxed(range: Range): boolean {
  return range.low <= range.high && !within(range, SMALL);
}

/** `0 to 255`, `32 bits`, `any`. */
export function rangeText({ low, high }: Range): string {
  if (low > high) return "nothing";
  if (low === high) return String(low);
  if (low === I32.low && high === I32.high) return "any of 32 bits";
  if (low === U32.low && high === U32.high) return "any of 32 bits without sign";
  if (low <= Number.MIN_SAFE_INTEGER && high >= Number.MAX_SAFE_INTEGER) return "any";
  return `${grouped(low)} to ${grouped(high)}`;
}

function grouped(value: number): string {
  return Number.isFinite(value) ? value.toLocaleString("en-GB") : value > 0 ? "infinity" : "-infinity";
}
