// Calls: the program's own functions and methods directly, the library's by table, MicroPython's with keywords.
import { findings } from "../../diagnostics/catalogue.ts";
import type { Expr as PyExpr } from "../../python/ast.ts";
import { integerDivision, integerRoot } from "../../ranges/library.ts";
import type { Expr, ExprOf } from "../../tree/nodes.ts";
import { withoutNone } from "../../types/type.ts";
import { attributeName } from "../attributes.ts";
import { lowerNewLibrary } from "../builtins/constructors.ts";
import { lowerGlobalCall } from "../builtins/globals.ts";
import { lowerMethodCall } from "../builtins/methods.ts";
import { initialiseFields, initialiseParameterProperties } from "../declarations/fields.ts";
import { superOf } from "../declarations/super.ts";
import type { Lowering } from "../lowering.ts";
import { NONE, py } from "../py.ts";
import { chained } from "./members.ts";
import { lowerTruncation } from "./operators.ts";

export function lowerCall(l: Lowering, expr: ExprOf<"call">): PyExpr {
  const divided = integerDivision(expr);
  if (divided) return lowerTruncation(l, divided);
  const square = integerRoot(expr);
  if (square) return l.callHelper("ts_isqrt", l.expr(square));
  if (expr.optional)
    return chained(l, expr.callee, true, (callee) => py.call(callee, ...fill(l, expr, l.operands(expr.args))));
  const callee = unwrap(expr.callee);
  if (expr.signature !== null) return callOwn(l, expr, callee);
  if (callee.kind === "builtin") return callBuiltin(l, expr, callee);
  if (callee.kind === "member") return callMember(l, expr, callee);
  l.module.report(expr.span, findings.library("This call", "Call a function or a method."));
  return py.call(l.expr(callee));
}

function unwrap(expr: Expr): Expr {
  return expr.kind === "nonNull" || expr.kind === "view" ? unwrap(expr.value) : expr;
}

function callOwn(l: Lowering, expr: ExprOf<"call">, callee: Expr): PyExpr {
  const isMethod = callee.kind === "member" && (callee.access === "attribute" || callee.access === "property");
  if (callee.kind === "superMember")
    return { kind: "call", callee: l.expr(callee), args: fill(l, expr, l.operands(expr.args)) };
  const object = isMethod ? callee.object : callee;
  if (callee.kind === "member" && callee.optional) return callChained(l, expr, callee);
  const [first, ...args] = l.operands([object, ...expr.args]) as [PyExpr, ...PyExpr[]];
  const target = isMethod ? py.attribute(first, attributeName(callee.name)) : first;
  return py.call(target, ...fill(l, expr, args));
}

/** `object?.method(…)`: the object first, then, when it is not None, the arguments. */
function callChained(l: Lowering, expr: ExprOf<"call">, callee: ExprOf<"member">): PyExpr {
  const target = l.expr(callee);
  return py.call(target, ...fill(l, expr, l.operands(expr.args)));
}

/** Rest parameters take what is left as a list. */
function fill(
  l: Lowering,
  expr: ExprOf<"call"> | ExprOf<"new"> | ExprOf<"superCall">,
  args: readonly PyExpr[],
): readonly PyExpr[] {
  const signature = expr.signature === null ? undefined : l.module.program.signatures[expr.signature];
  if (!signature?.rest || l.module.isVariadic(expr.signature as number)) return oneByOne(args);
  const fixed = signature.params.length - 1;
  const missing = Array.from(
    { length: Math.max(0, fixed - args.length) },
    (): PyExpr => ({ kind: "constant", value: "None" }),
  );
  return [...args.slice(0, fixed), ...missing, listOf(args.slice(fixed))];
}

/** Python would go through what is spread only after all arguments have their values. */
function oneByOne(args: readonly PyExpr[]): readonly PyExpr[] {
  const first = args.findIndex((arg) => arg.kind === "star");
  if (first < 0 || first === args.length - 1) return args;
  return [...args.slice(0, first), { kind: "star", value: listOf(args.slice(first)) }];
}

