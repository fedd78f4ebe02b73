// Expressions: one function for each kind of the typed tree.
import { findings } from "../../diagnostics/catalogue.ts";
import type { Expr as PyExpr } from "../../python/ast.ts";
import type { Expr, ExprOf } from "../../tree/nodes.ts";
import { isFailed, noneFlavour, optionsOf, type Type, withoutNone } from "../../types/type.ts";
import { attributeName } from "../attributes.ts";
import { numberLiteral } from "../constants.ts";
import { lowerClassExpression } from "../declarations/class.ts";
import { lowerFunctionExpression } from "../declarations/function.ts";
import { lowerHasPrivate, lowerSuperMember, lowerThis } from "../declarations/super.ts";
import type { Lowering } from "../lowering.ts";
import { FALSE, NONE, py, TRUE } from "../py.ts";
import { lowerAssign, lowerUpdate } from "./assign.ts";
import { lowerCall, lowerNew, lowerSuperCall } from "./calls.ts";
import { lowerIndex } from "./elements.ts";
import { floatLiteral, lowerRoot, lowerToFloat } from "./floats.ts";
import { lowerDelegate, lowerTake, lowerYield } from "./iteration.ts";
import { lowerKeyed } from "./keyed-members.ts";
import { lowerDelete, lowerDeleteMember, lowerDictionary, lowerIn, refuseIndexKeys } from "./keys.ts";
import { lowerArray, lowerRecord } from "./literals.ts";
import { lowerConditional, lowerLogical } from "./logic.ts";
import { lowerChain, lowerMember, lowerName } from "./members.ts";
import { errorClass, isErrorName, lowerBinary, lowerInstanceof, lowerUnary } from "./operators.ts";
import { textOf } from "./text.ts";
import { lowerCast, lowerTypeof } from "./type-tests.ts";

type Handlers = { [K in Expr["kind"]]: (l: Lowering, expr: ExprOf<K>) => PyExpr };

/** What gives the keys that for-in loops over; an object has a list of its own. */
const KEYS: Partial<Record<Type["kind"], string>> = {
  dict: "ts_for_in",
  array: "ts_for_in_list",
  tuple: "ts_for_in_list",
};

export const EXPRESSIONS: Handlers = {
  number: (l, { value, span, type }) =>
    type.kind === "float" ? floatLiteral(l, value) : numberLiteral(l.module.module, value, span),
  string: (_, { value }) => py.str(value),
  boolean: (_, { value }) => (value ? TRUE : FALSE),
  none: () => NONE,
  name: (l, expr) => present(l, expr, lowerName(l, expr)),
  this: lowerThis,
  builtin: (l, { module, name }) => {
    if (module !== null) return py.name(l.module.import(module, name));
    if (name === "NaN") return l.helper("ts_nan");
    return isErrorName(name) ? errorClass(l, name) : py.name(name);
  },
  template: lowerTemplate,
  array: lowerArray,
  spread: (l, { value }) => ({ kind: "star", value: l.iterable(value) }),
  record: lowerRecord,
  merge: lowerMerge,
  rest: (l, { value, taken }) => {
    const isDictionary = withoutNone(value.type).kind === "dict";
    const [object, ...keys] = l.operands([value, ...taken]) as [PyExpr, ...PyExpr[]];
    const names = keys.map((key) => (key.kind === "str" && !isDictionary ? py.str(attributeName(key.value)) : key));
    return l.callHelper(isDictionary ? "ts_dict_rest" : "ts_rest", object, py.tuple(names));
  },
  in: lowerIn,
  delete: lowerDelete,
  deleteMember: lowerDeleteMember,
  keys: (l, { value }) => l.callHelper(KEYS[value.type.kind] ?? "ts_for_in_own", l.expr(value)),
  dictionary: lowerDictionary,
  function: lowerFunctionExpression,
  member: (l, expr) => present(l, expr, lowerMember(l, expr)),
  index: lowerIndex,
  keyed: lowerKeyed,
  call: lowerCall,
  chain: lowerChain,
  new: lowerNew,
  superCall: lowerSuperCall,
  superMember: lowerSuperMember,
  class: lowerClassExpression,
  hasPrivate: lowerHasPrivate,
  unary: lowerUnary,
  toFloat: lowerToFloat,
  root: lowerRoot,
  typeof: lowerTypeof,
  void: (l, { operand }) => {
    l.effect(operand);
    return NONE;
  },
  binary: lowerBinary,
  instanceof: lowerInstanceof,
  logical: lowerLogical,
  conditional: lowerConditional,
  assign: lowerAssign,
  update: lowerUpdate,
  comma: (l, { left, right }) => {
    const first = l.expr(left);
    if (!["name", "int", "float", "str", "constant"].includes(first.kind)) l.out.push(py.expression(first));
    return l.expr(right);
  },
  sequence: (l, { statements, value }) => {
    const { wantsValue } = l;
    l.statements(statements);
    return wantsValue ? l.expr(value) : NONE;
  },
  take: lowerTake,
  iterate: (l, { value }) => py.call("iter", l.iterable(value)),
  step: (l, { iterator, required }) =>
    required ? l.callHelper("ts_step", l.expr(iterator)) : py.call("next", l.expr(iterator), NONE),
  yield: lowerYield,
  delegate: lowerDelegate,
  await: lowerAwait,
  nonNull: (l, { value, used }) =>
    used || noneFlavour(value.type) === null ? l.expr(value) : l.callHelper("ts_some", l.expr(value)),
  view: (l, { value }) => l.expr(value),
  cast: lowerCast,
};

