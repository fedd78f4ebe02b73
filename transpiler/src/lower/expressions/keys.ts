// Own keys: in, delete, dictionaries with parts spread into them, Object.keys and its kin.
import { findings } from "../../diagnostics/catalogue.ts";
import type { Expr as PyExpr } from "../../python/ast.ts";
import type { Expr, ExprOf } from "../../tree/nodes.ts";
import { optionsOf, type Type } from "../../types/type.ts";
import { accessorName, attributeName } from "../attributes.ts";
import type { MethodCall } from "../builtins/methods.ts";
import { isArrayIndex } from "../keyed.ts";
import type { Lowering } from "../lowering.ts";
import { NONE, py, TRUE } from "../py.ts";

/** Keys that every object of JavaScript inherits. */
export const INHERITED: ReadonlySet<string> = new Set(
  (
    "constructor hasOwnProperty isPrototypeOf propertyIsEnumerable toLocaleString toString valueOf __proto__ " +
    "__defineGetter__ __defineSetter__ __lookupGetter__ __lookupSetter__"
  ).split(" "),
);

/** The key is certainly none that every object inherits. */
export function isOwnOnly(key: Expr): boolean {
  if (key.kind === "template") return key.texts.every((text) => text === "") && key.values[0]?.type.kind === "number";
  return key.kind === "string" && !INHERITED.has(key.value);
}

export function lowerIn(l: Lowering, { key, object, span }: ExprOf<"in">): PyExpr {
  const [name, value] = l.operands([key, object]) as [PyExpr, PyExpr];
  const [first] = optionsOf(object.type);
  if (first?.kind === "dict")
    return isOwnOnly(key) ? py.compare("in", name, py.attribute(value, "d")) : l.callHelper("ts_in", value, name);
  const text = key.kind === "string" ? key.value : "";
  if (INHERITED.has(text)) l.module.report(span, findings.syntax("in of a key that every object has", "Leave it out."));
  if (first?.kind === "record") return l.callHelper("ts_has_own", value, name);
  refuseUnclear(l, text, span);
  const slots = optionsOf(object.type).flatMap(
    (option) => l.module.shared.unifier.members(option)?.get(text)?.slot ?? [],
  );
  const isAccessor = slots.some((slot) => l.module.program.slots.form(slot) === "accessor");
  const attribute = isAccessor ? accessorName("get", text) : attributeName(text);
  return py.call("hasattr", value, py.str(attribute));
}

/** Where the name may be there without being set, or set without being there, Python's answer is another. */
function refuseUnclear(l: Lowering, name: string, span: Expr["span"]): void {
  const { shapes, classes } = l.module.program;
  const isOptional = shapes.some(({ properties }) => properties.get(name)?.optional);
  const isLate = classes.some(({ fields }) => fields.some((field) => field.name === name && field.isLate));
  if (isOptional || isLate)
    l.module.report(span, findings.syntax("in on this value", "Use instanceof, or compare a property."));
}

export function lowerDelete(l: Lowering, { object, key }: ExprOf<"delete">): PyExpr {
  const [dict, name] = l.operands([object, key]) as [PyExpr, PyExpr];
  return py.method(dict, "delete", name);
}

export function lowerDeleteMember(l: Lowering, { object, name }: ExprOf<"deleteMember">): PyExpr {
  const attribute = attributeName(name);
  const value = l.once(l.expr(object));
  if (l.module.program.keysSeen)
    l.out.push(py.expression(l.callHelper("ts_delete_key", value, py.str(attribute), py.str(name))));
  else l.out.push(py.assign(py.attribute(value, attribute), NONE));
  return TRUE;
}

export function lowerDictionary(l: Lowering, { entries }: ExprOf<"dictionary">): PyExpr {
  const values = l.operands(entries.flatMap(({ key, value }) => (key ? [key, value] : [value])));
  const parts: PyExpr[] = [];
  let run: PyExpr[] = [];
  let at = 0;
  for (const { key } of entries) {
    if (key) run.push(py.tuple([values[at++] as PyExpr, values[at++] as PyExpr]));
    else {
      if (run.length > 0) parts.push(py.tuple(run));
      run = [];
      parts.push(values[at++] as PyExpr);
    }
  }
  if (run.length > 0) parts.push(py.tuple(run));
  const isPlain = entries.every(({ key }) => key);
  return isPlain ? l.callHelper("TsDict", ...parts) : l.callHelper("ts_dict", ...parts);
}

/** What comes to be in an object later stands last on the device; in JavaScript such keys stand first. */
export function refuseIndexKeys(l: Lowering, type: Type, span: Expr["span"]): void {
  const members = optionsOf(type).flatMap((option) => [...(l.module.shared.unifier.members(option)?.keys() ?? [])]);
  if (members.some(isArrayIndex))
    l.module.report(span, findings.syntax("A number as a key of an object that is put together", "Use a Record."));
}

/** What has no attributes of its own. */
const LISTS: ReadonlySet<string> = new Set(["array", "tuple", "map", "set", "typedArray", "string", "function"]);

/** A function of Object, one helper for dictionaries, another for what has attributes. */
export function byKind(ofDictionary: (call: MethodCall) => PyExpr, ofRecord: string) {
  return (call: MethodCall): PyExpr => {
    const { l, expr, args } = call;
    const kinds = new Set(optionsOf(expr.args[0]?.type ?? { kind: "void" }).map((option) => option.kind));
    if (kinds.size === 1 && kinds.has("dict")) return ofDictionary(call);
    if (kinds.has("dict") || [...kinds].some((kind) => LISTS.has(kind)))
      l.module.report(
        expr.span,
        findings.library("This value, whose keys are asked for,", "Use a record or a dictionary."),
      );
    if (ofRecord === "ts_assign") refuseIndexKeys(l, expr.type, expr.span);
    return l.callHelper(ofRecord, ...args);
  };
}
