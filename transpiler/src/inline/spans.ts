// A statement without a place of its own in the TypeScript is found in a traceback by what is printed above it. Before
// other statements come to stand there it gets that place itself.
import type { Span, Stmt } from "../python/ast.ts";
import { mapBlocks } from "../tidy/walk.ts";

/** @param above the place of what stands above the statements */
export function withPlaces(body: readonly Stmt[], above: Span | undefined): readonly Stmt[] {
  let last = above;
  return body.map((statement) => {
    const span = statement.span ?? firstSpan(statement);
    const placed = span === undefined && last !== undefined ? { ...statement, span: last } : statement;
    last = lastSpan(statement, span ?? last);
    return mapBlocks(placed, (inner) => withPlaces(inner, placed.span ?? span));
  });
}

/** Of what a statement evaluates itself. */
function firstSpan(statement: Stmt): Span | undefined {
  return spanIn(
    mapBlocks(statement, () => []),
    false,
  );
}

function lastSpan(statement: Stmt, otherwise: Span | undefined): Span | undefined {
  return spanIn(statement, true) ?? otherwise;
}

/** The first place within a piece of the tree, or the last. */
function spanIn(node: unknown, isLast: boolean): Span | undefined {
  if (node === null || typeof node !== "object") return undefined;
  const { span, ...rest } = node as { readonly span?: Span };
  if (span && !isLast) return span;
  const parts = Object.values(rest);
  for (const part of isLast ? parts.reverse() : parts) {
    const found = spanIn(part, isLast);
    if (found) return found;
  }
  return span;
}
