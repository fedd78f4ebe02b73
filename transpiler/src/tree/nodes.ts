// The typed tree: a TypeScript program as plain data, every name resolved, every expression typed.
// program/ makes it (the only part that knows TypeScript's own tree); ranges/ and lower/ read it.
import type { Span } from "../python/ast.ts";
import type { Cells } from "../types/cells.ts";
import type { MemberForm, MemberSlots } from "../types/member-slots.ts";
import type { TypeParameter } from "../types/parameters.ts";
import type { NoneFlavour, Property, Signature, Type } from "../types/type.ts";
import type { Binding } from "./binding.ts";

export type { Binding, BindingKind } from "./binding.ts";

export type BinaryOperator =
  | "+"
  | "-"
  | "*"
  | "/"
  | "%"
  | "**"
  | "&"
  | "|"
  | "^"
  | "<<"
  | ">>"
  | ">>>"
  | "==="
  | "!=="
  | "<"
  | "<="
  | ">"
  | ">=";

interface Node {
  readonly span: Span;
  /** Unique in the program: facts are stored beside the tree, by id. */
  readonly id: number;
  readonly type: Type;
}

export type Expr = Node &
  (
    | { readonly kind: "number"; readonly value: number }
    | { readonly kind: "string"; readonly value: string }
    | { readonly kind: "boolean"; readonly value: boolean }
    | { readonly kind: "none"; readonly flavour: NoneFlavour }
    /** wide: the declared type, of which control flow kept `type`. */
    | { readonly kind: "name"; readonly binding: number; readonly wide: Type }
    /** self: the object. cls: the class that a static method was called on. class: the class being defined. */
    | { readonly kind: "this"; readonly form: ThisForm }
    /** A member of the subset's library or of a MicroPython module: `Math`, `console`, `machine.Pin`. */
    | {
        readonly kind: "builtin";
        readonly module: string | null;
        readonly name: string;
        /** Index of the late module that forget() or loadNext() is about. */
        readonly late?: number;
      }
    | { readonly kind: "template"; readonly texts: readonly string[]; readonly values: readonly Expr[] }
    | { readonly kind: "array"; readonly items: readonly Expr[] }
    | { readonly kind: "spread"; readonly value: Expr }
    | {
        readonly kind: "record";
        readonly properties: readonly { readonly name: string; readonly value: Expr }[];
        readonly methods: readonly LiteralMethod[];
        /** All keys, in the order of the literal. */
        readonly keys: readonly string[];
      }
    /** `{ ...a, b: 1 }`: records in order, each later one over the earlier. */
    | { readonly kind: "merge"; readonly parts: readonly Expr[] }
    /** `...rest` of a pattern: the record without these keys. */
    | { readonly kind: "rest"; readonly value: Expr; readonly taken: readonly Expr[] }
    | { readonly kind: "in"; readonly key: Expr; readonly object: Expr }
    | { readonly kind: "delete"; readonly object: Expr; readonly key: Expr }
    /** `delete object.name` of what may be absent. */
    | { readonly kind: "deleteMember"; readonly object: Expr; readonly name: string }
    /** A part with key null is spread: a dictionary or a record. */
    | { readonly kind: "dictionary"; readonly entries: readonly { readonly key: Expr | null; readonly value: Expr }[] }
    /** What for-in loops over. */
    | { readonly kind: "keys"; readonly value: Expr }
    /** self: the name by which it calls itself, known to nobody else. */
    | { readonly kind: "function"; readonly func: number; readonly self: number | null }
    | {
        readonly kind: "member";
        readonly object: Expr;
        readonly name: string;
        readonly optional: boolean;
        /** Settled once the whole program is extracted. */
        access: MemberAccess;
        /** Of a member that the program declares: where it is kept. See MemberSlots. */
        readonly slot: number | null;
        /** What its setter takes; null where there is none. */
        readonly writes: Type | null;
        readonly wide: Type;
      }
    | { readonly kind: "index"; readonly object: Expr; readonly index: Expr; readonly optional: boolean }
    /** `object[key]` of declared members: those of these names; of all where none is said. */
    | {
        readonly kind: "keyed";
        readonly object: Expr;
        readonly key: Expr;
        readonly names: readonly string[];
        readonly optional: boolean;
        readonly wide: Type;
      }
    | {
        readonly kind: "call";
        readonly callee: Expr;
        readonly args: readonly Expr[];
        readonly optional: boolean;
        readonly signature: number | null;
      }
    /** Marks where an optional chain ends: a None inside makes the whole None. */
    | { readonly kind: "chain"; readonly value: Expr }
    | { readonly kind: "new"; readonly callee: Expr; readonly args: readonly Expr[]; readonly signature: number | null }
    | {
        readonly kind: "superCall";
        readonly classId: number;
        readonly args: readonly Expr[];
        readonly signature: number | null;
      }
    | {
        readonly kind: "superMember";
        readonly classId: number;
        readonly form: ThisForm;
        readonly name: string;
        readonly isAccessor: boolean;
        readonly writes: Type | null;
      }
    /** A class expression: the class is defined where it stands, then its static parts are carried out. */
    | {
        readonly kind: "class";
        readonly classId: number;
        readonly base: Expr | null;
        readonly statics: readonly Stmt[];
      }
    /** `#name in object`: the object was made by the class. */
    | { readonly kind: "hasPrivate"; readonly object: Expr; readonly classId: number; readonly name: string }
    | { readonly kind: "unary"; readonly operator: "-" | "+" | "~" | "!"; readonly operand: Expr }
    /** Math.fround(integer); exact: of one that is to be a float as it is. */
    | { readonly kind: "toFloat"; readonly value: Expr; readonly exact: boolean }
    /** Math.fround(Math.sqrt(value)) */
    | { readonly kind: "root"; readonly value: Expr }
    | { readonly kind: "typeof"; readonly operand: Expr }
    | { readonly kind: "void"; readonly operand: Expr }
    | {
        readonly kind: "binary";
        readonly operator: BinaryOperator;
        readonly left: Expr;
        readonly right: Expr;
        /** `== null`: null and undefined alike. */
        readonly loose?: boolean;
      }
    | { readonly kind: "instanceof"; readonly left: Expr; readonly right: Expr }
    | {
        readonly kind: "logical";
        readonly operator: "&&" | "||" | "??";
        readonly left: Expr;
        readonly right: Expr;
        /** A default of a pattern: the right side stands in where there is no such key, and not for null. */
        readonly forAbsent?: boolean;
      }
    | { readonly kind: "conditional"; readonly test: Expr; readonly then: Expr; readonly otherwise: Expr }
    | {
        readonly kind: "assign";
        readonly target: Expr;
        readonly operator: BinaryOperator | "&&" | "||" | "??" | null;
        readonly value: Expr;
      }
    | { readonly kind: "update"; readonly target: Expr; readonly step: 1 | -1; readonly prefix: boolean }
    | { readonly kind: "comma"; readonly left: Expr; readonly right: Expr }
    /** The value, once the statements are done: `[a, b] = value` used as a value. */
    | { readonly kind: "sequence"; readonly statements: readonly Stmt[]; readonly value: Expr }
    /** The first items of something that can only be iterated, as a tuple; `required`: how many must be there. */
    | {
        readonly kind: "take";
        readonly iterable: Expr;
        readonly count: number;
        readonly required: number;
        readonly rest: boolean;
      }
    /** An iterator over the value, taken step by step; a step beyond the end is undefined, or stops. */
    | { readonly kind: "iterate"; readonly value: Expr }
    | { readonly kind: "step"; readonly iterator: Expr; readonly required: boolean }
    | { readonly kind: "await"; readonly value: Expr }
    | { readonly kind: "yield"; readonly value: Expr | null }
    /** `yield* value`. */
    | { readonly kind: "delegate"; readonly value: Expr }
    /** `x!`: the author says that it is not None. A None stops by itself when it is `used` as an object at once. */
    | { readonly kind: "nonNull"; readonly value: Expr; readonly used: boolean }
    /** The same value seen with another type, which was proven or is narrower by control flow. */
    | { readonly kind: "view"; readonly value: Expr }
    /** `value as T`, which is tested. */
    | { readonly kind: "cast"; readonly value: Expr }
  );

