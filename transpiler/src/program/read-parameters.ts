// Type parameters, and the types that stay open inside a generic body because they depend on one: T[K], Partial<T>,
// T extends string ? A : B. Each is a parameter of its own; what TypeScript knows of it for sure is its constraint.
import { ts } from "ts-morph";
import { typeParameter } from "../types/parameters.ts";
import { BOOLEAN, optionsOf, type ParameterType, STRING, type Type, unionOf } from "../types/type.ts";
import type { Context } from "./context.ts";

type Read = (type: ts.Type, at: ts.Node) => Type;

const F = ts.TypeFlags;
const OPEN = F.TypeParameter | F.IndexedAccess | F.Conditional | F.Substitution;

/** TypeScript keeps these beside its published types. */
interface MappedType extends ts.Type {
  readonly constraintType?: ts.Type;
}

export class ParameterReader {
  private readonly ids = new Map<ts.Type, number>();

  constructor(
    private readonly ctx: Context,
    private readonly read: Read,
  ) {}

  /** The type depends on a type parameter in a way that only a use of it decides. */
  isOpen(type: ts.Type): boolean {
    return (type.flags & OPEN) !== 0 || this.isOpenMapping(type);
  }

  private isOpenMapping(type: ts.Type): boolean {
    if (!(type.flags & F.Object) || !((type as ts.ObjectType).objectFlags & ts.ObjectFlags.Mapped)) return false;
    this.ctx.checker.getPropertiesOfType(type);
    const keys = (type as MappedType).constraintType;
    return keys !== undefined && (keys.flags & (OPEN | F.Index)) !== 0;
  }

  parameter(type: ts.Type, at: ts.Node): ParameterType {
    const known = this.ids.get(type);
    if (known !== undefined) return { kind: "parameter", id: known };
    const { checker, program, cells } = this.ctx;
    const made = typeParameter(checker.typeToString(type), cells);
    const id = program.parameters.push(made) - 1;
    const own: ParameterType = { kind: "parameter", id };
    this.ids.set(type, id);
    made.constraint = this.constraint(type, made.cell, at);
    if (made.constraint) this.linkConstraint(own, made.constraint);
    this.linkParts(type, own, at);
    return own;
  }

  /** Of a list of anything is known what its items are wherever it is used: that is a type parameter, too. */
  private linkConstraint(own: ParameterType, constraint: Type): void {
    const { program, cells, unifier } = this.ctx;
    if (constraint.kind !== "array" || constraint.element.kind !== "unknown") return unifier.flow(own, constraint);
    const made = unifier.typeParameter(own);
    const element: ParameterType = { kind: "parameter", id: program.parameters.length };
    program.parameters.push(typeParameter(`${made.name}[number]`, cells));
    unifier.flowThroughKey(own, null, element, "read");
    made.constraint = { ...constraint, element };
  }

  /** What the type is known to be, when that is more than something. */
  private constraint(type: ts.Type, cell: number, at: ts.Node): Type | null {
    const base = this.ctx.checker.getBaseConstraintOfType(type);
    if (base === undefined || this.isOpen(base) || isAnything(base)) return null;
    const read = this.read(base, at);
    const options = optionsOf(read).map((option): Type => {
      if (option.kind !== "number") return option;
      this.ctx.cells.union(cell, option.cell);
      return { kind: "number", cell };
    });
    if (options.some((option) => option.kind === "unknown" || this.isOnlyLength(option))) return null;
    return unionOf(options);
  }

  /** `T extends { length: number }`: arrays and texts have that as well, each in its way. */
  private isOnlyLength(type: Type): boolean {
    const members = this.ctx.unifier.members(type);
    return members?.size === 1 && members.has("length");
  }

  private linkParts(type: ts.Type, own: ParameterType, at: ts.Node): void {
    const { unifier, checker } = this.ctx;
    if (type.flags & F.TypeParameter) {
      const above = checker.getBaseConstraintOfType(type) && type.getConstraint();
      if (above && this.isOpen(above)) unifier.flow(own, this.read(above, at));
    } else if (type.flags & F.IndexedAccess) {
      const { objectType, indexType } = type as ts.IndexedAccessType;
      const name = indexType.isStringLiteral() ? indexType.value : null;
      unifier.flowThroughKey(this.read(objectType, at), name, own, "read");
    }
  }

  /** T & string, T & Item: what control flow, or the author, adds to a type parameter. */
  intersection(type: ts.IntersectionType, at: ts.Node): Type | null {
    const open = type.types.filter((part) => this.isOpen(part));
    const others = type.types.filter((part) => !open.includes(part));
    const [first] = open;
    if (first === undefined) return null;
    const holds = (flags: ts.TypeFlags) => others.some((part) => (part.flags & flags) !== 0);
    const parameter = this.parameter(first, at);
    if (holds(F.Null | F.Undefined)) return parameter;
    if (holds(F.StringLike)) return STRING;
    if (holds(F.BooleanLike)) return BOOLEAN;
    if (holds(F.NumberLike)) return { kind: "number", cell: this.ctx.unifier.typeParameter(parameter).cell };
    if (open.length === 1 && others.every(isAnything))
      return holds(F.Object | F.NonPrimitive) ? { ...parameter, nonNull: true } : parameter;
    const own = this.parameter(type, at);
    for (const part of open) this.ctx.unifier.flow(own, this.parameter(part, at));
    return own;
  }
}

/** unknown, {}, object, and every possible key: nothing that a body could use. */
function isAnything(type: ts.Type): boolean {
  if (type.flags & (F.Any | F.Unknown | F.NonPrimitive)) return true;
  if (type.isUnion())
    return type.types.some((part) => (part.flags & F.ESSymbolLike) !== 0) || type.types.every(isNullish);
  return (
    (type.flags & F.Object) !== 0 &&
    type.getProperties().length === 0 &&
    type.getCallSignatures().length === 0 &&
    type.getConstructSignatures().length === 0 &&
    type.getStringIndexType() === undefined &&
    type.getNumberIndexType() === undefined
  );
}

function isNullish(type: ts.Type): boolean {
  return isAnything(type) || (type.flags & (F.Null | F.Undefined)) !== 0;
}
