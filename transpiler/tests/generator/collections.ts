// Expressions of arrays, tuples, maps, sets, dictionaries and bytes.
import { argument, atom, type Code, called, object } from "./code.ts";
import { args, callable, callRules, commonRules } from "./common.ts";
import type { Maker, Rule } from "./maker.ts";
import { anyOf } from "./places.ts";
import { INT, isSame, TEXT, TRUTH, type Type, type TypeOf, write } from "./types.ts";

/** A value in a place that says its type, as an element has. */
function part(m: Maker, type: Type, depth: number): string {
  return argument(m.expression(type, depth));
}

function some(m: Maker, type: Type, depth: number, most = 4): string[] {
  return Array.from({ length: m.choices.below(most + 1) }, () => part(m, type, depth));
}

export function listRules(type: TypeOf<"list">): readonly Rule[] {
  const { item } = type;
  return [
    { weight: 8, make: (m, depth) => listLiteral(m, type, depth) },
    { weight: 4, make: (m, depth) => atom(`[...${argument(anyOf(m, type, depth))}, ${part(m, item, depth)}]`) },
    { weight: 5, make: (m, depth) => derived(m, type, depth) },
    { weight: 4, make: (m, depth) => mapped(m, type, depth) },
    { weight: 4, make: (m, depth) => filtered(m, type, depth) },
    { weight: 3, make: (m, depth) => sorted(m, type, depth) },
    { weight: 5, make: (m, depth) => drained(m, item, depth) },
    ...callRules(type),
    ...commonRules(type),
  ];
}

function listLiteral(m: Maker, type: TypeOf<"list">, depth: number): Code {
  const items = some(m, type.item, depth);
  return items.length > 0 ? atom(`[${items.join(", ")}]`) : atom(`([] as ${write(type)})`);
}

function derived(m: Maker, type: Type, depth: number): Code {
  const list = object(anyOf(m, type, depth));
  switch (m.choices.below(4)) {
    case 0:
      return called(`${list}.slice(${m.choices.pick(["", "1", "-2", "1, -1", "0, 9", "2, 1"])})`);
    case 1:
      return called(`${list}.concat(${argument(anyOf(m, type, depth))})`);
    case 2:
      return called(`[...${list}].reverse()`);
    default:
      return called(`${list}.slice(${part(m, INT, depth)})`);
  }
}

function mapped(m: Maker, { item }: TypeOf<"list">, depth: number): Code {
  const from = m.choices.pick([INT, TEXT, item]);
  const [one, index] = [m.name("x"), m.name("i")];
  const list = object(anyOf(m, { kind: "list", item: from }, depth));
  const withIndex = m.choices.chance(30);
  const value = m.callback({ name: one, type: from, assignable: false }, () => {
    if (withIndex) m.declare({ name: index, type: INT, assignable: false, low: 0, high: 1000 });
    return part(m, item, depth);
  });
  const result = ["maybe", "record", "tuple", "choice"].includes(item.kind) ? `: ${write(item)}` : "";
  const body = value.startsWith("{") ? `(${value})` : value;
  return called(`${list}.map((${withIndex ? `${one}, ${index}` : one})${result} => ${body})`);
}

function filtered(m: Maker, type: TypeOf<"list">, depth: number): Code {
  const one = m.name("x");
  const list = object(anyOf(m, type, depth));
  const test = m.callback({ name: one, type: type.item, assignable: false }, () => part(m, TRUTH, depth));
  return called(`${list}.filter((${one}) => ${test})`);
}

/** By an order that says of no two items that they are equal, or by one that does: then the sort must be stable. */
function sorted(m: Maker, type: TypeOf<"list">, depth: number): Code | null {
  const list = `[...${argument(anyOf(m, type, depth))}]`;
  const { item } = type;
  if (item.kind === "int") {
    const order = m.choices.pick(["a - b", "b - a", "(a & 3) - (b & 3)", "Math.abs(a % 10) - Math.abs(b % 10)"]);
    return called(`${list}.sort((a, b) => ${order})`);
  }
  if (item.kind === "float") return called(`${list}.sort((a, b) => ${m.choices.pick(["a - b", "b - a"])})`);
  if (item.kind === "text") {
    const order = m.choices.pick(["a < b ? -1 : a > b ? 1 : 0", "a.length - b.length", "b.length - a.length"]);
    return called(`${list}.sort((a, b) => ${order})`);
  }
  if (item.kind !== "record") return null;
  const field = item.record.fields.find((one) => one.type.kind === "int");
  return field ? called(`${list}.sort((a, b) => (a.${field.name} & 7) - (b.${field.name} & 7))`) : null;
}

