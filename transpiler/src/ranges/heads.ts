// What holds at the head of a loop, turn after turn: a variable that the loop writes is there what it was before the loop, or
// what a turn left in it. What it is for a moment within a turn does not count. Each such variable has a cell of its own.
import type { Binding, Expr, Stmt } from "../tree/nodes.ts";
import { nodesOf } from "../tree/walk.ts";
import { keyOf } from "./environment.ts";
import { peek } from "./evaluate.ts";
import { isNothing, join, meet, type Range } from "./range.ts";
import type { Walk } from "./walk.ts";
import { type Written, writtenBy } from "./written.ts";

export interface Head {
  /** The walk stands at the head, and what the loop writes has been forgotten; the test may have written some of it since. */
  set(walk: Walk, test?: Expr | null): void;
  /** The walk has come to the end of a turn, or to a `continue`. */
  turn(walk: Walk): void;
}

interface Variable {
  readonly id: number;
  readonly name: Expr;
  readonly key: string;
  readonly cell: number;
  readonly before: Range;
}

/** Asked before what the loop writes is forgotten. */
export function headOf(walk: Walk, body: readonly Stmt[], written: Written): Head {
  const isKnown = !written.continues || continuesHere(body);
  const variables = isKnown ? variablesOf(walk, body, written) : [];
  return {
    set(at, test = null) {
      if (variables.length === 0) return;
      const except = writtenBy([], test).bindings;
      for (const { id, name, key, cell, before } of variables) {
        if (except.has(id)) continue;
        const value = join(before, at.solver.atHead(cell));
        const both = meet(value, peek(at, name));
        at.env.set(key, isNothing(both) ? value : both);
      }
    },
    turn(at) {
      if (at.env.reachable) for (const { name, cell } of variables) at.solver.storeAtHead(cell, peek(at, name));
    },
  };
}

function variablesOf(walk: Walk, body: readonly Stmt[], { bindings }: Written): Variable[] {
  const { solver } = walk;
  return [...bindings].flatMap((id) => {
    const binding = solver.program.bindings[id];
    if (binding?.type.kind !== "number" || isDeclaredIn(body, binding)) return [];
    const name = { kind: "name", binding: id, type: binding.type } as Expr;
    const key = keyOf(solver.program, name, walk.func);
    const before = peek(walk, name);
    if (key !== `b${id}` || isNothing(before)) return [];
    const cell = solver.headCell(body, id);
    solver.storeAtHead(cell, before);
    return [{ id, name, key, cell, before }];
  });
}

const plain = new WeakMap<readonly Stmt[], boolean>();

/** Every `continue` goes to the head of its own loop, with nothing to be run on the way. */
function continuesHere(body: readonly Stmt[]): boolean {
  const known = plain.get(body);
  if (known !== undefined) return known;
  const goesElsewhere = (node: Expr | Stmt) =>
    (node.kind === "continue" && node.label !== null) || (node.kind === "try" && node.finalizer !== null);
  const isPlain = !nodesOf(body).some((node) => goesElsewhere(node) || node.kind === "closing");
  plain.set(body, isPlain);
  return isPlain;
}

function isDeclaredIn(body: readonly Stmt[], { span }: Binding): boolean {
  return body.some((statement) => statement.span.start <= span.start && span.end <= statement.span.end);
}
