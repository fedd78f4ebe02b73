// A Python function as viper takes it: numbers are machine words, truth values and bytes have types of their own, and what
// is an object is told so. What has no such form is refused; that every value fits is proven before (lower/declarations).
import { findings } from "../diagnostics/catalogue.ts";
import type { Emitter, Expr, Stmt } from "../python/ast.ts";
import { nodesOf } from "../tidy/walk.ts";
import type { Definition, Place, Report, Surroundings } from "./index.ts";
import { checkValues } from "./limits.ts";

/** unknown: of what was refused. */
type Kind = "int" | "bool" | "unknown";
type ExprOf<K extends Expr["kind"]> = Extract<Expr, { kind: K }>;
type StmtOf<K extends Stmt["kind"]> = Extract<Stmt, { kind: K }>;

interface Value {
  readonly expr: Expr;
  readonly kind: Kind;
}

export function toViper(definition: Definition, emitter: Emitter, around: Surroundings, report: Report): Definition {
  checkValues(definition, report);
  return new Viper(definition, emitter, around, report).convert();
}

const OPERATORS: ReadonlySet<string> = new Set(["+", "-", "*", "&", "|", "^", "<<", ">>"]);
const COMPARISONS: ReadonlySet<string> = new Set(["==", "!=", "<", "<=", ">", ">="]);
/** Larger ones are objects, in the code for a board of 32 bits. */
const SMALL = 1n << 30n;

/** What stands in a sentence for what viper cannot do. */
const WORDS: Readonly<Record<string, string>> = {
  int: "A number of 2^30 or more",
  binary: "A division or power",
  augmented: "A division or power",
  call: "A call",
  str: "A text",
  bytes: "A text",
  list: "An array",
  listComp: "An array",
  tuple: "Several values at once",
  dict: "A dictionary",
  attribute: "A property",
  lambda: "A closure",
  def: "A closure",
  class: "A class",
  slice: "A part of an array",
  compare: "A comparison of what are no numbers",
  bool: "&& or || as a value",
  unary: "! as a value",
  name: "A variable that is no number, truth value or Uint8Array of the function itself",
  index: "An element of what is no Uint8Array",
  constant: "null or undefined",
  raise: "An exception",
  try: "An exception",
  for: "This loop",
  expression: "This statement",
};

class Viper {
  private readonly kinds = new Map<string, Kind>();
  /** Bytes by name: the name of their address. */
  private readonly pointers = new Map<string, string>();
  /** Those that are read or written. */
  private readonly used = new Set<string>();
  /** Bytes among the parameters of which the address alone is asked for. */
  private readonly bare: ReadonlySet<string>;
  /** Variables of the module that it assigns. */
  readonly foreign = new Set<string>();
  private place: Place;

  constructor(
    private readonly definition: Definition,
    private readonly emitter: Emitter,
    private readonly around: Surroundings,
    private readonly report: Report,
  ) {
    this.place = definition;
    const { params } = definition;
    params.forEach(({ name }, i) => {
      const kind = emitter.params[i];
      if (kind === "int" || kind === "bool") this.kinds.set(name, kind);
    });
    const own = params.map(({ name }) => name).filter((_, i) => emitter.params[i] === "bytes");
    const measured = new Set(nodesOf(definition.body).map((node) => lengthOf(node as unknown as Expr)));
    this.bare = new Set(own.filter((name) => !measured.has(name)));
    for (const name of [...own, ...emitter.bytes]) this.pointers.set(name, this.pointerTo(name));
  }

  private pointerTo(name: string): string {
    if (this.bare.has(name)) return name;
    let pointer = `${name}_`;
    while (this.around.names.has(pointer) || [...this.pointers.values()].includes(pointer)) pointer += "_";
    return pointer;
  }

  convert(): Definition {
    const body = this.block(this.definition.body);
    const casts = [...this.used].filter((name) => !this.bare.has(name)).map((name) => this.cast(name));
    const params = this.definition.params.map((param, i) => ({ ...param, annotation: this.annotation(param.name, i) }));
    return { ...this.definition, params, returns: this.emitter.returns ?? undefined, body: [...casts, ...body] };
  }

  private cast(name: string): Stmt {
    const target: Expr = { kind: "name", id: this.pointers.get(name) as string };
    return { kind: "assign", target, value: call("ptr8", { kind: "name", id: name }) };
  }

  private annotation(name: string, index: number): string | undefined {
    if (this.bare.has(name)) return "ptr8";
    return this.kinds.has(name) ? this.emitter.params[index] : undefined;
  }

  block(body: readonly Stmt[]): Stmt[] {
    return body.map((statement) => {
      if (statement.span) this.place = statement;
      const rule = STATEMENTS[statement.kind] as ((viper: Viper, statement: Stmt) => Stmt) | undefined;
      return rule ? rule(this, statement) : this.refuse(statement);
    });
  }

  refuse<T extends Expr | Stmt>(node: T, what = WORDS[node.kind] ?? "This"): T {
    this.report(node.span ? node : this.place, findings.viperForm(what));
    return node;
  }

  value(expr: Expr): Value {
    const rule = EXPRESSIONS[expr.kind] as ((viper: Viper, expr: Expr) => Value | null) | undefined;
    return rule?.(this, expr) ?? { expr: this.refuse(expr), kind: "unknown" };
  }

  number(expr: Expr): Expr {
    const { expr: made, kind } = this.value(expr);
    return kind === "bool" ? this.refuse(made, "A truth value as a number") : made;
  }

  /** Where it is asked whether something is so, `and`, `or` and `not` are jumps. */
  condition(expr: Expr): Expr {
    if (expr.kind === "bool") return { ...expr, left: this.condition(expr.left), right: this.condition(expr.right) };
    if (expr.kind === "unary" && expr.operator === "not") return { ...expr, operand: this.condition(expr.operand) };
    return this.value(expr).expr;
  }

