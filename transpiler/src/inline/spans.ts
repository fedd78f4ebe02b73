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
  const found = spansIn(mapBlocks(statement, () => []));
  return found[0];
}

function lastSpan(statement: Stmt, otherwise: Span | undefined): Span | undefined {
  return spansIn(statement).at(-1) ?? otherwise;
}

function spansIn(node: unknown): readonly Span[] {
  if (node === null || typeof node !== "object") return [];
  if (Array.isArray(node)) return node.flatMap(spansIn);
  const { span, ...rest } = node as { readonly span?: Span };
  return [...(span ? [span] : []), ...Object.values(rest).flatMap(spansIn)];
}
