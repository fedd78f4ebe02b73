// What an expression may read, and what it may assign to, beyond plain names: fields, elements, items of tuples.
import { atom, type Code, called } from "./code.ts";
import type { Maker, Variable } from "./maker.ts";
import { everyField, type Field, isSame, type Type } from "./types.ts";

/** What is there already, more often than something new. */
export function anyOf(m: Maker, type: Type, depth: number): Code {
  const found = readable(m, type);
  return found.length > 0 && (depth <= 0 || m.choices.chance(75)) ? m.choices.pick(found) : m.expression(type, depth);
}

export function readable(m: Maker, type: Type): Code[] {
  const variables = m.variables.filter((variable) => isSame(variable.type, type) && isOrdinary(variable));
  return [...variables.map(({ name }) => atom(name)), ...fields(m, type, () => true).map(called)];
}

/** A counter is as large as its steps make it. */
function isOrdinary({ low, steps }: Variable): boolean {
  return !steps && (low ?? 0) >= -(2 ** 31);
}

export function steppers(m: Maker): string[] {
  return m.variables.filter(({ steps }) => steps).map(({ name }) => name);
}

/** The left side of an assignment; null where nothing of the type may change. */
export function assignable(m: Maker, type: Type): string | null {
  const variables = m.variablesOf(type).filter((variable) => variable.assignable);
  const found = [
    ...variables.map(({ name }) => name),
    ...fields(m, type, (field) => !field.isReadonly && !field.isAccessor).filter((place) => !place.endsWith("]")),
    ...elements(m, type),
  ];
  return found.length > 0 ? m.choices.pick(found) : null;
}

function fields(m: Maker, type: Type, isWanted: (field: Field) => boolean): string[] {
  const { self } = m.place;
  const own = self
    ? everyField(self)
        .filter(isWanted)
        .filter((field) => isSame(field.type, type))
    : [];
  const statics = m.classes.flatMap((made) =>
    made.statics
      .filter(isWanted)
      .filter((field) => isSame(field.type, type))
      .map(({ name }) => `${made.name}.${name}`),
  );
  return [
    ...own.map(({ name }) => `this.${name}`),
    ...statics,
    ...m.variables.flatMap((one) => within(one, type, isWanted)),
  ];
}

function within({ name, type }: Variable, wanted: Type, isWanted: (field: Field) => boolean): string[] {
  if (type.kind === "tuple") return type.items.flatMap((item, i) => (isSame(item, wanted) ? [`${name}[${i}]`] : []));
  const all = type.kind === "record" ? type.record.fields : type.kind === "object" ? everyField(type.made) : [];
  return all
    .filter((field) => !field.name.startsWith("#") && isWanted(field) && isSame(field.type, wanted))
    .map((field) => `${name}.${field.name}`);
}

/** Of arrays that are known to have them. */
function elements(m: Maker, type: Type): string[] {
  return m.variables.flatMap(({ name, type: list, length = 0 }) =>
    list.kind === "list" && isSame(list.item, type) && length > 0 ? [`${name}[${m.choices.below(length)}]`] : [],
  );
}
