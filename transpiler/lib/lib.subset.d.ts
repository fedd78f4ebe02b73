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
type IteratorResult<T, TReturn = any> = IteratorYieldResult<T> | IteratorReturnResult<TReturn>;
interface Iterator<T, TReturn = any, TNext = any> {
  next(...value: [] | [TNext]): IteratorResult<T, TReturn>;
  return?(value?: TReturn): IteratorResult<T, TReturn>;
}
interface Iterable<T, TReturn = any, TNext = any> {
  [Symbol.iterator](): Iterator<T, TReturn, TNext>;
}
interface IterableIterator<T, TReturn = any, TNext = any> extends Iterator<T, TReturn, TNext> {
  [Symbol.iterator](): IterableIterator<T, TReturn, TNext>;
}
/** What calling a function* gives. */
interface Generator<T = unknown, TReturn = any, TNext = any> extends Iterator<T, TReturn, TNext> {
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
  /** The digits of an integer in base 10 or 16. */
  toString(radix?: 10 | 16): string;
}
interface NumberConstructor {
  readonly MAX_SAFE_INTEGER: 9007199254740991;
  readonly MIN_SAFE_INTEGER: -9007199254740991;
}
declare const Number: NumberConstructor;

interface Boolean {
  readonly __boolean?: never;
}

interface Math {
  abs(x: number): number;
  ceil(x: number): number;
  floor(x: number): number;
  trunc(x: number): number;
  round(x: number): number;
  max(first: number, ...rest: number[]): number;
  min(first: number, ...rest: number[]): number;
  imul(x: number, y: number): i32;
  sign(x: number): int<-1, 1>;
  fround(x: number): float;
}
declare const Math: Math;

// Strings: UTF-16 code units, as in JavaScript

interface String {
  readonly length: int<0, 536870911>;
  readonly [index: number]: string;
  charAt(index: number): string;
  charCodeAt(index: number): u16;
  codePointAt(index: number): int<0, 1114111> | undefined;
  indexOf(search: string, position?: number): int<-1, 536870911>;
  lastIndexOf(search: string): int<-1, 536870911>;
  includes(search: string): boolean;
  startsWith(search: string, position?: number): boolean;
  endsWith(search: string): boolean;
  slice(start?: number, end?: number): string;
  substring(start: number, end?: number): string;
  split(separator: string): string[];
  trim(): string;
  trimStart(): string;
  trimEnd(): string;
  repeat(count: number): string;
  padStart(length: number, fill?: string): string;
  padEnd(length: number, fill?: string): string;
  replaceAll(search: string, replacement: string): string;
  /** ASCII only: another text is refused, or stops. */
  toUpperCase(): string;
  /** ASCII only: another text is refused, or stops. */
  toLowerCase(): string;
  [Symbol.iterator](): StringIterator<string>;
}
interface StringConstructor {
  fromCharCode(...units: number[]): string;
  fromCodePoint(...points: number[]): string;
}
declare const String: StringConstructor;

// Arrays

interface ReadonlyArray<T> {
  readonly length: int<0, 536870911>;
  readonly [index: number]: T;
  indexOf(item: T): int<-1, 536870911>;
  includes(item: T): boolean;
  join(separator?: string): string;
  slice(start?: number, end?: number): T[];
  concat(other: readonly T[]): T[];
  map<U>(f: (item: T, index: int<0, 536870911>) => U): U[];
  filter(f: (item: T, index: int<0, 536870911>) => boolean): T[];
  some(f: (item: T, index: int<0, 536870911>) => boolean): boolean;
  every(f: (item: T, index: int<0, 536870911>) => boolean): boolean;
  find(f: (item: T, index: int<0, 536870911>) => boolean): T | undefined;
  findIndex(f: (item: T, index: int<0, 536870911>) => boolean): int<-1, 536870911>;
  forEach(f: (item: T, index: int<0, 536870911>) => void): void;
  [Symbol.iterator](): ArrayIterator<T>;
}
interface Array<T> {
  length: int<0, 536870911>;
  [index: number]: T;
  push(...items: T[]): int<0, 536870911>;
  pop(): T | undefined;
  shift(): T | undefined;
  unshift(item: T): int<0, 536870911>;
  splice(start: number, count: number): T[];
  reverse(): T[];
  fill(value: T): T[];
  indexOf(item: T): int<-1, 536870911>;
  includes(item: T): boolean;
  join(separator?: string): string;
  slice(start?: number, end?: number): T[];
  concat(other: readonly T[]): T[];
  sort(compare: (a: T, b: T) => number): T[];
  map<U>(f: (item: T, index: int<0, 536870911>) => U): U[];
  filter(f: (item: T, index: int<0, 536870911>) => boolean): T[];
  some(f: (item: T, index: int<0, 536870911>) => boolean): boolean;
  every(f: (item: T, index: int<0, 536870911>) => boolean): boolean;
  find(f: (item: T, index: int<0, 536870911>) => boolean): T | undefined;
  findIndex(f: (item: T, index: int<0, 536870911>) => boolean): int<-1, 536870911>;
  forEach(f: (item: T, index: int<0, 536870911>) => void): void;
  [Symbol.iterator](): ArrayIterator<T>;
}
interface ArrayConstructor {
  isArray(value: unknown): value is unknown[];
}
declare const Array: ArrayConstructor;

