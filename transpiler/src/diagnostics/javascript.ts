// What JavaScript has and the subset may lack, by the name that TypeScript's own library gives the owner: what to write
// instead. A name that the subset declares after all is never asked for here.

import { ELEMENT_NAMES, oneArray } from "../types/typed-arrays.ts";

/** Names, separated by spaces; `()` is a call of the thing itself, `new` its construction. */
type Row = readonly [names: string, instead: string];

const REGULAR_EXPRESSION = "Use indexOf, includes, startsWith, split, or a loop over charCodeAt().";
const LOCALE = "Nothing on the device knows languages: compare with < and put texts together by hand.";
const COPY_FIRST = "Copy first: const copy = items.slice(); then change the copy.";
const NO_FLOATS = "Scale it to integers: 1.5 V as 1500 mV.";
const COMPARE_IN_LOOP = "Write a loop that compares: for (const x of xs) if (x > best) best = x;";
const LEGACY_HTML = 'Put the tag together: "<b>" + text + "</b>".';
const PROTOTYPE = "Objects have the members that their class declares: add a method there.";
const SET_ALGEBRA = "Write a loop: for (const item of a) if (b.has(item)) …";
const ARROW = "Write an arrow: () => object.method(1).";
const DESCRIPTOR = "Declare the property in a class: readonly, or with get and set.";
const BROWSER = "There is no browser on the device: use its modules, such as machine, network and socket.";
const PROTOCOL = "Write a method with a name of its own, and call it.";
const MEMORY = "Use an ArrayBuffer, and typed arrays over it.";
const ERROR_CLASS = "Extend Error: class ParseError extends Error {}.";
const BIGGER = "Integers are exact up to 2^53; hold larger ones in two.";
const CLOCK = 'Use the clock of the device: import { ticks_ms } from "time".';
const KEYS = "Use a Map, whose keys are told apart by identity, and delete what is done with.";
const HTTP = 'Use a socket: import { socket } from "socket".';
const DECLARE =
  'Declare what you need of "binascii" in a .d.ts of your own (--ambient): a2b_base64, b2a_base64, unhexlify.';
const ESCAPE = "Write a loop over the bytes of new TextEncoder().encode(text).";

const STRING: readonly Row[] = [
  ["match matchAll search", REGULAR_EXPRESSION],
  ["substr", "Write text.slice(start, start + length)."],
  ["trimLeft", "Write trimStart()."],
  ["trimRight", "Write trimEnd()."],
  ["valueOf", "It is a text already: leave the call away."],
  ["localeCompare toLocaleLowerCase toLocaleUpperCase", LOCALE],
  ["normalize toWellFormed", "Texts are taken as they come: normalize them where they are made."],
  ["anchor big blink bold fixed fontcolor fontsize italics link small strike sub sup", LEGACY_HTML],
];

const ARRAY: readonly Row[] = [
  ["toSpliced", COPY_FIRST],
  ["copyWithin", "Write a loop: items[to + i] = items[from + i];"],
  ["toString", "Write items.join()."],
  ["toLocaleString", LOCALE],
  [
    "push pop shift unshift splice sort reverse fill",
    "The array is readonly: declare it as T[], or change a copy of it.",
  ],
];

const TYPED_ARRAY: readonly Row[] = [
  ["toString", "Write items.join()."],
  ["toLocaleString", LOCALE],
];

const BYTES: readonly Row[] = [
  ...TYPED_ARRAY,
  ["toHex", 'Use hexlify(bytes): import { hexlify } from "binascii".'],
  ["setFromHex toBase64 setFromBase64", DECLARE],
  ["buffer byteOffset BYTES_PER_ELEMENT", "Pass the array itself, and subarray() for a part of it."],
];

const DATA_VIEW: readonly Row[] = [
  ["getFloat16 setFloat16 getFloat32 setFloat32 getFloat64 setFloat64", NO_FLOATS],
  ["getBigInt64 setBigInt64 getBigUint64 setBigUint64", "Read two of 32 bits: view.getUint32(0), view.getUint32(4)."],
  ["buffer byteOffset", "Hold the buffer, and where the view begins in it, beside the view."],
];

