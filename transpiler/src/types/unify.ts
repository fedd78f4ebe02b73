// Types that a value passes between share their storage: an array assigned to another name is the same array, so the
// two types' cells become one. Only a number itself is copied; its range flows one way and is followed by ranges/.

import type { Span } from "../python/ast.ts";
import type { Class, Program } from "../tree/nodes.ts";
import { flowArguments } from "./arguments.ts";
import { Cells } from "./cells.ts";
import { itemType, linkIteration } from "./iteration.ts";
import { hold, type TypeParameter, watch } from "./parameters.ts";
import { Unsettled } from "./settled.ts";
import { argumentsAs } from "./substitute.ts";
import {
  type FloatType,
  type InstanceType,
  type IteratorType,
  mayBe,
  type NumberType,
  optionsOf,
  type ParameterType,
  type Property,
  STRING,
  type Type,
  typeKey,
  UNKNOWN,
  unionOf,
} from "./type.ts";
import { ELEMENTS, type TypedArray } from "./typed-arrays.ts";

/** What is in one cell may also come to be in another. */
export interface Edge {
  readonly from: number;
  readonly to: number;
  readonly kind: "number" | "float";
  readonly module: number;
  readonly span: Span;
}

/** How a class's table of members marks the static ones. */
const STATIC = "static ";

export const CONTAINERS: ReadonlySet<string> = new Set(["array", "tuple", "map", "set", "dict", "promise", "iterator"]);
const STORED: ReadonlySet<string> = new Set([...CONTAINERS, "number", "float"]);

function isSameKind(a: Type, b: Type): boolean {
  if (a.kind === "tuple" && b.kind === "tuple") return a.elements.length === b.elements.length;
  return a.kind === b.kind;
}

export class Unifier {
  /** Numbers that pass through the parameters and results of function values, and through type parameters. */
  readonly edges: Edge[] = [];
  /** Where the flow being followed stands in the source. */
  place: { module: number; span: Span } = { module: 0, span: { start: 0, end: 0 } };
  /** Where an integer meets a place of floats, or the other way round. */
  readonly kindsMixed: { module: number; span: Span }[] = [];
  private readonly done = new Set<string>();
  private settled = false;
  /** Classes whose instances are seen as a record with optional properties that the class lacks. */
  readonly classesSeenAsRecords = new Map<number, Set<number>>();

  constructor(
    private readonly program: Program,
    private readonly cells: Cells,
  ) {}

  /** A value of type `source` is stored where `target` is declared. */
  flow(source: Type, target: Type): void {
    if (mixesKinds(source, target)) this.kindsMixed.push(this.place);
    for (const from of optionsOf(source)) {
      if (from.kind === "parameter") this.flowFromParameter(from, target);
      else for (const to of receivers(from, target)) this.flowOption(from, to);
    }
  }

  private flowOption(from: Type, to: Type): void {
    if (to.kind === "parameter") this.receive(this.typeParameter(to), from);
    else if (from.kind === "function" && to.kind === "function") this.flowSignatures(from.signature, to.signature);
    else if (from.kind === "number" && to.kind === "number") this.edge(from.cell, to.cell);
    else if (from.kind === "float" && to.kind === "float") this.edge(from.cell, to.cell, "float");
    else if (from.kind === "string" && to.kind === "string") this.textEdge(from.cell, to.cell);
    else if (!isNumeric(from)) this.unify(from, to);
  }

  private receive(parameter: TypeParameter, type: Type): void {
    if (type.kind === "number") this.edge(type.cell, parameter.cell);
    if (type.kind === "float") this.edge(type.cell, parameter.floatCell, "float");
    hold(parameter, asHeld(parameter, type));
  }

  private flowFromParameter(from: ParameterType, target: Type): void {
    if (holdsParameter(target, from)) return;
    watch(this.typeParameter(from), typeKey(target), (held) => this.flow(held, target));
  }

  /** What is known of the program's types stays as it is: what would change it throws Unsettled. */
  settle(): void {
    this.settled = true;
    this.cells.settle(false);
    this.program.slots.settle();
    // How many parameters a function has depends on all that it is assigned to.
    this.program.aritySets.settle(true);
  }

  typeParameter({ id }: ParameterType): TypeParameter {
    // The types of the tree know of them no more.
    if (this.settled) throw new Unsettled("What a type parameter stands for");
    return this.program.parameters[id] as TypeParameter;
  }

  /** What stands for a type parameter at one use, its numbers in the parameter's cell. */
  argument(parameter: ParameterType, type: Type): Type {
    const held = optionsOf(type).map((option): Type => {
      this.flow(isNumeric(option) ? { ...option, cell: Cells.RVALUE } : option, parameter);
      return asHeld(this.typeParameter(parameter), option);
    });
    return unionOf(held);
  }

  /** The same where the use cannot be told from others: all of them share their storage. */
  standIn(parameter: ParameterType, type: Type): Type {
    for (const option of optionsOf(type)) if (!isNumeric(option)) this.unifyParameter(parameter, option);
    return this.argument(parameter, type);
  }

