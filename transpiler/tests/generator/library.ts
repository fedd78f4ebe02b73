// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the texts are TypeScript.
// Calls of the library's members, as texts with places for what is given to them: `{ints.}` is an object of a call, the
// others are arguments. Every member that lib.subset.d.ts declares for values stands here or in a rule of its own.
import { argument, at, type Code, called, LEVEL, object } from "./code.ts";
import type { Maker, Rule } from "./maker.ts";
import { anyOf } from "./places.ts";
import { BYTES, INT, isSame, TEXT, TRUTH, type Type } from "./types.ts";

const INTS: Type = { kind: "list", item: INT };
const TEXTS: Type = { kind: "list", item: TEXT };

const PLACES: Readonly<Record<string, Type>> = {
  int: INT,
  text: TEXT,
  truth: TRUTH,
  ints: INTS,
  texts: TEXTS,
  bytes: BYTES,
};

const OF_INT = [
  "{text.}.indexOf({text}, {small})",
  "{text.}.lastIndexOf({text}, {small})",
  "{ints.}.indexOf({int}, {small})",
  "{ints.}.lastIndexOf({int})",
  "{ints.}.findIndex((x) => x > ({int}))",
  "{ints.}.findLastIndex((x) => x < ({int}))",
  "{ints.}.reduce((sum, x) => (sum ^ x) | 1, {int})",
  "{ints.}.reduceRight((sum, x, i) => (sum ^ (x * 2 + i)) & 0xffff, {int})",
  "{texts.}.reduce((sum, x) => (sum + x.length) & 0xffff, 0)",
  "({ints.}.at({small}) ?? ({int}))",
  "({bytes.}.at({small}) ?? ({int}))",
  "({text.}.codePointAt({place}) ?? ({int}))",
  '"abc".charCodeAt({place})',
  "Math.clz32({int})",
  "Math.pow({digit}, {digit})",
  "Math.floor(Math.sqrt(({int}) & 0xffff))",
  "Math.trunc({int})",
  "{bytes.}.lastIndexOf({place})",
  "{bytes.}.findIndex((x) => x > {place})",
  "{bytes.}.reduce((sum, x) => (sum ^ x) << 1, {int})",
  "{bytes.}.byteLength",
  "new DataView(new Uint8Array([1, 200, 3, 255, 5, 6, 7, 8]).buffer).getInt16({place})",
  "new DataView(new Uint8Array([1, 200, 3, 255, 5, 6, 7, 8]).buffer, 1).getUint16({place}, {truth})",
  "new DataView(new Uint8Array([1, 200, 3, 255, 5, 6, 7, 8]).buffer).getInt32({place}, true)",
  "new DataView(new Uint8Array([1, 200, 3, 255, 5, 6, 7, 8]).buffer).getInt8({place})",
  "(new DataView(new ArrayBuffer(4)).getUint32(0) & 255)",
  "new DataView(new ArrayBuffer(4)).getUint8(1)",
  "(parseInt({int.}.toString(), 10) | 0)",
  "(Number.parseInt({int.}.toString(16), 16) | 0)",
  "(Number({int.}.toString()) | 0)",
  "Number({truth})",
  "Object.keys({ a: {int}, b: {text} }).length",
];

const OF_TEXT = [
  '({text.}.at({small}) ?? "none")',
  "{text.}.concat({text}, {text})",
  "{text.}.replace({text}, {text})",
  '{text.}.replace("a", (match, position) => `${match}${position}`)',
  '{text.}.replaceAll("a", (match) => match + match)',
  "{text.}.toString()",
  "{truth.}.toString()",
  "{int.}.toFixed({digit})",
  "{int.}.toString({radix})",
  "String({int})",
  "String({truth})",
  "String.fromCodePoint({place} + 97, 128512)",
  "String.fromCharCode({place} + 97)",
  '{texts.}.reduce((all, x) => all + x.slice(0, 1), "")',
  "({texts.}.at({small}) ?? ({text}))",
  '({texts.}.find((x) => x.length > {place}) ?? "nothing")',
  '({texts.}.findLast((x) => x < ({text})) ?? "nothing")',
  "JSON.stringify({ints}, null, 2)",
  "JSON.stringify({ a: {int}, b: [{text}, {truth}, null] })",
  "JSON.stringify(JSON.parse(JSON.stringify({texts})))",
  "new TextDecoder().decode(new TextEncoder().encode({text}))",
  "Object.entries({ b: {int}, a: {int} }).map(([key, value]) => `${key}=${value}`).join()",
  "Object.values({ b: {text}, a: {text} }).join()",
  "{bytes.}.join({text})",
  '"a,b,,c".split(",", {place}).join("|")',
  "[...{text}].length.toString()",
];