const NUMBER: readonly Row[] = [
  ["toPrecision toExponential", 'Put the digits together: Math.floor(n / 10) + "." + n % 10.'],
  ["toLocaleString", LOCALE],
  ["valueOf", "It is a number already: leave the call away."],
];

const FUNCTION: readonly Row[] = [
  ["bind call apply", ARROW],
  ["name length toString arguments caller prototype", "Hold what you need of a function in a constant beside it."],
];

const OBJECT: readonly Row[] = [
  ["hasOwnProperty propertyIsEnumerable", "Compare the property with undefined, or use `in` on a Record."],
  ["toString toLocaleString valueOf", "Write a method of your own, and call it."],
  ["isPrototypeOf constructor", "Write value instanceof TheClass."],
];

const MAP: readonly Row[] = [
  ["getOrInsert getOrInsertComputed", "Write map.get(key), and map.set(key, value) if it is undefined."],
];

const SET: readonly Row[] = [
  ["union intersection difference symmetricDifference isSubsetOf isSupersetOf isDisjointFrom", SET_ALGEBRA],
];

const MATH: readonly Row[] = [
  ["random", 'Use urandom(n) of "os", which gives n bytes.'],
  ["LN2 LN10 LOG2E LOG10E SQRT1_2", "Write the digits: Math.fround(0.6931471805599453)."],
  ["cbrt hypot", "Search the integer: let r = 0; while ((r + 1) * (r + 1) <= n) r++;"],
  ["log log2 log10 log1p exp expm1", "Count the digits or bits in a loop: while (n > 1) { n >>= 1; bits++; }"],
  ["sin cos tan asin acos atan atan2 sinh cosh tanh asinh acosh atanh", "Use a table of integers, scaled by 1000."],
  ["f16round", "Use Math.fround."],
];

const OBJECT_CONSTRUCTOR: readonly Row[] = [
  ["groupBy", "Fill a Record or a Map in a loop."],
  ["seal preventExtensions isFrozen isSealed isExtensible", "Declare it readonly: Readonly<T>, as const."],
  ["create setPrototypeOf getPrototypeOf", "Write a class, and extend it."],
  ["defineProperty defineProperties getOwnPropertyDescriptor getOwnPropertyDescriptors", DESCRIPTOR],
  ["getOwnPropertyNames getOwnPropertySymbols", "Use Object.keys."],
  ["() new", "Write an object literal: { … }."],
];

const NUMBER_CONSTRUCTOR: readonly Row[] = [
  ["parseFloat", "Read the digits in a loop: value = value * 10 + text.charCodeAt(i) - 48."],
  ["NaN", "Write NaN."],
  ["MAX_VALUE POSITIVE_INFINITY", "Use Number.MAX_SAFE_INTEGER."],
  ["MIN_VALUE NEGATIVE_INFINITY", "Use Number.MIN_SAFE_INTEGER."],
  ["EPSILON", NO_FLOATS],
  ["new", "Write the number itself."],
];

const CONSOLE: readonly Row[] = [
  ["error warn trace dir dirxml table group groupCollapsed groupEnd assert", "Use console.log."],
  ["time timeEnd timeLog count countReset timeStamp", `${CLOCK.slice(0, -1)}, and console.log.`],
  ["clear profile profileEnd", "There is no screen behind the console of the device."],
];

const PROMISE_CONSTRUCTOR: readonly Row[] = [
  ["withResolvers", "Write new Promise((resolve, reject) => …) and keep what it gives."],
  ["try", "Write an async function, and call it."],
];

const ERROR: readonly Row[] = [["stack", "The traceback goes to the serial log, and ts2mpy trace reads it."]];

/** Interfaces that stand for an iterator. */
const ITERATORS = [
  "Iterator",
  "IterableIterator",
  "Generator",
  "ArrayIterator",
  "MapIterator",
  "SetIterator",
  "StringIterator",
];
const ITERATOR: readonly Row[] = [["throw", "Leave the loop with break."]];