  /** What is read from an object under a key that only the use knows, and what is written there. */
  flowThroughKey(object: Type, name: string | null, value: Type, direction: "read" | "write"): void {
    for (const option of optionsOf(object)) {
      if (option.kind === "parameter") {
        const key = `${direction} ${name} ${typeKey(value)}`;
        watch(this.typeParameter(option), key, (held) => this.flowThroughKey(held, name, value, direction));
      } else {
        for (const own of elements(option, this.members(option), name))
          if (direction === "read") this.flow(own, value);
          else this.flow(value, own);
      }
    }
  }

  /** Objects that are copied into one are the same storage from then on. */
  copyWithin(parameter: ParameterType): void {
    const { held } = this.typeParameter(parameter);
    watch(this.typeParameter(parameter), "merged", (type) => {
      for (const other of held.values()) this.unify(type, other);
    });
  }

  /** A function is called through another type: arguments go in, the result comes out. */
  private flowSignatures(source: number, target: number): void {
    if (source === target || !this.first(`>${source},${target}`)) return;
    const [from, to] = [this.program.signatures[source], this.program.signatures[target]];
    if (from === undefined || to === undefined) return;
    flowArguments(this, to, from);
    this.flow(from.returns, to.returns);
    this.program.aritySets.union(source, target);
  }

  edge(from: number, to: number, kind: Edge["kind"] = "number"): void {
    if (from !== Cells.RVALUE && to !== Cells.RVALUE) this.edges.push({ from, to, kind, ...this.place });
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
    if (mixesKinds(a, b) || mixesKinds(b, a)) this.kindsMixed.push(this.place);
    if (a.kind === "union" || b.kind === "union") return this.unifyOptions(a, b);
    if (a.kind === "parameter" || b.kind === "parameter") return this.unifyParameter(a, b);
    if (a.kind === "number" && b.kind === "number") return this.cells.union(a.cell, b.cell);
    if (a.kind === "float" && b.kind === "float") return this.cells.union(a.cell, b.cell);
    if (a.kind === "string" && b.kind === "string") return this.unifyTexts(a.cell, b.cell);
    if (a.kind === "instance" && b.kind === "instance" && this.unifyArguments(a, b)) return;
    const [x, y] = [this.members(a), this.members(b)];
    if (x !== null && y !== null) return this.unifyMembers(a, x, b, y);
    this.unifyParts(a, b);
  }

  private unifyOptions(a: Type, b: Type): void {
    for (const x of optionsOf(a)) {
      for (const y of optionsOf(b)) {
        const isOpen = x.kind === "parameter" || y.kind === "parameter";
        const isIterated = x.kind === "iterator" || y.kind === "iterator";
        if (isOpen ? standsFor(x, a, y, b) : x.kind === y.kind || isIterated || this.members(x)) this.unify(x, y);
      }
    }
  }

  private unifyParameter(a: Type, b: Type): void {
    for (const [open, own] of [
      [a, b],
      [b, a],
    ] as const) {
      if (open.kind !== "parameter") continue;
      if (own.kind === "number") this.cells.union(this.typeParameter(open).cell, own.cell);
      if (own.kind === "float") this.cells.union(this.typeParameter(open).floatCell, own.cell);
    }
    this.flow(a, b);
    this.flow(b, a);
  }

  /** Instances of one class, or of one below the other: what stands for the type parameters is the same. */
  private unifyArguments(a: InstanceType, b: InstanceType): boolean {
    const [x, y] = [argumentsAs(this.program, a, b.classId), argumentsAs(this.program, b, a.classId)];
    if (x) this.unifyLists(x, b.args);
    if (y) this.unifyLists(a.args, y);
    return x !== null || y !== null;
  }

  private unifyParts(a: Type, b: Type): void {
    if (a.kind === "iterator") return this.unifyIterator(a, b);
    if (b.kind === "iterator") return this.unifyIterator(b, a);
    if (a.kind === "array" && b.kind === "array") return this.unify(a.element, b.element);
    if (a.kind === "tuple" && b.kind === "tuple") return this.unifyLists(a.elements, b.elements);
    if (a.kind === "tuple" && b.kind === "array") for (const element of a.elements) this.unify(element, b.element);
    if (a.kind === "array" && b.kind === "tuple") for (const element of b.elements) this.unify(a.element, element);
    if (a.kind === "map" && b.kind === "map") return this.unifyLists([a.key, a.value], [b.key, b.value]);
    if (a.kind === "set" && b.kind === "set") return this.unify(a.item, b.item);
    if (a.kind === "dict" && b.kind === "dict") return this.unify(a.value, b.value);
    if (a.kind === "promise" && b.kind === "promise") return this.unify(a.value, b.value);
    if (a.kind === "function" && b.kind === "function") this.unifySignatures(a.signature, b.signature);
  }

