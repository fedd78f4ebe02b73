// A function's body as it stands in the place of a call: its parameters have the arguments' values, its variables names that
// nothing has there.
import { py } from "../lower/py.ts";
import { checkAssigned } from "../native/assigned.ts";
import type { Expr, Span, Stmt } from "../python/ast.ts";
import { usesIn } from "../tidy/scope.ts";
import { namesOf, nodesOf } from "../tidy/walk.ts";
import type { Definition } from "./candidates.ts";
import { localsOf } from "./frame.ts";

/** What a body must not hold: scopes of their own, and what means something else in another function. */
const BARRED = new Set(
  "def class lambda listComp walrus global nonlocal yield yieldFrom import from delete star".split(" "),
);

/** It does the same wherever it stands: each variable gets its value before it is read. */
export function mayStandElsewhere(definition: Definition): boolean {
  const { params, body } = definition;
  const isPlain = params.every(({ rest, default: value }) => !rest && (value === undefined || isLiteral(value)));
  const nodes = nodesOf(body);
  if (!isPlain || nodes.some(({ kind, id }) => BARRED.has(kind as string) || id === "super" || id === "__class__"))
    return false;
  let isSure = true;
  checkAssigned(definition, () => {
    isSure = false;
  });
  return isSure;
}

/** The function that bodies are put into. */
export class Host {
  /** Every name that stands in it. */
  private readonly names: Set<string>;
  private readonly locals: ReadonlySet<string>;
  /** Of them those that may be an argument's stand-in: nothing changes them but the function's own statements. */
  private readonly steady: ReadonlySet<string>;
  /** Names that bodies have got: those of one are free for the next. */
  private readonly given: string[] = [];
  /** How many of them the last body has. */
  private last = 0;

  /**
   * @param constants names at the top of the module that MicroPython replaces by their values
   * @param changing those that functions assign
   */
  constructor(
    definition: Definition,
    private readonly constants: ReadonlySet<string>,
    private readonly changing: ReadonlySet<string>,
  ) {
    const { params, body } = definition;
    this.names = new Set([...params.map(({ name }) => name), ...nodesOf(body).flatMap(allNamesOf)]);
    this.locals = localsOf(definition);
    const steady = new Set(this.locals);
    for (const [name, { captured }] of usesIn(body)) if (captured) steady.delete(name);
    checkAssigned(definition, (name) => steady.delete(name));
    this.steady = steady;
  }

  /** How many variables it has. */
  get size(): number {
    return this.locals.size + this.given.length;
  }

  /** The variables beyond so many are not needed after all. */
  forget(size: number): void {
    this.given.length = size - this.locals.size;
  }

  /** @param span of the call; null where the body cannot stand here */
  bodyFor(definition: Definition, args: readonly Expr[], span: Span | undefined): Placed | null {
    const { params, body } = definition;
    const own = localsOf(definition);
    const used = new Set(nodesOf(body).flatMap(allNamesOf));
    const isHidden = [...used].some((name) => !own.has(name) && (this.locals.has(name) || this.given.includes(name)));
    if (isHidden || args.length > params.length || args.some((arg) => this.isOdd(arg))) return null;
    const uses = usesIn(body);
    const replaced = new Map<string, Expr>();
    const head: { readonly name: string | null; readonly value: Expr }[] = [];
    for (const [i, { name, default: preset }] of params.entries()) {
      const value = args[i] ?? preset;
      if (value === undefined || value.kind === "star") return null;
      const { reads = 0, writes = 0 } = uses.get(name) ?? {};
      const isSteady = value.kind === "name" ? this.isFixed(value.id, own) : isLiteral(value);
      if (writes === 0 && isSteady && (value.kind === "name" || mayStandFor(name, value, reads, body)))
        replaced.set(name, value);
      else if (reads > 0 || writes > 0) head.push({ name, value });
      else if (!isSteady) head.push({ name: null, value });
    }
    const fresh = this.freshNames(
      [...own].filter((name) => !replaced.has(name) && uses.has(name)),
      used,
    );
    for (const name of used) if (!own.has(name)) this.names.add(name);
    for (const [name, now] of fresh) replaced.set(name, py.name(now));
    const given = head.map(({ name, value }) =>
      name === null ? py.expression(value, span) : py.assign(py.name(fresh.get(name) as string), value, span),
    );
    return { head: given, body: withNames(body, replaced) as readonly Stmt[] };
  }

