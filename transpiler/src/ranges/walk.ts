// The walk over statements: every module's top level and every function, each from an environment that knows nothing.
import { findings } from "../diagnostics/catalogue.ts";
import type { Class, Expr, Func, Program, Stmt, StmtOf } from "../tree/nodes.ts";
import type { Type } from "../types/type.ts";
import { assume } from "./assume.ts";
import { noteTested } from "./doubts.ts";
import { Environment, keyOf } from "./environment.ts";
import { evaluate } from "./evaluate.ts";
import { type Head, headOf } from "./heads.ts";
import { learn } from "./lengths.ts";
import { isNonZero, type Range } from "./range.ts";
import type { Solver } from "./solver.ts";
import type { Unit } from "./visits.ts";
import { mayAct, type Written, writtenBy } from "./written.ts";

export interface Walk {
  readonly solver: Solver;
  readonly func: number | null;
  readonly env: Environment;
  /** Of the loop around the place, to which a `continue` goes; none where it goes to the step of a `for` first. */
  readonly head?: Head | null;
}

export function unitsOf(program: Program): Unit[] {
  const modules = program.modules.map(({ index, body }) => ({
    module: index,
    walk: (solver: Solver) => statements({ solver, func: null, env: new Environment() }, body),
  }));
  const classes = program.classes.map((made) => ({ module: made.module, walk: fieldsWalk(made) }));
  const functions = program.functions.filter((func) => func !== undefined).map(functionUnit);
  return [...modules, ...classes, ...functions];
}

export function functionUnit(func: Func): Unit {
  return { module: func.module, walk: functionWalk(func) };
}

function fieldsWalk(made: Class): Unit["walk"] {
  return (solver) => {
    const walk = { solver, func: made.constructorFunc, env: new Environment() };
    for (const field of made.fields) if (field.value) evaluate(walk, field.value);
  };
}

function functionWalk(func: Func): Unit["walk"] {
  return (solver) => {
    const walk = { solver, func: func.id, env: solver.entry(func.id) };
    for (const param of func.params) {
      if (param.default) evaluate(walk, param.default);
      statements(walk, param.parts);
    }
    statements(walk, func.body);
    if (func.expression) evaluate(walk, func.expression);
  };
}

export function statements(walk: Walk, list: readonly Stmt[]): void {
  for (const statement of list) {
    // What cannot be reached still gets its facts, from nothing known.
    if (!walk.env.reachable) walk.env.become(new Environment(), new Environment());
    visitStatement(walk, statement);
  }
}

type Visitors = { [K in Stmt["kind"]]: (walk: Walk, statement: StmtOf<K>) => void };

