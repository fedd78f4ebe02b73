// The walk over expressions: gives the range of a number, stores what flows into cells, follows assignments.
import { findings } from "../diagnostics/catalogue.ts";
import type { Expr, ExprOf } from "../tree/nodes.ts";
import { SAFE } from "../types/cells.ts";
import { optionsOf, type Type, withoutNone } from "../types/type.ts";
import { ELEMENTS, isTypedArray } from "../types/typed-arrays.ts";
import { assume } from "./assume.ts";
import { afterCall, enterCallbacks, noteCompared, noteFold, noteHanded, noteMade } from "./callbacks.ts";
import { isDoubtful, placeOf } from "./doubts.ts";
import { runsCode } from "./effects.ts";
import { keyOf } from "./environment.ts";
import { fieldBehind } from "./getters.ts";
import { differenceOf, isInside, learn, lengthOf } from "./lengths.ts";
import {
  converted,
  DIVISIONS,
  type IntegerDivision,
  integerDivision,
  integerRoot,
  libraryRange,
  SQUARE_END,
  storeConverted,
} from "./library.ts";
import { argument, BITWISE, computedWith, notNaN, refuseStoredNaN, zeroForNaN } from "./not-a-number.ts";
import { passedRange } from "./passing.ts";
import {
  ANY,
  BINARY,
  complement,
  I32,
  isNothing,
  join,
  meet,
  NAN,
  NOTHING,
  negate,
  type Range,
  range,
  within,
} from "./range.ts";
import { show } from "./solver.ts";
import { isSmallStep, noteAssignedStep, noteSteps } from "./steps.ts";
import { isSumOfResults } from "./sums.ts";
import { ANY_TEXT, charactersOf, holdsText, isText, textRange } from "./texts.ts";
import { refuseZero, statements, type Walk } from "./walk.ts";
import { mayAct, writtenBy } from "./written.ts";

type Evaluators = { [K in Expr["kind"]]: (walk: Walk, expr: ExprOf<K>) => Range };

const none = () => NOTHING;