export function lowerExpression(l: Lowering, expr: Expr): PyExpr {
  return (EXPRESSIONS[expr.kind] as (l: Lowering, expr: Expr) => PyExpr)(l, expr);
}

/** Where null may have come back since the test, it stops before it is stored. */
function present(l: Lowering, { id }: Expr, value: PyExpr): PyExpr {
  return l.module.facts.isDoubtful(id) ? l.callHelper("ts_some", value) : value;
}

/** One tick for what is no promise; what may be one is made one. */
function lowerAwait(l: Lowering, { value }: ExprOf<"await">): PyExpr {
  const kinds = optionsOf(value.type).map((option) => option.kind);
  const awaited = l.expr(value);
  if (kinds.every((kind) => kind === "promise")) return l.spill({ kind: "yield", value: awaited });
  if (kinds.includes("promise") || kinds.includes("unknown"))
    return l.spill({ kind: "yield", value: l.callHelper("ts_resolved", awaited) });
  const kept = l.hold(awaited, value);
  l.out.push(py.expression({ kind: "yield", value: null }));
  return kept;
}

/** A sum of more parts would be too deep a tree, and a list of more needs too much of the device's stack. */
const PARTS_MAX = 50;

function concatenated(parts: readonly PyExpr[]): PyExpr {
  if (parts.length <= PARTS_MAX) return parts.reduce((left, right) => py.binary("+", left, right));
  const size = Math.max(PARTS_MAX, Math.ceil(parts.length / PARTS_MAX));
  const chunks = Array.from({ length: Math.ceil(parts.length / size) }, (_, i) =>
    concatenated(parts.slice(i * size, (i + 1) * size)),
  );
  return py.method(py.str(""), "join", py.list(chunks));
}

function lowerTemplate(l: Lowering, { texts, values }: ExprOf<"template">): PyExpr {
  const lowered = l.operands(values, (value, source) => textOf(l, value, source));
  const parts: PyExpr[] = [];
  texts.forEach((text, i) => {
    if (text !== "") parts.push(py.str(text));
    const value = lowered[i];
    if (value) parts.push(value);
  });
  if (parts.length === 0) return py.str("");
  if (parts.length === 1 && values.length === 1 && values[0] && optionsOf(values[0].type)[0]?.kind === "string")
    return parts[0] as PyExpr;
  return concatenated(parts);
}

/** Records and instances know their own keys. */
function lowerMerge(l: Lowering, { parts, type, span }: ExprOf<"merge">): PyExpr {
  refuseIndexKeys(l, type, span);
  const copied = new Set(["record", "instance", "none", "never"]);
  for (const part of parts)
    if (!isFailed(part.type) && !optionsOf(part.type).every((option) => copied.has(option.kind)))
      l.module.report(part.span, part.type.kind === "dict" ? findings.recordAsDict() : findings.spread());
  return l.callHelper("ts_merge", ...l.operands(parts));
}
