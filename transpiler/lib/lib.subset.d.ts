// biome-ignore-all lint/suspicious/noExplicitAny: what TypeScript's own library leaves open stays open for the author.
// biome-ignore-all lint/suspicious/noConfusingVoidType: what a generator returns may be void, and can be printed.

// The library of the subset: all that a program may use, and nothing else (the compiler runs with noLib).
// What JavaScript has and this file lacks is an error in the editor already. Every member declared here
// works on MicroPython as in Node; transpiler/tests calls each of them both ways.

/// <reference path="./brands.d.ts" />

interface Symbol {
  readonly __symbol?: never;
}
interface SymbolConstructor {
  readonly iterator: unique symbol;
}
declare const Symbol: SymbolConstructor;

interface Object {
  readonly __object?: never;
}
interface Function {
  readonly __function?: never;
}
interface CallableFunction extends Function {
  readonly __callable?: never;
}
interface NewableFunction extends Function {
  readonly __newable?: never;
}
interface IArguments {
  readonly __arguments?: never;
}
interface RegExp {
  readonly __regexp?: never;
}
interface TemplateStringsArray extends ReadonlyArray<string> {
  readonly raw: readonly string[];
}
type PropertyKey = string | number | symbol;

// Iteration

interface IteratorYieldResult<TYield> {
  done?: false;
  value: TYield;
}
interface IteratorReturnResult<TReturn> {
  done: true;
  value: TReturn;
}
type IteratorResult<T, TReturn = void> = IteratorYieldResult<T> | IteratorReturnResult<TReturn>;
interface Iterator<T, TReturn = void, TNext = any> {
  next(...value: [] | [TNext]): IteratorResult<T, TReturn>;
  return?(value?: TReturn): IteratorResult<T, TReturn>;
}
interface Iterable<T, TReturn = void, TNext = any> {
  [Symbol.iterator](): Iterator<T, TReturn, TNext>;
}
interface IterableIterator<T, TReturn = void, TNext = any> extends Iterator<T, TReturn, TNext> {
  [Symbol.iterator](): IterableIterator<T, TReturn, TNext>;
}
/** What calling a function* gives. */
interface Generator<T = unknown, TReturn = void, TNext = any> extends Iterator<T, TReturn, TNext> {
  return(value?: TReturn): IteratorResult<T, TReturn>;
  throw(error: Error): IteratorResult<T, TReturn>;
  [Symbol.iterator](): Generator<T, TReturn, TNext>;
}
interface ArrayIterator<T> extends IterableIterator<T, undefined, unknown> {
  [Symbol.iterator](): ArrayIterator<T>;
}
interface MapIterator<T> extends IterableIterator<T, undefined, unknown> {
  [Symbol.iterator](): MapIterator<T>;
}
interface SetIterator<T> extends IterableIterator<T, undefined, unknown> {
  [Symbol.iterator](): SetIterator<T>;
}
interface StringIterator<T> extends IterableIterator<T, undefined, unknown> {
  [Symbol.iterator](): StringIterator<T>;
}

// Utility types: they cost nothing

type Partial<T> = { [P in keyof T]?: T[P] };
type Required<T> = { [P in keyof T]-?: T[P] };
type Readonly<T> = { readonly [P in keyof T]: T[P] };
type Pick<T, K extends keyof T> = { [P in K]: T[P] };
type Record<K extends keyof never, T> = { [P in K]: T };
type Exclude<T, U> = T extends U ? never : T;
type Extract<T, U> = T extends U ? T : never;
type Omit<T, K extends keyof never> = Pick<T, Exclude<keyof T, K>>;
type NonNullable<T> = T & {};
type Parameters<T extends (...args: never) => unknown> = T extends (...args: infer P) => unknown ? P : never;
type ReturnType<T extends (...args: never) => unknown> = T extends (...args: never) => infer R ? R : never;
type ConstructorParameters<T extends abstract new (...args: never) => unknown> = T extends abstract new (
  ...args: infer P
) => unknown
  ? P
  : never;
type InstanceType<T extends abstract new (...args: never) => unknown> = T extends abstract new (
  ...args: never
) => infer R
  ? R
  : never;
