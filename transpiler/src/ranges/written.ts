// What a stretch of code may write: asked before a loop, a try or a switch, whose inside may run any number of times.
import type { Expr, ExprOf, Stmt } from "../tree/nodes.ts";
import { withoutNone } from "../types/type.ts";
import { callEffect, makesText, runsCode, textActs } from "./effects.ts";

export interface Written {
  readonly bindings: Set<number>;
  /** Those of them that may come to hold more, and less, than before. */
  readonly rising: Set<number>;
  readonly falling: Set<number>;
  /** May run any code of the program: nothing is known of properties afterwards. */
  code: boolean;
  /** Properties that it writes. */
  readonly names: Set<string>;
  /** Makes an array longer or shorter. */
  lengths: boolean;
  /** Writes elements. */
  elements: boolean;
  /** Holds a break of its own. */
  breaks: boolean;
  continues: boolean;
}

/** The analysis asks again and again for the same stretch, which does not change once the tree is made. */
const known = new WeakMap<readonly Stmt[] | Expr, Written>();

export function writtenBy(statements: readonly Stmt[], ...expressions: (Expr | null)[]): Written {
  const asked = expressions.filter((expression) => expression !== null);
  const [only] = asked;
  if (asked.length === 0) return remembered(statements, statements);
  if (statements.length === 0 && asked.length === 1 && only) return remembered(only, [only]);
  return collect([...statements, ...asked]);
}

function remembered(key: readonly Stmt[] | Expr, nodes: readonly object[]): Written {
  let written = known.get(key);
  if (written === undefined) {
    written = collect(nodes);
    known.set(key, written);
  }
  return written;
}

function collect(nodes: readonly object[]): Written {
  const written: Written = {
    bindings: new Set(),
    rising: new Set(),
    falling: new Set(),
    code: false,
    names: new Set(),
    lengths: false,
    elements: false,
    breaks: false,
    continues: false,
  };
  for (const node of nodes) visitNode(node, written);
  return written;
}

/** Expressions that do nothing but give a value: most of those that are asked about. */
const IDLE: ReadonlySet<string> = new Set(["name", "number", "string", "boolean", "none", "this"]);

/** Evaluating it may change what names and properties stand for. */
export function mayAct(value: Expr): boolean {
  if (IDLE.has(value.kind)) return false;
  const written = writtenBy([], value);
  return changesObjects(written) || written.bindings.size > 0;
}

/** Something that more than one name may stand for is another afterwards. */
export function changesObjects({ code, names, lengths, elements }: Written): boolean {
  return code || names.size > 0 || lengths || elements;
}

/** The tree is plain data, so one walk over all fields sees every node; bodies of functions lie elsewhere. */
function visitNode(node: object, written: Written): void {
  note(node as { kind?: string }, written);
  for (const key in node) {
    const value = (node as Record<string, unknown>)[key];
    if (value === null || typeof value !== "object" || key === "type") continue;
    if (Array.isArray(value)) {
      for (const item of value) if (item && typeof item === "object") visitNode(item, written);
    } else if ("kind" in value ? "span" in value : "body" in value) visitNode(value, written);
  }
}

function note(node: { kind?: string }, written: Written): void {
  const { kind } = node;
  if (kind === "call" || kind === "new") noteCall(node as ExprOf<"call" | "new">, written);
  if (kind === "break") written.breaks = true;
  if (kind === "continue") written.continues = true;
  const source = iterated(node);
  if (kind === "template" && (node as ExprOf<"template">).values.some((value) => textActs(value.type)))
    written.code = true;
  if ((kind === "binary" || kind === "assign") && makesText(node as ExprOf<"binary" | "assign">)) written.code = true;
  if (CALLING.has(kind ?? "") || isAccessor(node) || (source && runsCode(source.type))) written.code = true;
  if (kind === "assign" || kind === "update") {
    const write = node as ExprOf<"assign" | "update">;
    noteTarget(write.target, directionOf(write), written);
  }
  if (kind === "declare") noteBinding((node as { binding: number }).binding, 0, written);
  if (kind === "unpack" || kind === "forOf") {
    for (const binding of (node as { bindings: (number | null)[] }).bindings)
      if (binding !== null) noteBinding(binding, 0, written);
  }
}

/** 1 for what only adds, -1 for what only takes away, 0 for anything else. */
function directionOf(write: ExprOf<"assign" | "update">): number {
  if (write.kind === "update") return write.step;
  const { operator, value } = write;
  if (value.kind !== "number" || value.value < 0) return 0;
  return operator === "+" ? 1 : operator === "-" ? -1 : 0;
}

function noteBinding(binding: number, direction: number, written: Written): void {
  written.bindings.add(binding);
  if (direction >= 0) written.rising.add(binding);
  if (direction <= 0) written.falling.add(binding);
}

function noteCall(node: ExprOf<"call" | "new">, written: Written): void {
  const effect = callEffect(node);
  if (effect === "anything") written.code = true;
  if (effect === "lengths") written.lengths = true;
  if (effect === "elements") written.elements = true;
}

/** They may run any code of the program. */
const CALLING = new Set(["await", "yield", "delegate", "step", "superCall"]);

/** What goes through a value: its code runs in between. */
function iterated(node: { kind?: string; iterable?: Expr; value?: Expr }): Expr | undefined {
  return node.kind === "spread" ? node.value : node.iterable;
}

function isAccessor(node: { kind?: string; access?: string; isAccessor?: boolean }): boolean {
  if (node.kind === "superMember") return node.isAccessor === true;
  if (node.kind === "keyed") return true;
  return node.kind === "member" && (node.access === "accessor" || node.access === "property");
}

/** An array grows when what follows its last element is written. */
function noteElement({ object }: ExprOf<"index">, written: Written): void {
  written.elements = true;
  if (withoutNone(object.type).kind !== "typedArray") written.lengths = true;
}

function noteTarget(target: Expr, direction: number, written: Written): void {
  if (target.kind === "name") noteBinding(target.binding, direction, written);
  else if (target.kind === "member" && target.access === "attribute") written.names.add(target.name);
  else if (target.kind === "member" && target.access === "library") written.lengths = true;
  else if (target.kind === "index") noteElement(target, written);
  else written.code = true;
}
