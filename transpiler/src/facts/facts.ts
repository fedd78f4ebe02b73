// What was proven of each expression of a program, as plain data beside the source: its kind, its range, what it holds.
// The tests compile these facts into the Node side as assertions.
import type { Analysis } from "../compile.ts";
import { mathFunction } from "../ranges/library.ts";
import { isNothing, type Range } from "../ranges/range.ts";
import type { Solver } from "../ranges/solver.ts";
import type { Expr, Module, Program } from "../tree/nodes.ts";
import { optionsOf, type Property, type Type } from "../types/type.ts";

/** A type whose numbers carry what may be in them. `shape` and `instance` are looked up, as they may hold themselves. */
export type FactType =
  | ({ readonly kind: "number" | "float" } & Range)
  | { readonly kind: "none"; readonly flavour: "null" | "undefined" }
  | { readonly kind: "array" | "set" | "dict" | "iterator"; readonly item: FactType }
  | { readonly kind: "map"; readonly key: FactType; readonly value: FactType }
  | { readonly kind: "tuple"; readonly items: readonly FactType[] }
  | { readonly kind: "record"; readonly shape: number }
  | { readonly kind: "instance"; readonly classId: number }
  | { readonly kind: "error"; readonly name: string }
  | { readonly kind: "union"; readonly options: readonly FactType[] }
  | { readonly kind: "typedArray"; readonly element: string }
  | { readonly kind: Plain };

type Plain = "string" | "boolean" | "json" | "function" | "promise" | "never" | "unknown";

export interface FactProperty {
  readonly name: string;
  readonly optional: boolean;
  readonly type: FactType;
}

export interface Fact {
  readonly start: number;
  readonly end: number;
  readonly kind: Expr["kind"];
  /** More than one where a stretch of source is compiled in several ways: one of them holds. */
  readonly types: FactType[];
}

export interface ProgramFacts {
  /** By the absolute path of the TypeScript file, the facts of its expressions. */
  readonly modules: ReadonlyMap<string, readonly Fact[]>;
  readonly shapes: readonly (readonly FactProperty[])[];
  readonly classes: readonly { readonly name: string; readonly properties: readonly FactProperty[] }[];
}

export function factsOf({ program, unifier, solver }: Analysis): ProgramFacts {
  const reader = new FactReader(program, solver);
  const properties = (members: Iterable<Property>) => [...members].map((member) => reader.property(member));
  return {
    modules: new Map(program.modules.map((module) => [module.path, reader.module(module)])),
    shapes: program.shapes.map((shape) => properties(shape.properties.values())),
    classes: program.classes.map(({ id, name }) => ({
      name,
      properties: properties(unifier.members({ kind: "instance", classId: id, args: [] })?.values() ?? []),
    })),
  };
}

class FactReader {
  constructor(
    private readonly program: Program,
    private readonly solver: Solver,
  ) {}

  property({ name, optional, type }: Property): FactProperty {
    return { name, optional, type: this.type(type, this.solver.load(type)) };
  }

  /** The outermost expression of a stretch of source counts: what lies within it at the same place is a part of it. */
  module({ index, body }: Module): Fact[] {
    const found = new Map<string, Fact>();
    const functions = this.program.functions.filter((func) => func?.module === index);
    const fields = this.program.classes.filter((made) => made.module === index).map((made) => made.fields);
    for (const root of [body, fields, functions]) this.visit(root, "", found);
    return [...found.values()];
  }

  /** The tree is plain data: one walk over all fields sees every expression. */
  private visit(node: unknown, around: string, found: Map<string, Fact>): void {
    if (node === null || typeof node !== "object") return;
    let place = around;
    if (isExpression(node)) {
      place = `${node.span.start}:${node.span.end}`;
      if (place !== around) this.note(node, place, found);
    }
    for (const [field, value] of Object.entries(node))
      if (field !== "type" && field !== "wide") this.visit(value, place, found);
  }

  private note(expr: Expr, place: string, found: Map<string, Fact>): void {
    // A quotient or a root that is rounded at once is no value of its own.
    if (expr.kind === "binary" && expr.operator === "/" && expr.type.kind === "number") return;
    // What sort is told of two floats is read by nobody else.
    if (expr.kind === "binary" && expr.left.type.kind === "float" && expr.type.kind === "number") return;
    if (expr.kind === "call" && mathFunction(expr) === "sqrt") return;
    const proven = this.proven(expr);
    const range = this.solver.range(expr.id);
    const type = this.type(proven, isNothing(range) && proven !== expr.type ? this.solver.load(proven) : range);
    const known = found.get(place);
    if (known) known.types.push(type);
    else found.set(place, { ...expr.span, kind: this.isDoubtful(expr) ? "nonNull" : expr.kind, types: [type] });
  }

  /** It is looked at as if it were written with a `!`. */
  private isDoubtful({ id }: Expr): boolean {
    return this.solver.isDoubtful(id);
  }

  /** What TypeScript knows of a property, or of a variable that closures assign, other code may have undone since. */
  private proven(expr: Expr): Type {
    if (this.isDoubtful(expr)) return expr.type;
    const isLoose =
      expr.kind === "member" || (expr.kind === "name" && this.program.bindings[expr.binding]?.assignedInside);
    return isLoose && expr.wide.kind === "union" ? expr.wide : expr.type;
  }

  /** @param range of the number in the type itself; what lies deeper is read from its cells */
  private type(type: Type, range: Range): FactType {
    // Within itself nothing more is known of a type that holds itself.
    const inner = (part: Type): FactType =>
      part.kind === "never" ? { kind: "unknown" } : this.type(part, this.solver.load(part));
    switch (type.kind) {
      case "number":
      case "float":
        return { ...range, kind: type.kind };
      case "array":
        return { kind: "array", item: inner(type.element) };
      case "set":
      case "iterator":
        return { kind: type.kind, item: inner(type.item) };
      case "dict":
        return { kind: "dict", item: inner(type.value) };
      case "map":
        return { kind: "map", key: inner(type.key), value: inner(type.value) };
      case "tuple":
        return { kind: "tuple", items: type.elements.map(inner) };
      case "record":
        return { kind: "record", shape: type.id };
      case "instance":
        return { kind: "instance", classId: type.classId };
      case "union":
        return { kind: "union", options: optionsOf(type).map((option) => this.type(option, range)) };
      case "none":
      case "error":
      case "typedArray":
        return type;
      case "string":
      case "boolean":
      case "json":
      case "function":
      case "promise":
      case "never":
        return { kind: type.kind };
      default:
        // What a void function gives is nobody's business; hosts, classes and the library's objects are no values.
        return { kind: "unknown" };
    }
  }
}

function isExpression(node: object): node is Expr {
  return "kind" in node && "id" in node && "span" in node && "type" in node;
}
