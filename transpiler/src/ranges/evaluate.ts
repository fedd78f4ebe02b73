// The walk over expressions: gives the range of a number, stores what flows into cells, follows assignments.
import type { Expr, ExprOf } from "../tree/nodes.ts";
import { optionsOf, type Type } from "../types/type.ts";
import { ELEMENTS, isTypedArray } from "../types/typed-arrays.ts";
import { add, binary, checked, division, root, unary } from "./arithmetic.ts";
import { assign, callsAccessor, write } from "./assignments.ts";
import { assume } from "./assume.ts";
import { afterCall, enterCallbacks, noteCompared, noteFold, noteHanded, noteMade } from "./callbacks.ts";
import { isDoubtful } from "./doubts.ts";
import { isHostCall, runsCode, textActs } from "./effects.ts";
import { keyOf } from "./environment.ts";
import { rootOfFloat, toFloat } from "./float-values.ts";
import { ANY_FLOAT, constantFloat, opposite } from "./floats.ts";
import { fieldBehind } from "./getters.ts";
import { isInside, lengthOf, noteCharacter } from "./lengths.ts";
import { integerDivision, integerRoot, libraryRange } from "./library.ts";
import { argument, computedWith, refuseStoredNaN } from "./not-a-number.ts";
import { passedRange } from "./passing.ts";
import { ANY, BINARY, join, meet, NAN, NOTHING, negate, type Range, range } from "./range.ts";
import { noteSteps } from "./steps.ts";
import { ANY_TEXT, charactersOf, holdsText, isText, textRange } from "./texts.ts";
import { statements, type Walk } from "./walk.ts";

type Evaluators = { [K in Expr["kind"]]: (walk: Walk, expr: ExprOf<K>) => Range };

const none = () => NOTHING;