  private unifyIterator(a: IteratorType, b: Type): void {
    if (b.kind === "iterator") return this.unifyLists([a.item, a.result, a.sent], [b.item, b.result, b.sent]);
    if (this.first(`${typeKey(a)}~${typeKey(b)}`)) linkIteration(this, a, b);
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

  /** What is read from one of several places: what they hold stays theirs, but for the contents of containers. */
  either(types: readonly Type[]): Type {
    const options = types.flatMap(optionsOf);
    const numbers = (["number", "float"] as const).flatMap((kind): Type[] => {
      const same = options.filter((option) => option.kind === kind);
      if (same.length < 2) return same;
      const number: Type = { kind, cell: this.cells.fresh() };
      for (const one of same) this.flow(one, number);
      return [number];
    });
    return this.merge([...options.filter((option) => !isNumeric(option)), ...numbers]);
  }

  /** Two of a kind as one, which holds what either does. */
  private unified(a: Type, b: Type): Type {
    this.unify(a, b);
    if (a.kind === "array" && b.kind === "array")
      return { ...(a.readonly ? b : a), element: this.merge([a.element, b.element]) };
    return a;
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

  /** What is read from a typed array. */
  typedElement({ element }: TypedArray): Type {
    return { kind: "number", cell: this.cells.result(ELEMENTS[element]) };
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
    const [p, q] = [typeKey(a), typeKey(b)];
    const key = p < q ? `${p}~${q}` : `${q}~${p}`;
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
    if (type.kind === "class") return this.instanceOf(type.classId);
    const signature = this.constructorOf(type);
    return signature === null ? null : (this.program.signatures[signature]?.returns ?? null);
  }

  /** An instance whose type parameters stand for themselves. */
  instanceOf(classId: number): InstanceType {
    const ids = this.program.classes[classId]?.typeParameters ?? [];
    return { kind: "instance", classId, args: ids.map((id) => ({ kind: "parameter", id })) };
  }

  private noteClass(classId: number, shape: number): void {
    const seen = this.classesSeenAsRecords.get(classId) ?? new Set<number>();
    if (this.settled && !seen.has(shape)) throw new Unsettled("What a class is seen as");
    this.classesSeenAsRecords.set(classId, seen.add(shape));
  }

  private first(key: string): boolean {
    if (this.done.has(key)) return false;
    this.done.add(key);
    return true;
  }
}

/** A value as what stands for a type parameter: its characters are not followed. */
function asHeld({ cell, floatCell }: TypeParameter, type: Type): Type {
  if (type.kind === "number") return { kind: "number", cell };
  if (type.kind === "float") return { kind: "float", cell: floatCell };
  return type.kind === "string" ? STRING : type;
}

function isNumeric(type: Type): type is NumberType | FloatType {
  return type.kind === "number" || type.kind === "float";
}

/** An integer would be stored where floats are expected, or the other way round: nobody could tell what it is. */
export function mixesKinds(source: Type, target: Type): boolean {
  if (mayBe(target, "parameter")) return false;
  const isOpen = mayBe(target, "unknown") || mayBe(target, "json");
  if (mayBe(source, "float") && !mayBe(target, "float") && (mayBe(target, "number") || isOpen)) return true;
  return mayBe(source, "number") && !mayBe(target, "number") && mayBe(target, "float") && !isOpen;
}

/** The options of a type that take a value: a type parameter only where no other option is of the value's kind. */
function receivers(from: Type, target: Type): readonly Type[] {
  const options = optionsOf(target);
  return holdsKind(target, from) ? options.filter((option) => option.kind !== "parameter") : options;
}

/** The types of what is under a key of a type: of all keys when it is not known. */
function elements(type: Type, members: ReadonlyMap<string, Property> | null, name: string | null): readonly Type[] {
  if (members) return [...members.values()].filter((own) => name === null || own.name === name).map((own) => own.type);
  if (type.kind === "array") return [type.element];
  if (type.kind === "tuple") return elementsAt(type.elements, name);
  return type.kind === "dict" ? [type.value] : [];
}

function elementsAt(elements: readonly Type[], name: string | null): readonly Type[] {
  return name !== null && /^\d+$/.test(name) ? elements.slice(Number(name), Number(name) + 1) : elements;
}

function holdsKind(type: Type, wanted: Type): boolean {
  return optionsOf(type).some(
    (option) =>
      option.kind === wanted.kind &&
      (option.kind !== "none" || wanted.kind !== "none" || option.flavour === wanted.flavour),
  );
}

function holdsParameter(type: Type, { id }: ParameterType): boolean {
  return optionsOf(type).some((option) => option.kind === "parameter" && option.id === id);
}

/** An option of one union may be what the type parameter in the other stands for. */
function standsFor(x: Type, a: Type, y: Type, b: Type): boolean {
  if (x.kind === "parameter" && holdsParameter(b, x)) return y.kind === "parameter" && y.id === x.id;
  if (y.kind === "parameter" && holdsParameter(a, y)) return false;
  if (x.kind === "parameter") return y.kind === "parameter" || !holdsKind(a, y);
  return !holdsKind(b, x);
}
