// Expressions of functions: arrows that read, and change, what is around them.
import { argument, type Code, LEVEL } from "./code.ts";
import { callRules } from "./common.ts";
import { CLOSURE_COST, RUNS_MAX } from "./cost.ts";
import type { Maker, Rule } from "./maker.ts";
import { readable } from "./places.ts";
import { type TypeOf, write } from "./types.ts";

export function closureRules(type: TypeOf<"closure">): readonly Rule[] {
  return [
    { weight: 6, make: (m, depth) => arrow(m, type, depth) },
    {
      weight: 3,
      make: (m) => {
        const found = readable(m, type);
        return found.length > 0 ? m.choices.pick(found) : null;
      },
    },
    ...callRules(type),
  ];
}

function arrow(m: Maker, type: TypeOf<"closure">, depth: number): Code {
  const names = type.params.map(() => m.name("p"));
  // It may run wherever it is carried to: it must stay cheap, and throws nothing.
  const place = {
    form: "plain",
    result: type.result,
    self: m.place.self,
    throws: false,
    cost: RUNS_MAX - CLOSURE_COST,
  } as const;
  const value = m.within({ ...place }, () => {
    for (const [i, param] of type.params.entries())
      m.declare({ name: names[i] as string, type: param, assignable: true });
    return argument(m.expression(type.result, depth));
  });
  const params = type.params.map((param, i) => `${names[i]}: ${write(param)}`).join(", ");
  const body = value.startsWith("{") ? `(${value})` : value;
  return { text: `(${params}): ${write(type.result)} => ${body}`, level: LEVEL.assignment };
}
