// Assignments and steps. As statements they are Python's own; as values they are written first and read after.
import { findings } from "../../diagnostics/catalogue.ts";
import type { Expr as PyExpr, BinaryOperator as PyOperator } from "../../python/ast.ts";
import { mayAct } from "../../ranges/written.ts";
import type { Expr, ExprOf } from "../../tree/nodes.ts";
import { withoutNone } from "../../types/type.ts";
import type { Lowering } from "../lowering.ts";
import { attributeName } from "../names.ts";
import { NONE, py } from "../py.ts";
import { condition } from "./logic.ts";
import { bindingOf, readBinding } from "./members.ts";

/** A place that was evaluated once and can be read and written. */
interface Place {
  readonly read: () => PyExpr;
  readonly write: (value: PyExpr) => void;
}

/** Operators that Python's augmented assignment carries out alike, when the plain operator is exact. */
const AUGMENTED = new Set(["+", "-", "*", "//", "%", "&", "|", "^", "<<", ">>"]);

export function lowerAssign(l: Lowering, expr: ExprOf<"assign">): PyExpr {
  const { target, operator, value } = expr;
  if (operator === null) return plainAssign(l, target, value, expr);
  const to = place(l, target, mayAct(value));
  if (operator === "&&" || operator === "||" || operator === "??") return logicalAssign(l, expr, to);
  const computed = l.expr(asBinary(expr, operator, value));
  const result = l.wantsValue ? l.once(computed) : computed;
  writeResult(l, target, to, result);
  return l.wantsValue ? result : NONE;
}

/** `x = x + y`, which is what `x += y` means once the parts of x stand in temporaries. */
function asBinary(expr: ExprOf<"assign">, operator: ExprOf<"binary">["operator"], right: Expr): Expr {
  return { id: expr.id, span: expr.span, type: expr.type, kind: "binary", operator, left: expr.target, right };
}

function writeResult(l: Lowering, target: Expr, to: Place, result: PyExpr): void {
  const current = to.read();
  if (
    target.kind === "name" &&
    result.kind === "binary" &&
    AUGMENTED.has(result.operator) &&
    sameName(result.left, current)
  ) {
    l.out.push({ kind: "augmented", target: current, operator: result.operator as PyOperator, value: result.right });
    return;
  }
  to.write(result);
}

function sameName(a: PyExpr, b: PyExpr): boolean {
  return a.kind === "name" && b.kind === "name" && a.id === b.id;
}

function plainAssign(l: Lowering, target: Expr, value: Expr, expr: ExprOf<"assign">): PyExpr {
  if (target.kind === "name") {
    const result = l.expr(value);
    l.out.push(py.assign(readBinding(l, bindingOf(l, target)), result));
    return l.wantsValue ? readBinding(l, bindingOf(l, target)) : NONE;
  }
  const parts =
    target.kind === "member" ? [target.object] : target.kind === "index" ? [target.object, target.index] : [];
  const values = l.operands([...parts, value]);
  const given = values.at(-1) as PyExpr;
  const kept = l.early(values.slice(0, -1), parts, [given]);
  const result = l.wantsValue ? l.once(given) : given;
  writePart(l, target, kept, result, expr);
  return l.wantsValue ? result : NONE;
}

function writePart(l: Lowering, target: Expr, parts: readonly PyExpr[], value: PyExpr, expr: Expr): void {
  const [object, index] = parts as [PyExpr, PyExpr];
  if (target.kind === "member") return writeMember(l, target, object, value);
  if (target.kind === "index") return writeIndex(l, target, object, index, value);
  l.module.report(expr.span, findings.destructuring());
}

function writeMember(l: Lowering, target: ExprOf<"member">, object: PyExpr, value: PyExpr): void {
  const name = attributeName(target.name);
  if (mayBeNew(l, target))
    l.out.push(py.expression(l.callHelper("ts_put_key", object, py.str(name), py.str(target.name), value)));
  else if (target.access === "accessor") l.out.push(py.expression(py.method(object, `set_${name}`, value)));
  else if (target.access === "library" && target.name === "length") setLength(l, target, object, value);
  else l.out.push(py.assign(py.attribute(object, name), value));
}