// Map and Set: keys are strings, integers or class instances

interface ReadonlyMap<K, V> {
  readonly size: int<0, 536870911>;
  get(key: K): V | undefined;
  has(key: K): boolean;
  keys(): MapIterator<K>;
  values(): MapIterator<V>;
  entries(): MapIterator<[K, V]>;
  [Symbol.iterator](): MapIterator<[K, V]>;
}
interface Map<K, V> extends ReadonlyMap<K, V> {
  set(key: K, value: V): this;
  delete(key: K): boolean;
  clear(): void;
}
interface MapConstructor {
  new <K, V>(entries?: Iterable<readonly [K, V]>): Map<K, V>;
}
declare const Map: MapConstructor;

interface ReadonlySet<T> {
  readonly size: int<0, 536870911>;
  has(item: T): boolean;
  values(): SetIterator<T>;
  [Symbol.iterator](): SetIterator<T>;
}
interface Set<T> extends ReadonlySet<T> {
  add(item: T): this;
  delete(item: T): boolean;
  clear(): void;
}
interface SetConstructor {
  new <T>(items?: Iterable<T>): Set<T>;
}
declare const Set: SetConstructor;

// Bytes

/** Bytes that nobody writes: MicroPython's `bytes`, or a Uint8Array seen for reading. */
interface ReadonlyUint8Array {
  readonly length: int<0, 536870911>;
  readonly [index: number]: u8;
  slice(start?: number, end?: number): Uint8Array;
  subarray(start: number, end?: number): ReadonlyUint8Array;
  indexOf(byte: number, from?: number): int<-1, 536870911>;
  [Symbol.iterator](): ArrayIterator<u8>;
}
interface Uint8Array {
  readonly length: int<0, 536870911>;
  [index: number]: u8;
  slice(start?: number, end?: number): Uint8Array;
  subarray(start: number, end?: number): Uint8Array;
  indexOf(byte: number, from?: number): int<-1, 536870911>;
  set(source: ReadonlyUint8Array, offset?: number): void;
  fill(byte: number): this;
  [Symbol.iterator](): ArrayIterator<u8>;
}
interface Uint8ArrayConstructor {
  new (length: number): Uint8Array;
  new (items: readonly number[] | ReadonlyUint8Array): Uint8Array;
}
declare const Uint8Array: Uint8ArrayConstructor;

interface TextEncoder {
  encode(text: string): Uint8Array;
}
interface TextEncoderConstructor {
  new (): TextEncoder;
}
declare const TextEncoder: TextEncoderConstructor;
interface TextDecoder {
  /** Well-formed UTF-8 only: other bytes stop with a TypeError. */
  decode(bytes: ReadonlyUint8Array): string;
}
interface TextDecoderConstructor {
  new (encoding: "utf-8", options: { fatal: true; ignoreBOM: true }): TextDecoder;
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

// JSON

/** What JSON.parse gives: narrow it with typeof, Array.isArray and === null before use. Numbers are integers. */
type JsonValue = string | number | boolean | null | JsonValue[] | { [key: string]: JsonValue };
interface JSON {
  /** Numbers must be integers; another text throws a SyntaxError. */
  parse(text: string): JsonValue;
  stringify(value: unknown): string;
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
}
declare const console: Console;

interface PromiseLike<T> {
  then<A, B = never>(
    fulfilled: (value: T) => A | PromiseLike<A>,
    rejected?: (reason: Error) => B | PromiseLike<B>,
  ): PromiseLike<A | B>;
}
interface Promise<T> {
  then<A, B = never>(
    fulfilled: (value: T) => A | PromiseLike<A>,
    rejected?: (reason: Error) => B | PromiseLike<B>,
  ): Promise<A | B>;
  catch<B>(rejected: (reason: Error) => B | PromiseLike<B>): Promise<T | B>;
  finally(settled: () => void): Promise<T>;
}
interface PromiseConstructor {
  new <T>(executor: (resolve: (value: T) => void, reject: (reason: Error) => void) => void): Promise<T>;
  resolve(): Promise<void>;
  resolve<T>(value: T): Promise<T>;
  reject<T = never>(reason: Error): Promise<T>;
  all<T>(promises: readonly Promise<T>[]): Promise<T[]>;
  race<T>(promises: readonly Promise<T>[]): Promise<T>;
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
