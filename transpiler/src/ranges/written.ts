// What a stretch of code may write: asked before a loop, a try or a switch, whose inside may run any number of times.
import type { Expr, Stmt } from "../tree/nodes.ts";

export interface Written {
  readonly bindings: Set<number>;
  /** Holds a call, or writes a property: nothing is known of properties afterwards. */
  properties: boolean;
  /** Holds a break of its own. */
  breaks: boolean;
}

export function writtenBy(statements: readonly Stmt[], ...expressions: (Expr | null)[]): Written {
  const written: Written = { bindings: new Set(), properties: false, breaks: false };
  for (const statement of statements) visitNode(statement, written);
  for (const expression of expressions) if (expression) visitNode(expression, written);
  return written;
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
  if (kind === "call" || kind === "new" || kind === "await" || kind === "superCall") written.properties = true;
  if (kind === "assign" || kind === "update") noteTarget((node as { target: Expr }).target, written);
  if (kind === "declare") written.bindings.add((node as { binding: number }).binding);
  if (kind === "unpack" || kind === "forOf") {
    for (const binding of (node as { bindings: (number | null)[] }).bindings)
      if (binding !== null) written.bindings.add(binding);
  }
}

function noteTarget(target: Expr, written: Written): void {
  if (target.kind === "name") written.bindings.add(target.binding);
  else written.properties = true;
}
