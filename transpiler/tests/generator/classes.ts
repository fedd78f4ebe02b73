// Declarations of classes: fields, parameter properties, private names, accessors, statics, inheritance.
import { argument, block } from "./code.ts";
import { functionOf, params, writeParams } from "./functions.ts";
import { partType } from "./kinds.ts";
import type { Maker } from "./maker.ts";
import { show } from "./show.ts";
import {
  type ClassType,
  everyMethod,
  type Field,
  type FunctionType,
  INT,
  type Param,
  TEXT,
  type Type,
  write,
} from "./types.ts";

interface Growing extends ClassType {
  readonly fields: Field[];
  readonly methods: FunctionType[];
  readonly statics: Field[];
}

export function declareClass(m: Maker): string[] {
  const bases = m.classes.filter(() => m.choices.chance(60));
  const base = bases.at(-1) ?? null;
  const name = m.typeName("C");
  const isAbstract = base === null && m.choices.chance(15);
  const list = params(m, 2).filter(({ form }) => form !== "rest");
  const made: Growing = { name, base, isAbstract, params: list, fields: [], methods: [], statics: [] };
  const lines = [
    ...staticField(m, made),
    ...fields(m, made),
    ...constructing(m, made, list),
    ...accessor(m, made),
    ...methods(m, made),
    ...shown(m, made),
  ];
  m.classes.push(made);
  const head = `${isAbstract ? "abstract " : ""}class ${name}${base ? ` extends ${base.name}` : ""}`;
  return block(head, lines);
}

function staticField(m: Maker, made: Growing): string[] {
  if (!m.choices.chance(40)) return [];
  const name = m.name("total");
  const value = argument(m.expression(INT, 2));
  made.statics.push({ name, type: INT });
  return [`static ${name} = ${value};`];
}

function fields(m: Maker, made: Growing): string[] {
  const count = m.choices.below(4);
  return Array.from({ length: count }, () => {
    const isPrivate = m.choices.chance(25);
    const name = `${isPrivate ? "#" : ""}${m.name("f")}`;
    const type = m.choices.chance(70) ? partType(m) : fieldType(m);
    const value = m.within({ form: "plain", result: null, self: made, throws: false, cost: 300 }, () =>
      argument(m.expression(type, 2)),
    );
    made.fields.push({ name, type });
    return `${name}: ${write(type)} = ${value};`;
  });
}

function fieldType(m: Maker): Type {
  const maybe: Type = { kind: "maybe", value: partType(m), none: m.choices.pick(["null", "undefined"]) };
  return m.choices.pick([{ kind: "list", item: partType(m) }, { kind: "map", key: TEXT, value: INT }, maybe]);
}

function constructing(m: Maker, made: Growing, list: readonly Param[]): string[] {
  const property = list[0];
  const isProperty = property !== undefined && m.choices.chance(50);
  if (made.base === null && list.length === 0) return [];
  const place = { form: "plain", result: null, self: null, throws: false, cost: 300 } as const;
  const lines = m.within({ ...place }, () => {
    const written = writeParams(m, list);
    const up = made.base ? [`super(${superArgs(m, made.base)});`] : [];
    m.place = { ...place, self: made };
    const set = m.choices.chance(50) ? setField(m, made) : [];
    return block(`constructor(${isProperty ? "readonly " : ""}${written})`, [
      ...up,
      ...set,
      `console.log("new ${made.name}");`,
    ]);
  });
  if (isProperty) made.fields.unshift({ name: property.name, type: property.type, isReadonly: true });
  return lines;
}

function superArgs(m: Maker, base: ClassType): string {
  return base.params.map(({ type }) => argument(m.expression(type, 2))).join(", ");
}

function setField(m: Maker, made: Growing): string[] {
  const own = made.fields.filter(({ isReadonly, isAccessor }) => !isReadonly && !isAccessor);
  if (own.length === 0) return [];
  const { name, type } = m.choices.pick(own);
  return [`this.${name} = ${argument(m.expression(type, 2))};`];
}

function accessor(m: Maker, made: Growing): string[] {
  if (!m.choices.chance(40)) return [];
  const name = m.name("v");
  const type = m.choices.pick([INT, TEXT]);
  const { lines } = functionOf(m, { name, head: `get ${name}`, result: type, form: "plain", list: [], self: made }, 1);
  made.fields.push({ name, type, isAccessor: true });
  const stored = made.fields.find((field) => field.type === type && !field.isReadonly && !field.isAccessor);
  if (!stored) return lines;
  return [
    ...lines,
    ...block(`set ${name}(value: ${write(type)})`, [`console.log("set ${name}");`, `this.${stored.name} = value;`]),
  ];
}

function methods(m: Maker, made: Growing): string[] {
  const inherited = made.base ? everyMethod(made.base) : [];
  const overridden = inherited.filter(() => m.choices.chance(40));
  const own = Array.from({ length: m.choices.below(3) }, () => method(m, made));
  return [...own.flat(), ...overridden.flatMap((one) => override(m, made, one))];
}

function method(m: Maker, made: Growing): string[] {
  const name = m.name("m");
  const result = m.choices.pick([INT, TEXT, { kind: "truth" } as const]);
  const { lines, made: one } = functionOf(
    m,
    { name, head: name, result, form: "plain", list: params(m, 2), self: made },
    2,
  );
  made.methods.push(one);
  return lines;
}

/** The same parameters; it may ask the one that it replaces. */
function override(m: Maker, made: Growing, one: FunctionType): string[] {
  if (one.name === "show") return [];
  const list = one.params.map((param) => ({
    ...param,
    form: param.form === "default" ? ("plain" as const) : param.form,
  }));
  const optional = one.params.some(({ form }) => form === "default");
  if (optional || one.params.some(({ form }) => form === "rest")) return [];
  const given = list.map(({ name }) => name).join(", ");
  const { lines, made: next } = functionOf(
    m,
    { name: one.name, head: `override ${one.name}`, result: one.result, form: "plain", list, self: made },
    1,
  );
  made.methods.push({ ...next, cost: next.cost + one.cost });
  const asks = one.result.kind === "int" ? `console.log(\`up \${super.${one.name}(${given})}\`);` : "";
  return asks === "" ? lines : [lines[0] as string, `  ${asks}`, ...lines.slice(1)];
}

/** Every class tells all of its own: what programs print of an instance. */
function shown(m: Maker, made: Growing): string[] {
  const parts = made.fields
    .map(({ name, type }) => show(m, `this.${name}`, type))
    .filter((text) => text !== null)
    .map((text) => `\${${text}}`);
  const up = made.base ? `\${super.show()}/` : "";
  const head = made.base ? "override show" : "show";
  return [...block(`${head}(): string`, [`return \`${made.name} ${up}${parts.join(" ")}\`;`])];
}
