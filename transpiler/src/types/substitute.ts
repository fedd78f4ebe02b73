// Type parameters replaced by what stands for them. A record or a function that mentions one keeps it: within a program
// a parameter stands for all that it is used with, so that is true, if less exact.
import type { Class, Program } from "../tree/nodes.ts";
import { type InstanceType, type Type, withParts } from "./type.ts";

/** What stands for type parameters, by their ids. */
export type Arguments = ReadonlyMap<number, Type>;

export function substitute(type: Type, args: Arguments): Type {
  const inner = (one: Type) => substitute(one, args);
  if (type.kind === "parameter") return args.get(type.id) ?? type;
  return type.kind === "instance" ? { ...type, args: type.args.map(inner) } : withParts(type, inner);
}

/** What stands for the type parameters of an instance's class, and of the classes above it. */
export function argumentsOf(program: Program, { classId, args }: InstanceType): Arguments {
  const made = program.classes[classId] as Class;
  const all = new Map<number, Type>();
  made.typeParameters.forEach((id, i) => {
    const given = args[i];
    if (given) all.set(id, given);
  });
  if (made.base?.kind !== "class") return all;
  const inherited = made.base.args.map((arg) => substitute(arg, all));
  for (const [id, type] of argumentsOf(program, { kind: "instance", classId: made.base.id, args: inherited }))
    all.set(id, type);
  return all;
}

/** An instance's type arguments when it is seen as one of the class above it; null when that is not above it. */
export function argumentsAs(program: Program, type: InstanceType, above: number): readonly Type[] | null {
  if (type.classId === above) return type.args;
  const { base, typeParameters } = program.classes[type.classId] as Class;
  if (base?.kind !== "class") return null;
  const own = new Map(typeParameters.map((id, i) => [id, type.args[i] as Type]));
  const args = base.args.map((arg) => substitute(arg, own));
  return argumentsAs(program, { kind: "instance", classId: base.id, args }, above);
}