  /** Nothing that is called can change what the name stands for. */
  isSteady(name: string): boolean {
    if (this.given.includes(name)) return false;
    return this.steady.has(name) || !(this.locals.has(name) || this.changing.has(name));
  }

  /** It may stand for a parameter in a body with these variables. */
  private isFixed(name: string, own: ReadonlySet<string>): boolean {
    return this.steady.has(name) || (this.constants.has(name) && !this.locals.has(name) && !own.has(name));
  }

  /** It changes a variable, or holds one that a body has got: those of the next may be the same. */
  private isOdd(arg: Expr): boolean {
    return nodesOf(arg).some(({ kind, id }) => kind === "walrus" || this.given.includes(id as string));
  }

  /** A variable for what the last body gives. */
  get temporary(): string {
    const name = this.given[this.last] ?? this.newName("_t", new Set());
    this.given[this.last] = name;
    return name;
  }

  /** For each of a function's variables one that nothing else here has. */
  private freshNames(own: readonly string[], used: ReadonlySet<string>): ReadonlyMap<string, string> {
    this.last = own.length;
    const made = new Map<string, string>();
    for (const [i, name] of own.entries()) {
      const known = this.given[i];
      const now = known ?? this.newName(name, used);
      if (known === undefined) this.given.push(now);
      made.set(name, now);
    }
    return made;
  }

  private newName(base: string, used: ReadonlySet<string>): string {
    const isTaken = (name: string) => this.names.has(name) || (used.has(name) && name !== base);
    let name = base;
    for (let n = 2; isTaken(name); n++) name = `${base}_${n}`;
    this.names.add(name);
    return name;
  }
}

export interface Placed {
  /** Gives the parameters their values. */
  readonly head: readonly Stmt[];
  readonly body: readonly Stmt[];
}

function allNamesOf(node: Readonly<Record<string, unknown>>): readonly string[] {
  const params = node.kind === "def" || node.kind === "lambda" ? (node.params as Definition["params"]) : [];
  return [...namesOf(node), ...params.map(({ name }) => name)];
}

/** Evaluating it does nothing, and gives the same at any time. */
function isLiteral({ kind, ...rest }: Expr): boolean {
  return kind === "constant" || kind === "str" || (kind === "int" && isSmall((rest as { value: bigint }).value));
}

/** It fits into a word of MicroPython's, beside its tag (py/obj.h, MP_SMALL_INT_FITS). */
function isSmall(value: bigint): boolean {
  return -(2n ** 30n) <= value && value < 2n ** 30n;
}

/** A literal in the place of a parameter: Python has the form, and no text stands twice. */
function mayStandFor(name: string, value: Expr, reads: number, body: readonly Stmt[]): boolean {
  const isIt = (expr: Expr) => expr.kind === "name" && expr.id === name;
  const isOdd = (nodesOf(body) as unknown as Expr[]).some((node) => {
    if (node.kind === "attribute") return isIt(node.object);
    if (node.kind === "call") return isIt(node.callee);
    if (node.kind === "compare") return node.operator.startsWith("is") && (isIt(node.left) || isIt(node.right));
    return (node.kind === "index" || node.kind === "slice") && isIt(node.object);
  });
  return !isOdd && (value.kind !== "str" || reads === 1);
}

/** Other names, or values, in the place of a body's variables. */
export function withNames(node: unknown, replaced: ReadonlyMap<string, Expr>): unknown {
  if (Array.isArray(node)) return node.map((one) => withNames(one, replaced));
  if (node === null || typeof node !== "object") return node;
  const typed = node as Stmt | Expr;
  if (typed.kind === "name") {
    const now = replaced.get(typed.id);
    return now ? { ...now, span: typed.span } : typed;
  }
  const made = Object.fromEntries(
    Object.entries(node).map(([key, value]) => [key, key === "span" ? value : withNames(value, replaced)]),
  );
  if (typed.kind !== "try") return made;
  const handlers = made.handlers as (typeof typed)["handlers"];
  const nameOf = (name: string | null) => {
    const now = name === null ? undefined : replaced.get(name);
    return now?.kind === "name" ? now.id : name;
  };
  return { ...made, handlers: handlers.map((one) => ({ ...one, name: nameOf(one.name) })) };
}
