// What an operation needs on the device to be JavaScript's, and what to say where the proven ranges made it needless.
import { I32, type Range, U32, within } from "../ranges/range.ts";
import { ASCII, UNITS as ONE_UNIT } from "../ranges/texts.ts";
import type { Expr } from "../tree/nodes.ts";
import { own } from "../tree/own.ts";
import { FLOATS } from "../types/cells.ts";

export interface Protection {
  /** Helpers that give it; when one of them is called for the expression, nothing was left out. */
  readonly helpers: readonly string[];
  readonly withoutIt: string;
  /** The same where the index is proven to be one that there is. */
  readonly inside?: string;
}

const INSIDE = "no check of the index: it lies inside";

const WRAP: Protection = { helpers: ["ts_i32"], withoutIt: "no wrap to 32 bits: the operands fit" };
const REMAINDER: Protection = { helpers: ["ts_mod"], withoutIt: "Python's own %: neither side is negative" };
const QUOTIENT: Protection = {
  helpers: ["ts_trunc_div", "ts_round_div"],
  withoutIt: "Python's own //: the quotient is rounded the same way",
};
const FLOAT: Protection = {
  helpers: ["ts_float_add", "ts_float_sub", "ts_float_mul", "ts_float_div", "ts_float_sqrt"],
  withoutIt: "Python's own operator: the result is 0 or a normal float",
};
const UNITS: Protection = { helpers: ["ts_len"], withoutIt: "Python's own len(): one unit for each character" };
const INDEX: Protection = {
  helpers: ["ts_at", "ts_item", "ts_char_at", "ts_char_item"],
  withoutIt: "no check of the index: it is not negative",
  inside: INSIDE,
};
const STORE: Protection = {
  helpers: ["ts_put", "ts_put_typed"],
  withoutIt: "no check of the index: it is not negative",
  inside: INSIDE,
};

const CHARACTER: Protection = { helpers: ["ts_char_code"], withoutIt: "Python's own ord()", inside: INSIDE };

/** Methods of texts and what counts UTF-16 units for them. */
const TEXT_METHODS: Readonly<Record<string, string>> = {
  charAt: "ts_char_at",
  codePointAt: "ts_code_point",
  indexOf: "ts_index_of",
  lastIndexOf: "ts_last_index_of",
  slice: "ts_slice_text",
  substring: "ts_substring",
  padStart: "ts_pad_start",
  padEnd: "ts_pad_end",
  trim: "ts_trim",
  toUpperCase: "ts_upper",
  toLowerCase: "ts_lower",
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
  if (expr.kind === "root" || (expr.kind === "binary" && expr.type.kind === "float")) return FLOAT;
  if (expr.kind === "binary" && expr.type.kind === "number") return OPERATORS[expr.operator] ?? null;
  if (expr.kind === "assign" && expr.target.kind === "index") return STORE;
  if (expr.kind === "assign" && expr.type.kind === "number") return OPERATORS[expr.operator ?? ""] ?? null;
  if (expr.kind === "unary" && expr.operator === "~") return WRAP;
  if (expr.kind === "index" && expr.index.type.kind === "number") return INDEX;
  if (expr.kind === "member" && expr.name === "length" && expr.object.type.kind === "string") return UNITS;
  return isDivision(expr) ? QUOTIENT : ofTextMethod(expr);
}

function ofTextMethod(expr: Expr): Protection | null {
  if (expr.kind !== "call" || expr.callee.kind !== "member" || expr.callee.object.type.kind !== "string") return null;
  if (expr.callee.name === "charCodeAt") return CHARACTER;
  const helper = own(TEXT_METHODS, expr.callee.name);
  return helper === undefined ? null : { helpers: [helper], withoutIt: "Python's own method: the text counts alike" };
}

function isDivision(expr: Expr): boolean {
  if (expr.kind !== "call" || expr.callee.kind !== "member" || !DIVISIONS.has(expr.callee.name)) return false;
  const [arg] = expr.args;
  return (
    expr.callee.object.kind === "builtin" &&
    arg?.kind === "binary" &&
    arg.operator === "/" &&
    arg.type.kind === "number"
  );
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

/** `: 0 to 3.3`; nothing where it may be any. */
export function floatText({ low, high }: Range): string {
  const rounded = (value: number) => String(Number(value.toPrecision(4)));
  if (low > high || low <= FLOATS.low || high >= FLOATS.high) return "";
  return low === high ? `: ${rounded(low)}` : `: ${rounded(low)} to ${rounded(high)}`;
}

/** What is known of a text's characters. */
export function charactersText(characters: Range): string {
  if (within(characters, ASCII)) return "a text of ASCII";
  return within(characters, ONE_UNIT) ? "a text of characters below U+10000" : "a text";
}

function grouped(value: number): string {
  return Number.isFinite(value) ? value.toLocaleString("en-GB") : value > 0 ? "infinity" : "-infinity";
}
