// biome-ignore-all lint/suspicious/noTemplateCurlyInString: whole programs stand in quotes here.
// Every kind of syntax that a .ts file can have is translated, or refused by name: a small program for each. What none of
// them shows is named with the reason why no tree of a .ts file has it.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import ts from "typescript";
import { afterAll, expect, it } from "vitest";
import { compile } from "../src/compile.ts";

const ACCEPTED = [
  'const big: number = 1_000; let text: string = "a"; const plain = `b`; text += `${big}${text}c`; console.log(text, plain);',
  "const flags: boolean[] = [true, false, !true]; const nothing: string | null = flags.length > 9 ? 'x' : null; console.log(`${nothing}`);",
  "let n = 5; n = n + 1 - 2 * 3; n = n % 4; n = 2 ** 3; n = (n & 1) | 2; n = n ^ 1; n = ~n; n = n << 1; n = n >> 1; n = n >>> 1; n = -n; n = +n; console.log(`${n}`);",
  "let n = 5; n += 1; n -= 1; n *= 2; n %= 4; n **= 2; n &= 255; n |= 1; n ^= 2; n <<= 1; n >>= 1; n >>>= 1; n++; --n; console.log(`${n}`);",
  "let n = 5; n = Math.floor(n / 2); n = Math.trunc(n / 2); const s = n > 1 && n < 5 || n >= 7 && n <= 9; console.log(s === false, n !== 4);",
  'let a: string | undefined; a ??= "x"; let b = ""; b ||= "y"; b &&= "z"; const c = a ?? b; console.log(c, a?.length === 1, b!.length);',
  'const o = { x: 1, "y z": 2 }; console.log(o["x"], o.x, ((o.x, o.x)));',
  "for (let i = 0; i < 2; i++) { if (i === 1) continue; else console.log(i); } let j = 2; while (j > 0) j--; do { j++; } while (j < 2); for (const x of [1]) { console.log(x); break; } ;",
  "outer: for (const a of [1, 2]) { for (const b of [1]) { if (a === b) continue outer; break outer; } }",
  'switch ("a".length as number) { case 1: console.log("one"); break; default: console.log("more"); }',
  'try { throw new Error("no"); } catch (error) { console.log((error as Error).message); } finally { console.log("end"); } try { console.log("fine"); } catch { console.log("-"); }',
  "function f(a: number, b = 2, ...rest: number[]): number { return a + b + rest.length; } const g = (x: number) => x; const h = function (y: number) { return y; }; console.log(f(1), f(...[1, 2] as const), g(1), h(2));",
  "function* g(): Generator<number> { yield 1; yield* [2, 3]; } for (const n of g()) console.log(n);",
  "async function f(): Promise<number> { const n = await Promise.resolve(1); return n; } void f();",
  "const [a, , b = 3, ...c] = [1, 2, 3, 4] as number[]; const { x, y: z = 2, ...r } = { x: 1, y: 5, w: 3 }; console.log(a, b, c.length, x, z, JSON.stringify(r));",
  "abstract class A { abstract go(): void; } class B extends A { static #count = 0; static { B.#count++; } #x = 1; protected y!: number; declare readonly z: number; constructor(public readonly p: number, private q = 2) { super(); this.y = this.q; } get v(): number { return this.#x; } set v(n: number) { this.#x = n; } override go(): void { super.toString; } static make(): B { return new B(1); } has(o: object): boolean { return #x in o; }; }  console.log(B.make().p);".replace(
    " super.toString; ",
    " ",
  ),
  "const C = class { n = 1; }; console.log(new C().n, new C() instanceof C);",
  'interface I { readonly a: number; b?: string; m(): number; [Symbol.iterator](): Iterator<number>; } interface J { (x: number): string } type K = { new (x: number): I }; const i: Pick<I, "a"> = { a: 1 }; console.log(i.a);',
  "type T = [a: number, b?: string, ...rest: boolean[]]; type Tuple = [number?, ...string[]]; type U = (number | string) & {}; type F = (this: string, x: number) => asserts x is 1; type N = new () => object; type Q = typeof Math; const t: T = [1]; console.log(t.length);",
  "type P<T> = { -readonly [K in keyof T]+?: T[K] }; type C<T> = T extends (infer U)[] ? U : never; type L = `a${number}b${string}`; type O = readonly string[]; type X = unknown; type Y = symbol; type Z = bigint; type V = void; type M = { a: undefined; b: null; c: 1; d: -1; e: object; this_: () => unknown }; const one: C<number[]> = 1; console.log(one);",
  'interface Chain { next(): this; is(x: unknown): x is string; } declare const unused: unique symbol; enum E { A, B = 5, C = "c" } const enum F { A = 1 } console.log(E.A, F.A);',
  "namespace Space.Inner { export const n = 1; } import Short = Space.Inner; console.log(Short.n); export {};",
  "export default function go(): number { return 1; } console.log(go());",
  "declare global { interface Extra { n: number } } export {};",
  "const record: Record<string, number> = { a: 1 }; delete record.a; console.log('a' in record, typeof record === 'object'); const key = 'a' as const; const s = { [key]: 1, record, ...{ q: 1 } } satisfies object; console.log(JSON.stringify(Object.keys(s)));",
  "const n = <number>1; console.log(n); function id<const T extends string = 'a'>(x: T): T { return x; } console.log(id('b')); interface Box<in out T> { v: T } const b: Box<number> = { v: 1 }; console.log(b.v);",
  "type Only = import('./other.ts').Other; const o: Only = { n: 1 }; console.log(o.n); export { o as p }; export type { Only };",
  "import first, { value, type Other, value as again } from './other.ts'; import * as all from './other.ts'; const o: Other = { n: value + again + all.value + first }; console.log(o.n); export * as others from './other.ts'; export default o;",
  "const index: { [key: string]: number } = {}; console.log(Object.keys(index).length); const m: typeof index = index; console.log(m === index);",
];

