// Loops. A counting `for` over a fixed bound becomes `for … in range`; everything else a `while`.
import type { Expr as PyExpr } from "../../python/ast.ts";
import { writtenBy } from "../../ranges/written.ts";
import type { Binding, Expr, ExprOf, Stmt, StmtOf } from "../../tree/nodes.ts";
import { condition, needsOrder } from "../expressions/logic.ts";
import type { Lowering, Target } from "../lowering.ts";
import { FALSE, py, TRUE } from "../py.ts";
import { copyHead, declareValue, isBoxed, turn } from "./boxes.ts";
import { closing, needsClosing } from "./closing.ts";
import { withFlags } from "./jumps.ts";
import { textLoop } from "./text-loops.ts";

function loopTarget(label: string | null, step: (() => void) | null): Target {
  return { kind: "loop", label, step, flags: new Map() };
}

export function lowerWhile(l: Lowering, { test, body, label, loop }: StmtOf<"while">): void {
  withFlags(l, loopTarget(label, null), () => emitWhile(l, test, () => turn(l, loop, body)));
}

/** `while test:`, or `while True:` with a break where the test needs statements before it. */
function emitWhile(l: Lowering, test: Expr | null, inner: () => void): void {
  const { value, statements } = l.capture(() => (test ? condition(l, test) : TRUE));
  const body = l.capture(inner).statements;
  if (!needsOrder(statements)) {
    l.out.push(...statements, py.while(value, body, test?.span));
    return;
  }
  l.out.push(py.while(TRUE, [...statements, py.if(py.not(value), [{ kind: "break" }]), ...body], test?.span));
}

export function lowerDoWhile(l: Lowering, { test, body, label, loop }: StmtOf<"doWhile">): void {
  const check = () => {
    const decided = condition(l, test);
    l.out.push(py.if(py.not(decided), [{ kind: "break" }], [], test.span));
  };
  if (continuesThroughFinally(body)) return emitStepFirst(l, label, null, check, () => turn(l, loop, body));
  withFlags(l, loopTarget(label, check), () => {
    const { statements } = l.capture(() => {
      turn(l, loop, body);
      check();
    });
    l.out.push(py.while(TRUE, statements));
  });
}

export function lowerFor(l: Lowering, statement: StmtOf<"for">): void {
  const counted = countedLoop(l, statement);
  if (counted) return emitCounted(l, statement, counted);
  const { init, test, step, body, label, loop } = statement;
  l.statements(init);
  // What a function in the head keeps is no turn's.
  copyHead(l, loop, (binding) => binding.inHead);
  const doStep = () => {
    copyHead(l, loop);
    if (step) l.effect(step);
  };
  if (continuesThroughFinally(body)) return emitStepFirst(l, label, test, doStep, () => turn(l, loop, body));
  withFlags(l, loopTarget(label, doStep), () =>
    emitWhile(l, test, () => {
      turn(l, loop, body);
      doStep();
    }),
  );
}

/** A `continue` within try…finally: the finally block runs before the step does. */
function continuesThroughFinally(body: readonly Stmt[], inside = false): boolean {
  return body.some((statement) => {
    if (statement.kind === "continue") return inside;
    const here = inside || (statement.kind === "try" && statement.finalizer !== null);
    return bodiesOf(statement).some((inner) => continuesThroughFinally(inner, here));
  });
}

function bodiesOf(statement: Stmt): readonly (readonly Stmt[])[] {
  if (statement.kind === "if") return [statement.then, statement.otherwise];
  if (statement.kind === "try") return [statement.body, statement.caught?.body ?? [], statement.finalizer ?? []];
  if (statement.kind === "switch") return statement.cases.map((one) => one.body);
  return "body" in statement ? [statement.body] : [];
}

/** The step stands first in the loop, left out in the first turn: `continue` then needs to do nothing. */
function emitStepFirst(l: Lowering, label: string | null, test: Expr | null, step: () => void, body: () => void): void {
  const again = py.name(l.temporary());
  l.out.push(py.assign(again, FALSE));
  withFlags(l, loopTarget(label, null), () => {
    const { statements } = l.capture(() => {
      l.out.push(py.if(again, l.capture(step).statements), py.assign(again, TRUE));
      if (test) l.out.push(py.if(py.not(condition(l, test)), [{ kind: "break" }]));
      body();
    });
    l.out.push(py.while(TRUE, statements));
  });
}

interface Counted {
  readonly binding: Binding;
  readonly from: Expr;
  readonly to: Expr;
  /** The bound itself belongs to the turns. */
  readonly inclusive: boolean;
  readonly by: 1 | -1;
}