type NoInfer<T> = intrinsic;
type Uppercase<S extends string> = intrinsic;
type Lowercase<S extends string> = intrinsic;
type Capitalize<S extends string> = intrinsic;
type Uncapitalize<S extends string> = intrinsic;
type Awaited<T> = T extends null | undefined
  ? T
  : T extends object & { then(fulfilled: infer F, ...args: infer _): unknown }
    ? F extends (value: infer V, ...args: infer _) => unknown
      ? Awaited<V>
      : never
    : T;

// Numbers

interface Number {
  toString(radix?: int<2, 36>): string;
  /** Of an integer zeros stand behind the point; a float from 10^21 on stops. */
  toFixed(digits?: int<0, 100>): string;
}
interface NumberConstructor {
  /** Of a text: an integer, or NaN; another number stops. */
  (value?: string | number | boolean | null): number;
  readonly MAX_SAFE_INTEGER: 9007199254740991;
  readonly MIN_SAFE_INTEGER: -9007199254740991;
  isFinite(value: unknown): boolean;
  isInteger(value: unknown): boolean;
  isNaN(value: unknown): boolean;
  isSafeInteger(value: unknown): boolean;
  parseInt(text: string, radix?: number): number;
}
declare const Number: NumberConstructor;
declare const NaN: number;
declare function isFinite(value: number): boolean;
declare function isNaN(value: number): boolean;
declare function parseInt(text: string, radix?: number): number;

interface Boolean {
  toString(): string;
}
type BooleanConstructor = (value?: unknown) => boolean;
declare const Boolean: BooleanConstructor;

interface Math {
  abs(x: number): number;
  ceil(x: number): number;
  clz32(x: number): int<0, 32>;
  floor(x: number): number;
  trunc(x: number): number;
  round(x: number): number;
  /** Of at least one number: of none, another one stops. */
  max(...values: number[]): number;
  min(...values: number[]): number;
  imul(x: number, y: number): i32;
  pow(base: number, exponent: number): number;
  sign(x: number): int<-1, 1>;
  /** Within Math.floor() or Math.trunc() for integers, within Math.fround() for floats. */
  sqrt(x: number): number;
  /** Rounds one operation to a float, or makes one of an integer. */
  fround(x: number): float;
  /** Within Math.fround() only, as the others. */
  readonly PI: 3.141592653589793;
  readonly E: 2.718281828459045;
  readonly SQRT2: 1.4142135623730951;
}
declare const Math: Math;

// Strings: UTF-16 code units, as in JavaScript

interface String {
  readonly length: int<0, 67108863>;
  readonly [index: number]: string;
  at(index: number): string | undefined;
  charAt(index?: number): string;
  charCodeAt(index?: number): u16;
  codePointAt(index?: number): int<0, 1114111> | undefined;
  concat(...texts: string[]): string;
  indexOf(search: string, position?: number): int<-1, 67108863>;
  lastIndexOf(search: string, position?: number): int<-1, 67108863>;
  includes(search: string, position?: number): boolean;
  startsWith(search: string, position?: number): boolean;
  endsWith(search: string, end?: number): boolean;
  isWellFormed(): boolean;
  slice(start?: number, end?: number): string;
  substring(start: number, end?: number): string;
  split(separator: string, limit?: u32): string[];
  trim(): string;
  trimStart(): string;
  trimEnd(): string;
  repeat(count: number): string;
  padStart(length: number, fill?: string): string;
  padEnd(length: number, fill?: string): string;
  replace(
    search: string,
    replacement: string | ((match: string, position: int<0, 67108863>, text: string) => string),
  ): string;
  replaceAll(
    search: string,
    replacement: string | ((match: string, position: int<0, 67108863>, text: string) => string),
  ): string;
  /** ASCII only: another text is refused, or stops. */
  toUpperCase(): string;
  /** ASCII only: another text is refused, or stops. */
  toLowerCase(): string;
  toString(): string;
  [Symbol.iterator](): StringIterator<string>;
}
interface StringConstructor {
  (value?: unknown): string;
  fromCharCode(...units: number[]): string;
  fromCodePoint(...points: number[]): string;
}
declare const String: StringConstructor;

// Arrays

