// Statements: each rule writes some lines, or says that it cannot stand here.
import { argument, at, block, LEVEL } from "./code.ts";
import { args } from "./common.ts";
import { ifStatement, jump, labelled, loop, switchStatement, tryStatement } from "./control.ts";
import { destructuring } from "./destructuring.ts";
import { nestedFunction } from "./functions.ts";
import { anyType } from "./kinds.ts";
import type { Maker } from "./maker.ts";
import { anyOf, assignable, steppers } from "./places.ts";
import { show } from "./show.ts";
import { snippet } from "./snippets.ts";
import { INT, TEXT, TRUTH, type Type, write } from "./types.ts";

/** How deep expressions get. */
export const EXPRESSION_DEPTH = 3;

interface StatementRule {
  readonly weight: number;
  /** @param depth how much deeper statements may nest */
  readonly make: (m: Maker, depth: number) => string[] | null;
}

const RULES: readonly StatementRule[] = [
  { weight: 6, make: print },
  { weight: 14, make: declaration },
  { weight: 10, make: assignment },
  { weight: 5, make: compound },
  { weight: 5, make: changeOfCollection },
  { weight: 4, make: callForEffect },
  { weight: 4, make: (m, depth) => (depth > 0 ? ifStatement(m, depth) : null) },
  { weight: 7, make: (m, depth) => (depth > 0 ? loop(m, depth, null) : null) },
  { weight: 2, make: (m, depth) => (depth > 0 ? labelled(m, depth) : null) },
  { weight: 3, make: (m, depth) => (depth > 0 ? switchStatement(m, depth) : null) },
  { weight: 4, make: (m, depth) => (depth > 0 ? tryStatement(m, depth) : null) },
  { weight: 2, make: (m, depth) => (depth > 0 ? shadowing(m, depth) : null) },
  { weight: 4, make: destructuring },
  { weight: 3, make: closuresOfLoop },
  { weight: 2, make: (m, depth) => (depth > 0 ? nestedFunction(m) : null) },
  { weight: 4, make: jump },
  { weight: 9, make: snippet },
];

export function statement(m: Maker, depth: number): string[] {
  m.place.cost += m.runs;
  for (const rule of m.choices.order(RULES)) {
    const lines = rule.make(m, depth);
    if (lines) return lines;
  }
  return [];
}

/** The statements of a block, in a scope of their own. */
export function body(m: Maker, depth: number, most = 3): string[] {
  return m.scope(() => statements(m, depth, m.choices.between(1, most)));
}

export function statements(m: Maker, depth: number, count: number): string[] {
  return Array.from({ length: count }, () => statement(m, depth - 1)).flat();
}

function print(m: Maker): string[] {
  const shown = m.variables.filter(({ steps }) => !steps);
  const known = shown.length > 0 ? m.choices.pick(shown) : null;
  const text = known && known.type.kind !== "closure" ? show(m, known.name, known.type) : null;
  if (known && text) return [`console.log("${known.name}", ${text});`];
  return [`console.log(${argument(m.expression(TEXT, EXPRESSION_DEPTH))});`];
}

function declaration(m: Maker): string[] {
  const type = anyType(m);
  const name = m.name(type.kind[0] as string);
  const steps = type.kind === "int" && m.choices.chance(20);
  const value = m.expression(type, EXPRESSION_DEPTH);
  const length = type.kind === "list" ? elementsOf(value.text) : 0;
  const assignable = !steps && length === 0 && m.choices.chance(65);
  const range = steps ? { low: -(2 ** 53), high: 2 ** 53 } : {};
  m.declare({ name, type, assignable, steps, length, ...range });
  const declared = `${steps || assignable ? "let" : "const"} ${name}: ${write(type)} = ${argument(value)};`;
  return [assignable && isInferred(m, type) ? declared.replace(/: [^=]*? =/, " =") : declared];
}

/** Where TypeScript sees the same type by itself. */
function isInferred(m: Maker, type: Type): boolean {
  return ["int", "text", "object"].includes(type.kind) && m.choices.chance(50);
}

/** Of a literal of single numbers: how many there are. */
function elementsOf(text: string): number {
  return /^\[(-?\d+, )*-?\d+\]$/.test(text) ? text.split(",").length : 0;
}

function assignment(m: Maker): string[] | null {
  const target = m.choices.pick(m.variables.map(({ type }) => type).concat(INT));
  const name = assignable(m, target);
  return name === null ? null : [`${name} = ${argument(m.expression(target, EXPRESSION_DEPTH))};`];
}

function compound(m: Maker): string[] | null {
  const counters = steppers(m);
  if (counters.length > 0 && m.choices.chance(50)) {
    const name = m.choices.pick(counters);
    const by = argument(m.expression(INT, EXPRESSION_DEPTH));
    return [m.choices.pick([`${name}++;`, `--${name};`, `${name} += ${by};`, `${name} -= ${by};`])];
  }
  return m.choices.chance(60) ? compoundInt(m) : m.choices.chance(50) ? compoundText(m) : compoundMaybe(m);
}

function compoundInt(m: Maker): string[] | null {
  const name = assignable(m, INT);
  if (name === null) return null;
  const value = m.expression(INT, EXPRESSION_DEPTH);
  const operator = m.choices.pick(["&", "|", "^", "<<", ">>", "%", "||", "&&", "??"]);
  if (operator === "%") return [`${name} %= ${m.choices.pick(["7", "10", "-3", "1000"])};`];
  if (operator === "??") return [`${name} = (${name} + ${at(LEVEL.product, value)}) | 0;`];
  return [`${name} ${operator}= ${argument(value)};`];
}

