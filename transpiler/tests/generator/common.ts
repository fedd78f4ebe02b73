// Rules that every type has: a choice between two, what a call gives, what an assignment leaves, a default for what may
// be missing.
import { argument, at, atom, type Code, called, conditional, LEVEL, object } from "./code.ts";
import { CLOSURE_COST } from "./cost.ts";
import { libraryRules } from "./library.ts";
import type { Maker, Rule } from "./maker.ts";
import { anyOf, assignable, readable } from "./places.ts";
import { everyMethod, type FunctionType, isSame, type Param, TEXT, TRUTH, type Type, write } from "./types.ts";

export function commonRules(type: Type): Rule[] {
  return [
    ...libraryRules(type),
    {
      weight: 6,
      make: (m) => {
        const found = readable(m, type);
        return found.length > 0 ? m.choices.pick(found) : null;
      },
    },
    {
      weight: 3,
      make: (m, depth) => conditional(m.expression(TRUTH, depth), m.expression(type, depth), m.expression(type, depth)),
    },
    { weight: 4, make: (m, depth) => assignment(m, type, depth) },
    {
      weight: 1,
      make: (m, depth) => {
        const first = called(m.choices.chance(50) ? `noteInt(${m.choices.below(9)})` : 'noteText("first")');
        return { text: `(${argument(first)}, ${argument(m.expression(type, depth))})`, level: LEVEL.atom };
      },
    },
    { weight: 4, make: (m, depth) => withDefault(m, type, depth) },
    { weight: 3, make: (m, depth) => mapRead(m, type, depth) },
    { weight: 1, make: (m, depth) => atOnce(m, type, depth) },
    { weight: 3, make: (m, depth) => awaited(m, type, depth) },
  ];
}

/** The assignment as a value. Control flow would know of a maybe what it is, so those are assigned in statements only. */
function assignment(m: Maker, type: Type, depth: number): Code | null {
  if (["maybe", "truth", "choice"].includes(type.kind)) return null;
  const target = assignable(m, type);
  if (target === null) return null;
  return { text: `${target} = ${argument(m.expression(type, depth))}`, level: LEVEL.assignment };
}

function withDefault(m: Maker, type: Type, depth: number): Code | null {
  if (type.kind === "maybe") return null;
  const none = m.choices.pick(["null", "undefined"] as const);
  const maybe: Type = { kind: "maybe", value: type, none };
  if (readable(m, maybe).length === 0 && m.choices.chance(75)) return null;
  const value = anyOf(m, maybe, depth);
  return { text: `${at(LEVEL.bitOr, value)} ?? ${at(LEVEL.bitOr, m.expression(type, depth))}`, level: LEVEL.nullish };
}

function mapRead(m: Maker, type: Type, depth: number): Code | null {
  if (type.kind === "maybe") return null;
  const maps = m.variables.filter((one) => one.type.kind === "map" && isSame(one.type.value, type));
  if (maps.length === 0) return null;
  const { name, type: map } = m.choices.pick(maps);
  const key = argument(m.expression(map.kind === "map" ? map.key : TEXT, depth));
  return { text: `${name}.get(${key}) ?? ${at(LEVEL.bitOr, m.expression(type, depth))}`, level: LEVEL.nullish };
}

/** A function that is called where it stands. */
function atOnce(m: Maker, type: Type, depth: number): Code | null {
  if (m.place.self !== null) return null;
  const place = { form: "plain", result: type, self: null, throws: false, cost: m.place.cost } as const;
  const value = m.within({ ...place }, () => argument(m.expression(type, depth)));
  return called(`((): ${write(type)} => ${value.startsWith("{") ? `(${value})` : value})()`);
}

function awaited(m: Maker, type: Type, depth: number): Code | null {
  if (m.place.form !== "async") return null;
  const found = callable(m, "async", type);
  if (found.length === 0 || m.choices.chance(30))
    return { text: `await Promise.resolve(${argument(m.expression(type, depth))})`, level: LEVEL.unary };
  const made = m.choices.pick(found);
  if (!m.affords(made.cost)) return null;
  return { text: `await ${made.name}(${args(m, made.params, depth)})`, level: LEVEL.unary };
}

export function callable(m: Maker, form: FunctionType["form"], result: Type): FunctionType[] {
  return m.functions.filter((made) => made.form === form && isSame(made.result, result));
}

export function args(m: Maker, params: readonly Param[], depth: number): string {
  const given: string[] = [];
  for (const { type, form } of params) {
    if (form === "default" && m.choices.chance(40)) break;
    if (form !== "rest") given.push(argument(m.expression(type, depth)));
    else if (type.kind === "list") given.push(...rest(m, type, depth));
  }
  return given.join(", ");
}

function rest(m: Maker, list: Type & { readonly item: Type }, depth: number): string[] {
  if (m.choices.chance(25)) return [`...${at(LEVEL.assignment, anyOf(m, list, depth))}`];
  return Array.from({ length: m.choices.below(4) }, () => argument(m.expression(list.item, depth)));
}

export function callRules(type: Type): Rule[] {
  return [
    { weight: 8, make: (m, depth) => functionCall(m, type, depth) },
    { weight: 6, make: (m, depth) => methodCall(m, type, depth) },
    { weight: 4, make: (m, depth) => closureCall(m, type, depth) },
  ];
}

function functionCall(m: Maker, type: Type, depth: number): Code | null {
  const found = callable(m, "plain", type);
  if (found.length === 0) return null;
  const made = m.choices.pick(found);
  if ((made.throws && !m.mayThrow()) || !m.affords(made.cost)) return null;
  return called(`${made.name}(${args(m, made.params, depth)})`);
}

function methodCall(m: Maker, type: Type, depth: number): Code | null {
  const objects = m.variables.flatMap(({ name, type: one }) =>
    one.kind === "object" ? [{ name, made: one.made }] : [],
  );
  const found = objects.flatMap(({ name, made }) =>
    everyMethod(made)
      .filter((method) => isSame(method.result, type) && method.form === "plain")
      .map((method) => ({ on: atom(name), method })),
  );
  if (found.length === 0) return null;
  const { on, method } = m.choices.pick(found);
  if (!m.affords(method.cost)) return null;
  return called(`${object(on)}.${method.name}(${args(m, method.params, depth)})`);
}

function closureCall(m: Maker, type: Type, depth: number): Code | null {
  const found = m.variables.filter((one) => one.type.kind === "closure" && isSame(one.type.result, type));
  if (found.length === 0 || !m.affords(CLOSURE_COST)) return null;
  const { name, type: closure } = m.choices.pick(found);
  const params = closure.kind === "closure" ? closure.params : [];
  return called(`${name}(${params.map((param) => argument(m.expression(param, depth))).join(", ")})`);
}
