// Sums of results: `size(left) + size(right) + 1`, `n += part.count()`. What a function gives back as the sum of what its
// calls give, each added once, is no more than the calls that were made: as steps are, it is taken to stay below 2^53.
// What was kept somewhere and is added again, as a table of Fibonacci's numbers does, may grow without end.
import type { Binding, Expr, ExprOf, Func } from "../tree/nodes.ts";
import { nodesOf } from "../tree/walk.ts";
import { returned } from "./passing.ts";
import { within } from "./range.ts";
import type { Solver } from "./solver.ts";
import { STEP } from "./steps.ts";
import type { Walk } from "./walk.ts";

interface Question {
  readonly solver: Solver;
  /** The function in which it stands. */
  readonly func: number | null;
  /** Functions that are taken to give sums, while it is being found out. */
  readonly asked: Set<number>;
  /** Variables that are part of the sum already; null where they must not be part of it. */
  readonly used: Set<number> | null;
}

/** Whether the sum is one of results, and of what is small. The answer takes time: asked where the sum is too large. */
export function isSumOfResults({ solver, func }: Walk, expr: Expr): boolean {
  const asked = new Set<number>();
  if (expr.kind !== "assign" && expr.kind !== "binary") return false;
  if (expr.operator !== "+" && expr.operator !== "-") return false;
  if (expr.kind === "binary") return isSum({ solver, func, asked, used: new Set() }, expr);
  if (expr.target.kind !== "name") return false;
  const question = { solver, func, asked, used: null };
  return isAccumulator(question, expr.target.binding) && isSum(question, expr.value);
}

function isSum(question: Question, expr: Expr): boolean {
  switch (expr.kind) {
    case "view":
    case "nonNull":
      return isSum(question, expr.value);
    case "binary":
      if (expr.operator !== "+" && expr.operator !== "-") break;
      return isSum(question, expr.left) && isSum(question, expr.right);
    case "conditional":
      return isEither(question, expr.then, expr.otherwise);
    case "logical":
      return isEither(question, expr.left, expr.right);
    case "call":
      return isSmall(question, expr) || givesSum(question, expr);
    case "name":
      return isSmall(question, expr) || isUsedOnce(question, expr.binding);
  }
  return isSmall(question, expr);
}

function isEither(question: Question, a: Expr, b: Expr): boolean {
  const apart = () => ({ ...question, used: question.used && new Set(question.used) });
  return isSum(apart(), a) && isSum(apart(), b);
}

function isSmall({ solver }: Question, { id }: Expr): boolean {
  const range = solver.latest.get(id);
  return range === undefined || within(range, STEP);
}

function isUsedOnce(question: Question, binding: number): boolean {
  if (question.used === null || question.used.has(binding)) return false;
  question.used.add(binding);
  const mapping = question.solver.mapped.get(binding);
  return mapping ? isGivenAsSum(question, mapping) : isAccumulator(question, binding);
}

/** A variable of the function alone, to which sums are added: never itself, nor another such variable. */
function isAccumulator(question: Question, id: number): boolean {
  const { solver, func } = question;
  const binding = solver.program.bindings[id];
  if (!binding || binding.owner !== func) return false;
  if (solver.folds.has(id)) return true;
  const values = binding.captured ? null : valuesOf(question, binding);
  return values?.every((value) => isSum({ ...question, used: null }, value)) ?? false;
}

/** All that is assigned, or added, to a variable; null where it is written in another way. */
function valuesOf({ solver }: Question, { id, owner, module }: Binding): readonly Expr[] | null {
  const { functions, modules } = solver.program;
  const body = owner === null ? modules[module]?.body : functions[owner]?.body;
  const values: Expr[] = [];
  let isDeclared = false;
  for (const node of nodesOf(body)) {
    if ((node.kind === "forOf" || node.kind === "unpack") && node.bindings.includes(id)) return null;
    if (node.kind === "declare" && node.binding === id) {
      isDeclared = true;
      if (node.value) values.push(node.value);
    }
    if (node.kind !== "assign" || node.target.kind !== "name" || node.target.binding !== id) continue;
    if (node.operator !== null && node.operator !== "+" && node.operator !== "-") return null;
    values.push(node.value);
  }
  return isDeclared ? values : null;
}

function givesSum(question: Question, expr: ExprOf<"call">): boolean {
  const callbacks = foldOf(question.solver, expr);
  const called = callbacks ?? calledBy(question.solver, expr);
  const start = callbacks ? expr.args[1] : undefined;
  if (start && !isSum({ ...question, used: null }, start)) return false;
  return called.length > 0 && called.every((func) => isGivenAsSum(question, func));
}

function isGivenAsSum({ solver, asked }: Question, func: Func): boolean {
  if (asked.has(func.id)) return true;
  solver.program.lookedInto.add(func.id);
  if (func.isAsync || func.isGenerator) return false;
  asked.add(func.id);
  return returned(func).every((value) => !value || isSum({ solver, func: func.id, asked, used: new Set() }, value));
}

/** `items.reduce((sum, item) => …, start)`: its function. */
function foldOf(solver: Solver, { callee, signature, args }: ExprOf<"call">): Func[] | null {
  if (signature !== null || callee.kind !== "member" || args.length !== 2 || args[0]?.kind !== "function") return null;
  if (callee.name !== "reduce" && callee.name !== "reduceRight") return null;
  const func = solver.program.functions[args[0].func];
  return func && solver.folds.has(func.params[0]?.binding ?? -1) ? [func] : null;
}

/** The program's functions that may be called: by the name of a method, all methods of that name. */
function calledBy({ program }: Solver, { callee, signature }: ExprOf<"call">): readonly Func[] {
  if (signature === null) return [];
  const known = callee.kind === "name" ? program.bindings[callee.binding]?.func : undefined;
  if (typeof known === "number") return program.functions.filter((func) => func?.id === known);
  if (callee.kind !== "superMember" && (callee.kind !== "member" || callee.access !== "attribute")) return [];
  const { name } = callee;
  const methods = program.classes.flatMap((made) => made.methods.filter((method) => method.name === name));
  const ids = new Set(methods.map(({ func }) => func));
  const set = program.aritySets.find(signature);
  return program.functions.filter(
    (func) => func && (ids.has(func.id) || program.aritySets.find(func.signature) === set),
  );
}
