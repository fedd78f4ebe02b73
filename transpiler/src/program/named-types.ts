// The types that are known by their name: brands of numbers, and the interfaces of the library.

import type { Bounds } from "../types/cells.ts";
import { iteratorOf, STRING, type Type, UNKNOWN } from "../types/type.ts";
import { ELEMENT_NAMES, ELEMENTS } from "../types/typed-arrays.ts";

/** By the property that marks the brand. */
export const BRANDS: Record<string, Bounds> = {
  __u8: ELEMENTS.Uint8,
  __u16: ELEMENTS.Uint16,
  __u32: ELEMENTS.Uint32,
  __i8: ELEMENTS.Int8,
  __i16: ELEMENTS.Int16,
  __i32: ELEMENTS.Int32,
};

/** What they return and are sent is any where it is not written: unknown to us. */
export const ITERATORS = new Set([
  "Iterator",
  "Iterable",
  "IterableIterator",
  "Generator",
  "ArrayIterator",
  "MapIterator",
  "SetIterator",
  "StringIterator",
]);

/** The library's own types, by the name of their interface. */
export const LIBRARY: Record<string, (args: readonly Type[]) => Type> = {
  Array: ([element = UNKNOWN]) => ({ kind: "array", element }),
  ReadonlyArray: ([element = UNKNOWN]) => ({ kind: "array", element, readonly: true }),
  Map: ([key = UNKNOWN, value = UNKNOWN]) => ({ kind: "map", key, value }),
  ReadonlyMap: ([key = UNKNOWN, value = UNKNOWN]) => ({ kind: "map", key, value }),
  Set: ([item = UNKNOWN]) => ({ kind: "set", item }),
  ReadonlySet: ([item = UNKNOWN]) => ({ kind: "set", item }),
  Promise: ([value = UNKNOWN]) => ({ kind: "promise", value }),
  PromiseLike: ([value = UNKNOWN]) => ({ kind: "promise", value }),
  ...Object.fromEntries([...ITERATORS].map((name) => [name, readIterator])),
  ...Object.fromEntries(ELEMENT_NAMES.map((element) => [`${element}Array`, () => ({ kind: "typedArray", element })])),
  ReadonlyUint8Array: () => ({ kind: "typedArray", element: "Uint8" }),
  ArrayBuffer: () => ({ kind: "buffer" }),
  DataView: () => ({ kind: "dataView" }),
  Error: () => ({ kind: "error", name: "Error" }),
  TypeError: () => ({ kind: "error", name: "TypeError" }),
  RangeError: () => ({ kind: "error", name: "RangeError" }),
  SyntaxError: () => ({ kind: "error", name: "SyntaxError" }),
  AggregateError: () => ({ kind: "error", name: "AggregateError" }),
  String: () => STRING,
  ArraySlots: () => ({ kind: "builtin", name: "ArraySlots" }),
  UntypedArraySlots: () => ({ kind: "builtin", name: "ArraySlots" }),
  TextEncoder: () => ({ kind: "builtin", name: "TextEncoder" }),
  TextDecoder: () => ({ kind: "builtin", name: "TextDecoder" }),
};

function readIterator([item, result, sent]: readonly Type[]): Type {
  return iteratorOf(item ?? UNKNOWN, result, sent);
}
