// The checks that stand around every expression of a program on the Node side: what the compiler has proven of a value
// must be so. A value that breaks its own static type where the language says that a program may stop (an element that is
// not there, an untrue `!`, half of a surrogate pair) stops Node too. This file is bundled into the programs.
import { parentPort } from "node:worker_threads";
import type { FactProperty, FactType } from "../../src/facts/facts.ts";
import type { Range } from "../../src/ranges/range.ts";

/** What the checks need to know of a program; see instrument.ts. */
export interface FactTable {
  readonly facts: readonly CheckedFact[];
  readonly shapes: readonly (readonly FactProperty[])[];
  readonly classes: readonly { readonly name: string; readonly properties: readonly FactProperty[] }[];
}

export interface CheckedFact {
  readonly file: string;
  readonly line: number;
  readonly source: string;
  readonly types: readonly FactType[];
  /** A missing value here is the program's own fault, and stops it. */
  readonly mayStop: boolean;
  /** A number comes from a text or a float here: what is no integer stops. */
  readonly converts: boolean;
  /** `as`: a value of another type stops. */
  readonly casts: boolean;
}

/** Posted once to whoever runs the program. */
export interface StopMessage {
  readonly stop: { readonly file: string; readonly line: number };
}

/** How the line that tells of a wrong fact begins. */
export const WRONG_FACT = "A fact is wrong";

class Stop extends Error {}

/** So deep a value is looked into, and so many of its items. */
const DEPTH = 4;
const ITEMS = 50;
const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

let stopped = false;

function stop({ file, line }: CheckedFact, why: string): never {
  if (!stopped) {
    stopped = true;
    parentPort?.postMessage({ stop: { file, line } } satisfies StopMessage);
    // What finally blocks print from here on is not compared.
    console.log = () => undefined;
  }
  throw new Stop(why);
}

/** The functions that instrumented modules call. */
export function checks({ facts, shapes, classes }: FactTable) {
  limitLibrary();
  const fact = (index: number) => facts[index] as CheckedFact;

  function holds(type: FactType, value: unknown, depth: number): boolean {
    switch (type.kind) {
      case "number":
        return typeof value === "number" && inRange(type, value);
      case "float":
        return typeof value === "number" && isFloatIn(type, value);
      case "none":
        return type.flavour === "null" ? value === null : value === undefined;
      case "boolean":
      case "function":
      case "string":
        return typeof value === type.kind;
      case "typedArray":
        return isA(value, `${type.element}Array`);
      case "promise":
        return value instanceof Promise;
      case "error":
        return isA(value, type.name);
      case "unknown":
        return true;
      case "never":
        return false;
      case "union":
        return type.options.some((option) => holds(option, value, depth));
      default:
        return holdsParts(type, value, depth);
    }
  }

  function holdsParts(type: FactType, value: unknown, depth: number): boolean {
    if (typeof value === "function") return type.kind === "record";
    if (typeof value === "string") return type.kind === "iterator" || type.kind === "json";
    if (typeof value !== "object" || value === null) return type.kind === "json" && isJson(value);
    const every = (item: FactType, values: Iterable<unknown>) =>
      depth === 0 || [...values].slice(0, ITEMS).every((one) => holds(item, one, depth - 1));
    switch (type.kind) {
      case "array":
        return Array.isArray(value) && every(type.item, value);
      case "tuple":
        return (
          Array.isArray(value) &&
          value.length <= type.items.length &&
          (depth === 0 || type.items.every((item, i) => holds(item, value[i], depth - 1)))
        );
      case "set":
        return value instanceof Set && every(type.item, value);
      case "map":
        return value instanceof Map && every(type.key, value.keys()) && every(type.value, value.values());
      case "dict":
        return every(type.item, Object.values(value));
      case "iterator":
        return Symbol.iterator in value || "next" in value;
      case "record":
        return holdsProperties(shapes[type.shape] ?? [], value, depth);
      case "instance": {
        const { name, properties } = classes[type.classId] ?? { name: "", properties: [] };
        return isA(value, name) && holdsProperties(properties, value, depth);
      }
      default:
        return type.kind === "json";
    }
  }

  /** Only what is there as data: a getter would run, and a field is undefined until its constructor comes to it. */
  function holdsProperties(properties: readonly FactProperty[], value: object, depth: number): boolean {
    if (depth === 0) return true;
    return properties.every(({ name, type }) => {
      const property = Object.getOwnPropertyDescriptor(value, name);
      return property?.value === undefined || holds(type, property.value, depth - 1);
    });
  }

  function isTrue(index: number, value: unknown): boolean {
    return fact(index).types.some((type) => holds(type, value, DEPTH));
  }

  return {
    /** The value of an expression, for whose facts it must be true. */
    check<T>(index: number, value: T): T {
      if (holdsLoneSurrogate(value)) stop(fact(index), "a lone surrogate");
      if (isTrue(index, value)) return value;
      if (fact(index).types.some(({ kind }) => kind === "float") && isNoFloat(value)) stop(fact(index), "no float");
      if (fact(index).mayStop && isMissing(value)) stop(fact(index), "a missing value");
      if (fact(index).casts) stop(fact(index), "a value of another type");
      if (fact(index).converts && !Number.isSafeInteger(value)) stop(fact(index), "a number that is no integer");
      const { file, line, source } = fact(index);
      console.log(`${WRONG_FACT} at ${file}:${line}: ${source} is ${show(value)}, proven: ${prove(fact(index))}`);
      return value;
    },
    /** The object of an assignment to an element, or to the length: a place beyond the one after the last stops. */
    target<T extends object>(index: number, value: T): T {
      if (!Array.isArray(value)) return value;
      return new Proxy(value, {
        set(array, key, item) {
          if (!(Number(key === "length" ? item : key) <= array.length)) stop(fact(index), "beyond the end");
          return Reflect.set(array, key, item);
        },
      });
    },
    /** The default of an element of a pattern that has none: it is only asked for where the element is missing. */
    missing(index: number): never {
      return stop(fact(index), "a missing element");
    },
    /** The beginning of every catch: no program sees a stop. */
    caught(error: unknown): void {
      if (error instanceof Stop) throw error;
    },
  };
}