  store(target: Expr, value: Value): Expr {
    if (target.kind !== "name") return this.element(target) ?? this.refuse(target);
    const { id } = target;
    const known = this.kinds.get(id);
    this.kinds.set(id, value.kind);
    if (this.foreign.has(id)) return this.refuse(target, "A variable of the module");
    const isSame = known === undefined || known === value.kind || value.kind === "unknown" || known === "unknown";
    return isSame && !this.pointers.has(id) ? target : this.refuse(target, "A variable for values of several kinds");
  }

  /** `data[i]`, through the address of the bytes. */
  element(expr: Expr): Expr | null {
    if (expr.kind !== "index" || expr.object.kind !== "name") return null;
    const pointer = this.pointers.get(expr.object.id);
    if (pointer === undefined) return null;
    this.used.add(expr.object.id);
    return { ...expr, object: { ...expr.object, id: pointer }, index: this.number(expr.index) };
  }

  kindOf(name: string): Kind | undefined {
    const constant = this.around.constants.get(name);
    return constant === undefined ? this.kinds.get(name) : isSmall(constant) ? "int" : undefined;
  }

  isBytes(name: string | null): boolean {
    return name !== null && this.pointers.has(name);
  }

  /** `for i in range(…)`. */
  loop(statement: StmtOf<"for">): Stmt {
    const { target, iterable } = statement;
    const isRange = iterable.kind === "call" && iterable.callee.kind === "name" && iterable.callee.id === "range";
    if (!isRange || target.kind !== "name") return this.refuse(statement);
    const args = iterable.args.map((arg) => this.number(arg));
    this.store(target, { expr: target, kind: "int" });
    return { ...statement, iterable: { ...iterable, args }, body: this.block(statement.body) };
  }

  return(statement: StmtOf<"return">): Stmt {
    if (statement.value === null) return statement;
    const { expr, kind } = this.value(statement.value);
    if (kind !== "unknown" && kind !== this.emitter.returns) this.refuse(statement, "A result of another kind");
    return { ...statement, value: expr };
  }
}

type Statements = { [K in Stmt["kind"]]?: (viper: Viper, statement: StmtOf<K>) => Stmt };

const STATEMENTS: Statements = {
  assign(viper, statement) {
    const value = viper.value(statement.value);
    return { ...statement, value: value.expr, target: viper.store(statement.target, value) };
  },
  augmented(viper, statement) {
    if (!OPERATORS.has(statement.operator)) viper.refuse(statement);
    const value = viper.number(statement.value);
    return { ...statement, value, target: viper.store(statement.target, { expr: value, kind: "int" }) };
  },
  if: (viper, statement) => ({
    ...statement,
    test: viper.condition(statement.test),
    then: viper.block(statement.then),
    otherwise: viper.block(statement.otherwise),
  }),
  while: (viper, statement) => ({
    ...statement,
    test: viper.condition(statement.test),
    body: viper.block(statement.body),
  }),
  for: (viper, statement) => viper.loop(statement),
  break: (_, statement) => statement,
  continue: (_, statement) => statement,
  pass: (_, statement) => statement,
  return: (viper, statement) => viper.return(statement),
  global(viper, statement) {
    for (const name of statement.names) viper.foreign.add(name);
    return statement;
  },
};

type Expressions = { [K in Expr["kind"]]?: (viper: Viper, expr: ExprOf<K>) => Value | null };

const EXPRESSIONS: Expressions = {
  int: (_, expr) => (isSmall(expr.value) ? { expr, kind: "int" } : null),
  constant: (_, expr) => (expr.value === "None" ? null : { expr, kind: "bool" }),
  name(viper, expr) {
    const kind = viper.foreign.has(expr.id) ? undefined : viper.kindOf(expr.id);
    return kind === undefined ? null : { expr, kind };
  },
  index(viper, expr) {
    const made = viper.element(expr);
    return made && { expr: made, kind: "int" };
  },
  unary: (viper, expr) =>
    expr.operator === "not" ? null : { expr: { ...expr, operand: viper.number(expr.operand) }, kind: "int" },
  binary(viper, expr) {
    if (!OPERATORS.has(expr.operator)) return null;
    return { expr: { ...expr, left: viper.number(expr.left), right: viper.number(expr.right) }, kind: "int" };
  },
  compare(viper, expr) {
    if (!COMPARISONS.has(expr.operator)) return null;
    return { expr: { ...expr, left: viper.number(expr.left), right: viper.number(expr.right) }, kind: "bool" };
  },
  conditional(viper, expr) {
    const [test, then, otherwise] = [viper.condition(expr.test), viper.value(expr.then), viper.value(expr.otherwise)];
    if (then.kind !== otherwise.kind) viper.refuse(expr, "A choice between values of several kinds");
    return { expr: { ...expr, test, then: then.expr, otherwise: otherwise.expr }, kind: then.kind };
  },
  call: (viper, expr) => (viper.isBytes(lengthOf(expr)) ? { expr: call("int", expr), kind: "int" } : null),
};

/** The name in `len(name)`. */
function lengthOf(expr: Expr): string | null {
  const isLength = expr.kind === "call" && expr.callee.kind === "name" && expr.callee.id === "len";
  const of = isLength ? expr.args[0] : undefined;
  return of?.kind === "name" ? of.id : null;
}

function call(name: string, argument: Expr): Expr {
  return { kind: "call", callee: { kind: "name", id: name }, args: [argument], span: argument.span };
}

function isSmall(value: bigint): boolean {
  return -SMALL <= value && value < SMALL;
}
