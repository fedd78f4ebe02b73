// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the texts are TypeScript.

import { filled } from "./library.ts";
// Pieces of programs for what the other rules do not make: each is a few lines with places for values, as in library.ts,
// and `§` in names that are its own. They stand wherever statements may: in loops, in functions, between awaits.
import type { Maker } from "./maker.ts";

const ITERATION = [
  "const it§ = {ints.}[Symbol.iterator](); const r§ = it§.next(); console.log(r§.done ? 'done' : `${r§.value}`, [...it§].join());",
  "const it§ = {text.}[Symbol.iterator](); it§.next(); console.log([...it§].join('|'));",
  "const it§ = {bytes.}[Symbol.iterator](); it§.next(); console.log([...it§].join('|'));",
  "const m§ = new Map([[{text}, {int}], [{text}, {int}]]); m§.forEach((value, key) => console.log(`${key}=${value}`)); for (const [k, v] of m§.entries()) console.log(k, `${v}`); const i§ = m§[Symbol.iterator](); i§.next(); console.log(JSON.stringify([...i§]));",
  "const s§ = new Set({ints}); s§.forEach((one) => console.log(`${one}`)); console.log([...s§.values()].join(), [...s§.keys()].join(), JSON.stringify([...s§.entries()]), [...s§[Symbol.iterator]()].length); s§.clear(); console.log(s§.size);",
  "const [x§, y§ = {int}] = new Set({ints}); console.log(`${x§} ${y§}`);",
  "let a§ = {int}; let b§ = {int}; console.log(`${([a§, b§] = [b§, a§]).length} ${a§} ${b§}`);",
  "{ints.}.slice(0, 3).forEach((x, i) => console.log(`${i}:${x}`));",
  "const d§: Record<string, number> = { z: {int}, a: {int} }; for (const key in d§) console.log(key); delete d§.z; console.log(JSON.stringify(d§), 'z' in d§);",
  "function* part§(n: number): Generator<number> { try { yield n; yield* {ints}; } finally { console.log('part is left'); } } for (const x of part§({int})) { console.log(`${x}`); if ({truth}) break; }",
  "function* talk§(n: number): Generator<number, string, number> { try { const a: number = yield n; const b: number = yield a ^ 1; return `${a ^ b}`; } catch (error) { return `caught ${(error as Error).message}`; } finally { console.log('talk is over'); } } const t§ = talk§({int}); console.log(JSON.stringify(t§.next())); console.log(JSON.stringify({truth} ? t§.next({int}) : t§.throw(new Error({text})))); console.log(JSON.stringify({truth} ? t§.return('enough') : t§.next({int})));",
  "function* g§(): Generator<number> { try { yield {int}; yield {int}; yield 3; } finally { console.log('closed'); } } const o§ = { a: {int}, b: {int} }; [o§.a, o§.b = {int}] = g§(); console.log(`${o§.a} ${o§.b}`); const [h§ = false ? 1 : 2] = g§(); console.log(`${h§}`);",
  "const range§ = { *[Symbol.iterator](): Generator<number> { for (let i = 0; i < {digit}; i++) yield i; } }; console.log([...range§].join());",
  "function* in§(): Generator<string> { yield* {text}; } const g§ = in§(); console.log([...g§[Symbol.iterator]()].join('.'));",
];

const ARGUMENTS = [
  "type Join§ = (...xs: number[]) => string; const joins§: Join§[] = [(...xs) => xs.join(), (x) => `${x}`, (x, ...more) => `${x}+${more.length}`, () => 'none']; console.log(joins§.map((join) => `${join({int}, ...{ints})} ${join(...{ints}, {int}, {int})}`).join());",
  "const once§ = <A extends unknown[], R>(f: (...args: A) => R): ((...args: A) => R) => { const known = new Map<string, { readonly value: R }>(); return (...args) => { const key = JSON.stringify(args); const hit = known.get(key); if (hit) return hit.value; const value = f(...args); known.set(key, { value }); return value; }; }; const f§ = once§((n: number, t: string) => `${n ^ 1}${t}`); console.log(f§({int}, {text}), f§({int}, {text}));",
  "const picks§: ((a: number, b: number) => number)[] = [Math.max, Math.min, (a) => a]; console.log(picks§.map((pick) => `${pick({int}, {int})}`).join(), {ints}.map(String).join(), Object.is({int}, {int}));",
  "const any§: (string | number)[] = [{int}, {text}]; console.log(`${any§[0] as number}`, (any§[1] as string).length, [{text}, {text}].map((t) => t as 'a' | 'b').join());",
  "const d§: Record<string, number> = { a: {int}, b: {int} }; const more§ = { ...d§, c: {int} }; const { [{truth} ? 'a' : 'b']: _§, ...kept§ } = d§; console.log(JSON.stringify(more§), JSON.stringify(kept§), `${more§.c}`);",
  "const least§ = <T extends number | string>(a: T, b: T): T => (a < b ? a : b); console.log(`${least§({int}, {int})}`, least§<string>({text}, {text}));",
];

