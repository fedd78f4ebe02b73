// The compiler's own types: plain data, read once from TypeScript's. A number's type carries a cell, the place where
// the range analysis collects what may be stored there; types that share storage share their cells (see unify.ts).

import type { ElementName } from "./typed-arrays.ts";

/** Where a value's None comes from: a type holds one of the two, never both. */
export type NoneFlavour = "null" | "undefined";

export interface NumberType {
  readonly kind: "number";
  /** Index into the table of cells. */
  readonly cell: number;
}

/** A binary32 floating-point number. */
export interface FloatType {
  readonly kind: "float";
  readonly cell: number;
}

export interface RecordType {
  readonly kind: "record";
  /** One for each declared interface or object type. */
  readonly id: number;
  /** The interface's name, for messages and for the class that is emitted; `Record` for a nameless one. */
  readonly name: string;
}

export interface InstanceType {
  readonly kind: "instance";
  /** Index into the program's table of classes. */
  readonly classId: number;
  /** What stands for the type parameters of its class. */
  readonly args: readonly Type[];
}

/** A type parameter, or a type that depends on one: gone after the extraction, see resolve.ts. */
export interface ParameterType {
  readonly kind: "parameter";
  /** Index into the program's table of type parameters. */
  readonly id: number;
  /** Control flow has excluded null and undefined. */
  readonly nonNull?: true;
}

export interface FunctionType {
  readonly kind: "function";
  /** Index into the program's table of signatures. */
  readonly signature: number;
}

/** What gives items one after the other: a generator, an iterator, anything seen as Iterable. */
export interface IteratorType {
  readonly kind: "iterator";
  readonly item: Type;
  /** What it returns at its end. */
  readonly result: Type;
  /** What next() may hand to it. */
  readonly sent: Type;
}

export type Type =
  | NumberType
  | FloatType
  /** cell: where the analysis collects the characters that may be stored there; without one, they may be any. */
  | { readonly kind: "string"; readonly cell?: number }
  | { readonly kind: "boolean" }
  | { readonly kind: "none"; readonly flavour: NoneFlavour }
  | { readonly kind: "void" }
  | { readonly kind: "never" }
  /** failed: it stands for something that was refused, and nothing that follows from it is said. */
  | { readonly kind: "unknown"; readonly failed?: true }
  /** readonly: nobody writes through this type, so that it may be wider than what it stands for. */
  | { readonly kind: "array"; readonly element: Type; readonly readonly?: true }
  | { readonly kind: "tuple"; readonly elements: readonly Type[] }
  | { readonly kind: "typedArray"; readonly element: ElementName }
  /** An ArrayBuffer, and a DataView on one: memory that other views may share. */
  | { readonly kind: "buffer" }
  | { readonly kind: "dataView" }
  | { readonly kind: "map"; readonly key: Type; readonly value: Type }
  | { readonly kind: "set"; readonly item: Type }
  /** An index signature: keys known only at run time. */
  | { readonly kind: "dict"; readonly value: Type }
  /** JsonValue: what JSON.parse gives. */
  | { readonly kind: "json" }
  | RecordType
  | InstanceType
  | FunctionType
  | ParameterType
  | { readonly kind: "promise"; readonly value: Type }
  | IteratorType
  /** An Error of any class. */
  | { readonly kind: "error"; readonly name: string }
  /** A value that lives in a MicroPython module: `Pin`, `WLAN`. */
  | { readonly kind: "host"; readonly module: string; readonly name: string }
  /** A class or a namespace used as a value. */
  | { readonly kind: "class"; readonly classId: number }
  | { readonly kind: "builtin"; readonly name: string }
  /** Two or more of the others, none of them a union; `none` stands last. */
  | { readonly kind: "union"; readonly options: readonly Type[] };

export const STRING: Type = { kind: "string" };
export const BOOLEAN: Type = { kind: "boolean" };
export const VOID: Type = { kind: "void" };
export const NEVER: Type = { kind: "never" };
export const UNKNOWN: Type = { kind: "unknown" };
export const FAILED: Type = { kind: "unknown", failed: true };
export const JSON_VALUE: Type = { kind: "json" };
export const NULL: Type = { kind: "none", flavour: "null" };
export const UNDEFINED: Type = { kind: "none", flavour: "undefined" };

export interface Property {
  /** As TypeScript has it, but for what has to be told apart: `#name` of two related classes, `static name`. */
  readonly name: string;
  readonly type: Type;
  readonly optional: boolean;
  /** Its declaration says that nobody writes it. */
  readonly readonly: boolean;
  /** Where it is kept: see MemberSlots. */
  readonly slot: number;
  /** What the getter of this very class gives; `type` is what any getter or field of the name gives. */
  readonly reads?: Type;
  /** What its setter takes. */
  readonly writes?: Type;
}

export interface Signature {
  readonly params: Type[];
  /** How many arguments a caller must give. */
  required: number;
  /** The last parameter takes the rest. */
  readonly rest: boolean;
  returns: Type;
}

export function isFailed(type: Type): boolean {
  return type.kind === "unknown" && type.failed === true;
}

/** Failed, or a container of what has. */
export function holdsFailed(type: Type): boolean {
  switch (type.kind) {
    case "unknown":
      return isFailed(type);
    case "array":
      return holdsFailed(type.element);
    case "set":
    case "iterator":
      return holdsFailed(type.item);
    case "map":
      return holdsFailed(type.key) || holdsFailed(type.value);
    case "dict":
    case "promise":
      return holdsFailed(type.value);
    case "tuple":
      return type.elements.some(holdsFailed);
    case "instance":
      return type.args.some(holdsFailed);
    case "union":
      return type.options.some(holdsFailed);
    default:
      return false;
  }
}

