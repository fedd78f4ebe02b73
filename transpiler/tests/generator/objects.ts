// Expressions of records, instances, enum members, and of what may be missing.
import { argument, at, atom, type Code, called, conditional, LEVEL } from "./code.ts";
import { args, callRules, commonRules } from "./common.ts";
import type { Maker, Rule } from "./maker.ts";
import { anyOf, readable } from "./places.ts";
import { isBelow, isSame, TEXT, TRUTH, type Type, type TypeOf } from "./types.ts";

export function recordRules(type: TypeOf<"record">): readonly Rule[] {
  return [
    { weight: 6, make: (m, depth) => literal(m, type, depth) },
    { weight: 3, make: (m, depth) => changedCopy(m, type, depth) },
    ...callRules(type),
    ...commonRules(type),
  ];
}

/** The keys in any order: it is that of the literal which counts. */
function literal(m: Maker, { record }: TypeOf<"record">, depth: number): Code {
  const fields = record.fields.slice(m.choices.below(2) * (record.fields.length - 1));
  const order = [...fields, ...record.fields.filter((field) => !fields.includes(field))];
  const entries = order.map(({ name, type }) => {
    const same = m.variablesOf(type).find((one) => one.name === name);
    return same && m.choices.chance(50) ? name : `${name}: ${argument(m.expression(type, depth))}`;
  });
  return atom(`{ ${entries.join(", ")} }`);
}

function changedCopy(m: Maker, type: TypeOf<"record">, depth: number): Code {
  const { name, type: field } = m.choices.pick(type.record.fields);
  const copied = `...${argument(anyOf(m, type, depth))}`;
  const entry = `${name}: ${argument(m.expression(field, depth))}`;
  return atom(m.choices.chance(80) ? `{ ${copied}, ${entry} }` : `{ ${copied} }`);
}

export function objectRules(type: TypeOf<"object">): readonly Rule[] {
  return [{ weight: 6, make: (m, depth) => made(m, type, depth) }, ...callRules(type), ...commonRules(type)];
}

function made(m: Maker, type: TypeOf<"object">, depth: number): Code | null {
  const found = m.classes.filter((one) => isBelow(one, type.made) && !one.isAbstract);
  const one = m.choices.pick(found);
  return called(`new ${one.name}(${args(m, one.params, depth)})`);
}

export function choiceRules(type: TypeOf<"choice">): readonly Rule[] {
  const { name, members } = type.choice;
  const member = (m: Maker) => atom(`${name}.${m.choices.pick(members)}`);
  return [
    // A literal alone would be all that control flow knows of a variable.
    { weight: 4, make: (m) => conditional(atom("yes"), member(m), member(m)) },
    ...callRules(type),
    ...commonRules(type),
  ];
}

export function maybeRules(type: TypeOf<"maybe">): readonly Rule[] {
  return [
    { weight: 5, make: (m, depth) => conditional(atom("yes"), m.expression(type.value, depth), atom(type.none)) },
    {
      weight: 5,
      make: (m, depth) => conditional(m.expression(TRUTH, depth), m.expression(type.value, depth), atom(type.none)),
    },
    {
      weight: 4,
      make: (m, depth) => conditional(m.expression(TRUTH, depth), atom(type.none), m.expression(type.value, depth)),
    },
    { weight: 6, make: (m, depth) => (type.none === "undefined" ? taken(m, type.value, depth) : null) },
    { weight: 5, make: (m) => (type.none === "undefined" ? linked(m, type.value) : null) },
    ...callRules(type),
    ...commonRules(type),
  ];
}

/** What collections give of what may not be there. */
function taken(m: Maker, value: Type, depth: number): Code | null {
  const found = m.variables.flatMap(({ name, type, length = 0 }) => {
    if (type.kind === "map" && isSame(type.value, value))
      return [() => `${name}.get(${argument(m.expression(type.key, depth))})`];
    if (type.kind !== "list" || !isSame(type.item, value)) return [];
    const finding = () => `${name}.find((x) => ${item(m, value, depth)})`;
    return length > 0 ? [finding] : [() => `${name}.pop()`, () => `${name}.shift()`, finding];
  });
  return found.length > 0 ? called(m.choices.pick(found)()) : null;
}

function item(m: Maker, type: Type, depth: number): string {
  return m.callback({ name: "x", type, assignable: false }, () => argument(m.expression(TRUTH, depth)));
}

/** `object?.field` */
function linked(m: Maker, value: Type): Code | null {
  const found = m.variables.flatMap(({ name, type }) => {
    if (type.kind !== "maybe") return [];
    const { value: held } = type;
    const fields = held.kind === "record" ? held.record.fields : held.kind === "object" ? held.made.fields : [];
    return fields
      .filter((field) => isSame(field.type, value) && !field.name.startsWith("#"))
      .map((field) => `${name}?.${field.name}`);
  });
  return found.length > 0 ? called(m.choices.pick(found)) : null;
}

/** `object?.method(…) ?? …`, of arrays and texts. */
export function chainedText(m: Maker, depth: number): Code | null {
  const maybe: Type = { kind: "maybe", value: TEXT, none: m.choices.pick(["null", "undefined"]) };
  const found = readable(m, maybe);
  if (found.length === 0) return null;
  const call = m.choices.pick(["trim()", "slice(1)", "padStart(3)", "repeat(2)"]);
  const rest = at(LEVEL.bitOr, m.expression(TEXT, depth));
  return { text: `${m.choices.pick(found).text}?.${call} ?? ${rest}`, level: LEVEL.nullish };
}