/** Where the library does less than JavaScript's, and says so: lib.subset.d.ts. */
function limitLibrary(): void {
  // A lone surrogate stops, whatever it was made by.
  for (const name of ["toUpperCase", "toLowerCase"] as const) {
    const whole = String.prototype[name];
    String.prototype[name] = function (this: string) {
      return /^[\0-\x7f]*$/.test(this) ? whole.call(this) : "\ud800";
    };
  }
  const parse = JSON.parse;
  JSON.parse = (text: string) => {
    const value: unknown = parse(text);
    const numbers = text.replaceAll(/"(\\.|[^"\\])*"/g, "").match(/-?\d[\d.eE+-]*/g) ?? [];
    if (numbers.every((number) => Number.isSafeInteger(Number(number)) && /^(-?[1-9]\d*|0)$/.test(number)))
      return value;
    throw new SyntaxError("a number that is no integer");
  };
}

function inRange(type: Range, value: number): boolean {
  if (Number.isNaN(value)) return type.nan;
  if (type.nonZero && value === 0) return false;
  const isInteger = Number.isInteger(value) && value >= type.low && value <= type.high;
  return isInteger && (type.negativeZero || !Object.is(value, -0));
}

const NORMAL_MIN = 2 ** -126;

/** Too large, too close to 0, or nothing at all: the device stops where it comes about. */
function isNoFloat(value: unknown): boolean {
  return typeof value === "number" && (!Number.isFinite(value) || (value !== 0 && Math.abs(value) < NORMAL_MIN));
}

function isFloatIn({ low, high, grain = 0, ...type }: Range, value: number): boolean {
  if (isNoFloat(value) || Math.fround(value) !== value || (type.nonZero && value === 0)) return false;
  const isInside = value >= low && value <= high && (grain === 0 || Number.isInteger(value / grain));
  return isInside && (type.negativeZero || !Object.is(value, -0));
}

/** By name, as the classes of a program are known to this file by name only; some have none. */
function isA(value: unknown, name: string): boolean {
  if (name === "") return typeof value === "object" && value !== null;
  for (let at: unknown = value; at !== null && typeof at === "object"; at = Object.getPrototypeOf(at))
    if (at.constructor.name === name) return true;
  return false;
}

/** Or what every object has, read under a key of a dictionary: no value of its type. */
function isMissing(value: unknown): boolean {
  return value === undefined || value === null || Number.isNaN(value) || typeof value === "function";
}

function isJson(value: unknown): boolean {
  return value === null || ["string", "boolean"].includes(typeof value) || Number.isInteger(value);
}

function holdsLoneSurrogate(value: unknown): boolean {
  if (Array.isArray(value))
    return value.slice(0, ITEMS).some((item) => typeof item === "string" && LONE_SURROGATE.test(item));
  return typeof value === "string" && LONE_SURROGATE.test(value);
}

function show(value: unknown): string {
  if (Object.is(value, -0)) return "-0";
  if (typeof value === "object" && value !== null)
    return `${value.constructor?.name} ${JSON.stringify(value)?.slice(0, 200)}`;
  return typeof value === "string" ? JSON.stringify(value) : String(value);
}

function prove({ types }: CheckedFact): string {
  return types
    .map((type) => JSON.stringify(type))
    .join(" or ")
    .slice(0, 300);
}