interface ReadonlyArray<T> {
  readonly length: int<0, 67108863>;
  readonly [index: number]: T;
  at(index: number): T | undefined;
  concat(...items: (T | readonly T[])[]): T[];
  entries(): ArrayIterator<[int<0, 67108863>, T]>;
  every(f: (item: T, index: int<0, 67108863>, array: readonly T[]) => unknown): boolean;
  filter<S extends T>(f: (item: T, index: int<0, 67108863>, array: readonly T[]) => item is S): S[];
  filter(f: (item: T, index: int<0, 67108863>, array: readonly T[]) => unknown): T[];
  find<S extends T>(f: (item: T, index: int<0, 67108863>, array: readonly T[]) => item is S): S | undefined;
  find(f: (item: T, index: int<0, 67108863>, array: readonly T[]) => unknown): T | undefined;
  findIndex(f: (item: T, index: int<0, 67108863>, array: readonly T[]) => unknown): int<-1, 67108863>;
  findLast<S extends T>(f: (item: T, index: int<0, 67108863>, array: readonly T[]) => item is S): S | undefined;
  findLast(f: (item: T, index: int<0, 67108863>, array: readonly T[]) => unknown): T | undefined;
  findLastIndex(f: (item: T, index: int<0, 67108863>, array: readonly T[]) => unknown): int<-1, 67108863>;
  /** One level. */
  flat<U>(this: readonly (readonly U[])[], depth?: 1): U[];
  flatMap<U>(f: (item: T, index: int<0, 67108863>, array: readonly T[]) => U | readonly U[]): U[];
  forEach(f: (item: T, index: int<0, 67108863>, array: readonly T[]) => void): void;
  includes(item: T, from?: number): boolean;
  indexOf(item: T, from?: number): int<-1, 67108863>;
  join(separator?: string): string;
  keys(): ArrayIterator<int<0, 67108863>>;
  lastIndexOf(item: T, from?: number): int<-1, 67108863>;
  map<U>(f: (item: T, index: int<0, 67108863>, array: readonly T[]) => U): U[];
  reduce(f: (result: T, item: T, index: int<0, 67108863>, array: readonly T[]) => T): T;
  reduce(f: (result: T, item: T, index: int<0, 67108863>, array: readonly T[]) => T, start: T): T;
  reduce<U>(f: (result: U, item: T, index: int<0, 67108863>, array: readonly T[]) => U, start: U): U;
  reduceRight(f: (result: T, item: T, index: int<0, 67108863>, array: readonly T[]) => T): T;
  reduceRight(f: (result: T, item: T, index: int<0, 67108863>, array: readonly T[]) => T, start: T): T;
  reduceRight<U>(f: (result: U, item: T, index: int<0, 67108863>, array: readonly T[]) => U, start: U): U;
  slice(start?: number, end?: number): T[];
  some(f: (item: T, index: int<0, 67108863>, array: readonly T[]) => unknown): boolean;
  toReversed(): T[];
  toSorted(compare?: (a: T, b: T) => number): T[];
  values(): ArrayIterator<T>;
  with(index: number, value: T): T[];
  [Symbol.iterator](): ArrayIterator<T>;
}
interface Array<T> extends ReadonlyArray<T> {
  /** Written, it may only take items off. */
  length: int<0, 67108863>;
  [index: number]: T;
  copyWithin(target: number, start: number, end?: number): T[];
  every(f: (item: T, index: int<0, 67108863>, array: T[]) => unknown): boolean;
  fill(value: T, start?: number, end?: number): T[];
  filter<S extends T>(f: (item: T, index: int<0, 67108863>, array: T[]) => item is S): S[];
  filter(f: (item: T, index: int<0, 67108863>, array: T[]) => unknown): T[];
  find<S extends T>(f: (item: T, index: int<0, 67108863>, array: T[]) => item is S): S | undefined;
  find(f: (item: T, index: int<0, 67108863>, array: T[]) => unknown): T | undefined;
  findIndex(f: (item: T, index: int<0, 67108863>, array: T[]) => unknown): int<-1, 67108863>;
  findLast<S extends T>(f: (item: T, index: int<0, 67108863>, array: T[]) => item is S): S | undefined;
  findLast(f: (item: T, index: int<0, 67108863>, array: T[]) => unknown): T | undefined;
  findLastIndex(f: (item: T, index: int<0, 67108863>, array: T[]) => unknown): int<-1, 67108863>;
  flatMap<U>(f: (item: T, index: int<0, 67108863>, array: T[]) => U | readonly U[]): U[];
  forEach(f: (item: T, index: int<0, 67108863>, array: T[]) => void): void;
  map<U>(f: (item: T, index: int<0, 67108863>, array: T[]) => U): U[];
  pop(): T | undefined;
  push(...items: T[]): int<0, 67108863>;
  reduce(f: (result: T, item: T, index: int<0, 67108863>, array: T[]) => T): T;
  reduce(f: (result: T, item: T, index: int<0, 67108863>, array: T[]) => T, start: T): T;
  reduce<U>(f: (result: U, item: T, index: int<0, 67108863>, array: T[]) => U, start: U): U;
  reduceRight(f: (result: T, item: T, index: int<0, 67108863>, array: T[]) => T): T;
  reduceRight(f: (result: T, item: T, index: int<0, 67108863>, array: T[]) => T, start: T): T;
  reduceRight<U>(f: (result: U, item: T, index: int<0, 67108863>, array: T[]) => U, start: U): U;
  reverse(): T[];
  shift(): T | undefined;
  some(f: (item: T, index: int<0, 67108863>, array: T[]) => unknown): boolean;
  /** Without a comparison: texts and numbers, both by their texts. */
  sort(compare?: (a: T, b: T) => number): T[];
  splice(start: number, count?: number, ...items: T[]): T[];
  unshift(...items: T[]): int<0, 67108863>;
}
/** What `new Array(length)` gives: it must be filled at once. */
interface ArraySlots<T> {
  fill(value: T): T[];
}
interface UntypedArraySlots {
  [Symbol.iterator](): ArrayIterator<undefined>;
  fill<T>(value: T): T[];
  keys(): ArrayIterator<int<0, 67108863>>;
}
interface ArrayConstructor {
  new (length: number): UntypedArraySlots;
  new <T>(length: number): ArraySlots<T>;
  (length: number): UntypedArraySlots;
  <T>(length: number): ArraySlots<T>;
  from<T>(items: Iterable<T>): T[];
  from<T, U>(items: Iterable<T>, f: (item: T, index: int<0, 67108863>) => U): U[];
  from<U>(items: { readonly length: number }, f: (item: undefined, index: int<0, 67108863>) => U): U[];
  isArray(value: unknown): value is unknown[];
  of<T>(...items: T[]): T[];
}
declare const Array: ArrayConstructor;

