// Statements that choose and repeat: if, switch, loops, jumps with and without labels, try.
import { argument, at, block, LEVEL } from "./code.ts";
import { args, callable } from "./common.ts";
import { doubtful } from "./doubtful.ts";
import type { Maker } from "./maker.ts";
import { anyOf } from "./places.ts";
import { body, EXPRESSION_DEPTH } from "./statements.ts";
import { INT, isSame, TEXT, TRUTH, type Type } from "./types.ts";

export function ifStatement(m: Maker, depth: number): string[] {
  const lines = block(`if (${argument(m.expression(TRUTH, EXPRESSION_DEPTH))})`, body(m, depth));
  if (m.choices.chance(35)) joinElse(lines, block(`else if (${argument(m.expression(TRUTH, 2))})`, body(m, depth)));
  if (m.choices.chance(50)) joinElse(lines, block("else", body(m, depth)));
  return lines;
}

function joinElse(lines: string[], [head, ...rest]: string[]): void {
  lines[lines.length - 1] += ` ${head}`;
  lines.push(...rest);
}

export function labelled(m: Maker, depth: number): string[] | null {
  const label = m.name("label");
  return loop(m, depth, label);
}

export function loop(m: Maker, depth: number, label: string | null): string[] | null {
  const forms = [counting, counting, overItems, overItems, overEntries, whileLoop, doLoop];
  const before = label === null ? "" : `${label}: `;
  const lines = m.choices.pick(forms)(m, (times) => turn(m, depth, label, times));
  if (lines === null) return null;
  const head = lines.findIndex((line) => /^(for|while|do)\b/.test(line));
  lines[head] = before + lines[head];
  return lines;
}

type Turn = (times: number) => string[];

function turn(m: Maker, depth: number, label: string | null, times: number): string[] {
  m.targets.push({ label, isLoop: true });
  const lines = m.repeated(times, () => body(m, depth));
  m.targets.pop();
  return lines;
}

function counting(m: Maker, run: Turn): string[] | null {
  if (m.runs > 20) return null;
  const name = m.name("i");
  const count = m.choices.between(1, 4);
  const [from, to] = m.choices.chance(80) ? [0, count] : [2 ** 30 - 1, 2 ** 30 - 1 + count];
  const down = m.choices.chance(25);
  const step = m.choices.pick([`${name}++`, `${name} += 2`]);
  const head = down
    ? `for (let ${name} = ${to - 1}; ${name} >= ${from}; ${name}--)`
    : `for (let ${name} = ${from}; ${name} < ${to}; ${step})`;
  return m.scope(() => {
    m.declare({ name, type: INT, assignable: false, low: from - 1, high: to + 2 });
    return block(head, run(count));
  });
}

function overItems(m: Maker, run: Turn): string[] | null {
  if (m.runs > 20) return null;
  const item = m.choices.pick([
    INT,
    TEXT,
    ...m.variables.flatMap(({ type }) => (type.kind === "list" ? [type.item] : [])),
  ]);
  const source = iterable(m, item);
  if (source === null) return null;
  const name = m.name("item");
  return m.scope(() => {
    m.declare({ name, type: item, assignable: false });
    return block(`for (const ${name} of ${source})`, run(4));
  });
}

function iterable(m: Maker, item: Type): string | null {
  const made = callable(m, "generator", item);
  if (made.length > 0 && m.choices.chance(50)) {
    const one = m.choices.pick(made);
    return m.affords(one.cost) ? `${one.name}(${args(m, one.params, 2)})` : null;
  }
  if (isSame(item, TEXT) && m.choices.chance(30)) return argument(m.expression(TEXT, 2));
  if (isSame(item, INT) && m.choices.chance(20)) return argument(anyOf(m, { kind: "set", item }, 2));
  // A list that grows in its own loop would never end.
  const list = anyOf(m, { kind: "list", item }, 2);
  return /^\w+$/.test(list.text) ? `${list.text}.slice(0, 4)` : argument(list);
}

function overEntries(m: Maker, run: Turn): string[] | null {
  const maps = m.variables.flatMap(({ name, type }) => (type.kind === "map" ? [{ name, type }] : []));
  if (maps.length === 0 || m.runs > 20) return null;
  const map = m.choices.pick(maps);
  const [key, value] = [m.name("key"), m.name("value")];
  return m.scope(() => {
    m.declare({ name: key, type: map.type.key, assignable: false });
    m.declare({ name: value, type: map.type.value, assignable: false });
    // Copied, for the loop's body may add to it.
    return block(`for (const [${key}, ${value}] of [...${map.name}])`, run(3));
  });
}

function whileLoop(m: Maker, run: Turn): string[] | null {
  if (m.runs > 20) return null;
  const name = m.name("left");
  const also = m.choices.chance(40) ? ` && ${at(LEVEL.bitOr, m.expression(TRUTH, 2))}` : "";
  return [`let ${name} = ${m.choices.between(1, 4)};`, ...block(`while (${name}-- > 0${also})`, run(4))];
}

