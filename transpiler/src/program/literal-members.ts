// The members of an object literal: values, and what works on the object itself, which becomes a method of its class.
import { ts } from "ts-morph";
import { findings } from "../diagnostics/catalogue.ts";
import type { Expr, LiteralMethod } from "../tree/nodes.ts";
import { ITERATOR } from "../types/iteration.ts";
import type { Property, Type } from "../types/type.ts";
import type { Extractor } from "./extractor.ts";
import { extractFunction } from "./functions.ts";
import { constantName } from "./member-names.ts";

export interface LiteralValue {
  readonly name: string;
  readonly value: Expr;
}

export interface LiteralMembers {
  readonly values: LiteralValue[];
  readonly methods: LiteralMethod[];
  /** In the order of the literal. */
  readonly keys: string[];
}

type Method = ts.MethodDeclaration | ts.AccessorDeclaration;

/** The names of the literal's members, as far as they are known. */
export function namesIn(x: Extractor, node: ts.ObjectLiteralExpression): Set<string> {
  return new Set(node.properties.flatMap(({ name }) => (name ? (constantName(x, name) ?? []) : [])));
}

/** @param target the type of the object, which `this` has in its methods */
export function literalMember(
  x: Extractor,
  property: ts.ObjectLiteralElementLike,
  target: Type,
  into: LiteralMembers,
): void {
  const name = property.name ? constantName(x, property.name) : null;
  if (name === null) {
    x.ctx.report(
      property,
      findings.syntax("A computed key beside fixed ones", "Give it a fixed name, or use a Record."),
    );
    return;
  }
  if (!into.keys.includes(name)) into.keys.push(name);
  if (ts.isPropertyAssignment(property)) into.values.push({ name, value: x.expression(property.initializer) });
  else if (ts.isShorthandPropertyAssignment(property)) into.values.push({ name, value: x.expression(property.name) });
  else if (ts.isMethodDeclaration(property) || ts.isAccessor(property)) method(x, property, name, target, into);
}

function method(x: Extractor, node: Method, name: string, target: Type, into: LiteralMembers): void {
  const { receiver } = x.ctx;
  // super in it would be the object's prototype.
  x.ctx.receiver = { form: "self", type: target, classId: -1 };
  const func = extractFunction(x, node, name);
  x.ctx.receiver = receiver;
  const accessor = ts.isGetAccessor(node) ? "get" : ts.isSetAccessor(node) ? "set" : null;
  const type: Type = { kind: "function", signature: func.signature };
  if (accessor === null && !func.usesThis) {
    func.receiver = null;
    into.values.push({ name, value: x.make(node, type, { kind: "function", func: func.id, self: null }) });
    return;
  }
  if (name === ITERATOR) x.ctx.report(node, findings.syntax("An iterator that uses `this`", "Write a class."));
  into.methods.push({ name, func: func.id, accessor });
  const property = x.ctx.unifier.members(target)?.get(name);
  if (property) link(x, node, property, type, accessor);
}

function link(x: Extractor, node: Method, property: Property, type: Type, accessor: LiteralMethod["accessor"]): void {
  const { slots, signatures } = x.ctx.program;
  x.ctx.unifier.place = { module: x.ctx.module, span: x.ctx.span(node) };
  if (accessor === null) {
    slots.note(property.slot, "bound");
    x.ctx.unifier.flow(type, property.type);
    return;
  }
  // A property of Python's: other literals may have a value there.
  slots.note(property.slot, "accessor");
  slots.note(property.slot, "stored");
  const signature = type.kind === "function" ? signatures[type.signature] : undefined;
  const [param] = signature?.params ?? [];
  if (accessor === "get" && signature) x.ctx.unifier.flow(signature.returns, property.type);
  if (accessor === "set" && param) x.ctx.unifier.flow(property.type, param);
}