/** By the name of the interface in TypeScript's library. */
const MEMBERS: Readonly<Record<string, readonly Row[]>> = {
  String: STRING,
  Number: NUMBER,
  Boolean: [["valueOf", "Write a condition: flag ? 'on' : 'off'."]],
  Array: ARRAY,
  ReadonlyArray: ARRAY,
  Map: MAP,
  ReadonlyMap: [["set delete clear", "The map is readonly: declare it as a Map."], ...MAP],
  Set: SET,
  ReadonlySet: [["add delete clear", "The set is readonly: declare it as a Set."], ...SET],
  ArrayBuffer: [
    [
      "maxByteLength resizable resize detached",
      "Make a new buffer, and copy: new Uint8Array(to).set(new Uint8Array(from)).",
    ],
    ["transfer transferToFixedLength", "Pass the buffer itself."],
  ],
  DataView: DATA_VIEW,
  ...Object.fromEntries(ELEMENT_NAMES.map((element) => [`${element}Array`, TYPED_ARRAY])),
  Uint8Array: BYTES,
  ReadonlyUint8Array: [
    ["set fill sort reverse copyWithin", "These bytes are readonly: new Uint8Array(bytes) makes a copy."],
    ...BYTES,
  ],
  Function: FUNCTION,
  Object: OBJECT,
  Error: ERROR,
  TypeError: ERROR,
  RangeError: ERROR,
  SyntaxError: ERROR,
  AggregateError: ERROR,
  RegExp: [
    ["exec test compile source flags global ignoreCase multiline lastIndex", REGULAR_EXPRESSION],
    ["sticky unicode unicodeSets dotAll hasIndices", REGULAR_EXPRESSION],
  ],
  Symbol: [["description toString valueOf", "Use a text as the key."]],
  Math: MATH,
  JSON: [["rawJSON isRawJSON", "Put the text together from its parts."]],
  Console: CONSOLE,
  ObjectConstructor: OBJECT_CONSTRUCTOR,
  NumberConstructor: NUMBER_CONSTRUCTOR,
  StringConstructor: [
    ["raw", "Write the text with its backslashes doubled."],
    ["new", "Write the text itself."],
  ],
  ArrayConstructor: [["fromAsync", "Await in a loop: for (const p of promises) items.push(await p);"]],
  MapConstructor: [["groupBy", "Fill the map in a loop."]],
  SetConstructor: [["()", "Write new Set()."]],
  PromiseConstructor: PROMISE_CONSTRUCTOR,
  ArrayBufferConstructor: [["isView", "Write value instanceof Uint8Array."]],
  Uint8ArrayConstructor: [["fromHex fromBase64", DECLARE]],
  ErrorConstructor: [["isError captureStackTrace stackTraceLimit", "Write value instanceof Error."]],
  SymbolConstructor: [
    ["() for keyFor", "Use a text, or an enum, as the key."],
    ["asyncIterator", "Await in a loop over an array."],
    ["hasInstance isConcatSpreadable match matchAll replace search split species", PROTOCOL],
    ["toPrimitive toStringTag unscopables", PROTOCOL],
  ],
  ...Object.fromEntries(ITERATORS.map((name) => [name, ITERATOR])),
  IArguments: [["length callee", "Declare a rest parameter: (...args: number[])."]],
};