const VISITORS: Visitors = {
  declare(walk, { binding, value }) {
    if (value === null) return walk.env.forgetBinding(binding);
    const result = evaluate(walk, value);
    const learned = learn(walk, value, result);
    walk.env.forgetBinding(binding);
    const type = walk.solver.program.bindings[binding]?.type;
    if (type) learned({ kind: "name", binding, type } as Expr);
    walk.env.noteTested(`b${binding}`);
  },
  unpack(walk, { bindings, value }) {
    const items = value.kind === "array" ? value.items.map((item) => evaluate(walk, item)) : [];
    if (value.kind !== "array") evaluate(walk, value);
    for (const [i, binding] of bindings.entries()) {
      if (binding === null) continue;
      walk.env.forgetBinding(binding);
      const item = items[i];
      const key = keyOf(walk.solver.program, { kind: "name", binding } as never, walk.func);
      if (item && key && value.kind === "array" && isNumber((value.items[i] as Expr).type)) walk.env.set(key, item);
    }
  },
  expression: (walk, { value }) => void evaluate(walk, value),
  if(walk, { test, then, otherwise }) {
    evaluate(walk, test);
    const [yes, no] = [walk.env.copy(), walk.env.copy()];
    assume({ ...walk, env: yes }, test, true);
    assume({ ...walk, env: no }, test, false);
    statements({ ...walk, env: yes }, then);
    statements({ ...walk, env: no }, otherwise);
    walk.env.become(yes, no);
  },
  while(walk, { test, body }) {
    loop(walk, writtenBy(body, test), test, body, (inside) => statements(inside, body));
  },
  doWhile(walk, { test, body }) {
    const written = writtenBy(body, test);
    forget(walk, written);
    const inside = { ...walk, env: walk.env.copy(), head: null };
    const start = inside.env.copy();
    statements(inside, body);
    endTurn(inside, start, body);
    forget(inside, written);
    evaluate(inside, test);
    after(walk, written, test);
  },
  for(walk, { init, test, step, body }) {
    statements(walk, init);
    const written = writtenBy(body, test, step);
    loop(walk, written, test, body, (inside) => {
      const start = inside.env.copy();
      statements({ ...inside, head: null }, body);
      endTurn(inside, start, body);
      if (step) evaluate(inside, step);
    });
  },
  forOf(walk, statement) {
    const { bindings, iterable, body } = statement;
    evaluate(walk, iterable);
    const written = writtenBy([statement]);
    loop(walk, written, null, body, (inside) => {
      for (const binding of bindings) if (binding !== null) inside.env.forgetBinding(binding);
      statements(inside, body);
    });
  },
  switch(walk, { value, cases }) {
    evaluate(walk, value);
    const written = writtenBy(cases.flatMap((one) => one.body));
    const tests = cases.flatMap((one) => one.test ?? []);
    const testsAct = tests.some(mayAct);
    if (testsAct) forget(walk, writtenBy([], ...tests));
    let fallen: Environment | null = null;
    if (!testsAct) noteTested(walk, value);
    for (const { test, body } of cases) {
      const env = walk.env.copy();
      const inside = { ...walk, env };
      if (test) {
        evaluate(inside, test);
        if (!testsAct) assume(inside, { kind: "binary", operator: "===", left: value, right: test } as never, true);
      }
      if (fallen?.reachable) env.become(env.copy(), fallen);
      statements(inside, body);
      fallen = env;
    }
    forget(walk, written);
  },
  break: leave,
  continue(walk) {
    walk.head?.turn(walk);
    walk.env.reachable = false;
  },
  return(walk, { value }) {
    if (value) evaluate(walk, value);
    walk.env.reachable = false;
  },
  throw(walk, { value }) {
    evaluate(walk, value);
    walk.env.reachable = false;
  },
  try(walk, { body, caught, finalizer }) {
    const written = writtenBy([...body, ...(caught?.body ?? [])]);
    const inside = { ...walk, env: walk.env.copy() };
    statements(inside, body);
    forget(walk, written);
    walk.env.forgetProperties();
    const handler = { ...walk, env: walk.env.copy() };
    if (caught) statements(handler, caught.body);
    walk.env.become(inside.env, handler.env);
    forget(walk, written);
    if (!finalizer) return;
    const { reachable } = walk.env;
    walk.env.reachable = true;
    statements(walk, finalizer);
    walk.env.reachable = reachable && walk.env.reachable;
  },
  closing(walk, { body }) {
    statements(walk, body);
    walk.env.forgetProperties();
  },
  block(walk, { body, label }) {
    if (label === null) return statements(walk, body);
    // It may be left anywhere.
    statements({ ...walk, env: walk.env.copy() }, body);
    forget(walk, writtenBy(body));
  },
  function: () => undefined,
  class(walk, { base }) {
    if (base) evaluate(walk, base);
  },
};

function leave(walk: Walk): void {
  walk.env.reachable = false;
}

function visitStatement(walk: Walk, statement: Stmt): void {
  (VISITORS[statement.kind] as (walk: Walk, statement: Stmt) => void)(walk, statement);
}

function isNumber(type: Type): boolean {
  return type.kind === "number";
}

/** What only rises keeps what it is at least, what only falls what it is at most. */
export function forget(walk: Walk, written: Written): void {
  for (const binding of written.bindings)
    walk.env.forgetBinding(binding, !written.falling.has(binding), !written.rising.has(binding));
  if (written.code) walk.env.forgetProperties();
  for (const name of written.names) walk.env.forgetProperties(name);
  if (written.lengths) walk.env.forgetLengths();
}

/** The inside of a loop knows of what it writes what the cells say, and what holds at its head; outside, the test has failed. */
function loop(
  walk: Walk,
  written: Written,
  test: StmtOf<"for">["test"],
  body: readonly Stmt[],
  inner: (inside: Walk) => void,
): void {
  const head = headOf(walk, body, written);
  forget(walk, written);
  const inside = { ...walk, env: walk.env.copy(), head };
  head.set(inside);
  if (test) {
    evaluate(inside, test);
    assume(inside, test, true);
  }
  inner(inside);
  head.turn(inside);
  after(walk, written, test, head);
}

function after(walk: Walk, written: Written, test: StmtOf<"for">["test"], head: Head | null = null): void {
  walk.env.reachable = true;
  forget(walk, written);
  if (written.breaks) return;
  head?.set(walk, test);
  if (test) assume(walk, test, false);
}

/** Every `continue` comes to the end of the turn too: what it knows is what the turn began with and nothing changed. */
function endTurn(inside: Walk, start: Environment, body: readonly Stmt[]): void {
  if (inside.env.reachable && !hasContinue(body)) return;
  inside.env.become(start, start);
  forget(inside, writtenBy(body));
}

function hasContinue(body: readonly Stmt[]): boolean {
  return writtenBy(body).continues;
}

export function refuseZero(walk: Walk, divisor: Range, span: { start: number; end: number }): void {
  if (!isNonZero(divisor)) walk.solver.report(span, findings.zeroDivisor());
}
