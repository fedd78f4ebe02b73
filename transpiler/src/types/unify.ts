// Types that a value passes between share their storage: an array assigned to another name is the same array, so the
// two types' cells become one. Only a number itself is copied; its range flows one way and is followed by ranges/.

import type { Span } from "../python/ast.ts";
import type { Class, Program } from "../tree/nodes.ts";
import { Cells } from "./cells.ts";
import { itemType, linkIteration } from "./iteration.ts";
import { type IteratorType, optionsOf, type Property, type Type, UNKNOWN, unionOf } from "./type.ts";

/** What is in one cell may also come to be in another. */
export interface Edge {
  readonly from: number;
  readonly to: number;
  readonly module: number;
  readonly span: Span;
}

/** How a class's table of members marks the static ones. */
const STATIC = "static ";

export const CONTAINERS: ReadonlySet<string> = new Set(["array", "tuple", "map", "set", "dict", "promise", "iterator"]);
const STORED: ReadonlySet<string> = new Set([...CONTAINERS, "number"]);

function isSameKind(a: Type, b: Type): boolean {
  if (a.kind === "tuple" && b.kind === "tuple") return a.elements.length === b.elements.length;
  return a.kind === b.kind;
}

export class Unifier {
  /** Numbers that pass through the parameters and results of function values. */
  readonly edges: Edge[] = [];
  /** Where the flow being followed stands in the source. */
  place: { module: number; span: Span } = { module: 0, span: { start: 0, end: 0 } };
  private readonly done = new Set<string>();
  /** Classes whose instances are seen as a record with optional properties that the class lacks. */
  readonly classesSeenAsRecords = new Map<number, Set<number>>();

  constructor(
    private readonly program: Program,
    private readonly cells: Cells,
  ) {}

  /** A value of type `source` is stored where `target` is declared. */
  flow(source: Type, target: Type): void {
    for (const from of optionsOf(source)) {
      for (const to of optionsOf(target)) {
        if (from.kind === "function" && to.kind === "function") this.flowSignatures(from.signature, to.signature);
        else if (from.kind === "number" && to.kind === "number") this.edge(from.cell, to.cell);
        else if (from.kind === "string" && to.kind === "string") this.textEdge(from.cell, to.cell);
        else if (from.kind !== "number") this.unify(from, to);
      }
    }
  }

  /** A function is called through another type: arguments go in, the result comes out. */
  private flowSignatures(source: number, target: number): void {
    if (source === target || !this.first(`>${source},${target}`)) return;
    const [from, to] = [this.program.signatures[source], this.program.signatures[target]];
    if (from === undefined || to === undefined) return;
    to.params.forEach((param, i) => {
      const own = from.params[i];
      if (own) this.flow(param, own);
    });
    this.flow(from.returns, to.returns);
    this.program.aritySets.union(source, target);
  }

  private edge(from: number, to: number): void {
    if (from !== Cells.RVALUE && to !== Cells.RVALUE) this.edges.push({ from, to, ...this.place });
  }

  private textEdge(from: number | undefined, to: number | undefined): void {
    if (to === undefined) return;
    if (from === undefined) this.cells.open(to);
    else this.edge(from, to);
  }

  private unifyTexts(a: number | undefined, b: number | undefined): void {
    if (a !== undefined && b !== undefined) this.cells.union(a, b);
    else if (a !== undefined) this.cells.open(a);
    else if (b !== undefined) this.cells.open(b);
  }

  unify(a: Type, b: Type): void {
    if (a === b) return;
    if (a.kind === "union" || b.kind === "union") return this.unifyOptions(a, b);
    if (a.kind === "number" && b.kind === "number") return this.cells.union(a.cell, b.cell);
    if (a.kind === "string" && b.kind === "string") return this.unifyTexts(a.cell, b.cell);
    const [x, y] = [this.members(a), this.members(b)];
    if (x !== null && y !== null) return this.unifyMembers(a, x, b, y);
    this.unifyParts(a, b);
  }

  private unifyOptions(a: Type, b: Type): void {
    for (const x of optionsOf(a))
      for (const y of optionsOf(b)) {
        if (x.kind === y.kind || x.kind === "iterator" || y.kind === "iterator" || this.members(x)) this.unify(x, y);
      }
  }

  private unifyParts(a: Type, b: Type): void {
    if (a.kind === "iterator") return this.unifyIterator(a, b);
    if (b.kind === "iterator") return this.unifyIterator(b, a);
    if (a.kind === "array" && b.kind === "array") return this.unify(a.element, b.element);
    if (a.kind === "tuple" && b.kind === "tuple") return this.unifyLists(a.elements, b.elements);
    if (a.kind === "array" && b.kind === "tuple") return this.unifyParts(b, a);
    if (a.kind === "tuple" && b.kind === "array") {
      for (const element of a.elements) this.unify(element, b.element);
    }
    if (a.kind === "map" && b.kind === "map") return this.unifyLists([a.key, a.value], [b.key, b.value]);
    if (a.kind === "set" && b.kind === "set") return this.unify(a.item, b.item);
    if (a.kind === "dict" && b.kind === "dict") return this.unify(a.value, b.value);
    if (a.kind === "promise" && b.kind === "promise") return this.unify(a.value, b.value);
    if (a.kind === "function" && b.kind === "function") this.unifySignatures(a.signature, b.signature);
  }

