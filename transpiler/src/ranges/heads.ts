// What holds at the head of a loop, turn after turn: a variable that the loop writes is there what it was before the loop, or
// what a turn left in it. What it is for a moment within a turn does not count. Each such variable has a cell of its own.
import type { Binding, Expr, Stmt } from "../tree/nodes.ts";
import { keyOf } from "./environment.ts";
import { peek } from "./evaluate.ts";
import { isNothing, join, meet, type Range } from "./range.ts";
import type { Walk } from "./walk.ts";
import type { Written } from "./written.ts";

export interface Head {
  /** The walk stands at the head, and what the loop writes has been forgotten. */
  set(walk: Walk): void;
  /** The walk has come to the end of a turn. */
  turn(walk: Walk): void;
}

interface Variable {
  readonly name: Expr;
  readonly key: string;
  readonly cell: number;
  readonly before: Range;
}

/** Asked before what the loop writes is forgotten. `continue` comes to the head from elsewhere: then nothing is known. */
export function headOf(walk: Walk, body: readonly Stmt[], written: Written): Head {
  const variables = written.continues ? [] : variablesOf(walk, body, written);
  return {
    set(at) {
      for (const { name, key, cell, before } of variables) {
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
    return [{ name, key, cell, before }];
  });
}

function isDeclaredIn(body: readonly Stmt[], { span }: Binding): boolean {
  return body.some((statement) => statement.span.start <= span.start && span.end <= statement.span.end);
}
