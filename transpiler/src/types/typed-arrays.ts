// The typed arrays, by what their elements are: the bounds of what is read, and how Python's array and struct name them.
import type { Bounds } from "./cells.ts";
import type { Type } from "./type.ts";

interface Element extends Bounds {
  /** The letter of Python's array and struct. */
  readonly code: string;
  /** In bytes. */
  readonly size: number;
}

const TABLE = {
  Int8: { code: "b", size: 1, low: -0x80, high: 0x7f },
  Uint8: { code: "B", size: 1, low: 0, high: 0xff },
  Int16: { code: "h", size: 2, low: -0x8000, high: 0x7fff },
  Uint16: { code: "H", size: 2, low: 0, high: 0xffff },
  Int32: { code: "i", size: 4, low: -0x80000000, high: 0x7fffffff },
  Uint32: { code: "I", size: 4, low: 0, high: 0xffffffff },
} as const satisfies Record<string, Element>;

export type ElementName = keyof typeof TABLE;
export type TypedArray = Extract<Type, { kind: "typedArray" }>;

export const ELEMENTS: Readonly<Record<ElementName, Element>> = TABLE;
export const ELEMENT_NAMES = Object.keys(TABLE) as readonly ElementName[];

/** One of them, in words. */
export function oneArray(element: ElementName): string {
  return `${element.startsWith("I") ? "an" : "a"} ${element}Array`;
}

/** A Uint8Array: bytes, a bytearray or a memoryview on the device. */
export function isBytes(type: Type): boolean {
  return type.kind === "typedArray" && type.element === "Uint8";
}

/** Any other: an array of Python's, or TsWords. */
export function isWords(type: Type): boolean {
  return type.kind === "typedArray" && type.element !== "Uint8";
}

/** What is stored there keeps its low bits: no bounds are to be proven. */
export function isTypedArray(type: Type): type is TypedArray {
  return type.kind === "typedArray";
}