/** A list of values, some of which are the items of others. */
export function listOf(values: readonly PyExpr[]): PyExpr {
  const parts: PyExpr[] = [];
  let run: PyExpr[] | null = null;
  for (const value of values.flatMap(unpacked)) {
    if (value.kind === "star") {
      parts.push(py.listFrom(value.value));
      run = null;
    } else if (run) run.push(value);
    else {
      run = [value];
      parts.push(py.list(run));
    }
  }
  return parts.length === 0 ? py.list([]) : sumOf(parts);
}

/** So many lists are summed from left to right; a longer sum would be too deep a tree. */
const TERMS_MAX = 50;

function sumOf(parts: readonly PyExpr[]): PyExpr {
  if (parts.length <= TERMS_MAX) return parts.reduce((left, right) => py.binary("+", left, right));
  const middle = parts.length >> 1;
  return py.binary("+", sumOf(parts.slice(0, middle)), sumOf(parts.slice(middle)));
}

/** `...[a, b]` */
function unpacked(value: PyExpr): readonly PyExpr[] {
  if (value.kind !== "star") return [value];
  return value.value.kind === "list" || value.value.kind === "tuple" ? value.value.items : [value];
}

function callBuiltin(l: Lowering, expr: ExprOf<"call">, callee: ExprOf<"builtin">): PyExpr {
  if (callee.late !== undefined) return callLate(l, callee.name, callee.late);
  if (callee.module !== null) return callHost(l, l.expr(callee), expr.args);
  return lowerGlobalCall(l, expr, callee.name);
}

/** Functions of the module "late". */
const LATE: Readonly<Record<string, string>> = { forget: "ts_forget", loadNext: "ts_load_next" };

function callLate(l: Lowering, name: string, module: number): PyExpr {
  return l.callHelper(LATE[name] as string, py.str(l.module.moduleName(module)));
}

function callMember(l: Lowering, expr: ExprOf<"call">, callee: ExprOf<"member">): PyExpr {
  const type = withoutNone(callee.object.type);
  if (type.kind === "host" || (callee.object.kind === "builtin" && callee.object.module !== null)) {
    if (callee.optional) {
      const target = chained(l, callee.object, true, (object) => py.attribute(object, callee.name));
      return callHost(l, target, expr.args);
    }
    const [object, ...args] = l.operands([callee.object, ...expr.args.filter((arg) => arg.kind !== "record")]) as [
      PyExpr,
      ...PyExpr[],
    ];
    return hostCall(l, py.attribute(object, callee.name), expr.args, args);
  }
  return lowerMethodCall(l, expr, callee);
}

/** An object literal as the last argument becomes keyword arguments. */
export function callHost(l: Lowering, callee: PyExpr, args: readonly Expr[]): PyExpr {
  return hostCall(l, callee, args, l.operands(args.filter((arg) => arg.kind !== "record")));
}

function hostCall(l: Lowering, callee: PyExpr, args: readonly Expr[], positional: readonly PyExpr[]): PyExpr {
  const variable = args.find((arg) => arg.kind !== "record" && withoutNone(arg.type).kind === "record");
  if (variable) l.module.report(variable.span, findings.kwargs());
  const record = args.find((arg) => arg.kind === "record");
  if (record?.kind !== "record") return { kind: "call", callee, args: positional };
  if (args[args.length - 1] !== record) l.module.report(record.span, findings.kwargs());
  const values = l.operands(record.properties.map((property) => property.value));
  const keywords = record.properties.map((property, i) => ({ name: property.name, value: values[i] as PyExpr }));
  return { kind: "call", callee, args: positional, keywords };
}

export function lowerNew(l: Lowering, expr: ExprOf<"new">): PyExpr {
  if (expr.callee.kind === "builtin") {
    if (expr.callee.module !== null) return callHost(l, l.expr(expr.callee), expr.args);
    return lowerNewLibrary(l, expr, expr.callee.name);
  }
  const [callee, ...args] = l.operands([expr.callee, ...expr.args]) as [PyExpr, ...PyExpr[]];
  return py.call(callee, ...fill(l, expr, args));
}

/** The fields get their values as the last thing that super(…) does. */
export function lowerSuperCall(l: Lowering, expr: ExprOf<"superCall">): PyExpr {
  const { classId, args } = expr;
  const given = fill(l, expr, l.operands(args));
  l.out.push(py.expression(py.method(superOf(l, classId, "self"), "__init__", ...given)));
  initialiseFields(l, classId);
  initialiseParameterProperties(l, classId);
  return NONE;
}