export type ExprOf<K extends Expr["kind"]> = Extract<Expr, { kind: K }>;

/** What of a literal works on the object itself. */
export interface LiteralMethod {
  readonly name: string;
  readonly func: number;
  readonly accessor: "get" | "set" | null;
}

/** What `this` stands for in the code around it. */
export type ThisForm = "self" | "cls" | "class";

/** How a member is reached at run time: as MemberSlots has it, or `length`, `size` and what else the library has. */
export type MemberAccess = MemberForm | "library";

export type Stmt = { readonly span: Span } & (
  | { readonly kind: "declare"; readonly binding: number; readonly value: Expr | null }
  /** `const [a, b] = value`, or `[a, b] = value`, of a tuple. */
  | {
      readonly kind: "unpack";
      readonly bindings: readonly (number | null)[];
      readonly value: Expr;
      readonly declares: boolean;
    }
  | { readonly kind: "expression"; readonly value: Expr }
  | { readonly kind: "if"; readonly test: Expr; readonly then: readonly Stmt[]; readonly otherwise: readonly Stmt[] }
  | {
      readonly kind: "while";
      readonly test: Expr;
      readonly body: readonly Stmt[];
      readonly label: string | null;
      readonly loop: number;
    }
  | {
      readonly kind: "doWhile";
      readonly test: Expr;
      readonly body: readonly Stmt[];
      readonly label: string | null;
      readonly loop: number;
    }
  | {
      readonly kind: "for";
      readonly init: readonly Stmt[];
      readonly test: Expr | null;
      readonly step: Expr | null;
      readonly body: readonly Stmt[];
      readonly label: string | null;
      readonly loop: number;
    }
  | {
      readonly kind: "forOf";
      /** One name, or the names of a pattern. */
      readonly bindings: readonly (number | null)[];
      readonly pattern: boolean;
      readonly iterable: Expr;
      readonly body: readonly Stmt[];
      readonly label: string | null;
      readonly loop: number;
    }
  | {
      readonly kind: "switch";
      readonly value: Expr;
      readonly cases: readonly SwitchCase[];
      readonly label: string | null;
    }
  | { readonly kind: "break"; readonly label: string | null }
  | { readonly kind: "continue"; readonly label: string | null }
  | { readonly kind: "return"; readonly value: Expr | null }
  | { readonly kind: "throw"; readonly value: Expr }
  | {
      readonly kind: "try";
      readonly body: readonly Stmt[];
      readonly caught: { readonly binding: number | null; readonly body: readonly Stmt[] } | null;
      readonly finalizer: readonly Stmt[] | null;
    }
  /** Leaves the iterator early unless it is at its end, however the body ends. */
  | { readonly kind: "closing"; readonly iterator: Expr; readonly body: readonly Stmt[] }
  | { readonly kind: "block"; readonly body: readonly Stmt[]; readonly label: string | null }
  | { readonly kind: "function"; readonly binding: number }
  | { readonly kind: "class"; readonly classId: number; readonly base: Expr | null }
);