/** With a code that the compiler must give; TypeScript's own where it stands before. */
const REFUSED: readonly (readonly [string, string])[] = [
  ["TP1001", "const n = 10n; console.log(n);"],
  ["TP1001", "const r = /a/; console.log(r);"],
  ["TP1001", "const f = (parts: TemplateStringsArray): number => parts.length; console.log(f`a`);"],
  ["TP1001", "function f(): boolean { return new.target === undefined; } console.log(f());"],
  ["TP1001", "debugger;"],
  ["TP1001", "const xs = [1, , 2]; console.log(xs.length);"],
  ["TP1001", "var a = 1; console.log(a);"],
  ["TP1001", 'for (const key in new Map([["a", 1]])) console.log(key);'],
  ["TP2013", "let n = 1; n = n; console.log(n == 2, n != 3);"],
  ["TP3002", "let n = 5; n /= 2; console.log(n);"],
  [
    "TP1002",
    "async function f(): Promise<void> { async function* g() { yield 1; } for await (const n of g()) console.log(n); } void f();",
  ],
  ["TP1001", "with (Math) { console.log(1); }"],
  ["TP1003", "function plain<T>(target: T): void {} @plain class A {} new A();"],
  ["TP1001", "class A { accessor x = 1; } console.log(new A().x);"],
  ["TP5005", "import json from './x.json' with { type: 'json' }; console.log(json);"],
  ["TS1202", "import legacy = require('./other.ts'); console.log(legacy);"],
  ["TS1314", "export as namespace Whole;"],
  ["TP2001", "const any: any = 1; console.log(any.x);"],
  ["TP1001", "using file = null; console.log(file);"],
  ["TP1001", "const later = import('./other.ts'); console.log(later);"],
];

/** Kinds that no tree of a .ts file has, by the reason. */
const ABSENT: Readonly<Record<string, RegExp>> = {
  "the compiler does not read .tsx": /^Jsx/,
  "a comment": /^JSDoc|Trivia$/,
  "a sign that belongs to its node":
    /^((Open|Close)(Brace|Paren|Bracket)|Dot|Semicolon|LessThanSlash|PlusPlus|MinusMinus|Tilde|At|Backtick|Hash)Token$/,
  "a word that a statement or an expression begins with":
    /^(Break|Case|Catch|Class|Continue|Debugger|Delete|Do|Else|Enum|Extends|Finally|For|Function|If|New|Return|Switch|Throw|Try|TypeOf|Var|While|With|Interface|Let|Yield)Keyword$/,
  "a word that belongs to its node":
    /^(Implements|Package|As|Assert|Constructor|Get|Set|Infer|Intrinsic|Is|KeyOf|Module|Namespace|Require|Satisfies|Type|Unique|Using|From|Global|Of|Defer)Keyword$/,
  "made up by TypeScript itself":
    /^(Unknown|Count|Bundle|SyntaxList|Synthetic\w+|NotEmitted\w+|PartiallyEmittedExpression|CommaListExpression|ImportTypeAssertionContainer)$/,
  "only after an error of syntax": /^MissingDeclaration$/,
};

const folder = mkdtempSync(join(tmpdir(), "kinds-"));
writeFileSync(
  join(folder, "other.ts"),
  "export const value = 1; export interface Other { n: number } export default 2;\n",
);
afterAll(() => rmSync(folder, { recursive: true }));

function codesOf(text: string): string[] {
  const entry = join(folder, "program.ts");
  writeFileSync(entry, text);
  return compile({ entry }).diagnostics.map(({ code, message }) => `${code} ${message}`);
}

function kindsIn(text: string): Set<ts.SyntaxKind> {
  const kinds = new Set<ts.SyntaxKind>();
  const visit = (node: ts.Node) => {
    kinds.add(node.kind);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile("program.ts", text, ts.ScriptTarget.ES2022, true));
  return kinds;
}

it.each(ACCEPTED)("is translated: %s", (text) => {
  expect(codesOf(text)).toEqual([]);
});

it.each(REFUSED)("is refused with %s: %s", (code, text) => {
  expect(codesOf(text).join("\n")).toMatch(code);
});

/** A kind's first and last names are those of groups. */
const NAMES = Object.entries(ts.SyntaxKind).filter(
  ([name, kind]) => typeof kind === "number" && !/^(First|Last)/.test(name),
);

it("every kind stands in one of these programs, or in no .ts file", () => {
  const programs = [...ACCEPTED, ...REFUSED.map(([, text]) => text)];
  const shown = new Set(programs.flatMap((text) => [...kindsIn(text)]));
  const isAbsent = (name: string) => Object.values(ABSENT).some((one) => one.test(name));
  const wrong = NAMES.filter(([name, kind]) => shown.has(kind as ts.SyntaxKind) === isAbsent(name));
  expect(wrong.map(([name]) => name)).toEqual([]);
});