const EVALUATORS: Evaluators = {
  number(walk, { value }) {
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
  template: (walk, { values }) => all(walk, values),
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
  rest: (walk, { value }) => all(walk, [value]),
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
    storeConverted(walk, expr);
    enterCallbacks(walk, expr);
    afterCall(walk, expr);
    releaseCallbacks(walk, expr);
    return (
      libraryRange(walk, expr, args) ?? passedRange(walk.solver.program, expr, args) ?? walk.solver.load(expr.type)
    );
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
      right: { kind: "number", value: step },
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
  if (expr.kind === "number") return range(expr.value, expr.value);
  if (expr.kind === "unary" && expr.operator === "-") return negate(peek(walk, expr.operand));
  if (expr.kind === "view" || expr.kind === "nonNull") return peek(walk, expr.value);
  const operation = expr.kind === "binary" ? BINARY[expr.operator] : undefined;
  if (expr.kind === "binary" && operation && expr.type.kind === "number")
    return operation(peek(walk, expr.left), peek(walk, expr.right));
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

function holdsNumber(expr: Expr): boolean {
  return optionsOf(expr.type).some((option) => ["number", "json", "unknown"].includes(option.kind));
}

function all(walk: Walk, list: readonly Expr[]): Range {
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
  if (typeof literal === "number") return range(literal, literal);
  if (expr.kind === "member" && expr.access === "library" && expr.name === "length") return lengthOf(walk, expr.object);
  const key = keyOf(walk.solver.program, expr, walk.func);
  const known = key === null ? undefined : walk.env.get(key);
  if (known && Number.isFinite(known.low) && Number.isFinite(known.high)) return known;
  const declared = binding?.type;
  const stored = walk.solver.load(declared && holdsNumber({ ...expr, type: declared }) ? declared : expr.type);
  return known ? meet(stored, known) : stored;
}

function add(a: Range, step: number): Range {
  return range(a.low + step, a.high + step);
}

/** Refuses what binary64 would round; goes on with what fits, so that one cause is said once. */
function checked(
  walk: Walk,
  operator: string,
  value: Range,
  span: { start: number; end: number },
  isStep = false,
): Range {
  const { MIN_SAFE_INTEGER: least, MAX_SAFE_INTEGER: most } = Number;
  const clamp = (end: number) => Math.max(least, Math.min(most, end));
  if (isStep && !isNothing(value)) return { ...value, low: clamp(value.low), high: clamp(value.high) };
  if (value.low < least || value.high > most) {
    walk.solver.report(span, findings.tooLarge(operator, show(value.low), show(value.high)));
  }
  return value;
}

function unary(walk: Walk, { operator, operand }: ExprOf<"unary">): Range {
  if (operator === "!") return all(walk, [operand]);
  const value = operator === "~" ? evaluate(walk, operand) : computedWith(walk, operand);
  if (operator === "+" && operand.type.kind !== "number") return converted(operand, value);
  if (operator === "-") return negate(value);
  if (operator === "~") return complement(value);
  return value;
}

/** Math.floor(a / b), Math.trunc(a / b), (a / b) | 0: one operation on integers. */
function division(walk: Walk, { name, node }: IntegerDivision): Range {
  const [left, right] = [computedWith(walk, node.left), computedWith(walk, node.right)];
  if (isNothing(left) || isNothing(right)) return NOTHING;
  refuseZero(walk, right, node.right.span);
  return DIVISIONS[name](left, right);
}

/** Math.floor(Math.sqrt(n)) */
function root(walk: Walk, square: Expr): Range {
  const value = computedWith(walk, square);
  if (isNothing(value)) return NOTHING;
  if (value.low < 0 || value.high >= SQUARE_END)
    walk.solver.report(square.span, findings.outOfRange(show(value.low), show(value.high), 0, show(SQUARE_END - 1)));
  const rootOf = (n: number) => Math.floor(Math.sqrt(Math.max(n, 0)));
  return range(rootOf(value.low), rootOf(value.high));
}

function binary(walk: Walk, expr: ExprOf<"binary">): Range {
  const divided = integerDivision(expr);
  if (divided) return division(walk, divided);
  const left = evaluate(walk, expr.left);
  const right = evaluate(walk, expr.right);
  return expr.type.kind === "number" ? arithmetic(walk, expr, expr.operator, left, right) : NOTHING;
}

function arithmetic(walk: Walk, expr: Expr, operator: string, left: Range, right: Range): Range {
  const { id, span } = expr;
  const computes = !BITWISE.has(operator);
  if (computes && (left.nan || right.nan)) walk.solver.report(span, findings.mayBeNaN());
  const [a, b] = computes ? [left, right] : [zeroForNaN(left), zeroForNaN(right)];
  if (isNothing(a) || isNothing(b)) return NOTHING;
  if (operator === "/") {
    walk.solver.report(span, findings.division());
    return ANY;
  }
  if (operator === "%") refuseZero(walk, b, span);
  if (operator === "**" && b.low < 0) walk.solver.report(span, findings.negativeExponent());
  const plain = (BINARY[operator] ?? (() => I32))(a, b);
  const result = operator === "-" ? apart(walk, expr, plain) : plain;
  if (walk.solver.compared.has(id)) return result;
  const isStep = walk.solver.steps.has(id) && isSmallStep(a, b);
  return checked(walk, operator, result, span, isStep || (!within(result, SAFE) && isSumOfResults(walk, expr)));
}

/** A difference is no more than what a test, or Math.min, tells. */
function apart(walk: Walk, expr: Expr, difference: Range): Range {
  const [left, right] =
    expr.kind === "binary" ? [expr.left, expr.right] : expr.kind === "assign" ? [expr.target, expr.value] : [];
  if (!left || !right || right.kind === "number" || !isPlace(left) || mayAct(right)) return difference;
  const known = meet(difference, differenceOf(walk, left, right));
  return isNothing(known) ? difference : known;
}

/** A place, or a place and a constant. */
function isPlace(expr: Expr): boolean {
  if (expr.kind === "binary" && expr.right.kind === "number") return isPlace(expr.left);
  return expr.kind === "name" || expr.kind === "member";
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

function assign(walk: Walk, expr: ExprOf<"assign">): Range {
  const { target, operator, value } = expr;
  noteAssignedStep(walk, expr);
  const old = operator === null ? visitTarget(walk, target, value) : evaluate(walk, target);
  const given = evaluate(walk, value);
  const isLogical = operator === "&&" || operator === "||" || operator === "??";
  const result =
    operator === null
      ? given
      : isLogical
        ? join(old, given)
        : expr.type.kind === "number"
          ? arithmetic(walk, expr, operator, old, given)
          : NOTHING;
  // Only what is assigned as it is may be NaN: the typed array keeps it as 0.
  if (operator !== null && isTyped(target)) notNaN(walk, result, expr.span);
  const stored = operator === null ? value : ({ ...expr, kind: "binary", left: target, right: value } as Expr);
  write(walk, target, stored, holdsNumber(value) ? result : NOTHING, expr.span);
  return result;
}

/** The parts of a target are evaluated, the target itself is not read. */
function visitTarget(walk: Walk, target: Expr, value: Expr): Range {
  if (target.kind === "member") evaluate(walk, target.object);
  if (target.kind === "keyed") all(walk, [target.object, target.key]);
  if (target.kind === "index") {
    evaluate(walk, target.object);
    const at = evaluate(walk, target.index);
    // The value is evaluated before the element is written.
    walk.solver.noteInside(target.id, !mayAct(value) && isInside(walk, target.object, target.index, at));
  }
  return NOTHING;
}

/** The value of `stored`, which has the range `value`, goes to the target. */
function write(walk: Walk, target: Expr, stored: Expr, value: Range, span: { start: number; end: number }): void {
  const writes = target.kind === "member" || target.kind === "superMember" ? target.writes : null;
  // A field of the same name may stand where a property is written.
  const isKept = writes === null || (target.kind === "member" && target.access === "property");
  if (holdsNumber(target) && isKept && !isTyped(target)) walk.solver.store(target.type, value, span);
  if (writes) walk.solver.store(writes, value, span);
  if (isText(stored.type)) {
    const text = textRange(walk, stored, value);
    if (isKept) walk.solver.storeText(target.type, text);
    if (writes) walk.solver.storeText(writes, text);
  }
  const learned = learn(walk, stored, value);
  if (target.kind === "member") walk.env.forgetProperties(callsAccessor(target) ? null : target.name);
  if (target.kind === "superMember" || target.kind === "keyed") walk.env.forgetProperties();
  if (target.kind === "name") walk.env.forgetBinding(target.binding);
  if (target.kind === "member" && target.access === "library") walk.env.forgetLengths();
  if (target.kind === "index" && !isTyped(target)) walk.env.forgetLengths();
  if (target.type.kind === stored.type.kind && !isLeft(walk, target, stored)) learned(target);
  const place = placeOf(target);
  if (place !== null && !(target.kind === "member" && callsAccessor(target))) walk.env.noteTested(place);
}

/** `o.n = (o = other, 1)`: the object was settled before the value, and the name stands for another since. */
function isLeft({ solver }: Walk, target: Expr, stored: Expr): boolean {
  if (target.kind !== "member" || target.object.kind !== "name") return false;
  const binding = solver.program.bindings[target.object.binding];
  if (!binding?.reassigned) return false;
  return binding.assignedInside ? mayAct(stored) : writtenBy([], stored).bindings.has(binding.id);
}

/** A getter or setter may change whatever there is. */
function callsAccessor({ access }: ExprOf<"member">): boolean {
  return access === "accessor" || access === "property";
}

/** An element of a typed array takes any integer and keeps its low bits, here as there. */
function isTyped(target: Expr): boolean {
  return target.kind === "index" && isTypedArray(withoutNone(target.object.type));
}

const CHARACTER_METHODS = new Set(["charAt", "charCodeAt", "codePointAt", "at"]);

/** `text.charCodeAt(i)`: whether i is inside. */
function noteCharacter(walk: Walk, { id, callee, args: [index] }: ExprOf<"call">, [at]: readonly Range[]): void {
  if (callee.kind !== "member" || index === undefined || at === undefined || !CHARACTER_METHODS.has(callee.name))
    return;
  walk.solver.noteInside(id, isInside(walk, callee.object, index, at));
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

function isHostCall(callee: Expr): boolean {
  if (callee.kind === "builtin") return callee.module !== null;
  return callee.kind === "member" && (withoutNone(callee.object.type).kind === "host" || isHostCall(callee.object));
}
