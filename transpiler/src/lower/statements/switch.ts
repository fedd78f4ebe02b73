// switch: an if/elif chain when every case ends by itself; else a chain that finds the first case, and the bodies from
// there on, inside a loop of one turn that `break` leaves.
import type { Expr as PyExpr, Stmt as PyStmt } from "../../python/ast.ts";
import { mayAct } from "../../ranges/written.ts";
import type { Expr, Stmt, StmtOf, SwitchCase } from "../../tree/nodes.ts";
import { needsOrder } from "../expressions/logic.ts";
import { lowerBinary } from "../expressions/operators.ts";
import type { Lowering, Target } from "../lowering.ts";
import { py, TRUE } from "../py.ts";
import { withFlags } from "./jumps.ts";

export function lowerSwitch(l: Lowering, statement: StmtOf<"switch">): void {
  const value = l.expr(statement.value);
  const tests = statement.cases.flatMap((one) => one.test ?? []);
  const kept = tests.some(mayAct) ? l.hold(value, statement.value) : l.once(value);
  l.withFrozen([[statement.value, kept]], () =>
    isChain(statement.cases) ? emitChain(l, statement) : emitStates(l, statement),
  );
}

/** Cases without a body share the next one's; every body ends in a jump, and breaks stand only at the end. */
function isChain(cases: readonly SwitchCase[]): boolean {
  return cases.every((one, i) => {
    if (one.body.length === 0) return i < cases.length - 1 && one.test !== null && cases[i + 1]?.test !== null;
    const last = flat(one.body).at(-1);
    const ends =
      i === cases.length - 1 || (last !== undefined && ["break", "return", "throw", "continue"].includes(last.kind));
    const inner = last && isOwnBreak(last) ? flat(one.body).slice(0, -1) : flat(one.body);
    return ends && (one.test !== null || i === cases.length - 1) && !holdsBreak(inner);
  });
}

/** The statements of a body, a single block around them opened. */
function flat(body: readonly Stmt[]): readonly Stmt[] {
  const only = body[0];
  return body.length === 1 && only?.kind === "block" && only.label === null ? only.body : body;
}

/** A break without a label leaves the switch; one with a label leaves a loop around it. */
function isOwnBreak(statement: Stmt): boolean {
  return statement.kind === "break" && statement.label === null;
}

/** A break of the switch itself, not of a loop within it. */
function holdsBreak(body: readonly Stmt[]): boolean {
  return body.some((statement) => {
    switch (statement.kind) {
      case "break":
        return isOwnBreak(statement);
      case "if":
        return holdsBreak(statement.then) || holdsBreak(statement.otherwise);
      case "block":
        return holdsBreak(statement.body);
      case "try":
        return (
          holdsBreak(statement.body) ||
          holdsBreak(statement.caught?.body ?? []) ||
          holdsBreak(statement.finalizer ?? [])
        );
      default:
        return false;
    }
  });
}

function emitChain(l: Lowering, { value, cases, label }: StmtOf<"switch">): void {
  const target: Target = { kind: "switch", label, step: null, flags: new Map(), silentBreak: true };
  withFlags(l, target, () => l.out.push(...chain(l, value, cases, 0, null)));
}

function chain(l: Lowering, value: Expr, cases: readonly SwitchCase[], at: number, tests: PyExpr | null): PyStmt[] {
  const one = cases[at];
  if (one === undefined) return [];
  const inner = flat(one.body);
  const last = inner.at(-1);
  const body = last && isOwnBreak(last) ? inner.slice(0, -1) : inner;
  if (one.test === null) return l.block(body);
  const { value: test, statements } = l.capture(() => caseTest(l, value, one.test as Expr));
  const { value: both, statements: before } = l.capture(() => either(l, tests, test, statements));
  if (one.body.length === 0) return [...before, ...chain(l, value, cases, at + 1, both)];
  return [...before, py.if(both, l.block(body), chain(l, value, cases, at + 1, null), one.span)];
}

/** The second test, and what it needs before it, only where the first has failed. */
function either(l: Lowering, first: PyExpr | null, second: PyExpr, statements: readonly PyStmt[]): PyExpr {
  if (first === null || !needsOrder(statements)) {
    l.out.push(...statements);
    return first ? py.or(first, second) : second;
  }
  const result = l.spill(first);
  l.out.push(py.if(py.not(result), [...statements, py.assign(result, second)]));
  return result;
}

function caseTest(l: Lowering, value: Expr, test: Expr): PyExpr {
  const type = { kind: "boolean" } as const;
  return lowerBinary(l, {
    id: test.id,
    span: test.span,
    type,
    kind: "binary",
    operator: "===",
    left: value,
    right: test,
  });
}

/** `_t = the number of the first case that fits`; then each body from that one on. */
function emitStates(l: Lowering, { value, cases, label, span }: StmtOf<"switch">): void {
  const state = py.name(l.temporary());
  const other = cases.findIndex((one) => one.test === null);
  l.out.push(...findCase(l, value, cases, 0, state, other < 0 ? cases.length : other));
  const target: Target = { kind: "switch", label, step: null, flags: new Map() };
  withFlags(l, target, () => {
    const bodies = cases.flatMap((one, i) =>
      one.body.length === 0 ? [] : [py.if(py.compare("<=", state, py.int(i)), l.block(one.body), [], one.span)],
    );
    l.out.push(py.while(TRUE, [...bodies, { kind: "break" }], span));
  });
}

function findCase(
  l: Lowering,
  value: Expr,
  cases: readonly SwitchCase[],
  at: number,
  state: PyExpr,
  other: number,
): PyStmt[] {
  const one = cases[at];
  if (one === undefined) return [py.assign(state, py.int(other))];
  if (one.test === null) return findCase(l, value, cases, at + 1, state, other);
  const { value: test, statements } = l.capture(() => caseTest(l, value, one.test as Expr));
  return [...statements, py.if(test, [py.assign(state, py.int(at))], findCase(l, value, cases, at + 1, state, other))];
}