const TUPLES = [
  "const two§: [number, number] = [{int}, {int}]; console.log(two§.concat({ints}).join(), [...two§.entries()].length, two§.every((x) => x > 0), two§.filter((x) => x > 1).length, `${two§.find((x) => x > 1)}`, two§.findIndex((x) => x < 0));",
  "const two§: [number, number] = [{int}, {int}]; console.log(`${two§.findLast((x) => x < 9)}`, two§.findLastIndex((x) => x < 9), two§.flatMap((x) => [x, 1]).join(), [...two§.keys()].join(), two§.lastIndexOf({int}), two§.reduce((a, b) => a ^ b, 0), two§.reduceRight((a, b) => a ^ b, 1));",
  "const two§: [number, number] = [{int}, {int}]; two§.forEach((x) => console.log(`${x}`)); console.log(two§.toReversed().join(), two§.toSorted((a, b) => a - b).join(), [...two§.values()].join(), two§.with(1, {int}).join({text}), [...two§[Symbol.iterator]()].length);",
  "const two§: [number[], number[]] = [{ints}, {ints}]; console.log(two§.flat().join());",
  "const two§: [number, number] = [{int}, {int}]; console.log(two§.reverse().join(), two§.sort((a, b) => a - b).join(), two§.fill({int}, 1).join(), two§.copyWithin(0, 1).join());",
];

/** `{Words}` is one of the classes below, the same one everywhere. */
const TYPED_ARRAYS = [
  "const w§ = new {Words}([{int}, {int}, 3]); console.log(w§.join(), `${w§.at(-1)}`, w§.includes(3), w§.indexOf(3), w§.lastIndexOf(3), [...w§.entries()].length, [...w§.keys()].join(), [...w§.values()].join(), [...w§[Symbol.iterator]()].length);",
  "const w§ = {Words}.of({int}, {int}); w§.forEach((x) => console.log(`${x}`)); console.log(w§.every((x) => x > 1), w§.some((x) => x > 1), w§.filter((x) => x > 1).join(), `${w§.find((x) => x > 1)}`, w§.findIndex((x) => x > 1), `${w§.findLast((x) => x > 1)}`, w§.findLastIndex((x) => x > 1), w§.map((x) => x ^ 1).join());",
  "const w§ = {Words}.from({ints}); console.log(w§.reduce((a, b) => (a ^ b) | 0, 0), w§.reduceRight((a, b) => (a ^ b) | 0, 1), w§.slice(1).join(), w§.subarray(0, 1).join(), w§.toReversed().join(), w§.toSorted().join());",
  "const w§ = new {Words}(4); w§.set([1, 2], 1); w§.fill({int}, 2); w§.copyWithin(0, 1); w§.reverse(); w§.sort(); console.log(w§.join(), w§.with(0, {int}).join());",
];

const WORDS = ["Uint8Array", "Int8Array", "Int16Array", "Uint16Array", "Int32Array", "Uint32Array"];