function compoundText(m: Maker): string[] | null {
  const name = assignable(m, TEXT);
  if (name === null) return null;
  const value = argument(m.expression(TEXT, EXPRESSION_DEPTH));
  return m.choices.chance(70) ? [`${name} += ${value};`, `${name} = short(${name});`] : [`${name} ||= ${value};`];
}

function compoundMaybe(m: Maker): string[] | null {
  const maybes = m.variables.map(({ type }) => type).filter((type) => type.kind === "maybe");
  if (maybes.length === 0) return null;
  const type = m.choices.pick(maybes);
  const name = assignable(m, type);
  if (name === null) return null;
  // What it is from here on is known to control flow: a block of its own forgets it.
  const test = argument(m.expression(TRUTH, 1));
  return block(`if (${test})`, [`${name} ??= ${argument(m.expression(type.value, EXPRESSION_DEPTH))};`]);
}

function changeOfCollection(m: Maker): string[] | null {
  const found = m.variables.filter(({ type }) => ["list", "map", "set", "dict", "bytes"].includes(type.kind));
  if (found.length === 0) return null;
  const { name, type, length = 0 } = m.choices.pick(found);
  const value = (one: Type) => argument(m.expression(one, EXPRESSION_DEPTH));
  switch (type.kind) {
    case "list":
      return [listChange(m, name, length, value, type.item)];
    case "map":
      if (m.choices.chance(75)) return [`${name}.set(${value(type.key)}, ${value(type.value)});`];
      return [m.choices.chance(80) ? `${name}.delete(${value(type.key)});` : `${name}.clear();`];
    case "set":
      return [`${name}.${m.choices.pick(["add", "add", "delete"])}(${value(type.item)});`];
    case "dict":
      return [
        `${name}[${m.choices.chance(60) ? `"${m.choices.pick(["a", "k", "7", "é"])}"` : value(TEXT)}] = ${value(type.value)};`,
      ];
    case "bytes":
      return [
        m.choices.chance(50) ? `${name}.fill(${value(INT)});` : `if (${name}.length > 1) ${name}[1] = ${value(INT)};`,
      ];
    default:
      return null;
  }
}

function listChange(m: Maker, name: string, length: number, value: (type: Type) => string, item: Type): string {
  const ways = [`push(${value(item)})`, `push(${value(item)}, ${value(item)})`, `unshift(${value(item)})`, "reverse()"];
  const shrinking = [`splice(${m.choices.between(-1, 2)}, ${m.choices.below(3)})`, "pop()", "shift()"];
  return `${name}.${m.choices.pick(length > 0 ? ways : [...ways, ...shrinking])};`;
}

function callForEffect(m: Maker): string[] | null {
  const closures = m.variables.filter(({ type }) => type.kind === "closure");
  const async = m.functions.filter(({ form }) => form === "async");
  if (m.place.form === "async" && async.length > 0 && m.choices.chance(60)) {
    const made = m.choices.pick(async);
    return m.affords(made.cost) ? [`console.log("started"); void ${made.name}(${args(m, made.params, 2)});`] : null;
  }
  if (closures.length === 0) return null;
  const { type } = m.choices.pick(closures);
  const code = type.kind === "closure" ? anyOf(m, type.result, EXPRESSION_DEPTH) : null;
  return code && /^[\w.]+\(|^--|^\+\+/.test(code.text) ? [`${code.text};`] : null;
}

/** A block whose first line hides a name of the outside. */
function shadowing(m: Maker, depth: number): string[] | null {
  const known = m.variables.filter(({ name }) => name !== "self");
  if (known.length === 0) return null;
  const { name } = m.choices.pick(known);
  const lines = m.scope(() => {
    const type = m.choices.pick([INT, TEXT]);
    const first = `let ${name} = ${argument(m.expression(type, EXPRESSION_DEPTH))};`;
    m.declare({ name, type, assignable: true });
    return [first, ...statements(m, depth, 2)];
  }, [name]);
  return [...block("", lines)];
}

/** Functions made in a loop, each with the variables of its own turn. */
function closuresOfLoop(m: Maker): string[] | null {
  if (!m.affords(60)) return null;
  const [all, i, own, f] = [m.name("made"), m.name("i"), m.name("own"), m.name("f")];
  const type = m.choices.pick([INT, TEXT]);
  const lines = m.repeated(3, () =>
    m.scope(() => {
      m.declare({ name: i, type: INT, assignable: false, low: 0, high: 100 });
      const first = `let ${own} = ${argument(m.expression(type, 2))};`;
      m.declare({ name: own, type, assignable: true });
      const closure = argument(m.expression({ kind: "closure", params: [], result: type }, 3));
      return [first, `${all}.push(${closure});`, ...(m.choices.chance(40) ? (assignment(m) ?? []) : [])];
    }),
  );
  const tail = type.kind === "int" ? `\`\${${f}()}\`` : `${f}()`;
  return [
    `const ${all}: (() => ${write(type)})[] = [];`,
    ...block(`for (let ${i} = 0; ${i} < 3; ${i}++)`, lines),
    `for (const ${f} of ${all}) console.log(${tail});`,
  ];
}
