// How many words of a frame a function takes on MicroPython: its variables, and the values that its deepest expression keeps
// meanwhile. A frame of more than STACK_WORDS is taken from the heap at each call (py/vm.c, VM_MAX_STATE_ON_STACK).
import type { Expr, Stmt } from "../python/ast.ts";
import { usesIn } from "../tidy/scope.ts";
import { nodesOf } from "../tidy/walk.ts";
import type { Definition } from "./candidates.ts";

export const STACK_WORDS = 11;

/** py/objfun.h, mp_exc_stack_t; py/runtime.h, mp_obj_iter_buf_t. */
const WORDS_OF_TRY = 5;
const WORDS_OF_ITERATION = 4;

export function wordsOfFrame(definition: Definition): number {
  return localsOf(definition).size + depthOf(definition.body);
}

/** The variables of a function, its parameters among them. */
export function localsOf({ params, body }: Definition): ReadonlySet<string> {
  const foreign = nodesOf(body).flatMap((node) => (node.kind === "global" ? (node.names as readonly string[]) : []));
  const written = [...usesIn(body)].filter(([, { writes }]) => writes > 0).map(([name]) => name);
  return new Set([...params.map(({ name }) => name), ...written.filter((name) => !foreign.includes(name))]);
}

/** What the deepest expression of a block keeps. */
export function depthOf(body: readonly Stmt[]): number {
  return Math.max(0, ...body.map(depthOfStatement));
}

/** What a statement keeps while the blocks within it run. */
export function wordsAround({ kind }: Stmt): number {
  if (kind === "for") return WORDS_OF_ITERATION;
  return kind === "try" ? WORDS_OF_TRY : 0;
}

function depthOfStatement(statement: Stmt): number {
  const around = wordsAround(statement);
  switch (statement.kind) {
    case "expression":
    case "return":
    case "raise":
      return statement.value ? words(statement.value) : 1;
    case "assign":
      return Math.max(words(statement.value), 1 + words(statement.target));
    case "augmented":
      return 2 + Math.max(words(statement.target), words(statement.value));
    case "if":
      return Math.max(words(statement.test), depthOf(statement.then), depthOf(statement.otherwise));
    case "while":
      return Math.max(words(statement.test), depthOf(statement.body));
    case "for":
      return around + Math.max(words(statement.iterable), depthOf(statement.body));
    case "try": {
      const blocks = [statement.body, statement.finalizer, ...statement.handlers.map(({ body }) => body)];
      return around + Math.max(...blocks.map(depthOf));
    }
    default:
      return 1;
  }
}

/** Each operand lies above those before it. */
function words(expr: Expr): number {
  const parts = Object.values(expr).flat(2) as unknown[];
  const operands = parts.filter((part): part is Expr => typeof part === "object" && part !== null && "kind" in part);
  // A method is two values: the function, and its object.
  const method = expr.kind === "call" && expr.callee.kind === "attribute" ? 1 : 0;
  const isChoice = expr.kind === "conditional" || expr.kind === "bool";
  const above = (i: number) => (i === 0 || isChoice ? 0 : i + method);
  return Math.max(1, ...operands.map((operand, i) => above(i) + words(operand)));
}
