// Assignments and steps. As statements they are Python's own; as values they are written first and read after.
import { findings } from "../../diagnostics/catalogue.ts";
import type { Expr as PyExpr, BinaryOperator as PyOperator } from "../../python/ast.ts";
import { mayAct } from "../../ranges/written.ts";
import type { Expr, ExprOf } from "../../tree/nodes.ts";
import { UNDEFINED, unionOf, withoutNone } from "../../types/type.ts";
import { isTypedArray } from "../../types/typed-arrays.ts";
import { accessorName, attributeName } from "../attributes.ts";
import { writeSuperMember } from "../declarations/super.ts";
import { isArrayIndex } from "../keyed.ts";
import type { Lowering } from "../lowering.ts";
import { NONE, py } from "../py.ts";
import { writeKeyed } from "./keyed-members.ts";
import { refuseIndexKeys } from "./keys.ts";
import { condition } from "./logic.ts";
import { bindingOf, readBinding } from "./members.ts";
import { zeroForNaN } from "./nan.ts";

/** Operators that Python's augmented assignment carries out alike, when the plain operator is exact. */
const AUGMENTED = new Set(["+", "-", "*", "//", "%", "&", "|", "^", "<<", ">>"]);

export function lowerAssign(l: Lowering, expr: ExprOf<"assign">): PyExpr {
  const { target, operator, value } = expr;
  if (operator === null) return plainAssign(l, target, value);
  return atPlace(l, target, mayAct(value), (parts) => {
    if (operator === "&&" || operator === "||" || operator === "??") return logicalAssign(l, expr, parts);
    // `x = x + y`, which is what `x += y` means once the parts of x stand in temporaries.
    const { id, span, type } = expr;
    const computed = l.expr({ id, span, type, kind: "binary", operator, left: target, right: value });
    return store(l, target, parts, computed);
  });
}

export function lowerUpdate(l: Lowering, { target, step, prefix }: ExprOf<"update">): PyExpr {
  return atPlace(l, target, false, (parts) => {
    const current = l.expr(target);
    const old = !prefix && l.wantsValue ? l.spill(current) : current;
    const result = store(l, target, parts, py.binary(step > 0 ? "+" : "-", old, py.int(1)), prefix && l.wantsValue);
    if (!l.wantsValue) return NONE;
    return prefix ? result : old;
  });
}

/** Writes the result of a step or an operator; its value, where one is wanted. */
function store(l: Lowering, target: Expr, parts: readonly PyExpr[], computed: PyExpr, isWanted = l.wantsValue): PyExpr {
  if (isAugmented(l, target, computed)) {
    const [place, value] = [computed.left, computed.right];
    l.out.push({ kind: "augmented", target: place, operator: computed.operator as PyOperator, value });
    return target.kind === "name" ? place : isWanted ? l.spill(place) : NONE;
  }
  const result = isWanted ? l.once(computed) : computed;
  write(l, target, parts, result);
  return isWanted ? result : NONE;
}

/** Python's `x += y`: x is a name or an attribute of one, and is where the result goes. */
function isAugmented(l: Lowering, target: Expr, computed: PyExpr): computed is Extract<PyExpr, { kind: "binary" }> {
  if (computed.kind !== "binary" || !AUGMENTED.has(computed.operator)) return false;
  const { left } = computed;
  if (target.kind === "name") return left.kind === "name" && left.id === nameOf(l, target);
  if (target.kind !== "member" || target.access !== "attribute" || mayBeNew(l, target)) return false;
  return left.kind === "attribute" && left.object.kind === "name" && !left.object.id.startsWith("_t");
}

function nameOf(l: Lowering, target: ExprOf<"name">): string | null {
  const name = readBinding(l, bindingOf(l, target));
  return name.kind === "name" ? name.id : null;
}

function plainAssign(l: Lowering, target: Expr, value: Expr): PyExpr {
  if (target.kind === "name") {
    const place = readBinding(l, bindingOf(l, target));
    l.out.push(py.assign(place, l.expr(value)));
    return l.wantsValue ? place : NONE;
  }
  const sources = partsOf(target);
  const values = l.operands([...sources, value]);
  const given = values.pop() as PyExpr;
  // Python evaluates the value before the parts of the target.
  const parts = l.early(values, sources, [given]);
  const result = l.wantsValue ? l.once(given) : given;
  // A typed array keeps NaN as 0.
  const isTyped = target.kind === "index" && isTypedArray(withoutNone(target.object.type));
  write(l, target, parts, isTyped ? zeroForNaN(result, l.range(value)) : result);
  return l.wantsValue ? result : NONE;
}

