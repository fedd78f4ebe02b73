// `object[key]` where the key is one of several names that the type knows: the object has declared members, and one of
// them is read or written.
import { ts } from "ts-morph";
import { findings } from "../diagnostics/catalogue.ts";
import type { Expr } from "../tree/nodes.ts";
import { watch } from "../types/parameters.ts";
import { optionsOf, type Property, type Type, UNDEFINED, unionOf, withoutNone } from "../types/type.ts";
import type { Context } from "./context.ts";
import type { Extractor } from "./extractor.ts";
import { oneOf } from "./iteration.ts";
import { endChain, isCallee } from "./members.ts";

/** Null where the object has no declared members, or the key may be any text. */
export function keyedMember(x: Extractor, node: ts.ElementAccessExpression, object: Expr): Expr | null {
  const whole = withoutNone(object.type);
  const isOpen = optionsOf(whole).some((option) => option.kind === "parameter");
  if (isOpen && !isTypeParameter(x, node.expression)) return null;
  const names = isOpen ? [] : keysOf(x, node.argumentExpression);
  const members = names && (isOpen ? [] : membersUnder(x, whole, names));
  if (names === null || members === null || !(isOpen || members.length > 0)) return null;
  const key = x.expression(node.argumentExpression);
  const note = ({ name, slot }: Property) => {
    // A getter becomes a property of Python's.
    x.ctx.program.slots.note(slot, "stored");
    if (!isCallee(node)) x.ctx.reads.push({ node, name, slot });
  };
  members.forEach(note);
  const optional = node.questionDotToken !== undefined;
  const wide = isOpen
    ? openMember(x, node, whole, note)
    : oneOf(
        x,
        members.map(({ type }) => type),
        node,
      );
  const own = optional ? unionOf([wide, UNDEFINED]) : wide;
  return endChain(x, node, x.make(node, x.narrowed(own, node), { kind: "keyed", object, key, names, optional, wide }));
}

/** T itself has all keys of T: a type that is made of it, { [K in keyof T]?: … }, may stand for an object without them. */
function isTypeParameter(x: Extractor, node: ts.Expression): boolean {
  const type = x.ctx.checker.getTypeAtLocation(node);
  const parts = type.isUnionOrIntersection() ? type.types : [type];
  return parts.some((part) => (part.flags & ts.TypeFlags.TypeParameter) !== 0);
}

/** Any member of what a type parameter stands for. */
function openMember(
  x: Extractor,
  node: ts.ElementAccessExpression,
  object: Type,
  note: (member: Property) => void,
): Type {
  const { unifier } = x.ctx;
  const wide = x.untied(node);
  unifier.place = { module: x.ctx.module, span: x.ctx.span(node) };
  unifier.flowThroughKey(object, null, wide, "read");
  for (const option of optionsOf(object))
    if (option.kind === "parameter")
      watch(unifier.typeParameter(option), `keyed ${node.pos} ${x.ctx.module}`, (held) => {
        for (const member of unifier.members(held)?.values() ?? []) note(member);
      });
  x.ctx.keyedObjects.push({ node, type: object });
  return wide;
}

/** Who writes under a key that is not known may write any of them: they share their storage. */
export function keyedTarget(x: Extractor, { object, names, wide, span }: Extract<Expr, { kind: "keyed" }>): Type {
  const whole = withoutNone(object.type);
  x.ctx.unifier.place = { module: x.ctx.module, span };
  const types = (membersUnder(x, whole, names) ?? []).map(({ type }) => type);
  if (types.length > 0) return x.ctx.unifier.merge(types);
  x.ctx.unifier.flowThroughKey(whole, null, wide, "write");
  return wide;
}

/** Where the members are kept that may be written. */
export function slotsOf(x: Extractor, { object, names }: Extract<Expr, { kind: "keyed" }>): readonly number[] {
  return (membersUnder(x, withoutNone(object.type), names) ?? []).map(({ slot }) => slot);
}

function keysOf(x: Extractor, node: ts.Expression): readonly string[] | null {
  const { checker } = x.ctx;
  const type = checker.getTypeAtLocation(node);
  const known = checker.getBaseConstraintOfType(type) ?? type;
  const parts = known.isUnion() ? known.types : [known];
  const names = parts.flatMap((part) => (part.isStringLiteral() || part.isNumberLiteral() ? String(part.value) : []));
  return names.length === parts.length ? names : null;
}

function membersUnder(x: Extractor, type: Type, names: readonly string[]): readonly Property[] | null {
  const found = optionsOf(type).flatMap((option) => {
    const members = option.kind === "record" || option.kind === "instance" ? x.ctx.unifier.members(option) : null;
    return names.map((name) => members?.get(name));
  });
  return found.every((member) => member !== undefined) ? found : null;
}

/** Once it is known what type parameters stand for: all of it must have declared members. */
export function refuseOtherKeys(ctx: Context, resolve: (type: Type) => Type): void {
  for (const { node, type } of ctx.keyedObjects) {
    const options = optionsOf(withoutNone(resolve(type)));
    if (!options.every((option) => ["record", "instance", "never"].includes(option.kind)))
      ctx.report(
        node,
        findings.library("A key of what may be an array or a dictionary", "Take a Map, or give the object a type."),
      );
  }
}
