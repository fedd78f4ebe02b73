// What of a program is reached from outside: the entry's exports, the members of what they give and take, and all
// members that the declarations of modules for the device name.
import type { Surface } from "../tidy/reach.ts";
import type { Binding, Class, Program } from "../tree/nodes.ts";
import type { Property, Type } from "../types/type.ts";
import type { Unifier } from "../types/unify.ts";
import { accessorName, attributeName } from "./attributes.ts";
import type { Names } from "./names.ts";

export function surfaceOf(program: Program, unifier: Unifier, names: Names): Surface {
  const exported = program.bindings.filter((one) => one.exported && one.module === program.modules.length - 1);
  const members = new Members(program, unifier);
  for (const binding of exported) members.ofBinding(binding);
  return {
    names: new Set(exported.map((binding) => names.of(binding))),
    members: new Set([...program.deviceMembers, ...members.found].flatMap(pythonNames)),
  };
}

/** What a member may be called: an accessor is two methods on the device. */
export function pythonNames(name: string): string[] {
  return [attributeName(name), accessorName("get", name), accessorName("set", name)];
}

/** The members of all types that can be reached from a type. */
class Members {
  readonly found = new Set<string>();
  private readonly seen = new Set<string>();

  constructor(
    private readonly program: Program,
    private readonly unifier: Unifier,
  ) {}

  ofBinding({ type }: Binding): void {
    this.of(type);
    if (type.kind === "class") this.ofClass(type.classId);
  }

  private of(type: Type): void {
    const members = this.unifier.members(type);
    if (members) this.once(JSON.stringify(type), () => this.ofMembers(members));
    if (type.kind === "function") this.once(`function ${type.signature}`, () => this.ofSignature(type.signature));
    for (const part of Object.values(type)) {
      if (Array.isArray(part)) for (const each of part) this.of(each as Type);
      else if (typeof part === "object" && part !== null) this.of(part as Type);
    }
  }

  private ofClass(id: number): void {
    const { constructorFunc, members } = this.program.classes[id] as Class;
    this.ofMembers(members);
    const made = this.program.functions[constructorFunc];
    if (made) this.ofSignature(made.signature);
    this.of({ kind: "instance", classId: id, args: [] });
  }

  private ofMembers(members: ReadonlyMap<string, Property>): void {
    for (const { name, type } of members.values()) {
      this.found.add(name);
      this.of(type);
    }
  }

  private ofSignature(id: number): void {
    const signature = this.program.signatures[id];
    for (const type of signature ? [...signature.params, signature.returns] : []) this.of(type);
  }

  private once(key: string, work: () => void): void {
    if (this.seen.has(key)) return;
    this.seen.add(key);
    work();
  }
}