const EVALUATORS: Evaluators = {
  number(walk, { value, type }) {
    if (type.kind === "float") return constantFloat(value);
    walk.solver.growth.noteConstant(value);
    return range(value, value);
  },
  string: none,
  boolean: none,
  none,
  this: none,
  builtin: (walk, expr) => (expr.module === null && expr.name === "NaN" ? NAN : walk.solver.load(expr.type)),
  function(walk, expr) {
    noteMade(walk, expr);
    return NOTHING;
  },
  name: readPlace,
  member(walk, expr) {
    evaluate(walk, expr.object);
    if (callsAccessor(expr) && fieldBehind(walk.solver.program, expr) === null) walk.env.forgetProperties();
    return readPlace(walk, expr);
  },
  superMember(walk, { isAccessor, type }) {
    if (isAccessor) walk.env.forgetProperties();
    return walk.solver.load(type);
  },
  class(walk, { base, statics }) {
    if (base) evaluate(walk, base);
    statements(walk, statics);
    return NOTHING;
  },
  hasPrivate: (walk, { object }) => all(walk, [object]),
  keyed(walk, { object, key, wide }) {
    all(walk, [object, key]);
    // A getter may have run.
    walk.env.forgetProperties();
    return walk.solver.load(wide);
  },
  index(walk, expr) {
    evaluate(walk, expr.object);
    const at = computedWith(walk, expr.index);
    walk.solver.noteInside(expr.id, isInside(walk, expr.object, expr.index, at));
    return walk.solver.load(expr.type);
  },
  template(walk, { values }) {
    all(walk, values);
    if (values.some((value) => textActs(value.type))) walk.env.forgetProperties();
    return NOTHING;
  },
  array: (walk, { items }) => all(walk, items),
  spread(walk, { value }) {
    evaluate(walk, value);
    if (runsCode(value.type)) walk.env.forgetProperties();
    return spreadRange(walk, value.type);
  },
  record: (walk, { properties }) =>
    all(
      walk,
      properties.map((property) => property.value),
    ),
  merge: (walk, { parts }) => all(walk, parts),
  rest: (walk, { value, taken }) => all(walk, [value, ...taken]),
  in: (walk, { key, object }) => all(walk, [key, object]),
  delete: (walk, { key, object }) => all(walk, [object, key]),
  deleteMember(walk, { object }) {
    evaluate(walk, object);
    walk.env.forgetProperties();
    return NOTHING;
  },
  dictionary: (walk, { entries }) =>
    all(
      walk,
      entries.flatMap(({ key, value }) => (key ? [key, value] : [value])),
    ),
  call(walk, expr) {
    const divided = integerDivision(expr);
    if (divided) return division(walk, divided);
    const square = integerRoot(expr);
    if (square) return root(walk, square);
    evaluate(walk, expr.callee);
    noteHanded(walk, expr);
    noteCompared(walk, expr);
    noteFold(walk, expr);
    const args = expr.args.map((arg) => argument(walk, expr, arg));
    noteCharacter(walk, expr, args);
    refuseStoredNaN(walk, expr);
    enterCallbacks(walk, expr);
    afterCall(walk, expr);
    releaseCallbacks(walk, expr);
    return libraryRange(expr, args) ?? passedRange(walk.solver.program, expr, args) ?? walk.solver.load(expr.type);
  },
  chain: (walk, { value }) => evaluate(walk, value),
  new(walk, expr) {
    for (const arg of expr.args)
      if (expr.callee.kind === "builtin" && arg.type.kind === "number") computedWith(walk, arg);
      else evaluate(walk, arg);
    refuseStoredNaN(walk, expr);
    afterCall(walk, expr);
    return NOTHING;
  },
  superCall: (walk, { args }) => all(walk, args),
  unary,
  toFloat,
  root: rootOfFloat,
  typeof: (walk, { operand }) => all(walk, [operand]),
  void: (walk, { operand }) => all(walk, [operand]),
  binary,
  instanceof: (walk, { left }) => all(walk, [left]),
  logical,
  conditional(walk, { test, then, otherwise }) {
    evaluate(walk, test);
    const [yes, no] = [walk.env.copy(), walk.env.copy()];
    assume({ ...walk, env: yes }, test, true);
    assume({ ...walk, env: no }, test, false);
    const result = join(evaluate({ ...walk, env: yes }, then), evaluate({ ...walk, env: no }, otherwise));
    walk.env.become(yes, no);
    return result;
  },
  assign,
  update(walk, { target, step, prefix, span }) {
    const old = computedWith(walk, target);
    const result = checked(walk, "this step", add(old, step), span, walk.solver.isStepper(target.type));
    const stepped = {
      kind: "binary",
      operator: "+",
      left: target,
      right: { kind: "number", value: step, type: target.type },
      type: target.type,
    };
    write(walk, target, stepped as Expr, result, span);
    return prefix ? result : old;
  },
  comma(walk, { left, right }) {
    evaluate(walk, left);
    return evaluate(walk, right);
  },
  sequence(walk, { statements: list, value }) {
    statements(walk, list);
    return evaluate(walk, value);
  },
  take(walk, { iterable }) {
    evaluate(walk, iterable);
    walk.env.forgetProperties();
    return NOTHING;
  },
  keys: (walk, { value }) => all(walk, [value]),
  iterate: (walk, { value }) => all(walk, [value]),
  step(walk, expr) {
    walk.env.forgetProperties();
    return walk.solver.load(expr.type);
  },
  yield(walk, expr) {
    if (expr.value) evaluate(walk, expr.value);
    walk.env.forgetProperties();
    return walk.solver.load(expr.type);
  },
  delegate(walk, expr) {
    evaluate(walk, expr.value);
    walk.env.forgetProperties();
    return walk.solver.load(expr.type);
  },
  await(walk, expr) {
    evaluate(walk, expr.value);
    walk.env.forgetProperties();
    return walk.solver.load(expr.type);
  },
  nonNull: (walk, { value }) => evaluate(walk, value),
  view: (walk, { value }) => evaluate(walk, value),
  cast(walk, { value, type }) {
    const given = evaluate(walk, value);
    return optionsOf(value.type).some(({ kind }) => kind === "number") ? given : walk.solver.load(type);
  },
};

export function evaluate(walk: Walk, expr: Expr): Range {
  const targets = walk.solver.flows.get(expr.id) ?? [];
  if (targets.length > 0) noteSteps(walk, targets, expr);
  const found = (EVALUATORS[expr.kind] as (walk: Walk, expr: Expr) => Range)(walk, expr);
  const result = isText(expr.type) ? textRange(walk, expr, found) : found;
  for (const target of targets) {
    if (holdsNumber(expr)) walk.solver.store(target, result, expr.span);
    if (holdsText(expr.type)) walk.solver.storeText(target, isText(expr.type) ? result : ANY_TEXT);
  }
  return walk.solver.note(expr, result);
}

