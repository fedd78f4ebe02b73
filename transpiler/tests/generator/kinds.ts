// Which types a new variable, field, parameter or result gets.
import type { Maker } from "./maker.ts";
import { BYTES, type ClassType, FLOAT, INT, isBelow, TEXT, TRUTH, type Type } from "./types.ts";

const SIMPLE = [INT, INT, INT, TEXT, TEXT, TRUTH, FLOAT];

/** What may be a part of another type. */
export function partType(m: Maker): Type {
  const named: Type[] = [
    ...m.records.map((record): Type => ({ kind: "record", record })),
    ...m.enums.map((choice): Type => ({ kind: "choice", choice })),
  ];
  return named.length > 0 && m.choices.chance(25) ? m.choices.pick(named) : m.choices.pick(SIMPLE);
}

export function anyType(m: Maker): Type {
  switch (m.choices.below(16)) {
    case 0:
    case 1:
    case 2:
      return m.choices.pick(SIMPLE);
    case 3:
    case 4:
    case 5:
      return { kind: "list", item: m.choices.chance(20) ? { kind: "list", item: INT } : partType(m) };
    case 6:
      return { kind: "tuple", items: [partType(m), partType(m)] };
    case 7:
    case 8:
      return {
        kind: "map",
        key: m.choices.pick([TEXT, INT]),
        value: m.choices.chance(30) ? { kind: "list", item: INT } : partType(m),
      };
    case 9:
      return { kind: "set", item: m.choices.pick([INT, TEXT]) };
    case 10:
      return {
        kind: "maybe",
        value: m.choices.chance(25) ? { kind: "list", item: INT } : partType(m),
        none: m.choices.pick(["null", "undefined"]),
      };
    case 11:
      return { kind: "dict", value: m.choices.pick([INT, TEXT]) };
    case 12:
      return closureType(m);
    case 13:
      return m.choices.chance(50) ? BYTES : partType(m);
    default:
      return namedType(m);
  }
}

function closureType(m: Maker): Type {
  const params = Array.from({ length: m.choices.below(3) }, () => m.choices.pick([INT, TEXT]));
  return { kind: "closure", params, result: m.choices.pick([INT, TEXT, TRUTH]) };
}

function namedType(m: Maker): Type {
  const concrete = (made: ClassType) => m.classes.some((one) => !one.isAbstract && isBelow(one, made));
  const objects = m.classes.filter(concrete).map((made): Type => ({ kind: "object", made }));
  return objects.length > 0 && m.choices.chance(65) ? m.choices.pick(objects) : partType(m);
}
