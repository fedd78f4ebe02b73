// The library's own types, by the name of their interface: what kind of ours each is.
import { iteratorOf, STRING, type Type, UNKNOWN } from "../types/type.ts";
import { ELEMENT_NAMES } from "../types/typed-arrays.ts";

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
