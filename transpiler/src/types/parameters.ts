// Type parameters. The compiled body of a generic function is shared by all who call it, so within it a type parameter
// is the union of everything that it is used with. That is collected here while the program is read; resolve.ts puts
// the unions in place afterwards. All numbers that pass through a parameter share its cell.
import type { Cells } from "./cells.ts";
import type { Type } from "./type.ts";

export interface TypeParameter {
  readonly name: string;
  /** Of every number that stands where the parameter stands. */
  readonly cell: number;
  /** The same of floats. */
  readonly floatCell: number;
  /** What the body may use of a value, whatever it is; null: nothing. */
  constraint: Type | null;
  /** What it stands for somewhere in the program. */
  readonly held: Map<string, Type>;
  /** What is to be done with all that it stands for: to flow on, for the most part. */
  readonly watchers: Map<string, (held: Type) => void>;
}

export function typeParameter(name: string, cells: Cells): TypeParameter {
  return {
    name,
    cell: cells.fresh(),
    floatCell: cells.fresh(),
    constraint: null,
    held: new Map(),
    watchers: new Map(),
  };
}

/** A value of the type comes to stand where the parameter stands. */
export function hold(parameter: TypeParameter, type: Type): void {
  const key = JSON.stringify(type);
  if (type.kind === "never" || parameter.held.has(key)) return;
  parameter.held.set(key, type);
  for (const work of [...parameter.watchers.values()]) work(type);
}

/** Does something with each type that the parameter stands for, now and later. */
export function watch(parameter: TypeParameter, key: string, work: (held: Type) => void): void {
  if (parameter.watchers.has(key)) return;
  parameter.watchers.set(key, work);
  for (const held of [...parameter.held.values()]) work(held);
}