// Map and Set: keys are strings, integers or objects

interface ReadonlyMap<K, V> {
  readonly size: int<0, 67108863>;
  get(key: K): V | undefined;
  has(key: K): boolean;
  keys(): MapIterator<K>;
  values(): MapIterator<V>;
  entries(): MapIterator<[K, V]>;
  forEach(f: (value: V, key: K, map: ReadonlyMap<K, V>) => void): void;
  [Symbol.iterator](): MapIterator<[K, V]>;
}
interface Map<K, V> extends ReadonlyMap<K, V> {
  set(key: K, value: V): this;
  delete(key: K): boolean;
  clear(): void;
  forEach(f: (value: V, key: K, map: Map<K, V>) => void): void;
}
interface MapConstructor {
  new <K, V>(entries?: Iterable<readonly [K, V]>): Map<K, V>;
}
declare const Map: MapConstructor;

interface ReadonlySet<T> {
  readonly size: int<0, 67108863>;
  has(item: T): boolean;
  keys(): SetIterator<T>;
  values(): SetIterator<T>;
  entries(): SetIterator<[T, T]>;
  forEach(f: (item: T, again: T, set: ReadonlySet<T>) => void): void;
  [Symbol.iterator](): SetIterator<T>;
}
interface Set<T> extends ReadonlySet<T> {
  add(item: T): this;
  delete(item: T): boolean;
  clear(): void;
  forEach(f: (item: T, again: T, set: Set<T>) => void): void;
}
interface SetConstructor {
  new <T>(items?: Iterable<T>): Set<T>;
}
declare const Set: SetConstructor;

// Typed arrays: what is stored keeps its low bits; what is written before the first element is ignored, beyond the last it stops

