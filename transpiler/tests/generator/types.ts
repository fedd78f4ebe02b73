// The types that generated programs have, and what is known of their declarations.

export type Type =
  | { readonly kind: "int" | "float" | "text" | "truth" | "bytes" }
  | { readonly kind: "list"; readonly item: Type }
  | { readonly kind: "set"; readonly item: Type }
  | { readonly kind: "tuple"; readonly items: readonly Type[] }
  | { readonly kind: "map"; readonly key: Type; readonly value: Type }
  | { readonly kind: "dict"; readonly value: Type }
  | { readonly kind: "record"; readonly record: RecordType }
  | { readonly kind: "object"; readonly made: ClassType }
  | { readonly kind: "choice"; readonly choice: EnumType }
  | { readonly kind: "maybe"; readonly value: Type; readonly none: "null" | "undefined" }
  | { readonly kind: "closure"; readonly params: readonly Type[]; readonly result: Type };

export type TypeOf<K extends Type["kind"]> = Extract<Type, { kind: K }>;

export interface Field {
  readonly name: string;
  readonly type: Type;
  readonly isReadonly?: boolean;
  /** A getter: there may be no setter. */
  readonly isAccessor?: boolean;
}

export interface RecordType {
  readonly name: string;
  readonly fields: readonly Field[];
}

export interface EnumType {
  readonly name: string;
  readonly members: readonly string[];
  readonly isText: boolean;
}

export interface Param {
  readonly name: string;
  readonly type: Type;
  readonly form: "plain" | "default" | "rest";
}

export interface FunctionType {
  readonly name: string;
  readonly params: readonly Param[];
  readonly result: Type;
  readonly form: "plain" | "generator" | "async";
  /** How many statements a call runs, about. */
  readonly cost: number;
  readonly throws: boolean;
}

export interface ClassType {
  readonly name: string;
  readonly base: ClassType | null;
  readonly isAbstract: boolean;
  readonly params: readonly Param[];
  readonly fields: readonly Field[];
  readonly methods: readonly FunctionType[];
  readonly statics: readonly Field[];
}

export const INT: Type = { kind: "int" };
export const FLOAT: Type = { kind: "float" };
export const TEXT: Type = { kind: "text" };
export const TRUTH: Type = { kind: "truth" };
export const BYTES: Type = { kind: "bytes" };

/** How the type is written; equal for equal types. */
export function write(type: Type): string {
  switch (type.kind) {
    case "int":
      return "number";
    case "float":
      return "float";
    case "text":
      return "string";
    case "truth":
      return "boolean";
    case "bytes":
      return "Uint8Array";
    case "list":
      return `${grouped(type.item)}[]`;
    case "set":
      return `Set<${write(type.item)}>`;
    case "tuple":
      return `[${type.items.map(write).join(", ")}]`;
    case "map":
      return `Map<${write(type.key)}, ${write(type.value)}>`;
    case "dict":
      return `Record<string, ${write(type.value)}>`;
    case "record":
      return type.record.name;
    case "object":
      return type.made.name;
    case "choice":
      return type.choice.name;
    case "maybe":
      return `${grouped(type.value)} | ${type.none}`;
    case "closure":
      return `(${type.params.map((param, i) => `a${i}: ${write(param)}`).join(", ")}) => ${write(type.result)}`;
  }
}

function grouped(type: Type): string {
  return type.kind === "closure" || type.kind === "maybe" ? `(${write(type)})` : write(type);
}

export function isSame(a: Type, b: Type): boolean {
  return write(a) === write(b);
}

/** All that an instance has, its base's included but for private names. */
export function everyField(made: ClassType): Field[] {
  const inherited = made.base ? everyField(made.base).filter(({ name }) => !name.startsWith("#")) : [];
  return [...inherited, ...made.fields];
}

export function everyMethod(made: ClassType): FunctionType[] {
  const own = made.methods.map(({ name }) => name);
  const inherited = made.base ? everyMethod(made.base).filter(({ name }) => !own.includes(name)) : [];
  return [...inherited, ...made.methods];
}

export function isBelow(made: ClassType, base: ClassType): boolean {
  return made === base || (made.base !== null && isBelow(made.base, base));
}
