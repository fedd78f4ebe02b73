// When the program is read, each type parameter becomes the union of what it stands for, in all types of the tree.
// What comes after knows of no type parameters.
import type { Program } from "../tree/nodes.ts";
import type { Cells } from "./cells.ts";
import { optionsOf, type ParameterType, type Property, type Type, unionOf, withoutNone, withParts } from "./type.ts";

/** @returns what resolves any other type of the program */
export function resolveParameters(
  program: Program,
  flows: ReadonlyMap<number, Type[]>,
  cells: Cells,
): (type: Type) => Type {
  if (program.parameters.length === 0) return (type) => type;
  const resolver = new Resolver(program, cells);
  for (const types of flows.values()) resolver.list(types);
  resolver.list(program.keyed);
  for (const signature of program.signatures) {
    resolver.list(signature.params);
    signature.returns = resolver.type(signature.returns);
  }
  for (const binding of program.bindings) binding.type = resolver.type(binding.type);
  for (const shape of program.shapes) resolver.properties(shape.properties);
  for (const made of program.classes) resolver.properties(made.members);
  resolver.tree([program.modules, program.functions, program.classes]);
  return (type) => resolver.type(type);
}

class Resolver {
  private readonly done = new Map<Type, Type>();
  private readonly open = new Set<number>();
  private readonly seen = new Set<object>();

  constructor(
    private readonly program: Program,
    private readonly cells: Cells,
  ) {}

  list(types: Type[]): void {
    types.forEach((type, i) => {
      types[i] = this.type(type);
    });
  }

  properties(properties: Map<string, Property>): void {
    for (const [name, property] of properties) properties.set(name, { ...property, type: this.type(property.type) });
  }

  /** The tree is plain data: whatever has a type is found by walking over all of it. */
  tree(node: object): void {
    if (this.seen.has(node)) return;
    this.seen.add(node);
    const typed = node as { type?: Type; wide?: Type; writes?: Type | null };
    if (typed.type?.kind) typed.type = this.type(typed.type);
    if (typed.wide?.kind) typed.wide = this.type(typed.wide);
    if (typed.writes?.kind) typed.writes = this.type(typed.writes);
    for (const [name, value] of Object.entries(node)) {
      if (!["type", "wide", "writes"].includes(name) && value !== null && typeof value === "object") this.tree(value);
    }
  }

  type(type: Type): Type {
    const known = this.done.get(type);
    if (known) return known;
    const made = this.make(type);
    if (this.open.size === 0) this.done.set(type, made);
    return made;
  }

  private make(type: Type): Type {
    if (type.kind === "parameter") return this.parameter(type);
    if (type.kind === "instance") return { ...type, args: [] };
    if (type.kind === "union") return this.union(type.options.map((one) => this.type(one)));
    return withParts(type, (one) => this.type(one));
  }

  private parameter({ id, nonNull }: ParameterType): Type {
    const parameter = this.program.parameters[id];
    if (parameter === undefined || this.open.has(id)) return unionOf([]);
    this.open.add(id);
    const held = [...parameter.held.values()].map((one) => this.type(one));
    const made = held.length > 0 || parameter.constraint === null ? this.union(held) : this.type(parameter.constraint);
    this.open.delete(id);
    return nonNull ? withoutNone(made) : made;
  }

  /** One option for all numbers, and for what differs in nothing but where its numbers are. */
  private union(types: readonly Type[]): Type {
    const kept = new Map<string, Type>();
    for (const option of types.flatMap(optionsOf)) {
      const key = JSON.stringify(option, (name, value: unknown) => (name === "cell" ? undefined : value));
      const other = kept.get(key);
      if (other === undefined) kept.set(key, option);
      else if (other.kind === "number" && option.kind === "number") this.cells.union(other.cell, option.cell);
      else if (other.kind === "float" && option.kind === "float") this.cells.union(other.cell, option.cell);
    }
    return unionOf([...kept.values()]);
  }
}