/** What all of them have; T is an element, A what a copy is. */
interface ReadonlyTypedArray<T extends number, A> {
  readonly byteLength: int<0, 268435455>;
  readonly length: int<0, 67108863>;
  readonly [index: number]: T;
  at(index: number): T | undefined;
  entries(): ArrayIterator<[int<0, 67108863>, T]>;
  every(f: (item: T, index: int<0, 67108863>) => unknown): boolean;
  filter(f: (item: T, index: int<0, 67108863>) => unknown): A;
  find(f: (item: T, index: int<0, 67108863>) => unknown): T | undefined;
  findIndex(f: (item: T, index: int<0, 67108863>) => unknown): int<-1, 67108863>;
  findLast(f: (item: T, index: int<0, 67108863>) => unknown): T | undefined;
  findLastIndex(f: (item: T, index: int<0, 67108863>) => unknown): int<-1, 67108863>;
  forEach(f: (item: T, index: int<0, 67108863>) => void): void;
  includes(item: number, from?: number): boolean;
  indexOf(item: number, from?: number): int<-1, 67108863>;
  join(separator?: string): string;
  keys(): ArrayIterator<int<0, 67108863>>;
  lastIndexOf(item: number, from?: number): int<-1, 67108863>;
  map(f: (item: T, index: int<0, 67108863>) => number): A;
  reduce(f: (result: number, item: T, index: int<0, 67108863>) => number): number;
  reduce(f: (result: number, item: T, index: int<0, 67108863>) => number, start: number): number;
  reduce<U>(f: (result: U, item: T, index: int<0, 67108863>) => U, start: U): U;
  reduceRight(f: (result: number, item: T, index: int<0, 67108863>) => number): number;
  reduceRight(f: (result: number, item: T, index: int<0, 67108863>) => number, start: number): number;
  reduceRight<U>(f: (result: U, item: T, index: int<0, 67108863>) => U, start: U): U;
  slice(start?: number, end?: number): A;
  some(f: (item: T, index: int<0, 67108863>) => unknown): boolean;
  toReversed(): A;
  toSorted(compare?: (a: T, b: T) => number): A;
  values(): ArrayIterator<T>;
  with(index: number, value: number): A;
  [Symbol.iterator](): ArrayIterator<T>;
}
interface TypedArray<T extends number, A> extends ReadonlyTypedArray<T, A> {
  /** That of a part of another Uint8Array stops, but for new DataView(part.buffer, part.byteOffset, part.byteLength). */
  readonly buffer: ArrayBuffer;
  /** Of a Uint8Array, in new DataView(part.buffer, part.byteOffset, part.byteLength) only. */
  readonly byteOffset: int<0, 268435455>;
  [index: number]: T;
  copyWithin(target: number, start: number, end?: number): A;
  fill(value: number, start?: number, end?: number): A;
  reverse(): A;
  set(source: readonly number[] | AnyTypedArray, offset?: number): void;
  /** Without a comparison: by the numbers. */
  sort(compare?: (a: T, b: T) => number): A;
  subarray(start?: number, end?: number): A;
}
/** Bytes that nobody writes: MicroPython's `bytes`, or a Uint8Array seen for reading. */
interface ReadonlyUint8Array extends ReadonlyTypedArray<u8, Uint8Array> {
  subarray(start?: number, end?: number): ReadonlyUint8Array;
}
type AnyTypedArray = ReadonlyUint8Array | Int8Array | Uint8Array | Int16Array | Uint16Array | Int32Array | Uint32Array;
interface TypedArrayConstructor<A> {
  new (length?: number): A;
  new (items: Iterable<number>): A;
  new (buffer: ArrayBuffer, start?: number, length?: number): A;
  from(items: Iterable<number>): A;
  from<T>(items: Iterable<T>, f: (item: T, index: int<0, 67108863>) => number): A;
  from(items: { readonly length: number }, f: (item: undefined, index: int<0, 67108863>) => number): A;
  of(...items: number[]): A;
}

interface Int8Array extends TypedArray<i8, Int8Array> {
  readonly BYTES_PER_ELEMENT: 1;
  readonly __element?: "Int8";
}
interface Int8ArrayConstructor extends TypedArrayConstructor<Int8Array> {
  readonly BYTES_PER_ELEMENT: 1;
}
declare const Int8Array: Int8ArrayConstructor;

interface Uint8Array extends TypedArray<u8, Uint8Array> {
  readonly BYTES_PER_ELEMENT: 1;
  readonly __element?: "Uint8";
}
interface Uint8ArrayConstructor extends TypedArrayConstructor<Uint8Array> {
  readonly BYTES_PER_ELEMENT: 1;
}
declare const Uint8Array: Uint8ArrayConstructor;

interface Int16Array extends TypedArray<i16, Int16Array> {
  readonly BYTES_PER_ELEMENT: 2;
  readonly __element?: "Int16";
}
interface Int16ArrayConstructor extends TypedArrayConstructor<Int16Array> {
  readonly BYTES_PER_ELEMENT: 2;
}
declare const Int16Array: Int16ArrayConstructor;