/** The expressions in a target that are evaluated before anything is read or written there. */
function partsOf(target: Expr): readonly Expr[] {
  if (target.kind === "member") return [target.object];
  if (target.kind === "keyed") return [target.object, target.key];
  return target.kind === "index" ? [target.object, target.index] : [];
}

/** Evaluates the parts of a target once, for what reads and writes it; `busy`: what comes between may change them. */
function atPlace(l: Lowering, target: Expr, busy: boolean, work: (parts: readonly PyExpr[]) => PyExpr): PyExpr {
  const exprs = partsOf(target);
  const parts = l.operands(exprs).map((part, i) => (busy ? l.hold(part, exprs[i] as Expr) : l.once(part)));
  return l.withFrozen(
    exprs.map((expr, i) => [expr, parts[i] as PyExpr] as const),
    () => work(parts),
  );
}

function write(l: Lowering, target: Expr, parts: readonly PyExpr[], value: PyExpr): void {
  const [object, index] = parts as [PyExpr, PyExpr];
  if (target.kind === "name") l.out.push(py.assign(readBinding(l, bindingOf(l, target)), value));
  else if (target.kind === "member") writeMember(l, target, object, value);
  else if (target.kind === "index") writeIndex(l, target, object, index, value);
  else if (target.kind === "keyed") writeKeyed(l, target, object, index, value);
  else if (target.kind === "superMember") writeSuperMember(l, target, value);
  else l.module.report(target.span, findings.destructuring());
}

function writeMember(l: Lowering, target: ExprOf<"member">, object: PyExpr, value: PyExpr): void {
  const name = attributeName(target.name);
  if (mayBeNew(l, target) && isArrayIndex(target.name)) refuseIndexKeys(l, target.object.type, target.span);
  if (mayBeNew(l, target))
    l.out.push(py.expression(l.callHelper("ts_put_key", object, py.str(name), py.str(target.name), value)));
  else if (target.access === "accessor")
    l.out.push(py.expression(py.method(object, accessorName("set", target.name), value)));
  else if (target.access === "library" && target.name === "length") setLength(l, target, object, value);
  else
    l.out.push(py.assign(target.access === "property" ? py.property(object, name) : py.attribute(object, name), value));
}

/** The record may have been made without the key, and somebody looks at its keys. */
function mayBeNew(l: Lowering, target: ExprOf<"member">): boolean {
  const type = withoutNone(target.object.type);
  if (type.kind !== "record" || !l.module.program.keysSeen) return false;
  return l.module.program.shapes[type.id]?.properties.get(target.name)?.optional ?? false;
}

function setLength(l: Lowering, target: ExprOf<"member">, object: PyExpr, value: PyExpr): void {
  const isArray = withoutNone(target.object.type).kind === "array";
  if (!isArray) l.module.report(target.span, findings.library("Setting this length", "Make a new value."));
  if (value.kind === "int" && value.value === 0n) l.out.push(py.expression(py.method(object, "clear")));
  else l.out.push(py.expression(l.callHelper("ts_set_length", object, value)));
}

function writeIndex(l: Lowering, target: ExprOf<"index">, object: PyExpr, index: PyExpr, value: PyExpr): void {
  const { kind } = withoutNone(target.object.type);
  if (kind === "dict") l.out.push(py.expression(py.method(object, "set", index, value)));
  else if (l.isInside(target) || (kind === "typedArray" && l.range(target.index).low >= 0))
    l.out.push(py.assign(py.index(object, index), value));
  else if (kind === "tuple" && target.index.kind === "number") l.out.push(py.assign(py.index(object, index), value));
  else if (kind === "array" || kind === "typedArray" || kind === "tuple")
    l.out.push(py.expression(l.callHelper(kind === "typedArray" ? "ts_put_typed" : "ts_put", object, index, value)));
  else l.module.report(target.span, findings.library("This assignment", "Assign to an array, a record or a Map."));
}

function logicalAssign(l: Lowering, expr: ExprOf<"assign">, parts: readonly PyExpr[]): PyExpr {
  const { target, operator, value } = expr;
  // What is not there is what ??= and ||= are for.
  const mayMiss = target.kind === "index" && operator !== "&&";
  const current = l.spill(l.expr(mayMiss ? { ...target, type: unionOf([target.type, UNDEFINED]) } : target));
  const truth = l.withFrozen([[target, current]], () =>
    operator === "??" ? py.isNone(current) : condition(l, target),
  );
  const { statements } = l.capture(() => {
    l.out.push(py.assign(current, l.expr(value)));
    write(l, target, parts, current);
  });
  l.out.push(py.if(operator === "||" ? py.not(truth) : truth, statements));
  return current;
}