/** `for (let i = a; i < b; i++)` where nothing in the body can change i or b. */
function countedLoop(l: Lowering, { init, test, step, body }: StmtOf<"for">): Counted | null {
  const first = init[0];
  if (
    init.length !== 1 ||
    first?.kind !== "declare" ||
    first.value === null ||
    test?.kind !== "binary" ||
    step?.kind !== "update"
  )
    return null;
  const binding = l.module.program.bindings[first.binding] as Binding;
  const { left, right, operator } = test;
  if (
    left.kind !== "name" ||
    left.binding !== binding.id ||
    step.target.kind !== "name" ||
    step.target.binding !== binding.id
  )
    return null;
  if (binding.writtenInBody || isBoxed(binding) || typeof binding.literal === "number") return null;
  const upward = step.step === 1 && (operator === "<" || operator === "<=");
  const downward = step.step === -1 && (operator === ">" || operator === ">=");
  if (!upward && !downward) return null;
  if (!isFixed(l, right, body)) return null;
  return { binding, from: first.value, to: right, inclusive: operator.endsWith("="), by: step.step };
}

/** No turn of the loop can change what the bound is. */
function isFixed(l: Lowering, bound: Expr, body: readonly Stmt[]): boolean {
  if (bound.kind === "number") return true;
  const { program } = l.module;
  if (bound.kind === "name") {
    const binding = program.bindings[bound.binding] as Binding;
    return (
      !binding.reassigned ||
      (!binding.assignedInside && binding.owner === l.func && !writtenBy(body).bindings.has(binding.id))
    );
  }
  if (bound.kind === "binary" && bound.type.kind === "number")
    return isFixed(l, bound.left, body) && isFixed(l, bound.right, body);
  return bound.kind === "member" && isFixedLength(l, bound, body);
}

function isFixedLength(l: Lowering, bound: ExprOf<"member">, body: readonly Stmt[]): boolean {
  const { kind } = bound.object.type;
  if (bound.name !== "length" || bound.object.kind !== "name" || !isFixed(l, bound.object, body)) return false;
  if (kind === "string" || kind === "typedArray") return true;
  const { code, lengths } = writtenBy(body);
  return kind === "array" && !code && !lengths;
}

function emitCounted(
  l: Lowering,
  { body, label, loop, span }: StmtOf<"for">,
  { binding, from, to, inclusive, by }: Counted,
): void {
  const overText = from.kind === "number" && from.value === 0 && by === 1 && !inclusive;
  const characters = overText ? textLoop(l, binding, to, body) : null;
  if (characters) {
    const { item, items, codes } = characters;
    return withFlags(l, loopTarget(label, null), () => {
      const inner = l.capture(() => l.withFrozen(codes, () => turn(l, loop, body))).statements;
      l.out.push(py.for(item, items, inner, span));
    });
  }
  const [start, end] = l.operands([from, to]) as [PyExpr, PyExpr];
  const bound = inclusive ? plusOne(end, by) : end;
  const args =
    by === -1 ? [start, bound, py.int(-1)] : start.kind === "int" && start.value === 0n ? [bound] : [start, bound];
  const name = py.name(l.module.shared.names.of(binding));
  withFlags(l, loopTarget(label, null), () => {
    l.out.push(py.for(name, py.call("range", ...args), l.capture(() => turn(l, loop, body)).statements, span));
  });
}

function plusOne(end: PyExpr, by: 1 | -1): PyExpr {
  if (end.kind === "int") return py.int(end.value + BigInt(by));
  return py.binary(by > 0 ? "+" : "-", end, py.int(1));
}

export function lowerForOf(l: Lowering, statement: StmtOf<"forOf">): void {
  const { bindings, pattern, iterable, body, label, loop, span } = statement;
  const closes = needsClosing(l, iterable);
  const given = l.iterable(iterable);
  const items = pattern && iterable.type.kind === "map" ? py.method(given, "walk", py.int(3)) : given;
  const source = closes ? l.spill(py.call("iter", items)) : items;
  const found = bindings.map((id) => (id === null ? null : (l.module.program.bindings[id] as Binding)));
  const names = found.map((binding) => py.name(binding ? l.module.shared.names.of(binding) : "_"));
  const boxes = found.flatMap((binding, i) =>
    binding && isBoxed(binding) ? [declareValue(l, binding, names[i] as PyExpr)] : [],
  );
  withFlags(l, loopTarget(label, null), () => {
    const inner = l.capture(() => turn(l, loop, body)).statements;
    const made = py.for(pattern ? py.tuple(names) : (names[0] ?? py.name("_")), source, [...boxes, ...inner], span);
    l.out.push(closes ? closing(l, source, [made], span) : made);
  });
}