interface Uint16Array extends TypedArray<u16, Uint16Array> {
  readonly BYTES_PER_ELEMENT: 2;
  readonly __element?: "Uint16";
}
interface Uint16ArrayConstructor extends TypedArrayConstructor<Uint16Array> {
  readonly BYTES_PER_ELEMENT: 2;
}
declare const Uint16Array: Uint16ArrayConstructor;

interface Int32Array extends TypedArray<i32, Int32Array> {
  readonly BYTES_PER_ELEMENT: 4;
  readonly __element?: "Int32";
}
interface Int32ArrayConstructor extends TypedArrayConstructor<Int32Array> {
  readonly BYTES_PER_ELEMENT: 4;
}
declare const Int32Array: Int32ArrayConstructor;

interface Uint32Array extends TypedArray<u32, Uint32Array> {
  readonly BYTES_PER_ELEMENT: 4;
  readonly __element?: "Uint32";
}
interface Uint32ArrayConstructor extends TypedArrayConstructor<Uint32Array> {
  readonly BYTES_PER_ELEMENT: 4;
}
declare const Uint32Array: Uint32ArrayConstructor;

interface ArrayBuffer {
  readonly byteLength: int<0, 67108863>;
  readonly __buffer?: never;
  slice(start?: number, end?: number): ArrayBuffer;
}
interface ArrayBufferConstructor {
  new (length: int<0, 67108863>): ArrayBuffer;
}
declare const ArrayBuffer: ArrayBufferConstructor;
interface DataView {
  readonly byteLength: int<0, 67108863>;
  getInt8(offset: number): i8;
  getUint8(offset: number): u8;
  getInt16(offset: number, littleEndian?: boolean): i16;
  getUint16(offset: number, littleEndian?: boolean): u16;
  getInt32(offset: number, littleEndian?: boolean): i32;
  getUint32(offset: number, littleEndian?: boolean): u32;
  setInt8(offset: number, value: number): void;
  setUint8(offset: number, value: number): void;
  setInt16(offset: number, value: number, littleEndian?: boolean): void;
  setUint16(offset: number, value: number, littleEndian?: boolean): void;
  setInt32(offset: number, value: number, littleEndian?: boolean): void;
  setUint32(offset: number, value: number, littleEndian?: boolean): void;
}
interface DataViewConstructor {
  new (buffer: ArrayBuffer, start?: number, length?: number): DataView;
}
declare const DataView: DataViewConstructor;

interface TextEncoder {
  encode(text: string): Uint8Array;
}
interface TextEncoderConstructor {
  new (): TextEncoder;
}
declare const TextEncoder: TextEncoderConstructor;
interface TextDecoder {
  /** UTF-8. Where it is not well-formed, a fatal decoder throws a TypeError, another one puts U+FFFD. */
  decode(bytes: ReadonlyUint8Array): string;
}
interface TextDecoderConstructor {
  /** The options are written as a literal. */
  new (encoding?: "utf-8" | "utf8", options?: { fatal?: boolean; ignoreBOM?: boolean }): TextDecoder;
}
declare const TextDecoder: TextDecoderConstructor;

// Errors

interface Error {
  name: string;
  message: string;
  /** What led to it: never null. */
  cause?: unknown;
  toString(): string;
}
interface ErrorOptions {
  cause?: unknown;
}
interface ErrorConstructor {
  new (message?: string, options?: ErrorOptions): Error;
}
declare const Error: ErrorConstructor;
interface TypeError extends Error {
  readonly __typeError?: never;
}
interface TypeErrorConstructor {
  new (message?: string, options?: ErrorOptions): TypeError;
}
declare const TypeError: TypeErrorConstructor;
interface RangeError extends Error {
  readonly __rangeError?: never;
}
interface RangeErrorConstructor {
  new (message?: string, options?: ErrorOptions): RangeError;
}
declare const RangeError: RangeErrorConstructor;
interface SyntaxError extends Error {
  readonly __syntaxError?: never;
}
interface SyntaxErrorConstructor {
  new (message?: string, options?: ErrorOptions): SyntaxError;
}
declare const SyntaxError: SyntaxErrorConstructor;
/** What Promise.any rejects with. */
interface AggregateError extends Error {
  errors: Error[];
}
interface AggregateErrorConstructor {
  new (errors: readonly Error[], message?: string, options?: ErrorOptions): AggregateError;
}
declare const AggregateError: AggregateErrorConstructor;