/** The range of an expression that was evaluated a moment ago, without effects. */
export function peek(walk: Walk, expr: Expr): Range {
  if (expr.kind === "name" || expr.kind === "member") return read(walk, expr);
  const isFloat = expr.type.kind === "float";
  if (expr.kind === "number") return isFloat ? constantFloat(expr.value) : range(expr.value, expr.value);
  if (expr.kind === "unary" && expr.operator === "-")
    return isFloat ? opposite(peek(walk, expr.operand)) : negate(peek(walk, expr.operand));
  if (expr.kind === "view" || expr.kind === "nonNull") return peek(walk, expr.value);
  const operation = expr.kind === "binary" ? BINARY[expr.operator] : undefined;
  if (expr.kind === "binary" && operation && expr.type.kind === "number")
    return operation(peek(walk, expr.left), peek(walk, expr.right));
  if (isFloat && expr.kind !== "index" && expr.kind !== "call") return ANY_FLOAT;
  return holdsNumber(expr) ? walk.solver.load(expr.type) : NOTHING;
}

/** Of each item of a spread. */
function spreadRange(walk: Walk, type: Type): Range {
  const { solver } = walk;
  if (isTypedArray(type)) return range(ELEMENTS[type.element].low, ELEMENTS[type.element].high);
  if (type.kind === "array") return solver.load(type.element);
  if (type.kind === "union") return type.options.map((one) => spreadRange(walk, one)).reduce(join, NOTHING);
  if (type.kind === "set" || type.kind === "iterator") return solver.load(type.item);
  if (type.kind === "tuple") return type.elements.map((one) => solver.load(one)).reduce(join, NOTHING);
  return type.kind === "string" || type.kind === "map" ? NOTHING : ANY;
}

export function holdsNumber(expr: Expr): boolean {
  return optionsOf(expr.type).some((option) => ["number", "float", "json", "unknown"].includes(option.kind));
}

export function all(walk: Walk, list: readonly Expr[]): Range {
  for (const expr of list) evaluate(walk, expr);
  return NOTHING;
}

function readPlace(walk: Walk, expr: ExprOf<"name"> | ExprOf<"member">): Range {
  walk.solver.noteDoubt(expr.id, isDoubtful(walk, expr));
  return read(walk, expr);
}

function read(walk: Walk, expr: ExprOf<"name"> | ExprOf<"member">): Range {
  const binding = expr.kind === "name" ? walk.solver.program.bindings[expr.binding] : undefined;
  const literal = binding?.literal ?? null;
  if (typeof literal === "string") return charactersOf(literal);
  if (isText(expr.type)) return walk.solver.load(binding && isText(binding.type) ? binding.type : expr.type);
  if (!holdsNumber(expr)) return NOTHING;
  if (typeof literal === "number") return expr.type.kind === "float" ? constantFloat(literal) : range(literal, literal);
  if (expr.kind === "member" && expr.access === "library" && expr.name === "length") return lengthOf(walk, expr.object);
  const key = keyOf(walk.solver.program, expr, walk.func);
  const known = key === null ? undefined : walk.env.get(key);
  const isWhole = known?.grain !== undefined || expr.type.kind !== "float";
  if (known && isWhole && Number.isFinite(known.low) && Number.isFinite(known.high)) return known;
  const declared = binding?.type;
  const stored = walk.solver.load(declared && holdsNumber({ ...expr, type: declared }) ? declared : expr.type);
  return known ? meet(stored, known) : stored;
}

function logical(walk: Walk, { operator, left, right }: ExprOf<"logical">): Range {
  const first = evaluate(walk, left);
  const skipped = walk.env.copy();
  if (operator !== "??") {
    assume(walk, left, operator === "&&");
    assume({ ...walk, env: skipped }, left, operator !== "&&");
  }
  const second = evaluate(walk, right);
  walk.env.become(walk.env.copy(), skipped);
  // NaN is false.
  return join(operator === "||" ? { ...first, nan: false } : first, second);
}

/** A function given to a MicroPython module is called from there, with anything. */
function releaseCallbacks(walk: Walk, expr: ExprOf<"call">): void {
  if (expr.signature !== null || !isHostCall(expr.callee)) return;
  for (const arg of expr.args) {
    if (arg.type.kind !== "function") continue;
    for (const param of walk.solver.program.signatures[arg.type.signature]?.params ?? []) {
      walk.solver.store(param, ANY, arg.span);
      walk.solver.storeText(param, ANY_TEXT);
    }
  }
}
