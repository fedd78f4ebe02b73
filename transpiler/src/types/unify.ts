// Types that a value passes between share their storage: an array assigned to another name is the same array, so the
// two types' cells become one. Only a number itself is copied; its range flows one way and is followed by ranges/.

import type { Span } from "../python/ast.ts";
import type { Class, Program } from "../tree/nodes.ts";
import { Cells } from "./cells.ts";
import { optionsOf, type Property, type Type } from "./type.ts";

/** What is in one cell may also come to be in another. */
export interface Edge {
  readonly from: number;
  readonly to: number;
  readonly module: number;
  readonly span: Span;
}

/** How a class's table of members marks the static ones. */
const STATIC = "static ";

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

  unify(a: Type, b: Type): void {
    if (a === b) return;
    if (a.kind === "union" || b.kind === "union") return this.unifyOptions(a, b);
    if (a.kind === "number" && b.kind === "number") return this.cells.union(a.cell, b.cell);
    const [x, y] = [this.members(a), this.members(b)];
    if (x !== null && y !== null) return this.unifyMembers(a, x, b, y);
    this.unifyParts(a, b);
  }

  private unifyOptions(a: Type, b: Type): void {
    for (const x of optionsOf(a))
      for (const y of optionsOf(b)) if (x.kind === y.kind || this.members(x)) this.unify(x, y);
  }

  private unifyParts(a: Type, b: Type): void {
    if (a.kind === "array" && b.kind === "array") return this.unify(a.element, b.element);
    if (a.kind === "tuple" && b.kind === "tuple") return this.unifyLists(a.elements, b.elements);
    if (a.kind === "tuple" && b.kind === "array") {
      for (const element of a.elements) this.unify(element, b.element);
    }
    if (a.kind === "map" && b.kind === "map") return this.unifyLists([a.key, a.value], [b.key, b.value]);
    if (a.kind === "set" && b.kind === "set") return this.unify(a.item, b.item);
    if (a.kind === "dict" && b.kind === "dict") return this.unify(a.value, b.value);
    if (a.kind === "promise" && b.kind === "promise") return this.unify(a.value, b.value);
    if (a.kind === "iterator" && b.kind === "iterator") return this.unify(a.item, b.item);
    if (a.kind === "function" && b.kind === "function") this.unifySignatures(a.signature, b.signature);
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