export function iteratorOf(item: Type, result: Type = UNDEFINED, sent: Type = UNKNOWN): IteratorType {
  return { kind: "iterator", item, result, sent };
}

/** The options of a union, or the type alone. */
export function optionsOf(type: Type): readonly Type[] {
  return type.kind === "union" ? type.options : [type];
}

/** Whether a value may be of that kind. */
export function mayBe(type: Type, kind: Type["kind"]): boolean {
  return optionsOf(type).some((option) => option.kind === kind);
}

/** The types that a value of this type is put together from; those of named properties lie elsewhere. */
export function partsOf(type: Type): readonly Type[] {
  switch (type.kind) {
    case "union":
      return type.options;
    case "array":
      return [type.element];
    case "tuple":
      return type.elements;
    case "map":
      return [type.key, type.value];
    case "set":
      return [type.item];
    case "iterator":
      return [type.item, type.result];
    case "dict":
    case "promise":
      return [type.value];
    default:
      return [];
  }
}

/** The type put together from other parts: all of partsOf, and what is sent to an iterator. */
export function withParts(type: Type, part: (part: Type) => Type): Type {
  switch (type.kind) {
    case "union":
      return unionOf(type.options.map(part));
    case "array":
      return { ...type, element: part(type.element) };
    case "tuple":
      return { ...type, elements: type.elements.map(part) };
    case "map":
      return { ...type, key: part(type.key), value: part(type.value) };
    case "set":
      return { ...type, item: part(type.item) };
    case "iterator":
      return { ...type, item: part(type.item), result: part(type.result), sent: part(type.sent) };
    case "dict":
    case "promise":
      return { ...type, value: part(type.value) };
    default:
      return type;
  }
}

/** An array or a typed array, or one of several of these: all elements are of one type. */
export function isListLike(type: Type): boolean {
  return optionsOf(type).every(({ kind }) => kind === "array" || kind === "typedArray");
}

/** The same, or a tuple: a place that is written down tells what is there. */
export function isReadByPlace(type: Type): boolean {
  return optionsOf(type).every((option) => option.kind === "tuple" || isListLike(option));
}

/** The type without null and undefined. */
export function withoutNone(type: Type): Type {
  if (type.kind !== "union" && type.kind !== "none" && type.kind !== "parameter") return type;
  const options = optionsOf(type).filter((option) => option.kind !== "none");
  return unionOf(options.map((option) => (option.kind === "parameter" ? { ...option, nonNull: true } : option)));
}

export function noneFlavour(type: Type): NoneFlavour | null {
  for (const option of optionsOf(type)) if (option.kind === "none") return option.flavour;
  return type.kind === "void" ? "undefined" : null;
}

/** Which of null and undefined a value of the type may be; unknown may be both, unless one is said beside it. */
export function noneFlavours(type: Type): readonly NoneFlavour[] {
  const said = optionsOf(type).flatMap((option) => (option.kind === "none" ? [option.flavour] : []));
  if (said.length > 0) return said;
  const flavours = optionsOf(type).flatMap((option): readonly NoneFlavour[] => {
    if (option.kind === "void") return ["undefined"];
    if (option.kind === "json") return ["null"];
    return option.kind === "unknown" && !option.failed ? ["null", "undefined"] : [];
  });
  return [...new Set(flavours)];
}

/** A union of the options, flattened; a single option stays itself. Options that look alike are kept once. */
export function unionOf(options: readonly Type[]): Type {
  const [only] = options;
  if (options.length === 1 && only) return only;
  if (options.some(isFailed)) return FAILED;
  const flat = differentOptions(options);
  for (const kind of ["number", "float"] as const) {
    if (flat.filter((option) => option.kind === kind).length > 1)
      flat.splice(0, flat.length, ...flat.filter((option) => option.kind !== kind), { kind, cell: 0 });
  }
  const texts = new Set(
    options.flatMap(optionsOf).flatMap((option) => (option.kind === "string" ? [option.cell] : [])),
  );
  if (texts.size > 1)
    flat.splice(
      flat.findIndex((option) => option.kind === "string"),
      1,
      STRING,
    );
  const nothing = flat.findIndex((option) => option.kind === "void");
  if (nothing >= 0 && flat.length > 1)
    flat.splice(nothing, 1, ...(flat.some((option) => option.kind === "none") ? [] : [UNDEFINED]));
  flat.sort((a, b) => Number(a.kind === "none") - Number(b.kind === "none"));
  if (flat.length === 0) return NEVER;
  return flat.length === 1 ? (flat[0] as Type) : { kind: "union", options: flat };
}

function differentOptions(types: readonly Type[]): Type[] {
  const kept = new Map<string, Type>();
  for (const option of types.flatMap(optionsOf)) {
    if (option.kind === "never") continue;
    const key = optionKey(option);
    if (!kept.has(key)) kept.set(key, option);
  }
  return [...kept.values()];
}

/** The same for types that look alike: whatever is a key of a table by type. */
export function typeKey(type: Type): string {
  switch (type.kind) {
    case "record":
      return `r${type.id}`;
    case "number":
    case "float":
      return `${type.kind}${type.cell}`;
    case "function":
      return `f${type.signature}`;
    default:
      return JSON.stringify(type);
  }
}

/** The same for options of which a union keeps one. */
function optionKey(type: Type): string {
  return ALIKE.has(type.kind) ? type.kind : typeKey(type);
}

const ALIKE: ReadonlySet<string> = new Set(["string", "boolean", "void", "unknown", "json"]);
