// Getters that only give a field back, as `get balance() { return this.#balance; }` does: to read one is to read the field.
import type { Class, ExprOf, Func, Program } from "../tree/nodes.ts";
import { withoutNone } from "../types/type.ts";

const known = new WeakMap<Program, Map<string, string | null>>();

/** The name of the field that is read; null where more than that may happen. */
export function fieldBehind(program: Program, { object, name, access }: ExprOf<"member">): string | null {
  const type = withoutNone(object.type);
  if (access !== "accessor" || type.kind !== "instance") return null;
  const fields = known.get(program) ?? new Map<string, string | null>();
  known.set(program, fields);
  const key = `${type.classId}.${name}`;
  const field = fields.has(key) ? (fields.get(key) as string | null) : find(program, type.classId, name);
  fields.set(key, field);
  return field;
}

/** Of all accessors of that name that an instance may have there must be one getter alone. */
function find(program: Program, classId: number, name: string): string | null {
  const made = program.classes.filter(
    (one) => lineage(program, one).includes(classId) || lineage(program, program.classes[classId]).includes(one.id),
  );
  const accessors = made.flatMap(({ methods }) => methods.filter((method) => method.name === name && !method.isStatic));
  const [getter, other] = accessors;
  const func = getter ? program.functions[getter.func] : undefined;
  return getter?.accessor === "get" && other === undefined && func ? fieldOf(func) : null;
}

/** The class and those that it extends. */
function lineage(program: Program, made: Class | undefined): number[] {
  if (made === undefined) return [];
  return made.base?.kind === "class" ? [made.id, ...lineage(program, program.classes[made.base.id])] : [made.id];
}

function fieldOf({ body, expression }: Func): string | null {
  const [only] = body;
  if (expression !== null || body.length !== 1 || only?.kind !== "return") return null;
  const { value } = only;
  const isField = value?.kind === "member" && value.object.kind === "this" && value.access === "attribute";
  return isField && !value.optional ? value.name : null;
}