// JSON

/** What JSON.parse gives: narrow it with typeof, Array.isArray and === null before use. Numbers are integers. */
type JsonValue = string | number | boolean | null | JsonValue[] | { [key: string]: JsonValue };
interface JSON {
  /** Numbers must be integers, others stop; another text throws a SyntaxError. */
  parse(text: string): JsonValue;
  stringify(value: unknown, replacer?: null, space?: number | string): string;
}
declare const JSON: JSON;

/** Of records, dictionaries and instances: their own keys, integers first. */
interface ObjectConstructor {
  keys(value: object): string[];
  values<T>(value: { readonly [key: string]: T }): T[];
  values(value: object): unknown[];
  entries<T>(value: { readonly [key: string]: T }): [string, T][];
  entries(value: object): [string, unknown][];
  hasOwn(value: object, key: string): boolean;
  is(a: unknown, b: unknown): boolean;
  assign<T extends object, U extends object>(target: T, source: U): T & U;
  assign<T extends object, U extends object, V extends object>(target: T, first: U, second: V): T & U & V;
  fromEntries<T>(entries: Iterable<readonly [string, T]>): { [key: string]: T };
  /** Of a literal. */
  freeze<T extends object>(literal: T): Readonly<T>;
}
declare const Object: ObjectConstructor;

// Console, promises, timers

interface Console {
  /** Strings, integers, booleans, null and undefined, as Node prints them. */
  log(...values: (string | number | boolean | null | undefined | void)[]): void;
  /** As log. */
  info(...values: (string | number | boolean | null | undefined | void)[]): void;
  /** As log. */
  debug(...values: (string | number | boolean | null | undefined | void)[]): void;
}
declare const console: Console;

interface PromiseLike<T> {
  then<A>(fulfilled: (value: T) => A | PromiseLike<A>): PromiseLike<A>;
  then<A, B>(
    fulfilled: (value: T) => A | PromiseLike<A>,
    rejected: (reason: Error) => B | PromiseLike<B>,
  ): PromiseLike<A | B>;
}
interface Promise<T> {
  then<A>(fulfilled: (value: T) => A | PromiseLike<A>): Promise<A>;
  then<A, B>(
    fulfilled: (value: T) => A | PromiseLike<A>,
    rejected: (reason: Error) => B | PromiseLike<B>,
  ): Promise<A | B>;
  catch<B>(rejected: (reason: Error) => B | PromiseLike<B>): Promise<T | B>;
  finally(settled: () => void): Promise<T>;
}
interface PromiseFulfilledResult<T> {
  status: "fulfilled";
  value: T;
}
interface PromiseRejectedResult {
  status: "rejected";
  reason: Error;
}
type PromiseSettledResult<T> = PromiseFulfilledResult<T> | PromiseRejectedResult;
interface PromiseConstructor {
  new <T>(executor: (resolve: (value: T) => void, reject: (reason: Error) => void) => void): Promise<T>;
  resolve(): Promise<void>;
  resolve<T>(value: T): Promise<T>;
  reject<T = never>(reason: Error): Promise<T>;
  all<T extends readonly Promise<unknown>[] | []>(promises: T): Promise<{ -readonly [P in keyof T]: Awaited<T[P]> }>;
  all<T>(promises: Iterable<Promise<T>>): Promise<T[]>;
  allSettled<T extends readonly Promise<unknown>[] | []>(
    promises: T,
  ): Promise<{ -readonly [P in keyof T]: PromiseSettledResult<Awaited<T[P]>> }>;
  allSettled<T>(promises: Iterable<Promise<T>>): Promise<PromiseSettledResult<T>[]>;
  any<T extends readonly Promise<unknown>[] | []>(promises: T): Promise<Awaited<T[number]>>;
  any<T>(promises: Iterable<Promise<T>>): Promise<T>;
  race<T extends readonly Promise<unknown>[] | []>(promises: T): Promise<Awaited<T[number]>>;
  race<T>(promises: Iterable<Promise<T>>): Promise<T>;
}
declare const Promise: PromiseConstructor;
declare function queueMicrotask(task: () => void): void;
declare function setTimeout(task: () => void, delay_ms: number): Timer;
declare function clearTimeout(timer: Timer): void;
declare function setInterval(task: () => void, delay_ms: number): Timer;
declare function clearInterval(timer: Timer): void;
interface Timer {
  readonly __timer?: never;
}