/** The record may have been made without the key, and somebody looks at its keys. */
function mayBeNew(l: Lowering, target: ExprOf<"member">): boolean {
  const type = withoutNone(target.object.type);
  if (type.kind !== "record" || !l.module.program.keysSeen) return false;
  return l.module.program.shapes[type.id]?.properties.get(target.name)?.optional ?? false;
}

function setLength(l: Lowering, target: ExprOf<"member">, object: PyExpr, value: PyExpr): void {
  if (value.kind === "int" && value.value === 0n) l.out.push(py.expression(py.method(object, "clear")));
  else l.module.report(target.span, findings.library("Setting this length", "Use pop(), slice() or length = 0."));
}

function writeIndex(l: Lowering, target: ExprOf<"index">, object: PyExpr, index: PyExpr, value: PyExpr): void {
  const { kind } = withoutNone(target.object.type);
  if (kind === "dict") l.out.push(py.expression(py.method(object, "set", index, value)));
  else if (kind === "bytes" && l.range(target.index).low >= 0) l.out.push(py.assign(py.index(object, index), value));
  else if (kind === "array" || kind === "bytes")
    l.out.push(py.expression(l.callHelper(kind === "bytes" ? "ts_put_byte" : "ts_put", object, index, value)));
  else l.module.report(target.span, findings.library("This assignment", "Assign to an array, a record or a Map."));
}

/** Evaluates the parts of a target once; they are read again after the value, which may act. */
function place(l: Lowering, target: Expr, acts: boolean): Place {
  if (target.kind === "name") {
    const name = readBinding(l, bindingOf(l, target));
    return { read: () => name, write: (value) => l.out.push(py.assign(name, value)) };
  }
  if (target.kind !== "member" && target.kind !== "index") throw new Error(`cannot assign to ${target.kind}`);
  const parts = target.kind === "member" ? [target.object] : [target.object, target.index];
  // What a `for` steps by is lowered again at each continue.
  for (const part of parts) l.frozen.delete(part);
  const values = l.operands(parts).map((part, i) => (acts ? l.hold(part, parts[i] as Expr) : l.once(part)));
  const frozen = new Map<Expr, PyExpr>([[target.object, values[0] as PyExpr]]);
  if (target.kind === "index") frozen.set(target.index, values[1] as PyExpr);
  for (const [part, value] of frozen) l.frozen.set(part, value);
  return { read: () => l.expr(target), write: (value) => writePart(l, target, values, value, target) };
}

function logicalAssign(l: Lowering, expr: ExprOf<"assign">, to: Place): PyExpr {
  const current = l.spill(to.read());
  const test =
    expr.operator === "??" ? py.isNone(current) : expr.operator === "||" ? py.not(truthOf(l, expr)) : truthOf(l, expr);
  const { statements } = l.capture(() => {
    l.out.push(py.assign(current, l.expr(expr.value)));
    to.write(current);
  });
  l.out.push(py.if(test, statements));
  return current;
}

function truthOf(l: Lowering, expr: ExprOf<"assign">): PyExpr {
  return condition(l, expr.target);
}

export function lowerUpdate(l: Lowering, expr: ExprOf<"update">): PyExpr {
  const { target, step, prefix } = expr;
  const to = place(l, target, false);
  const old = !prefix && l.wantsValue ? l.spill(to.read()) : to.read();
  const operator = step > 0 ? "+" : "-";
  if (target.kind === "name") l.out.push({ kind: "augmented", target: to.read(), operator, value: py.int(1) });
  else to.write(py.binary(operator, to.read(), py.int(1)));
  if (!l.wantsValue) return NONE;
  return prefix ? to.read() : old;
}
