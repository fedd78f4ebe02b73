// What a stretch of code may write: asked before a loop, a try or a switch, whose inside may run any number of times.
import type { Expr, Stmt } from "../tree/nodes.ts";
import type { Type } from "../types/type.ts";

export interface Written {
  readonly bindings: Set<number>;
  /** Holds a call, or writes a property: nothing is known of properties afterwards. */
  properties: boolean;
  /** Holds a break of its own. */
  breaks: boolean;
  continues: boolean;
}

/** The analysis asks again and again for the same stretch, which does not change once the tree is made. */
const known = new WeakMap<readonly Stmt[], Written>();

export function writtenBy(statements: readonly Stmt[], ...expressions: (Expr | null)[]): Written {
  if (expressions.length > 0) return all([writtenBy(statements), ...expressions.map(writtenByExpression)]);
  const made = known.get(statements) ?? all(statements.map(collect));
  known.set(statements, made);
  return made;
}

function writtenByExpression(expression: Expr | null): Written {
  return expression === null ? all([]) : collect(expression);
}

function collect(node: object): Written {
  const written = all([]);
  visitNode(node, written);
  return written;
}

/** Evaluating it may change what names and properties stand for. */
export function mayAct(value: Expr): boolean {
  const written = writtenBy([], value);
  return written.properties || written.bindings.size > 0;
}

function all(parts: readonly Written[]): Written {
  return {
    bindings: new Set(parts.flatMap((part) => [...part.bindings])),
    properties: parts.some((part) => part.properties),
    breaks: parts.some((part) => part.breaks),
    continues: parts.some((part) => part.continues),
  };
}

/** The tree is plain data, so one walk over all fields sees every node; bodies of functions lie elsewhere. */
function visitNode(node: object, written: Written): void {
  note(node as { kind?: string }, written);
  for (const value of Object.values(node)) {
    if (Array.isArray(value)) for (const item of value) if (item && typeof item === "object") visitNode(item, written);
    if (value && typeof value === "object" && !Array.isArray(value) && "kind" in value && "span" in value)
      visitNode(value, written);
    if (value && typeof value === "object" && "body" in value && !("kind" in value)) visitNode(value, written);
  }
}

function note(node: { kind?: string }, written: Written): void {
  const { kind } = node;
  if (kind === "break") written.breaks = true;
  if (kind === "continue") written.continues = true;
  if (CALLING.has(kind ?? "") || isAccessor(node) || iterates(node)) written.properties = true;
  if (kind === "assign" || kind === "update") noteTarget((node as { target: Expr }).target, written);
  if (kind === "declare") written.bindings.add((node as { binding: number }).binding);
  if (kind === "unpack" || kind === "forOf") {
    for (const binding of (node as { bindings: (number | null)[] }).bindings)
      if (binding !== null) written.bindings.add(binding);
  }
}

/** They may run any code of the program. */
const CALLING = new Set(["call", "new", "await", "yield", "delegate", "step", "superCall"]);

/** A loop, a spread or a pattern over what the program itself gives item by item. */
function iterates(node: { kind?: string; iterable?: Expr; value?: Expr }): boolean {
  const source = node.kind === "spread" ? node.value : node.iterable;
  return source !== undefined && runsCode(source.type);
}

/** Iterating such a value may run any code of the program. */
export function runsCode(type: Type): boolean {
  return ["iterator", "instance", "record"].includes(type.kind);
}

function isAccessor(node: { kind?: string; access?: string; isAccessor?: boolean }): boolean {
  if (node.kind === "superMember") return node.isAccessor === true;
  return node.kind === "member" && (node.access === "accessor" || node.access === "property");
}

function noteTarget(target: Expr, written: Written): void {
  if (target.kind === "name") written.bindings.add(target.binding);
  else written.properties = true;
}
