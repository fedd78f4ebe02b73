// Whose keys a program looks at: JSON.stringify, Object.keys, spread and their kin read an object's own list of keys.
// Records have theirs from the literal that made them; classes get one only where somebody may look.
import type { Class, Program } from "../tree/nodes.ts";
import { noneFlavour, type Type } from "../types/type.ts";
import type { Unifier } from "../types/unify.ts";

/** A key as the helpers take it: (attribute, key, whether None means undefined). */
export interface Key {
  readonly name: string;
  readonly skip: boolean;
}

export class Keyed {
  private readonly shapes = new Set<number>();
  private readonly classes = new Set<number>();

  constructor(
    private readonly program: Program,
    private readonly unifier: Unifier,
  ) {
    for (const type of program.keyed) this.add(type);
  }

  /** Somebody may look at the keys of an instance. */
  has(made: Class): boolean {
    if (this.classes.has(made.id)) return true;
    const seen = this.unifier.classesSeenAsRecords.get(made.id) ?? [];
    if ([...seen].some((shape) => this.shapes.has(shape))) return true;
    return made.base?.kind === "class" && this.has(this.program.classes[made.base.id] as Class);
  }

  private add(type: Type): void {
    if (type.kind === "record" && !this.shapes.has(type.id)) {
      this.shapes.add(type.id);
      for (const property of this.program.shapes[type.id]?.properties.values() ?? []) this.add(property.type);
    } else if (type.kind === "instance" && !this.classes.has(type.classId)) {
      this.classes.add(type.classId);
      for (const property of this.unifier.members(type)?.values() ?? []) this.add(property.type);
    }
    for (const part of Object.values(type)) {
      if (Array.isArray(part)) for (const each of part) this.add(each as Type);
      else if (typeof part === "object" && part !== null) this.add(part as Type);
    }
  }
}

/** The own keys of an instance, in the order in which they come to be. */
export function keysOf(program: Program, made: Class): Key[] {
  const inherited = made.base?.kind === "class" ? keysOf(program, program.classes[made.base.id] as Class) : [];
  const parameters = made.parameterProperties.map((name) => ({
    name,
    skip: noneFlavour(made.members.get(name)?.type ?? { kind: "void" }) === "undefined",
  }));
  const fields = made.fields
    .filter(({ name }) => !name.startsWith("#"))
    .map(({ name, type, isLate }) => ({ name, skip: isLate || noneFlavour(type) === "undefined" }));
  const keys = new Map(inherited.map((key) => [key.name, key]));
  for (const key of [...parameters, ...fields]) keys.set(key.name, key);
  return inOrder([...keys.values()]);
}

/** JavaScript puts array indices first, by number. */
const ARRAY_INDEX = /^(0|[1-9]\d{0,9})$/;

export function isArrayIndex(name: string): boolean {
  return ARRAY_INDEX.test(name) && Number(name) < 2 ** 32 - 1;
}

export function inOrder<T extends { readonly name: string }>(keys: readonly T[]): T[] {
  const indices = keys.filter(({ name }) => isArrayIndex(name)).sort((a, b) => Number(a.name) - Number(b.name));
  return [...indices, ...keys.filter(({ name }) => !isArrayIndex(name))];
}
