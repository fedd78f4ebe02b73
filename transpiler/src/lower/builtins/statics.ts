// Functions of the library's named objects: Math, JSON, String, Array, Object, Promise, console, the text codecs.
import { findings } from "../../diagnostics/catalogue.ts";
import type { Expr as PyExpr } from "../../python/ast.ts";
import { within } from "../../ranges/range.ts";
import type { Expr } from "../../tree/nodes.ts";
import { NEVER, noneFlavours, optionsOf } from "../../types/type.ts";
import { listOf } from "../expressions/calls.ts";
import { lowerEquality } from "../expressions/equality.ts";
import { lowerWhole } from "../expressions/floats.ts";
import { byKind } from "../expressions/keys.ts";
import { describe, textOf } from "../expressions/text.ts";
import type { Lowering } from "../lowering.ts";
import { py, TRUE } from "../py.ts";
import { arrayFrom } from "./array-from.ts";
import { stringify } from "./json.ts";
import type { Method, MethodCall } from "./methods.ts";
import { isNaNOf } from "./to-number.ts";
import { TYPED_ARRAY_STATICS } from "./typed-arrays.ts";

const first: Method = ({ args }) => args[0] as PyExpr;
const call =
  (name: string): Method =>
  ({ args }) =>
    py.call(name, ...args);
const helper =
  (name: string): Method =>
  ({ l, args }) =>
    l.callHelper(name, ...args);

export const STATICS: Record<string, Method> = {
  "Math.floor": whole,
  "Math.ceil": whole,
  "Math.trunc": whole,
  "Math.round": whole,
  "Math.abs": call("abs"),
  "Math.max": extreme("max"),
  "Math.min": extreme("min"),
  "Math.sign": helper("ts_sign"),
  "Math.imul": helper("ts_imul"),
  "Math.clz32": helper("ts_clz32"),
  "Math.sqrt": ({ l, expr }) => {
    l.module.report(expr.span, findings.library("Math.sqrt", "Write Math.floor(Math.sqrt(n))."));
    return py.int(0);
  },
  "Number.isInteger": isInteger,
  "Number.isSafeInteger": isInteger,
  "Number.isFinite": isInteger,
  "Number.isNaN": ({ l, expr, args }) => isNaNOf(l, expr.args[0] as Expr, args[0] as PyExpr),
  "Number.parseInt": helper("ts_parse_int"),
  "JSON.stringify": stringify,
  "JSON.parse": helper("ts_json_parse"),
  "String.fromCharCode": characters("ts_from_char_code", "ts_unit"),
  "String.fromCodePoint": characters("ts_from_code_point", "ts_from_code_point"),
  "Array.from": arrayFrom,
  "Array.of": ({ args }) => listOf(args),
  "Array.isArray": ({ args }) =>
    py.call("isinstance", args[0] as PyExpr, py.tuple([py.name("list"), py.name("tuple")])),
  ...TYPED_ARRAY_STATICS,
  "Object.keys": byKind(({ args }) => py.method(args[0] as PyExpr, "keys"), "ts_own_keys"),
  "Object.values": byKind(helper("ts_dict_values"), "ts_own_values"),
  "Object.entries": byKind(helper("ts_dict_entries"), "ts_own_entries"),
  "Object.hasOwn": byKind(
    ({ args }) => py.compare("in", args[1] as PyExpr, py.attribute(args[0] as PyExpr, "d")),
    "ts_has_own",
  ),
  "Object.is": isSame,
  "Object.assign": byKind(helper("ts_assign_dict"), "ts_assign"),
  "Object.fromEntries": fromEntries,
  "Object.freeze": first,
  "Promise.resolve": helper("ts_resolved"),
  "Promise.reject": helper("ts_rejected"),
  "Promise.all": combined("ts_all"),
  "Promise.allSettled": combined("ts_all_settled", keptNull),
  "Promise.any": combined("ts_any"),
  "Promise.race": helper("ts_race"),
  "console.debug": log,
  "console.info": log,
  "console.log": log,
  "TextEncoder.encode": ({ args }) => py.call("bytearray", py.method(args[0] as PyExpr, "encode")),
  "TextDecoder.decode": ({ object, args }) => py.call(object, ...args),
};

/** Of an integer: there is nothing to round. */
function whole({ l, expr, callee, args }: MethodCall): PyExpr {
  const [value, arg] = [args[0] as PyExpr, expr.args[0] as Expr];
  return arg.type.kind === "float" ? lowerWhole(l, callee.name, arg, value) : value;
}

/** Of promises whose number is known before the first of them is looked at. */
function combined(name: string, more: (l: Lowering, source: Expr) => PyExpr[] = () => []): Method {
  return ({ l, expr, args }) => {
    const [promises] = args as [PyExpr];
    const source = expr.args[0] as Expr;
    const isList = source.type.kind === "array" || source.type.kind === "tuple";
    return l.callHelper(name, isList ? promises : py.call("list", promises), ...more(l, source));
  };
}