const OF_TRUTH = [
  "{text.}.includes({text}, {small})",
  "{text.}.startsWith({text}, {small})",
  "{text.}.endsWith({text}, {small})",
  "{text.}.isWellFormed()",
  "{ints.}.includes({int}, {small})",
  "{bytes.}.includes({place})",
  "{bytes.}.some((x) => x > {place})",
  "{bytes.}.every((x) => x > {place})",
  "Number.isInteger({int})",
  "Number.isSafeInteger({int})",
  "isNaN(parseInt({text}))",
  "Number.isNaN(Number({text}))",
  "isFinite({int})",
  "Number.isFinite({int})",
  "Array.isArray({ints})",
  "Object.hasOwn({ a: {int} }, {text})",
  "Object.is({int}, {int})",
];

const OF_INTS = [
  "{ints.}.toSorted((a, b) => a - b)",
  "{ints.}.toReversed()",
  "[{int}, ...{ints}].with(0, {int})",
  "{ints.}.flatMap((x) => [x, {int}])",
  "[{ints}, {ints}].flat()",
  "Array.from({ints}, (x) => x ^ 1)",
  "Array.from({ length: {digit} }, (_, i) => (i << 2) | 0)",
  "Array.from({ints})",
  "Array.of({int}, {int})",
  "new Array<number>({digit}).fill({int})",
  "{ints.}.slice().fill({int}, {small}, {small})",
  "{ints.}.slice().copyWithin({small}, {small})",
  "[...{ints.}.entries()].map(([i, x]) => i ^ x)",
  "[...{ints.}.keys()].map((i) => i | 0)",
  "[...{ints.}.values()]",
  "{ints.}.slice().splice({small}, {digit}, {int}, {int})",
  "{ints.}.concat({int}, {ints})",
  "[...{bytes.}.entries()].map(([i, x]) => i ^ x)",
  "[...{bytes.}.keys()].map((i) => i | 0)",
  "[...{bytes.}.values()].map((i) => i | 0)",
];

const OF_TEXTS = [
  '{text.}.split("a")',
  "{texts.}.toSorted()",
  "{texts.}.slice().sort()",
  "{texts.}.toReversed()",
  "{texts.}.flatMap((x) => [x, x.slice(0, 0)])",
  "[{texts}, {texts}].flat()",
  "Array.from({texts})",
  "Array.from({text})",
  "Object.keys({ z: {int}, a: {text} })",
  "{texts.}.filter((x, i) => i > 0 && x !== ({text}))",
];

const OF_BYTES = [
  "{bytes.}.slice().fill({int}, {place})",
  "{bytes.}.slice().reverse()",
  "{bytes.}.slice().copyWithin({place}, {small})",
  "new Uint8Array(new Uint8Array({bytes}).buffer.slice({place}))",
  "new Uint8Array({ints})",
  "new Uint8Array({bytes})",
];

const CALLS: readonly (readonly [Type, readonly string[]])[] = [
  [INT, OF_INT],
  [TEXT, OF_TEXT],
  [TRUTH, OF_TRUTH],
  [INTS, OF_INTS],
  [TEXTS, OF_TEXTS],
  [BYTES, OF_BYTES],
];

export function libraryRules(type: Type): Rule[] {
  const texts = CALLS.find(([result]) => isSame(result, type))?.[1];
  return texts ? [{ weight: 9, make: (m, depth) => call(m, m.choices.pick(texts), depth) }] : [];
}

/** What stands in a function that is handed over cannot wait. */
function call(m: Maker, text: string, depth: number): Code {
  return called(text.includes("=>") ? m.still(() => filled(m, text, depth)) : filled(m, text, depth));
}

/** The text with a value in each of its places. */
export function filled(m: Maker, text: string, depth: number): string {
  return text.replaceAll(/(?<!\$)\{(\w+)(\.?)\}/g, (_, name: string, dot: string) => {
    if (name === "small") return String(m.choices.between(-3, 4));
    if (name === "place") return String(m.choices.below(3));
    if (name === "digit") return String(m.choices.below(6));
    if (name === "radix") return String(m.choices.pick([2, 8, 10, 16, 36]));
    const value = anyOf(m, PLACES[name] as Type, depth);
    if (dot === ".") return objectOf(value);
    return name === "truth" ? at(LEVEL.nullish, value) : argument(value);
  });
}

/** A number's own literal needs parentheses before a point, as what is weaker than a call does. */
function objectOf(value: Code): string {
  return value.level === LEVEL.atom && value.text.startsWith("{") ? `(${value.text})` : object(value);
}
