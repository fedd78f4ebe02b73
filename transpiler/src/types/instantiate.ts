// A generic declaration as one of its uses sees it. TypeScript says what the use sees; the declaration says which
// parts of that stand for type parameters, and so which storage they share.
import type { Program } from "../tree/nodes.ts";
import { fixedCount, placeOf, restOf } from "./arguments.ts";
import type { Arguments } from "./substitute.ts";
import { optionsOf, type ParameterType, type Signature, type Type, unionOf } from "./type.ts";
import type { Unifier } from "./unify.ts";

export class Instantiation {
  private readonly linked = new Set<string>();

  constructor(
    private readonly program: Program,
    private readonly unifier: Unifier,
    private readonly args: Arguments,
  ) {}

  /** The type that the use sees, in the storage that the declaration means. */
  of(declared: Type, seen: Type): Type {
    if (!mentionsParameter(this.program, declared)) return declared;
    if (declared.kind === "parameter") return this.ofParameter(declared, seen);
    if (declared.kind === "union") return this.ofUnion(declared, seen);
    const same = optionsOf(seen).filter((option) => isSame(declared, option));
    // Of several records in a union any may be the one that is meant.
    return same.length === 0 ? seen : unionOf(same.map((option) => this.ofSame(declared, option)));
  }

  private ofParameter(declared: ParameterType, seen: Type): Type {
    const known = this.args.get(declared.id);
    if (known) return known;
    // Within its own scope it stands for itself; a type that depends on one is what TypeScript made of it.
    if (optionsOf(seen).some((option) => option.kind === "parameter" && option.id === declared.id)) return declared;
    return this.unifier.standIn(declared, seen);
  }

  private ofUnion(declared: Type, seen: Type): Type {
    const options = optionsOf(declared).map((option) => {
      if (option.kind !== "parameter" || this.args.has(option.id)) return this.of(option, seen);
      const others = optionsOf(declared).filter((other) => other.kind !== "parameter");
      const left = optionsOf(seen).filter((one) => !others.some((other) => other.kind === one.kind));
      return this.of(option, unionOf(left));
    });
    return unionOf(options);
  }

  private ofSame(declared: Type, seen: Type): Type {
    if (declared.kind === "array" && seen.kind === "tuple") {
      for (const element of seen.elements) this.unifier.unify(declared.element, element);
      return seen;
    }
    if (declared.kind === "array" && seen.kind === "array")
      return { ...seen, element: this.of(declared.element, seen.element) };
    if (declared.kind === "tuple" && seen.kind === "tuple")
      return { ...seen, elements: this.all(declared.elements, seen.elements) };
    if (declared.kind === "map" && seen.kind === "map")
      return { ...seen, key: this.of(declared.key, seen.key), value: this.of(declared.value, seen.value) };
    if (declared.kind === "set" && seen.kind === "set") return { ...seen, item: this.of(declared.item, seen.item) };
    if (declared.kind === "iterator" && seen.kind === "iterator") {
      const [item, result] = [this.of(declared.item, seen.item), this.of(declared.result, seen.result)];
      return { ...seen, item, result, sent: this.of(declared.sent, seen.sent) };
    }
    if ((declared.kind === "dict" || declared.kind === "promise") && seen.kind === declared.kind)
      return { ...seen, value: this.of(declared.value, seen.value) };
    if (declared.kind === "instance" && seen.kind === "instance" && declared.classId === seen.classId)
      return { ...seen, args: this.all(declared.args, seen.args) };
    this.link(declared, seen);
    return seen;
  }

  private all(declared: readonly Type[], seen: readonly Type[]): Type[] {
    return seen.map((type, i) => (declared[i] ? this.of(declared[i], type) : type));
  }

  /** Both are the same storage. */
  private link(declared: Type, seen: Type): void {
    if (declared.kind === "record" && seen.kind === "record") return this.linkRecords(declared.id, seen.id);
    if (declared.kind === "function" && seen.kind === "function")
      return this.linkSignatures(declared.signature, seen.signature);
    this.unifier.unify(declared, seen);
  }

  private linkRecords(declared: number, seen: number): void {
    if (declared === seen || !this.first(`r${declared},${seen}`)) return;
    const target = this.program.shapes[seen]?.properties;
    for (const [name, { type }] of this.program.shapes[declared]?.properties ?? []) {
      const other = target?.get(name);
      if (other) this.unifier.unify(this.of(type, other.type), other.type);
    }
  }

  private linkSignatures(declared: number, seen: number): void {
    if (declared === seen || !this.first(`f${declared},${seen}`)) return;
    const [own, other] = [this.program.signatures[declared], this.program.signatures[seen]];
    if (own === undefined || other === undefined) return;
    this.linkParameters(own, other);
    this.unifier.unify(this.of(own.returns, other.returns), other.returns);
    this.program.aritySets.union(declared, seen);
  }

  /** What TypeScript spread out over several parameters is one list in the declaration. */
  private linkParameters(own: Signature, other: Signature): void {
    const fixed = fixedCount(own);
    own.params.slice(0, fixed).forEach((param, i) => {
      const given = placeOf(other, i);
      if (given) this.unifier.unify(this.of(param, given), given);
    });
    const rest = restOf(own);
    if (rest === null) return;
    const isSame = other.rest && fixedCount(other) === fixed;
    const elements = Array.from({ length: fixedCount(other) - fixed }, (_, i) => other.params[fixed + i] as Type);
    const given = isSame ? restOf(other) : ({ kind: "tuple", elements } as const);
    if (given) this.unifier.unify(this.of(rest, given), given);
  }

  private first(key: string): boolean {
    if (this.linked.has(key)) return false;
    this.linked.add(key);
    return true;
  }
}

/** A list with a part that is open, `[T, ...Rest]`, is a tuple once it is known what that stands for. */
function isSame(declared: Type, seen: Type): boolean {
  return seen.kind === declared.kind || (declared.kind === "array" && seen.kind === "tuple");
}

/** A type parameter stands somewhere in the type. */
export function mentionsParameter(program: Program, type: Type, seen = new Set<string>()): boolean {
  if (program.parameters.length === 0) return false;
  const inner = (one: Type) => mentionsParameter(program, one, seen);
  const once = (key: string, types: () => Iterable<Type>) => {
    if (seen.has(key)) return false;
    seen.add(key);
    return [...types()].some(inner);
  };
  switch (type.kind) {
    case "parameter":
      return true;
    case "array":
      return inner(type.element);
    case "tuple":
      return type.elements.some(inner);
    case "map":
      return inner(type.key) || inner(type.value);
    case "set":
      return inner(type.item);
    case "iterator":
      return inner(type.item) || inner(type.result) || inner(type.sent);
    case "dict":
    case "promise":
      return inner(type.value);
    case "instance":
      return type.args.some(inner);
    case "union":
      return type.options.some(inner);
    case "record":
      return once(`r${type.id}`, () =>
        [...(program.shapes[type.id]?.properties.values() ?? [])].map((one) => one.type),
      );
    case "function":
      return once(`f${type.signature}`, () => {
        const signature = program.signatures[type.signature];
        return signature ? [...signature.params, signature.returns] : [];
      });
    default:
      return false;
  }
}