/** Names that stand alone: values and types. */
const GLOBALS: readonly Row[] = [
  ["Date Temporal performance", CLOCK],
  ["RegExp RegExpMatchArray RegExpExecArray RegExpConstructor", REGULAR_EXPRESSION],
  ["parseFloat", "Read the digits before and after the point into one integer of a smaller unit."],
  ["Infinity", `Use Number.MAX_SAFE_INTEGER. ${COMPARE_IN_LOOP}`],
  ["eval Function", "Write the code in the program itself."],
  ["BigInt BigInt64Array BigUint64Array", BIGGER],
  ["Proxy ProxyHandler Reflect", "Write a class with methods."],
  ["WeakMap WeakSet WeakRef FinalizationRegistry", KEYS],
  ["SharedArrayBuffer ArrayBufferLike ArrayBufferView Atomics", MEMORY],
  ["Uint8ClampedArray", "Use a Uint8Array, and clamp: Math.min(Math.max(n, 0), 255)."],
  ["Float16Array Float32Array Float64Array", NO_FLOATS],
  ["Intl", LOCALE],
  ["EvalError ReferenceError URIError SuppressedError DOMException", ERROR_CLASS],
  ["DisposableStack AsyncDisposableStack Disposable AsyncDisposable", "Use try and finally."],
  ["encodeURI encodeURIComponent decodeURI decodeURIComponent escape unescape", ESCAPE],
  ["Iterator IteratorObject AsyncIterator AsyncIterable AsyncIterableIterator", "Await in a loop over an array."],
  ["AsyncGenerator GeneratorFunction", "Return an array, or take a function that is called for each value."],
  ["setImmediate", "Use queueMicrotask(task), or setTimeout(task, 0)."],
  ["clearImmediate", "Use clearTimeout with setTimeout(task, 0)."],
  ["structuredClone", "Copy the parts that change: { ...value }, items.slice()."],
  ["process Bun Deno NodeJS", "Give the program its settings as a constant, or read a file of the device."],
  ["Buffer", "Use Uint8Array, TextEncoder and TextDecoder."],
  ["require", 'Write import { name } from "./module.ts" at the top.'],
  ["module exports", "Write export before what others import."],
  ["__dirname __filename", "Files have absolute names on the device: /settings.json."],
  ["global globalThis self", "Import what you need, and pass it on as a parameter."],
  ["fetch Headers Request Response XMLHttpRequest WebSocket EventSource FormData", HTTP],
  ["URL URLSearchParams", "Cut the text at indexOf()."],
  ["AbortController AbortSignal", "Set a flag, and test it in the loop."],
  ["Event EventTarget CustomEvent EventEmitter", "Hold the listeners in an array of functions, and call each."],
  ["crypto", 'Use urandom of "os", and sha256 of "hashlib".'],
  ["btoa atob", DECLARE],
  ["Blob File FileReader ReadableStream WritableStream", "Use Uint8Array."],
  ["window document navigator location history localStorage sessionStorage screen HTMLElement Element Node", BROWSER],
  ["requestAnimationFrame cancelAnimationFrame Worker Notification indexedDB", BROWSER],
  ["alert confirm prompt", "Use console.log."],
  ["describe it test expect", "Tests run in Node, beside the program: they are not part of it."],
];

const INSTANCES: Readonly<Record<string, string>> = {
  String: "a text",
  Number: "a number",
  Boolean: "a boolean",
  Array: "an array",
  ReadonlyArray: "a readonly array",
  Map: "a Map",
  ReadonlyMap: "a readonly Map",
  Set: "a Set",
  ReadonlySet: "a readonly Set",
  ArrayBuffer: "an ArrayBuffer",
  DataView: "a DataView",
  ...Object.fromEntries(ELEMENT_NAMES.map((element) => [`${element}Array`, oneArray(element)])),
  ReadonlyUint8Array: "readonly bytes",
  Function: "a function",
  Object: "an object",
  Error: "an Error",
  TypeError: "a TypeError",
  RangeError: "a RangeError",
  SyntaxError: "a SyntaxError",
  AggregateError: "an AggregateError",
  RegExp: "a regular expression",
  Symbol: "a symbol",
  ...Object.fromEntries(ITERATORS.map((name) => [name, "an iterator"])),
  IArguments: "the arguments object",
};

export interface Missing {
  /** What is missing, as it is called. */
  readonly what: string;
  readonly instead: string;
}

/** `owner`: the name of an interface of TypeScript's library; the member may be `()` or `new`. */
export function missingMember(owner: string, member: string): Missing | null {
  const instead = find(MEMBERS[owner] ?? [], member) ?? inherited(owner, member);
  return instead === null ? null : { what: called(owner, member), instead };
}

export function missingGlobal(name: string): Missing | null {
  const instead = find(GLOBALS, name);
  return instead === null ? null : { what: `\`${name}\``, instead };
}

function find(rows: readonly Row[], name: string): string | null {
  return rows.find(([names]) => names.split(" ").includes(name))?.[1] ?? null;
}

function inherited(owner: string, member: string): string | null {
  if (member === "prototype") return PROTOTYPE;
  return owner === "Object" ? null : find(OBJECT, member);
}

function called(owner: string, member: string): string {
  const instance = INSTANCES[owner];
  if (instance !== undefined) return `\`${member}\` of ${instance}`;
  const name = owner.replace(/Constructor$/, "");
  if (member === "()") return `A call of \`${name}\``;
  return member === "new" ? `\`new ${name}\`` : `\`${owner === "Console" ? "console" : name}.${member}\``;
}