export type StmtOf<K extends Stmt["kind"]> = Extract<Stmt, { kind: K }>;

export interface SwitchCase {
  /** null: default. */
  readonly test: Expr | null;
  readonly body: readonly Stmt[];
  readonly span: Span;
}

export interface Param {
  readonly binding: number;
  readonly default: Expr | null;
  /** Takes a pattern apart, before the next parameter's turn. */
  readonly parts: readonly Stmt[];
  readonly rest: boolean;
  readonly optional: boolean;
}

export interface Func {
  readonly id: number;
  readonly name: string;
  readonly module: number;
  readonly owner: number | null;
  readonly span: Span;
  readonly params: Param[];
  readonly signature: number;
  body: Stmt[];
  /** An arrow whose body is one expression. */
  expression: Expr | null;
  readonly isAsync: boolean;
  readonly isGenerator: boolean;
  /** The name of its first parameter, when it has a `this` of its own. */
  receiver: "self" | "cls" | null;
  /** Its own `this`, or super, stands in it or in an arrow within it. */
  usesThis: boolean;
  readonly loop: number | null;
  /** Holds an arrow that uses its `this`. */
  readonly arrow: boolean;
  /** Its comment says @native or @viper. */
  readonly emitter: "native" | "viper" | null;
}

/** A field of the instances. */
export interface Field {
  readonly name: string;
  readonly type: Type;
  readonly value: Expr | null;
  /** `name!: T`: nothing is stored until the program does. */
  readonly isLate: boolean;
  readonly span: Span;
}