const PROMISES = [
  "void new Promise<number>((resolve, reject) => { if ({truth}) resolve({int}); else reject(new RangeError({text})); }).then((n) => console.log(`then ${n}`)).catch((e: Error) => console.log(`${e}`)).finally(() => console.log('finally'));",
  "const t§ = setTimeout(() => console.log('timer', {text}), {digit}); if ({truth}) clearTimeout(t§);",
  "let turns§ = 0; const every§ = setInterval(() => { console.log(`turn ${++turns§}`); if (turns§ > 2) clearInterval(every§); }, 3);",
  "queueMicrotask(() => console.log('micro', {text}));",
  "void Promise.all([Promise.resolve({int}), Promise.resolve({int})]).then((all) => console.log(all.join()));",
  "void Promise.allSettled([Promise.resolve({int}), new Promise<number>((_, no) => no(new Error({text})))]).then((all) => console.log(all.map((one) => one.status).join()));",
  "void Promise.any([new Promise<number>((_, no) => no(new Error({text}))), Promise.resolve({int})]).then((first) => console.log(`${first}`));",
  "void Promise.race([Promise.resolve({text}), Promise.resolve({text})]).then((first) => console.log(first));",
  "void Promise.reject(new TypeError({text})).catch((e: Error) => console.log(e.toString(), e instanceof TypeError));",
];

const OBJECTS = [
  "const o§: { a?: number; b: string } = { a: {int}, b: {text} }; if ({truth}) delete o§.a; console.log(JSON.stringify(o§), JSON.stringify(Object.keys(o§)));",
  "const o§ = Object.assign({ a: {int} }, { b: {text} }); console.log(JSON.stringify(o§)); const f§ = Object.freeze({ c: {int} }); console.log(`${f§.c}`, JSON.stringify(Object.fromEntries([['k', {int}]])));",
  "const o§ = { n: {int}, get twice(): string { return `${this.n}!`; }, set twice(v: string) { this.n = v.length; }, say(x: number): string { return `${this.n ^ x}`; } }; console.log(o§.twice, o§.say({int})); o§.twice = {text}; console.log(o§.twice);",
  "const f§: (() => number) | undefined = {truth} ? () => {int} : undefined; console.log(`${f§?.()}`, `${f§?.() ?? 'no call'}`);",
  "const c§: { in?: { text: string } } = {truth} ? { in: { text: {text} } } : {}; console.log(`${c§.in?.text.length}`, c§.in?.text.slice(0, 1) ?? 'none');",
  "const n§: number | null = {truth} ? {int} : null; if (n§ !== null) console.log(`${n§!}`);",
  "const m§ = [{int}].at(0)!; console.log(`${m§}`);",
  "const u§: number | string = {truth} ? {int} : {text}; if (typeof u§ === 'number') console.log(`number ${u§}`); else console.log(u§.length);",
  "const s§ = { x: {int} } satisfies { x: number }; const v§ = <number>s§.x; console.log(`${v§}`); ; void s§;",
  "const fact§ = function down(n: number): number { return n <= 0 ? 1 : ((n & 15) * down(n - 1)) & 0xffff; }; console.log(fact§({digit}));",
  "const e§ = new RangeError({text}, { cause: new SyntaxError({text}) }); console.log(e§.toString(), e§.name, e§.cause instanceof SyntaxError, `${e§}`); console.info({text}); console.debug({truth});",
  "console.log(Boolean({int}), Boolean({text}), JSON.stringify(Array<number>({digit}).fill({int})), [...Array({digit}).keys()].join());",
  "function take§({ a, b = {int} }: { a: number; b?: number } = { a: {int} }, [, d = {int}]: number[] = {ints}): string { return `${a} ${b} ${d}`; } console.log(take§(), take§({ a: {int}, b: {int} }, [{int}]));",
  "const e§ = new AggregateError([new Error({text})], {text}); console.log(`${e§}`, e§.errors.length);",
  "const k§ = { a: {int}, b: {int} }; for (const key of ['a', 'b'] as const) { k§[key] = k§[key] ^ 1; console.log(key, `${k§[key]}`); }",
  "block§: { console.log('in'); if ({truth}) break block§; console.log('still in'); }",
  "const shapes§: ({ kind: 'dot'; x: number } | { kind: 'line'; text: string })[] = [{ kind: 'dot', x: {int} }, { kind: 'line', text: {text} }]; for (const s of shapes§) { switch (s.kind) { case 'dot': console.log(`${s.x}`); break; case 'line': console.log(s.text); } }",
  "const pair§: [number, number] = [{int}, {int}]; console.log(pair§.map((x) => x ^ 1).join(), pair§.includes({int}), pair§.indexOf({int}), pair§.slice(1).join(), pair§.some((x) => x > 0), [...pair§].reverse().join(), `${pair§.at(-1)}`);",
  "const coder§ = new TextEncoder(); console.log([...coder§.encode({text})].join());",
  "const view§ = new DataView(new ArrayBuffer(8)); view§.setInt8(0, {int}); view§.setUint8(1, {int}); view§.setInt16(2, {int}); view§.setUint16(2, {int}, true); view§.setInt32(4, {int}, {truth}); view§.setUint32(4, {int}); console.log([0, 1, 2, 3, 4, 5, 6, 7].map((i) => view§.getUint8(i)).join());",
  "const b§ = {bytes.}.slice(); b§.forEach((x, i) => console.log(`${i}:${x}`)); console.log(`${b§.find((x) => x > {place})}`, b§.indexOf({place}), [...Uint8Array.of({int}, 1)].join(), [...Uint8Array.from({ints})].join()); if (b§.length > 2) b§.set([1, 2].length > 1 ? new Uint8Array([{int}]) : b§, 1); console.log(b§.join());",
  "console.log(`${Math.floor({int})} ${Math.ceil({int})} ${Math.round({int})}`);",
  "function pick§<T>(a: T, b: T, first: boolean): T { return first ? a : b; } console.log(`${pick§({int}, {int}, {truth})}`, pick§({text}, {text}, {truth}), pick§({ints}, {ints}, {truth}).length);",
  "function isText§(x: number | string): x is string { return typeof x === 'string'; } const w§: (number | string)[] = [{int}, {text}]; console.log(w§.filter(isText§).join(), w§.map((x) => (isText§(x) ? x.length : x & 1)).join());",
];

