// Functions that give one of their arguments back as it came, as those that log or check it do: the range of such a call is
// the range of its argument, not that of all arguments of all calls.
import type { Expr, ExprOf, Func, Program } from "../tree/nodes.ts";
import { nodesOf } from "../tree/walk.ts";
import type { Range } from "./range.ts";

const known = new WeakMap<Func, number>();

export function passedRange(program: Program, expr: ExprOf<"call">, args: readonly Range[]): Range | null {
  if (expr.type.kind !== "number" || expr.callee.kind !== "name") return null;
  const id = program.bindings[expr.callee.binding]?.func ?? null;
  const func = id === null ? undefined : program.functions[id];
  if (func === undefined || expr.args.some((arg) => arg.kind === "spread")) return null;
  return args[passedPlace(program, func)] ?? null;
}

/** The place of the parameter that the function gives back; -1 when it gives something else. */
export function passedPlace(program: Program, func: Func): number {
  const place = known.get(func) ?? passedParam(program, func);
  known.set(func, place);
  return place;
}

function passedParam(program: Program, func: Func): number {
  const values = returned(func);
  const place = func.params.findIndex(({ binding }) => isName(values[0], binding));
  const param = func.params[place];
  const isSame = param && !param.rest && !program.bindings[param.binding]?.reassigned;
  return isSame && values.every((value) => isName(value, param.binding)) ? place : -1;
}

function isName(value: Expr | null | undefined, binding: number): boolean {
  if (value?.kind === "view" || value?.kind === "nonNull") return isName(value.value, binding);
  return value?.kind === "name" && value.binding === binding;
}

/** What a function gives back, of each return statement; null of one that gives nothing. */
export function returned({ expression, body }: Func): (Expr | null)[] {
  if (expression) return [expression];
  return nodesOf(body).flatMap((node) => (node.kind === "return" ? [node.value] : []));
}
