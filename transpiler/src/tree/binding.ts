// The names that a program declares: variables, parameters, functions, classes.
import type { Span } from "../python/ast.ts";
import type { Type } from "../types/type.ts";

export type BindingKind = "variable" | "constant" | "parameter" | "function" | "class" | "caught";

/** A declared name: one for each symbol of the program. */
export interface Binding {
  readonly id: number;
  readonly name: string;
  readonly kind: BindingKind;
  type: Type;
  /** Index of the module that declares it. */
  readonly module: number;
  /** The function whose scope holds it; null at a module's top level. */
  readonly owner: number | null;
  /** The innermost loop of that function around the declaration; null outside loops. */
  readonly loop: number | null;
  readonly span: Span;
  /** Of the entry: other code on the device may use it. */
  exported: boolean;
  /** The namespaces around it, as one name. */
  readonly namespace: string | null;
  /** Declared as `let x!: T`: nothing proves that it has a value when it is read. */
  readonly late: boolean;
  /** Declared without a value. */
  readonly valueless: boolean;
  /** Assigned after its declaration. */
  reassigned: boolean;
  /** Assigned elsewhere than in the head of the `for` that declares it. */
  writtenInBody: boolean;
  /** Read or written by a function within the one that owns it. */
  captured: boolean;
  /** Captured by a function that is made before the variable of the same turn of the loop has its value. */
  early: boolean;
  /** Declared in the head of a loop, and captured; and by a function in that head. */
  head: boolean;
  inHead: boolean;
  /** Assigned by a function within the one that owns it. */
  assignedInside: boolean;
  /** Index into the program's functions, for a function declaration or a constant arrow. */
  func: number | null;
  /** The value of a constant that is a literal: it is inlined. */
  literal: number | string | null;
}

/** As long as nobody reads or writes it. */
export const UNUSED = {
  reassigned: false,
  writtenInBody: false,
  captured: false,
  early: false,
  head: false,
  inHead: false,
  assignedInside: false,
} satisfies Partial<Binding>;