/** Whether a value that is None is null, which JSON shows, and not undefined. */
function keptNull(l: Lowering, { type, span }: Expr): PyExpr[] {
  const items = type.kind === "tuple" ? type.elements : [l.module.shared.unifier.item(type) ?? NEVER];
  const values = items.map((item) => (item.kind === "promise" ? item.value : item));
  const flavours = new Set(values.flatMap(noneFlavours));
  if (flavours.size > 1 && l.module.program.keysSeen) l.module.report(span, findings.twoNones());
  return flavours.has("null") ? [TRUE] : [];
}

/** Like ===, but that NaN is NaN, and 0 is not -0. */
function isSame({ l, expr, args }: MethodCall): PyExpr {
  const [left, right] = expr.args as [Expr, Expr];
  for (const { id, span } of [left, right])
    if (l.module.facts.range(id).negativeZero) l.module.report(span, findings.negativeZero());
  const [a, b] = args.map((arg) => l.once(arg)) as [PyExpr, PyExpr];
  const same = lowerEquality(l, { ...expr, kind: "binary", operator: "===", left, right }, a, b);
  const mayBeNaN = l.range(left).nan && l.range(right).nan;
  return mayBeNaN ? py.or(py.compare("is", a, b), same) : same;
}

function fromEntries({ l, expr, args }: MethodCall): PyExpr {
  const [pairs] = args as [PyExpr];
  return l.callHelper("TsDict", expr.args[0]?.type.kind === "map" ? py.method(pairs, "walk", py.int(2)) : pairs);
}

/** Of one code that is no half of a pair. */
function characters(several: string, one: string): Method {
  return ({ l, expr, args }) => {
    const [code] = expr.args;
    if (args.length !== 1 || !code || code.kind === "spread") return l.callHelper(several, ...args);
    return within(l.range(code), { low: 0, high: 0xd7ff }) ? py.call("chr", ...args) : l.callHelper(one, ...args);
  };
}

/** MicroPython does not count booleans as integers. */
function isInteger({ args }: MethodCall): PyExpr {
  return py.call("isinstance", args[0] as PyExpr, py.name("int"));
}

function extreme(name: string): Method {
  return ({ l, expr, args }) => {
    if (args.length === 0) l.module.report(expr.span, findings.library(`Math.${name}()`, "Give it a number."));
    const [only] = args;
    // Beside what is spread, which may be nothing, Python would take one value for what holds the values.
    if (args.length > 1 && args.some((arg) => arg.kind === "star")) return py.call(name, listOf(args));
    if (args.length > 1 || only === undefined) return py.call(name, ...args);
    return only.kind === "star" ? py.call(name, only.value) : only;
  };
}

function log({ l, expr, args }: MethodCall): PyExpr {
  const texts = args.map((value, i) => logged(l, value, expr.args[i] as Expr));
  const format = expr.args[0];
  const isMany = args.length > 1 || format?.kind === "spread";
  const mayBeText = ({ kind, type }: Expr) =>
    kind === "spread" || optionsOf(type).some((option) => option.kind === "string");
  const mayFormat = isMany && format && mayBeText(format);
  if (mayFormat && !(format.kind === "string" && !format.value.includes("%"))) return l.callHelper("ts_log", ...texts);
  const [only] = texts;
  return texts.length === 1 && only?.kind === "str" && only.value === ""
    ? py.call("print")
    : py.call("print", ...texts);
}

const PRINTED: ReadonlySet<string> = new Set(["string", "number", "boolean", "none"]);

/** The text of one value, as console.log shows it: like a template, but -0 would show its sign. */
function logged(l: Lowering, value: PyExpr, expr: Expr): PyExpr {
  if (value.kind === "star") return { ...value, value: loggedItems(l, value.value, expr) };
  if (expr.type.kind === "void") return l.callHelper("ts_str", value, py.str("undefined"));
  const unsafe = optionsOf(expr.type).find(({ kind }) => !PRINTED.has(kind));
  if (unsafe) {
    l.module.report(
      expr.span,
      unsafe.kind === "float" ? findings.floatText() : findings.consoleValue(describe(unsafe)),
    );
    return value;
  }
  const holdsNumber = optionsOf(expr.type).some((option) => option.kind === "number");
  if (holdsNumber && l.range(expr).negativeZero) l.module.report(expr.span, findings.negativeZero());
  return expr.type.kind === "number" && !isWide(expr) ? value : textOf(l, value, expr);
}

/** The texts of what is spread. */
function loggedItems(l: Lowering, items: PyExpr, expr: Expr): PyExpr {
  const item = l.module.shared.unifier.item(expr.type) ?? NEVER;
  if (item.kind === "never") return items;
  const target = py.name("x");
  const value = logged(l, target, { ...expr, kind: "name", type: item, wide: item, binding: -1 } as Expr);
  if (value === target) return items;
  return { kind: "listComp", value, target, iterable: items, test: null };
}

function isWide(expr: Expr): boolean {
  return (expr.kind === "member" || expr.kind === "name") && expr.wide.kind === "union";
}
