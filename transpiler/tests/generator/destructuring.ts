// Patterns: of arrays, tuples, records, with defaults, rest, and parts of parts; and swaps.
import { argument, object } from "./code.ts";
import type { Maker } from "./maker.ts";
import { anyOf, assignable } from "./places.ts";
import { holdsOnly, isPlain } from "./show.ts";
import { INT, type RecordType, TEXT, type Type, write } from "./types.ts";

export function destructuring(m: Maker): string[] | null {
  return m.choices.pick([ofList, ofTuple, ofRecord, ofRecord, swap])(m);
}

/** Elements that may be missing have defaults. */
function ofList(m: Maker): string[] {
  const item = m.choices.pick([INT, TEXT]);
  const [a, b, rest] = [m.name("first"), m.name("second"), m.name("rest")];
  const list = argument(anyOf(m, { kind: "list", item }, 2));
  const parts = [`${a} = ${argument(m.expression(item, 2))}`, `${b} = ${argument(m.expression(item, 2))}`];
  const hasHole = m.choices.chance(25);
  const hasRest = m.choices.chance(50);
  const names = [a, ...(hasHole ? [] : [b])];
  for (const name of names) m.declare({ name, type: item, assignable: true });
  if (hasRest) m.declare({ name: rest, type: { kind: "list", item }, assignable: false });
  const second = hasHole ? "" : parts[1];
  return [`let [${parts[0]}, ${second}${hasRest ? `, ...${rest}` : ""}]: ${write({ kind: "list", item })} = ${list};`];
}

function ofTuple(m: Maker): string[] | null {
  const tuples = m.variables.flatMap(({ type }) => (type.kind === "tuple" ? [type] : []));
  if (tuples.length === 0) return null;
  const type = m.choices.pick(tuples);
  const names = type.items.map(() => m.name("part"));
  const value = argument(anyOf(m, type, 2));
  for (const [i, item] of type.items.entries()) m.declare({ name: names[i] as string, type: item, assignable: true });
  return [`let [${names.join(", ")}]: ${write(type)} = ${value};`];
}

function ofRecord(m: Maker): string[] | null {
  if (m.records.length === 0) return null;
  const record = m.choices.pick(m.records);
  const value = argument(anyOf(m, { kind: "record", record }, 2));
  const taken = record.fields.filter(() => m.choices.chance(60));
  const names = taken.map(({ name }) => m.name(name));
  const rest = m.choices.chance(40) ? m.name("others") : null;
  const parts = taken.map(({ name }, i) => `${name}: ${names[i]}`);
  for (const [i, { type }] of taken.entries()) m.declare({ name: names[i] as string, type, assignable: true });
  const lines = [`let { ${[...parts, ...(rest ? [`...${rest}`] : [])].join(", ")} }: ${record.name} = ${value};`];
  if (rest) lines.push(`console.log(${told(rest, record)});`);
  return taken.length > 0 || rest ? lines : null;
}

function told(rest: string, record: RecordType): string {
  const isWritten = holdsOnly({ kind: "record", record }, isPlain);
  return isWritten ? `JSON.stringify(${rest})` : `Object.keys(${rest}).join()`;
}

/** Each right side is read before anything is written. */
function swap(m: Maker): string[] | null {
  const type: Type = m.choices.pick([INT, TEXT]);
  const [a, b] = [assignable(m, type), assignable(m, type)];
  if (a === null || b === null) return null;
  const values = m.choices.chance(60) ? [b, a] : [object(m.expression(type, 2)), a];
  return [`[${a}, ${b}] = [${values.join(", ")}];`];
}