/** All that something gives, one by one. */
function drained(m: Maker, item: Type, depth: number): Code | null {
  const sources: (() => string | null)[] = [
    () => argument(anyOf(m, { kind: "set", item }, depth)),
    () => generated(m, item, depth),
    () => fromMap(m, item),
    () => (item.kind === "text" ? argument(m.expression(TEXT, depth)) : null),
    () => (item.kind === "int" ? argument(anyOf(m, { kind: "bytes" }, depth)) : null),
  ];
  const isKeyed = ["int", "text"].includes(item.kind);
  const source = m.choices.pick(isKeyed ? sources : sources.slice(1, 3))();
  return source === null ? null : atom(`[...${source}]`);
}

function generated(m: Maker, item: Type, depth: number): string | null {
  const found = callable(m, "generator", item);
  if (found.length === 0) return null;
  const made = m.choices.pick(found);
  return m.affords(made.cost) ? `${made.name}(${args(m, made.params, depth)})` : null;
}

function fromMap(m: Maker, item: Type): string | null {
  for (const { name, type } of m.variables) {
    if (type.kind !== "map") continue;
    if (isSame(type.value, item)) return `${name}.values()`;
    if (isSame(type.key, item)) return `${name}.keys()`;
  }
  return null;
}

export function setRules(type: TypeOf<"set">): readonly Rule[] {
  const { item } = type;
  return [
    { weight: 6, make: (m, depth) => called(`new Set<${write(item)}>([${some(m, item, depth).join(", ")}])`) },
    {
      weight: 2,
      make: (m, depth) => called(`new Set<${write(item)}>(${argument(anyOf(m, { kind: "list", item }, depth))})`),
    },
    ...commonRules(type),
  ];
}

export function tupleRules(type: TypeOf<"tuple">): readonly Rule[] {
  return [
    { weight: 6, make: (m, depth) => atom(`[${type.items.map((item) => part(m, item, depth)).join(", ")}]`) },
    ...callRules(type),
    ...commonRules(type),
  ];
}

export function mapRules(type: TypeOf<"map">): readonly Rule[] {
  const pair = (m: Maker, depth: number) => `[${part(m, type.key, depth)}, ${part(m, type.value, depth)}]`;
  const name = write(type).replace(/^Map/, "new Map");
  return [
    {
      weight: 6,
      make: (m, depth) => {
        const pairs = Array.from({ length: m.choices.below(4) }, () => pair(m, depth));
        return called(`${name}([${pairs.join(", ")}])`);
      },
    },
    { weight: 2, make: () => called(`${name}()`) },
    ...commonRules(type),
  ];
}

const KEYS = ["a", "b", "x1", "10", "2", "z z", "é", "__proto__x"];

export function dictRules(type: TypeOf<"dict">): readonly Rule[] {
  return [
    {
      weight: 6,
      make: (m, depth) => {
        const keys = new Set(Array.from({ length: m.choices.below(4) }, () => m.choices.pick(KEYS)));
        const entries = [...keys].map((key) => `${JSON.stringify(key)}: ${part(m, type.value, depth)}`);
        return atom(`{ ${entries.join(", ")} }`);
      },
    },
    { weight: 3, make: (m) => readDict(m, type) },
  ];
}

function readDict(m: Maker, type: Type): Code | null {
  const found = m.variablesOf(type);
  return found.length > 0 ? atom(m.choices.pick(found).name) : null;
}

export const BYTES_RULES: readonly Rule[] = [
  { weight: 5, make: (m, depth) => called(`new Uint8Array([${some(m, INT, depth).join(", ")}])`) },
  { weight: 2, make: (m) => called(`new Uint8Array(${m.choices.below(5)})`) },
  { weight: 2, make: (m, depth) => called(`new TextEncoder().encode(${argument(m.expression(TEXT, depth))})`) },
  {
    weight: 3,
    make: (m, depth) => {
      const bytes = object(anyOf(m, { kind: "bytes" }, depth));
      return called(
        `${bytes}.${m.choices.pick(["slice", "subarray"])}(${m.choices.pick(["1", "0, 2", "-2", "1, -1"])})`,
      );
    },
  },
  ...callRules({ kind: "bytes" }),
  ...commonRules({ kind: "bytes" }),
];
