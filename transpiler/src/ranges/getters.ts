// Getters that only give a field back, as `get balance() { return this.#balance; }` does: to read one is to read the field.
import type { ExprOf, Func, Program } from "../tree/nodes.ts";
import { withoutNone } from "../types/type.ts";

const known = new WeakMap<Program, Map<string, string | null>>();

/** The name of the field that is read; null where more than that may happen. */
export function fieldBehind(program: Program, { object, name, access }: ExprOf<"member">): string | null {
  const type = withoutNone(object.type);
  if (access !== "accessor" || type.kind !== "instance") return null;
  const fields = known.get(program) ?? new Map<string, string | null>();
  known.set(program, fields);
  const field = fields.has(name) ? (fields.get(name) as string | null) : find(program, name);
  fields.set(name, field);
  return field;
}

/** There must be one getter of that name alone: what is of one class for TypeScript may be of another that looks alike. */
function find(program: Program, name: string): string | null {
  const accessors = program.classes.flatMap(({ methods }) => methods.filter((method) => method.name === name));
  const [getter, other] = accessors;
  const func = getter ? program.functions[getter.func] : undefined;
  return getter?.accessor === "get" && other === undefined && func ? fieldOf(func) : null;
}

function fieldOf({ body, expression }: Func): string | null {
  const [only] = body;
  if (expression !== null || body.length !== 1 || only?.kind !== "return") return null;
  const { value } = only;
  const isField = value?.kind === "member" && value.object.kind === "this" && value.access === "attribute";
  return isField && !value.optional ? value.name : null;
}