/** At the top of a module alone. */
const DECLARATIONS = [
  "const Made§ = class { #n = {int}; static made = 0; static { this.made = 5; } is(o: object): boolean { return #n in o; } get n(): number { return this.#n; } }; console.log(new Made§().is(new Made§()), `${new Made§().n}`, Made§.made);",
  "namespace Space§ { export const n = {int}; export const f = (x: number): number => x ^ n; } import Short§ = Space§; console.log(`${Short§.f({int})}`);",
  "class Box§<T> { constructor(private value: T, readonly log: string[] = []) {} get(): T { this.log.push('get'); return this.value; } set(value: T): this { this.value = value; return this; } } const box§ = new Box§({text}); console.log(box§.set({text}).get(), box§.log.join(), `${new Box§({int}).get()}`);",
  "interface Named§ { name: string; size(): number } class Dog§ implements Named§ { name = {text}; size(): number { return this.name.length; } } const all§: Named§[] = [new Dog§(), { name: {text}, size: () => {digit} }]; for (const one of all§) console.log(one.name, one.size());",
  "enum Way§ { Up = 1, Down, Left = 5 } console.log(Way§[Way§.Down], Way§[{digit}] ?? 'nowhere', `${Way§.Left}`);",
  "class Under§ extends Error { override name = 'Under§'; } try { throw new Under§({text}); } catch (e) { console.log(`${e as Error}`, e instanceof Under§, (e as Error).message.length); }",
  "function over§(x: number): string; function over§(x: string): number; function over§(x: number | string): number | string { return typeof x === 'number' ? `${x}` : x.length; } console.log(over§({int}), over§({text}));",
  "class Tree§ { left: Tree§ | null = null; constructor(readonly n: number) {} add(n: number): Tree§ { if (n < this.n && this.left) this.left.add(n); else this.left = new Tree§(n); return this; } depth(): number { return 1 + (this.left?.depth() ?? 0); } } console.log(new Tree§({int}).add({int}).add({int}).depth() < 5);",
];

export function snippet(m: Maker): string[] | null {
  if (!m.affords(30)) return null;
  const waits = m.runs > 3 ? [] : PROMISES;
  const text = m.choices.pick([
    ...ITERATION,
    ...OBJECTS,
    ...TUPLES,
    ...ARGUMENTS,
    ...TYPED_ARRAYS,
    ...waits,
    ...(m.isAtTop ? DECLARATIONS : []),
  ]);
  const own = m.typeName("");
  const words = m.choices.pick(WORDS);
  return [m.still(() => filled(m, text.replaceAll("{Words}", words), 2), null).replaceAll("§", own)];
}