export interface Method {
  readonly name: string;
  readonly func: number;
  readonly isStatic: boolean;
  readonly accessor: "get" | "set" | null;
  /** `private`, or of a name with #: nobody but its class may name it after a point. */
  readonly isPrivate: boolean;
}

export interface BaseClass {
  readonly kind: "class";
  readonly id: number;
  /** What stands for its type parameters. */
  readonly args: readonly Type[];
}

export interface Class {
  readonly id: number;
  readonly name: string;
  readonly module: number;
  readonly binding: number;
  readonly span: Span;
  /** A class of the program, or the name of one of the library's error classes. */
  base: BaseClass | { readonly kind: "error"; readonly name: string } | null;
  /** Indices into the program's table of type parameters. */
  typeParameters: readonly number[];
  fields: Field[];
  methods: Method[];
  /** The constructor, in whose scope the fields get their values; one of ours where none is declared. */
  constructorFunc: number;
  readonly hasConstructor: boolean;
  /** `declare name: T`: the key comes to be wherever the program sets it. */
  hasOpenKeys: boolean;
  /** What `new` takes. */
  signature: number;
  /** Names of the constructor's parameters that are fields too. */
  parameterProperties: string[];
  /** Name of a member → its type; the base's are not repeated. A static member stands as `static name`. */
  readonly members: Map<string, Property>;
  /** Where its static fields and blocks stand. */
  readonly staticSpans: Span[];
}

export interface Module {
  readonly index: number;
  /** Absolute path of the .ts file. */
  readonly path: string;
  /** Path below the program's root, with forward slashes, without `.ts`: `domain/inbox`. */
  readonly relative: string;
  /** Its dotted name on the device, below the program's package: `domain.inbox`. */
  readonly python: string;
  text: string;
  body: Stmt[];
}

/** A late module, and what nobody else needs: it is loaded when one of its functions is called. */
export interface LateSet {
  /** Index of the module whose functions are called from outside. */
  readonly root: number;
  /** Indices of all its modules in order of dependency, the root last; two sets may share some. */
  readonly modules: readonly number[];
}

export interface Shape {
  readonly name: string;
  readonly properties: Map<string, Property>;
  /** What `new` takes, of a type that classes have. */
  construct: number | null;
}

export interface Program {
  /** In order of dependency, the entry last. */
  modules: Module[];
  /** In the order of their roots. */
  readonly late: LateSet[];
  readonly bindings: Binding[];
  readonly functions: Func[];
  readonly classes: Class[];
  readonly signatures: Signature[];
  /** Signatures that a function value passes between: all get the widest number of parameters. */
  readonly aritySets: Cells;
  /** Functions by whose bodies something was decided elsewhere. */
  readonly lookedInto: Set<number>;
  /** Signatures of functions that are given a list whose items are not all of the rest, or are called from outside. */
  readonly spread: Set<number>;
  /** Signatures of the arrows that stand for functions of the library: each use has one of its own. */
  readonly made: Set<number>;
  /** Declared record types, by id. */
  readonly shapes: Shape[];
  readonly slots: MemberSlots;
  readonly parameters: TypeParameter[];
  /** The bindings that each function, or a function within it, reads or writes. */
  readonly uses: Map<number, Set<number>>;
  /** JSON.stringify or Object.keys sees the keys of records. */
  keysSeen: boolean;
  /** A typed array of more than bytes shares a buffer with others. */
  wordsShared: boolean;
  /** The buffer of one, or where it lies in there, is asked for: each has one. */
  buffersSeen: boolean;
  /** The types of what is looked at for its keys. */
  readonly keyed: Type[];
  /** Members of the interfaces that modules of the device declare: code there asks the program's objects for them. */
  readonly deviceMembers: Set<string>;
  /** All names that modules of the device declare: on a device these are other people's. */
  readonly deviceNames: Set<string>;
  /** Members that are named in brackets: of a private one TypeScript lets anybody do so. */
  readonly bracketed: Set<string>;
  /** next(value) hands something to a generator; throw(error) is called on one. */
  sends: boolean;
  throwsIn: boolean;
  /** There is a yield* over what may be a generator. */
  delegates: boolean;
  /** How many loops and expression ids were given out. */
  loops: number;
  expressions: number;
}
