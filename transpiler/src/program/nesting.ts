// How deeply a text is nested, before TypeScript's binder and checker, and then our own steps, recurse over it.
import { ts } from "ts-morph";
import { findings } from "../diagnostics/catalogue.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";

/** TypeScript's own recursion ends between 400 and 2,900 levels, whatever is nested; a reader's patience before. */
const NESTING_MAX = 200;

/**
 * What is nested too deeply, at the first place beyond the limit; null when nothing is.
 * @param parsed null when TypeScript cannot even parse it
 */
export function nestedTooDeeply(file: string, text: string, parsed: ts.SourceFile | null): Diagnostic | null {
  const place = parsed ? firstBeyond(parsed) : placeUnparsed(file, text);
  if (place === undefined) return null;
  return { ...findings.nesting(NESTING_MAX), file, ...place };
}

interface Place {
  readonly start: number;
  readonly end: number;
}

/** TypeScript's parser recurses too: the part of the text that it just manages is nested deeply enough to show where. */
function placeUnparsed(file: string, text: string): Place {
  let [readable, overflowing] = [0, text.length];
  while (overflowing - readable > 64) {
    const middle = (readable + overflowing) >> 1;
    if (parse(file, text.slice(0, middle))) readable = middle;
    else overflowing = middle;
  }
  const most = parse(file, text.slice(0, readable));
  return (most && firstBeyond(most)) ?? { start: readable, end: overflowing };
}

export function parse(file: string, text: string): ts.SourceFile | null {
  try {
    return ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function firstBeyond(file: ts.SourceFile): Place | undefined {
  let first: Place | undefined;
  const open: { node: ts.Node; level: number }[] = [{ node: file, level: 0 }];
  for (let at = open.pop(); at; at = open.pop()) {
    const { node, level } = at;
    if (level > NESTING_MAX) {
      const start = node.getStart(file);
      if (first === undefined || start < first.start) first = { start, end: Math.max(start, node.end) };
    } else ts.forEachChild(node, (child) => void open.push({ node: child, level: level + weight(child) }));
  }
  return first;
}

/** 1 for what a reader has to hold in mind while inside of it. */
function weight(node: ts.Node): number {
  const { parent } = node;
  // The body of what is counted already, one link of a chain of calls, one term of a sum.
  if (ts.isBlock(node))
    return Number(ts.isBlock(parent) || ts.isSourceFile(parent) || ts.isCaseOrDefaultClause(parent));
  if (ts.isPropertyAccessExpression(node)) return Number(!ts.isCallExpression(parent) || parent.expression !== node);
  if (isSum(node) && isSum(parent) && parent.left === node) return 0;
  return Number(ts.isStatement(node) || ts.isExpression(node) || ts.isTypeNode(node) || ts.isFunctionLike(node));
}

export function isSum(node: ts.Node): node is ts.BinaryExpression {
  return ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken;
}
