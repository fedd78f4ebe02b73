// The names of members: as they are written, or as constants in brackets; `#name` of related classes told apart.
import { ts } from "ts-morph";
import { ITERATOR } from "../types/iteration.ts";
import type { Extractor } from "./extractor.ts";

export function isPrivateName(name: string): boolean {
  return name.startsWith("#");
}

/** The name that a member certainly has; null where it is computed when the program runs. */
export function constantName(x: Extractor, name: ts.PropertyName): string | null {
  if (!ts.isComputedPropertyName(name)) return name.text;
  if (isSymbolIterator(name.expression)) return ITERATOR;
  if (!isPlainKey(x, name.expression)) return null;
  const type = x.ctx.checker.getTypeAtLocation(name.expression);
  if (type.isStringLiteral()) return type.value;
  return type.isNumberLiteral() ? String(type.value) : null;
}

/** Reading it does nothing else. */
function isPlainKey(x: Extractor, node: ts.Expression): boolean {
  if (ts.isIdentifier(node) || ts.isLiteralExpression(node)) return true;
  if (!ts.isPropertyAccessExpression(node)) return false;
  const { flags } = x.ctx.checker.getSymbolAtLocation(node) ?? { flags: ts.SymbolFlags.Accessor };
  return (flags & ts.SymbolFlags.Accessor) === 0 && isPlainKey(x, node.expression);
}

/** `Symbol.iterator` */
export function isSymbolIterator(node: ts.Expression): boolean {
  return ts.isPropertyAccessExpression(node) && node.name.text === "iterator" && node.expression.getText() === "Symbol";
}

/** A member's symbol, also under a constant in brackets. */
export function memberSymbol(x: Extractor, member: ts.ClassElement): ts.Symbol | undefined {
  return member.name && x.ctx.checker.getSymbolAtLocation(member.name);
}

/** What `object.#name` is called in the tables of the class that declares it. */
export function privateMember(x: Extractor, node: ts.PrivateIdentifier): { classId: number; name: string } | null {
  const declaration = x.ctx.checker.getSymbolAtLocation(node)?.declarations?.[0];
  const classId = declaration?.parent && x.ctx.classNodes.get(declaration.parent as ts.ClassLikeDeclaration);
  if (classId === undefined) return null;
  const members = x.ctx.program.classes[classId]?.members;
  const told = `${node.text} ${classId}`;
  return { classId, name: members?.has(told) || members?.has(`static ${told}`) ? told : node.text };
}