function doLoop(m: Maker, run: Turn): string[] | null {
  if (m.runs > 20) return null;
  const name = m.name("turns");
  const lines = block("do", run(4));
  lines[lines.length - 1] += ` while (++${name} < ${m.choices.between(1, 4)});`;
  return [`let ${name} = 0;`, ...lines];
}

/** `break`, `continue`, `return`, `throw`, `yield`: where they may stand, and mostly under a condition. */
export function jump(m: Maker, depth: number): string[] | null {
  const ways = [breakOut, goOn, giveBack, throwError, yieldValue, yieldValue];
  const line = m.choices.pick(ways)(m);
  if (line === null) return null;
  if (line.startsWith("yield")) return [line];
  return [`if (${argument(m.expression(TRUTH, Math.max(1, depth)))}) ${line}`];
}

function breakOut(m: Maker): string | null {
  const named = m.targets.filter(({ label }) => label !== null);
  if (named.length > 0 && m.choices.chance(60)) return `break ${m.choices.pick(named).label};`;
  return m.targets.length > 0 ? "break;" : null;
}

function goOn(m: Maker): string | null {
  const loops = m.targets.filter(({ isLoop }) => isLoop);
  const named = loops.filter(({ label }) => label !== null);
  if (named.length > 0 && m.choices.chance(60)) return `continue ${m.choices.pick(named).label};`;
  return loops.length > 0 ? "continue;" : null;
}

function giveBack(m: Maker): string | null {
  const { form, result, isSealed } = m.place;
  if (form === "module" || isSealed) return null;
  if (form === "generator" || result === null) return "return;";
  return `return ${argument(m.expression(result, 2))};`;
}

function throwError(m: Maker): string | null {
  if (!m.mayThrow()) return null;
  return m.choices.chance(50)
    ? `throw new Error(${argument(m.expression(TEXT, 2))});`
    : `throw new Failure(${argument(m.expression(INT, 2))});`;
}

function yieldValue(m: Maker): string | null {
  const { form, result } = m.place;
  if (form !== "generator" || result === null) return null;
  return `yield ${argument(m.expression(result, 2))};`;
}

export function switchStatement(m: Maker, depth: number): string[] {
  const types: Type[] = [INT, TEXT, ...m.enums.map((choice): Type => ({ kind: "choice", choice }))];
  const type = m.choices.pick(types);
  const cases = casesOf(m, type);
  const fallback = m.choices.below(cases.length + 1);
  m.targets.push({ label: null, isLoop: false });
  const clauses = cases.flatMap((test, i) => [
    ...(i === fallback ? clause(m, "default", depth) : []),
    ...clause(m, `case ${test}`, depth),
  ]);
  m.targets.pop();
  return block(`switch (${switched(m, type)})`, clauses);
}

function switched(m: Maker, type: Type): string {
  if (type.kind !== "choice") return argument(doubtful(m, type, 2));
  return `same${type.choice.name}(${argument(anyOf(m, type, 2))})`;
}

function casesOf(m: Maker, type: Type): string[] {
  if (type.kind === "choice") return type.choice.members.map((member) => `${type.choice.name}.${member}`);
  const all = type.kind === "int" ? ["0", "1", "2", "-1", "255"] : ['""', '"a"', '"abc"', '"0"', '"😀"'];
  const count = m.choices.between(1, 4);
  return all.slice(0, count);
}

/** Some fall through to the next. */
function clause(m: Maker, head: string, depth: number): string[] {
  const lines = body(m, depth, 2);
  const end = m.choices.chance(70) ? ["break;"] : [];
  return block(`${head}:`, [...lines, ...end]);
}

export function tryStatement(m: Maker, depth: number): string[] {
  m.tryDepth++;
  const tried = [...body(m, depth), ...(m.choices.chance(50) ? [failing(m)] : [])];
  m.tryDepth--;
  const name = m.name("e");
  const told = `${name} instanceof Failure ? \`failure \${${name}.code}\` : \`\${${name} as Error}\``;
  const caught = [`console.log(${told});`, ...body(m, depth)];
  const lines = [...block("try", tried)];
  joinElse(lines, block(`catch (${name})`, caught));
  if (m.choices.chance(50)) joinElse(lines, block("finally", finalizer(m, depth)));
  return lines;
}

function finalizer(m: Maker, depth: number): string[] {
  const { place, targets } = m;
  if (place.form === "generator") return ['console.log("finally");'];
  const sealed = { ...place, isSealed: true };
  m.targets = [];
  m.place = sealed;
  const lines = [`console.log("finally");`, ...body(m, depth, 2)];
  m.targets = targets;
  m.place = place;
  Object.assign(place, { cost: sealed.cost, throws: sealed.throws });
  return lines;
}

function failing(m: Maker): string {
  return `if (${argument(m.expression(TRUTH, 2))}) ${throwError(m) ?? ";"}`;
}
