// How a function's body ends: its returns, and the same statements with something else done where they stand.
import { py } from "../lower/py.ts";
import type { Expr, Span, Stmt } from "../python/ast.ts";
import { nodesOf } from "../tidy/walk.ts";

type Return = Extract<Stmt, { kind: "return" }>;

export function returnsIn(body: unknown): readonly Return[] {
  return nodesOf(body).filter((node) => node.kind === "return") as unknown as readonly Return[];
}

export function givesNothing({ value }: Return): boolean {
  return value === null || (value.kind === "constant" && value.value === "None");
}

/** What follows these statements may be reached. */
export function mayEnd(body: readonly Stmt[]): boolean {
  return !body.some((statement) => {
    if (statement.kind === "return" || statement.kind === "raise") return true;
    return statement.kind === "if" && !mayEnd(statement.then) && !mayEnd(statement.otherwise);
  });
}

/**
 * The same with each return the last of its way: what follows an `if` that returns is put into its other branch. Null where
 * a return stands in a loop or a try, or where what follows would have to stand twice.
 */
export function withLastReturns(body: readonly Stmt[]): readonly Stmt[] | null {
  for (const [i, statement] of body.entries()) {
    if (statement.kind === "return") return body.slice(0, i + 1);
    if (returnsIn(statement).length === 0) continue;
    const made = statement.kind === "if" && branches(statement, body.slice(i + 1));
    return made ? [...body.slice(0, i), made] : null;
  }
  return body;
}

function branches(statement: Extract<Stmt, { kind: "if" }>, rest: readonly Stmt[]): Stmt | null {
  const { then, otherwise } = statement;
  const isThenLast = !mayEnd(then);
  if (rest.length > 0 && !isThenLast && mayEnd(otherwise)) return null;
  const [first, second] = [
    withLastReturns(isThenLast ? then : [...then, ...rest]),
    withLastReturns(isThenLast ? [...otherwise, ...rest] : otherwise),
  ];
  return first && second && { ...statement, then: first, otherwise: second };
}

/** What is done where a function ends; the value is null where it ends without a return. */
export type End = (value: Expr | null, span: Span | undefined) => readonly Stmt[];

/** @param body from withLastReturns */
export function withEnds(body: readonly Stmt[], end: End): readonly Stmt[] {
  const last = body.at(-1);
  const before = body.slice(0, -1);
  if (last?.kind === "return") return [...before, ...end(last.value, last.span)];
  if (last?.kind === "if" && returnsIn(last).length > 0) {
    const [then, otherwise] = [withEnds(last.then, end), withEnds(last.otherwise, end)];
    return [...before, ...choice(last, then, otherwise)];
  }
  return mayEnd(body) ? [...body, ...end(null, undefined)] : body;
}

function choice(
  statement: Extract<Stmt, { kind: "if" }>,
  then: readonly Stmt[],
  otherwise: readonly Stmt[],
): readonly Stmt[] {
  const { test, span } = statement;
  if (then.length > 0) return [{ ...statement, then, otherwise }];
  return otherwise.length > 0 ? [py.if(py.not(test), otherwise, [], span)] : [py.expression(test, span)];
}
