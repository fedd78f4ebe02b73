// The Python tree: what lowering makes and the printer writes. Plain data, no behaviour.
// Every node may carry the span of the TypeScript it comes from; the printer turns spans into a source map.

/** A place in one TypeScript file: offsets in UTF-16 units, end exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

interface At {
  readonly span?: Span | undefined;
}

export type BinaryOperator = "+" | "-" | "*" | "/" | "//" | "%" | "**" | "&" | "|" | "^" | "<<" | ">>";
export type CompareOperator = "==" | "!=" | "<" | "<=" | ">" | ">=" | "is" | "is not" | "in" | "not in";

export type Expr = At &
  (
    | { readonly kind: "name"; readonly id: string }
    /** hex: in hexadecimal, with at least so many digits. */
    | { readonly kind: "int"; readonly value: bigint; readonly hex?: number | undefined }
    | { readonly kind: "float"; readonly value: number }
    | { readonly kind: "str"; readonly value: string }
    | { readonly kind: "bytes"; readonly value: readonly number[] }
    | { readonly kind: "constant"; readonly value: "None" | "True" | "False" }
    /** acts: reading it may run code of the program, as it may be a property. */
    | { readonly kind: "attribute"; readonly object: Expr; readonly name: string; readonly acts?: boolean | undefined }
    | { readonly kind: "index"; readonly object: Expr; readonly index: Expr }
    | { readonly kind: "slice"; readonly object: Expr; readonly from: Expr | null; readonly to: Expr | null }
    | {
        readonly kind: "call";
        readonly callee: Expr;
        readonly args: readonly Expr[];
        readonly keywords?: readonly { readonly name: string; readonly value: Expr }[] | undefined;
      }
    /** `*value` in the arguments of a call. */
    | { readonly kind: "star"; readonly value: Expr }
    | { readonly kind: "binary"; readonly operator: BinaryOperator; readonly left: Expr; readonly right: Expr }
    | { readonly kind: "unary"; readonly operator: "-" | "+" | "~" | "not"; readonly operand: Expr }
    | { readonly kind: "compare"; readonly operator: CompareOperator; readonly left: Expr; readonly right: Expr }
    | { readonly kind: "bool"; readonly operator: "and" | "or"; readonly left: Expr; readonly right: Expr }
    | { readonly kind: "conditional"; readonly test: Expr; readonly then: Expr; readonly otherwise: Expr }
    | { readonly kind: "list"; readonly items: readonly Expr[] }
    | { readonly kind: "tuple"; readonly items: readonly Expr[] }
    | { readonly kind: "dict"; readonly entries: readonly (readonly [Expr, Expr])[] }
    | { readonly kind: "lambda"; readonly params: readonly Param[]; readonly body: Expr }
    | { readonly kind: "walrus"; readonly name: string; readonly value: Expr }
    | { readonly kind: "yield"; readonly value: Expr | null }
    | { readonly kind: "yieldFrom"; readonly value: Expr }
    /** `value for target in iterable if test`, in brackets: a list comprehension. */
    | {
        readonly kind: "listComp";
        readonly value: Expr;
        readonly target: Expr;
        readonly iterable: Expr;
        readonly test: Expr | null;
      }
  );

/** What a function shall become: machine code by one of MicroPython's emitters. */
export interface Emitter {
  readonly kind: "native" | "viper";
  /** Of viper: what the parameters hold. */
  readonly params: readonly ("int" | "bool" | "bytes")[];
  /** null: nothing. */
  readonly returns: "int" | "bool" | null;
  /** Names from outside of the function that stand for bytes. */
  readonly bytes: readonly string[];
}

export interface Param {
  readonly name: string;
  readonly annotation?: string | undefined;
  readonly default?: Expr | undefined;
  /** `*name`: takes the rest of the positional arguments. */
  readonly rest?: boolean | undefined;
}

export interface ExceptHandler {
  /** null: a bare `except`. */
  readonly type: Expr | null;
  readonly name: string | null;
  readonly body: readonly Stmt[];
}

export type Stmt = At &
  (
    | { readonly kind: "expression"; readonly value: Expr }
    | { readonly kind: "assign"; readonly target: Expr; readonly value: Expr }
    | { readonly kind: "augmented"; readonly target: Expr; readonly operator: BinaryOperator; readonly value: Expr }
    | { readonly kind: "if"; readonly test: Expr; readonly then: readonly Stmt[]; readonly otherwise: readonly Stmt[] }
    | { readonly kind: "while"; readonly test: Expr; readonly body: readonly Stmt[] }
    | { readonly kind: "for"; readonly target: Expr; readonly iterable: Expr; readonly body: readonly Stmt[] }
    | { readonly kind: "break" }
    | { readonly kind: "continue" }
    | { readonly kind: "pass" }
    | { readonly kind: "return"; readonly value: Expr | null }
    /** value null: re-raise. */
    | { readonly kind: "raise"; readonly value: Expr | null }
    | {
        readonly kind: "try";
        readonly body: readonly Stmt[];
        readonly handlers: readonly ExceptHandler[];
        readonly finalizer: readonly Stmt[];
      }
    | {
        readonly kind: "def";
        readonly name: string;
        readonly params: readonly Param[];
        readonly body: readonly Stmt[];
        readonly decorators?: readonly Expr[] | undefined;
        readonly returns?: string | undefined;
        readonly emitter?: Emitter | undefined;
        /** Of a method: no other class names it. */
        readonly isPrivate?: boolean | undefined;
      }
    | { readonly kind: "class"; readonly name: string; readonly bases: readonly Expr[]; readonly body: readonly Stmt[] }
    | { readonly kind: "global"; readonly names: readonly string[] }
    | { readonly kind: "nonlocal"; readonly names: readonly string[] }
    | { readonly kind: "import"; readonly module: string; readonly as?: string | undefined }
    | {
        readonly kind: "from";
        readonly module: string;
        readonly names: readonly { readonly name: string; readonly as?: string | undefined }[];
      }
    | { readonly kind: "delete"; readonly target: Expr }
    | { readonly kind: "comment"; readonly text: string }
  );

export interface PythonModule {
  /** `app.domain.inbox` */
  readonly name: string;
  /** The TypeScript file, relative to the entry's folder, with forward slashes; null for generated modules. */
  readonly source: string | null;
  readonly body: readonly Stmt[];
}