  private unifyIterator(a: IteratorType, b: Type): void {
    if (b.kind === "iterator") return this.unifyLists([a.item, a.result, a.sent], [b.item, b.result, b.sent]);
    if (this.first(`${JSON.stringify(a)}~${JSON.stringify(b)}`)) linkIteration(this, a, b);
  }

  /** What a loop over a value of the type gives; null when it cannot be iterated. */
  item(type: Type): Type | null {
    return itemType(this, type);
  }

  /** One type for a place that holds this or that: containers of one kind, and numbers, share their cells. */
  merge(types: readonly Type[], kinds: ReadonlySet<string> = STORED): Type {
    const kept: Type[] = [];
    for (const option of types.flatMap(optionsOf)) {
      const same = kinds.has(option.kind) ? kept.find((other) => isSameKind(other, option)) : undefined;
      if (same) kept[kept.indexOf(same)] = this.eitherConstant(same, option) ?? this.unified(same, option);
      else kept.push(option);
    }
    return unionOf(kept);
  }

  /** Two of a kind as one. What `[]` alone could hold is said by the other. */
  private unified(a: Type, b: Type): Type {
    this.unify(a, b);
    return a.kind === "array" && a.element.kind === "never" ? b : a;
  }

  /** A number that its type fixes is never written: where it stands beside others, it is read as one of them. */
  private eitherConstant(a: Type, b: Type): Type | null {
    if (a.kind !== "number" || b.kind !== "number") return null;
    const [p, q] = [this.cells.declared(a.cell), this.cells.declared(b.cell)];
    if (!p || !q || q.low !== q.high) return null;
    const bounds = { low: Math.min(p.low, q.low), high: Math.max(p.high, q.high) };
    return { kind: "number", cell: this.cells.fresh(bounds) };
  }

  returns(signature: number): Type {
    return this.program.signatures[signature]?.returns ?? UNKNOWN;
  }

  parameter(signature: number, index: number): Type | undefined {
    return this.program.signatures[signature]?.params[index];
  }

  /** What is read from a byte array. */
  byte(): Type {
    return { kind: "number", cell: this.cells.result({ low: 0, high: 0xff }) };
  }

  private unifyLists(a: readonly Type[], b: readonly Type[]): void {
    a.forEach((x, i) => {
      const y = b[i];
      if (y !== undefined) this.unify(x, y);
    });
  }

  private unifySignatures(a: number, b: number): void {
    this.flowSignatures(a, b);
    this.flowSignatures(b, a);
  }

  /** Own and inherited members of what has named properties; null for everything else. */
  members(type: Type): ReadonlyMap<string, Property> | null {
    if (type.kind === "record") return this.program.shapes[type.id]?.properties ?? null;
    if (type.kind === "class") return this.staticMembers(type.classId);
    return type.kind === "instance" ? this.classMembers(type.classId) : null;
  }

  private staticMembers(id: number): ReadonlyMap<string, Property> {
    const isStatic = ([key]: readonly [string, Property]) => key.startsWith(STATIC);
    return new Map(
      [...this.classMembers(id)].filter(isStatic).map(([key, property]) => [key.slice(STATIC.length), property]),
    );
  }

  private classMembers(id: number): ReadonlyMap<string, Property> {
    const own = this.program.classes[id] as Class;
    return own.base?.kind === "class" ? new Map([...this.classMembers(own.base.id), ...own.members]) : own.members;
  }

  private unifyMembers(a: Type, x: ReadonlyMap<string, Property>, b: Type, y: ReadonlyMap<string, Property>): void {
    const key = [JSON.stringify(a), JSON.stringify(b)].sort().join("~");
    if (!this.first(key)) return;
    if (a.kind === "instance" && b.kind === "record") this.noteClass(a.classId, b.id);
    if (b.kind === "instance" && a.kind === "record") this.noteClass(b.classId, a.id);
    this.unifyConstructors(a, b);
    for (const [name, property] of x) {
      const other = y.get(name);
      if (other === undefined) continue;
      this.unify(property.type, other.type);
      this.program.slots.union(property.slot, other.slot);
    }
  }

  /** Who makes an object through one of the types may make it by a class of the other. */
  private unifyConstructors(a: Type, b: Type): void {
    const [x, y] = [this.constructorOf(a), this.constructorOf(b)];
    if (x !== null && y !== null) this.unifySignatures(x, y);
    const [made, other] = [this.madeBy(a), this.madeBy(b)];
    if (made && other) this.unify(made, other);
  }

  /** The signature of `new`. */
  constructorOf(type: Type): number | null {
    if (type.kind === "class") return this.program.classes[type.classId]?.signature ?? null;
    return type.kind === "record" ? (this.program.shapes[type.id]?.construct ?? null) : null;
  }

  /** What `new` gives. */
  madeBy(type: Type): Type | null {
    if (type.kind === "class") return { kind: "instance", classId: type.classId };
    const signature = this.constructorOf(type);
    return signature === null ? null : (this.program.signatures[signature]?.returns ?? null);
  }

  private noteClass(classId: number, shape: number): void {
    const seen = this.classesSeenAsRecords.get(classId) ?? new Set<number>();
    this.classesSeenAsRecords.set(classId, seen.add(shape));
  }

  private first(key: string): boolean {
    if (this.done.has(key)) return false;
    this.done.add(key);
    return true;
  }
}
