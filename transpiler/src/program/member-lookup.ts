// Which member `name` of a value is: by the type of the value, through the base classes.
import { ts } from "ts-morph";
import { findings } from "../diagnostics/catalogue.ts";
import type { MemberAccess } from "../tree/nodes.ts";
import { own } from "../tree/own.ts";
import { LENGTH } from "../types/cells.ts";
import { FAILED, optionsOf, type Property, STRING, type Type, UNDEFINED, UNKNOWN, unionOf } from "../types/type.ts";
import type { Extractor } from "./extractor.ts";
import { memberAt } from "./generic-uses.ts";
import { isCallee } from "./members.ts";

/** What every Error has. */
const ERROR_FIELDS: Record<string, Type> = {
  name: STRING,
  message: STRING,
  cause: unionOf([UNKNOWN, UNDEFINED]),
};

export interface Found {
  readonly type: Type;
  readonly access: MemberAccess;
  readonly name: string;
  readonly slot: number | null;
  readonly writes: Type | null;
}

/** The member of each option of a union is kept in the same way. */
export function memberOf(x: Extractor, type: Type, name: string, node: ts.Node): Found {
  const found = optionsOf(type).map((option) => memberOfOption(x, option, name, node));
  const [first, ...others] = found;
  if (first === undefined) return { type: FAILED, access: "attribute", name, slot: null, writes: null };
  for (const other of others) {
    if (first.slot !== null && other.slot !== null) x.ctx.program.slots.union(first.slot, other.slot);
    if (other.access !== first.access || other.name !== first.name)
      x.ctx.report(node, findings.unknownProperty(name, "this union"));
  }
  return { ...first, type: x.ctx.unifier.merge(found.map((one) => one.type)) };
}

function memberOfOption(x: Extractor, type: Type, name: string, node: ts.Node): Found {
  const property = x.ctx.unifier.members(type)?.get(name);
  if (property) {
    const { name: own, slot, writes = null } = property;
    const seen = memberAt(x, type, withUndefined(property), typescriptMember(x, node, name), node);
    return { type: seen, access: "attribute", name: own, slot, writes };
  }
  const library = { access: "library", name, slot: null, writes: null } as const;
  if (name === "length" || name === "size") {
    const bounds = type.kind === "tuple" ? { low: type.elements.length, high: type.elements.length } : LENGTH;
    return { ...library, type: { kind: "number", cell: x.ctx.cells.result(bounds) } };
  }
  const isError = type.kind === "error" || (type.kind === "instance" && extendsError(x, type.classId));
  const member = isError ? own(ERROR_FIELDS, name) : undefined;
  if (member) return { ...library, type: member, access: "attribute" };
  if (!ts.isExpression(node)) return { ...library, type: FAILED };
  return { ...library, type: isCallee(node) ? { kind: "builtin", name } : x.read(node) };
}

/** As the object at this place has it; none for what is called, which the call decides. */
function typescriptMember(x: Extractor, node: ts.Node, name: string): ts.Symbol | undefined {
  const { checker } = x.ctx;
  if (ts.isExpression(node) && isCallee(node)) return undefined;
  if (ts.isPropertyAccessExpression(node)) return checker.getSymbolAtLocation(node.name);
  const object = ts.isElementAccessExpression(node) ? node.expression : node.parent.parent;
  return checker.getPropertyOfType(checker.getTypeAtLocation(object), name);
}

export function extendsError(x: Extractor, classId: number): boolean {
  const base = x.ctx.program.classes[classId]?.base;
  return base?.kind === "error" || (base?.kind === "class" && extendsError(x, base.id));
}

function withUndefined(property: Property): Type {
  return property.optional ? unionOf([property.type, UNDEFINED]) : property.type;
}
