// Sums of so many terms that a tree of them would be too deep to walk: texts become one template, integers a balanced
// tree, which is the same as every sum on the way is proven exact.
import type { ts } from "ts-morph";
import { findings } from "../diagnostics/catalogue.ts";
import type { Expr } from "../tree/nodes.ts";
import { Cells } from "../types/cells.ts";
import { FAILED, optionsOf, STRING, type Type } from "../types/type.ts";
import type { Extractor } from "./extractor.ts";
import { isSum } from "./nesting.ts";

const TERMS_MAX = 50;
/** TypeScript looks for the beginning of each term through all before it. */
const LONGEST = 10_000;
const NUMBER: Type = { kind: "number", cell: Cells.RVALUE };
/** What a template and a sum make the same text of. */
const PLAIN = new Set(["string", "number", "boolean", "none"]);

export function isLongSum(node: ts.BinaryExpression): boolean {
  let terms = 1;
  for (let at: ts.Node = node; isSum(at) && terms <= TERMS_MAX; at = at.left) terms++;
  return terms > TERMS_MAX;
}

export function longSum(x: Extractor, node: ts.BinaryExpression): Expr {
  const terms = termsOf(node);
  if (terms.length > LONGEST) return refuse(x, node, `A sum of more than ${LONGEST} terms`);
  const values = terms.map((term) => x.expression(term));
  const isText = ({ type }: Expr) => optionsOf(type).some((option) => option.kind === "string");
  const firstText = values.findIndex(isText);
  const numbers = firstText < 0 ? values : values.slice(0, firstText);
  const texts = firstText < 0 ? [] : values.slice(firstText);
  const isPlain = texts.every(({ type }) => optionsOf(type).every((option) => PLAIN.has(option.kind)));
  if (!isPlain || (numbers.length > 1 && numbers.some(({ type }) => type.kind !== "number"))) {
    return refuse(x, node, `A sum of more than ${TERMS_MAX} such values`);
  }
  const sum = numbers.length > 0 ? [balanced(x, node, numbers)] : [];
  return texts.length === 0 ? (sum[0] as Expr) : template(x, node, [...sum, ...texts]);
}

function refuse(x: Extractor, node: ts.BinaryExpression, what: string): Expr {
  x.ctx.report(node, findings.library(what, "Add them in several steps."));
  return x.make(node, FAILED, { kind: "none", flavour: "undefined" });
}

/** From left to right. */
function termsOf(node: ts.BinaryExpression): ts.Expression[] {
  const terms: ts.Expression[] = [];
  let at: ts.Expression = node;
  for (; isSum(at); at = at.left) terms.push(at.right);
  return [...terms, at].reverse();
}

function balanced(x: Extractor, node: ts.Node, values: readonly Expr[]): Expr {
  if (values.length === 1) return values[0] as Expr;
  const middle = values.length >> 1;
  const [left, right] = [balanced(x, node, values.slice(0, middle)), balanced(x, node, values.slice(middle))];
  return x.make(node, NUMBER, { kind: "binary", operator: "+", left, right });
}

function template(x: Extractor, node: ts.Node, parts: readonly Expr[]): Expr {
  const texts = [""];
  const values: Expr[] = [];
  for (const part of parts) {
    if (part.kind === "string") texts.push(`${texts.pop()}${part.value}`);
    else {
      values.push(part);
      texts.push("");
    }
  }
  return x.make(node, STRING, { kind: "template", texts, values });
}
