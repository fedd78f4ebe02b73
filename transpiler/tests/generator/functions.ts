// Declarations of functions: plain ones, generators, async ones, at the top level and within others.
import { argument, block } from "./code.ts";
import { anyType, partType } from "./kinds.ts";
import type { FunctionPlace, Maker } from "./maker.ts";
import { statements } from "./statements.ts";
import { type ClassType, type FunctionType, INT, type Param, TEXT, type Type, write } from "./types.ts";

/** A parameter's type is followed by a default only where something simple can stand. */
export function params(m: Maker, most = 3): Param[] {
  const count = m.choices.below(most + 1);
  const made = Array.from({ length: count }, (): Param => ({ name: m.name("p"), type: anyType(m), form: "plain" }));
  if (m.choices.chance(25)) made.push({ name: m.name("d"), type: m.choices.pick([INT, TEXT]), form: "default" });
  else if (m.choices.chance(15))
    made.push({ name: m.name("rest"), type: { kind: "list", item: m.choices.pick([INT, TEXT]) }, form: "rest" });
  return made;
}

/** Declares them, and writes them: a default may read those before it. */
export function writeParams(m: Maker, list: readonly Param[]): string {
  const texts = list.map(({ name, type, form }) => {
    const initial = form === "default" ? ` = ${initialValue(m, type)}` : "";
    m.declare({ name, type, assignable: form === "plain" && m.choices.chance(50) });
    return `${form === "rest" ? "..." : ""}${name}: ${write(type)}${initial}`;
  });
  return texts.join(", ");
}

/** Nothing is waited for there. */
function initialValue(m: Maker, type: Type): string {
  const place: FunctionPlace = { ...m.place, form: "plain", throws: false, cost: 300 };
  return m.within(place, () => argument(m.expression(type, 2)));
}

interface Made {
  readonly lines: string[];
  readonly made: FunctionType;
}

export function functionOf(
  m: Maker,
  {
    name,
    head,
    result,
    form,
    list,
    self,
  }: {
    name: string;
    head: string;
    result: Type;
    form: FunctionType["form"];
    list: readonly Param[];
    self: ClassType | null;
  },
  depth: number,
): Made {
  const mayThrow = form !== "generator" && self === null && m.choices.chance(30);
  const place: FunctionPlace = { form, result, self, mayThrow, throws: false, cost: 1 };
  const lines = m.within(place, () => {
    const written = writeParams(m, list);
    const inner = statements(m, depth, m.choices.between(1, 4));
    const last = form === "generator" ? "yield" : "return";
    inner.push(`${last} ${argument(m.expression(result, 3))};`);
    return block(`${head}(${written}): ${wrapped(result, form)}`, inner);
  });
  return { lines, made: { name, params: list, result, form, cost: place.cost, throws: place.throws } };
}

function wrapped(result: Type, form: FunctionType["form"]): string {
  if (form === "plain") return write(result);
  return `${form === "generator" ? "Generator" : "Promise"}<${write(result)}>`;
}

export function declareFunction(m: Maker, form: FunctionType["form"], depth: number): string[] {
  const name = m.name({ plain: "f", generator: "g", async: "task" }[form]);
  const result = form === "generator" ? m.choices.pick([INT, TEXT]) : m.choices.chance(50) ? partType(m) : anyType(m);
  const head = { plain: `function ${name}`, generator: `function* ${name}`, async: `async function ${name}` }[form];
  const { lines, made } = functionOf(m, { name, head, result, form, list: params(m), self: null }, depth);
  m.declareFunction(made);
  return lines;
}

/** Within another function, or a block: it shares the variables around it. */
export function nestedFunction(m: Maker): string[] {
  return declareFunction(m, m.choices.chance(80) ? "plain" : "generator", 1);
}
