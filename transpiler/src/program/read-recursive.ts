// Types that hold themselves without an interface in between: `type Tree = number | Tree[]`. Within itself such a type is a
// type parameter, which stands for all that comes there; what is known of it is the type itself.
import type { ts } from "ts-morph";
import { typeParameter } from "../types/parameters.ts";
import type { ParameterType, Type } from "../types/type.ts";
import type { Context } from "./context.ts";

export class Recursion {
  /** Those being read. */
  private open = new Set<ts.Type>();
  private readonly found = new Map<ts.Type, ParameterType>();

  constructor(private readonly ctx: Context) {}

  within(type: ts.Type, read: () => Type): Type {
    if (this.open.has(type)) return this.itself(type);
    this.open.add(type);
    const made = read();
    this.open.delete(type);
    this.settle(type, made);
    return made;
  }

  /** What a record or a function has is read once: it ends there. */
  anew<T>(read: () => T): T {
    const outer = this.open;
    this.open = new Set();
    try {
      return read();
    } finally {
      this.open = outer;
    }
  }

  private itself(type: ts.Type): ParameterType {
    const known = this.found.get(type);
    if (known) return known;
    const { program, cells, checker } = this.ctx;
    const own: ParameterType = { kind: "parameter", id: program.parameters.length };
    program.parameters.push(typeParameter(checker.typeToString(type), cells));
    this.found.set(type, own);
    return own;
  }

  private settle(type: ts.Type, made: Type): void {
    const own = this.found.get(type);
    const parameter = own && this.ctx.unifier.typeParameter(own);
    if (!own || !parameter || parameter.constraint !== null) return;
    parameter.constraint = made;
    this.ctx.unifier.flow(own, made);
  }
}
