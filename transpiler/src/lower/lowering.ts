// The state of lowering one function (or a module's top level): the statements written so far, temporaries, loops.
// An expression lowers to a Python expression; what must happen before it is written to `out` first. That is the one
// mechanism that keeps JavaScript's order of evaluation.
import type { Expr as PyExpr, Stmt as PyStmt } from "../python/ast.ts";
import type { Binding, Expr, Stmt } from "../tree/nodes.ts";
import { lowerExpression } from "./expressions/index.ts";
import type { ModuleLowering } from "./module-lowering.ts";
import { acts, isConstant, isPlain, NONE, py } from "./py.ts";
import { lowerStatement } from "./statements/index.ts";

/** A loop or switch around the present place. */
export interface Target {
  readonly kind: "loop" | "switch" | "block";
  readonly label: string | null;
  /** What `continue` must do first: the step of a `for`. */
  readonly step: (() => void) | null;
  /** Set when an inner statement jumps here through another loop: the flag to test after it. */
  readonly flags: Map<string, string>;
  /** For a switch without a loop of its own: break is written as nothing. */
  readonly silentBreak?: boolean;
}

export class Lowering {
  out: PyStmt[] = [];
  readonly targets: Target[] = [];
  private temporaries = 0;
  private inlined = 0;
  /** In an optional chain: the objects that may be None. */
  skips: PyExpr[] = [];
  /** Expressions that were evaluated already, and where their values stand. */
  private readonly frozen = new Map<Expr, PyExpr>();
  /** Variables that functions written into this one assign. */
  readonly alsoWrites = new Set<number>();
  /** The expression being lowered for a loop over it, and not as a value. */
  iterating: Expr | null = null;
  /** Tests of null or undefined that need not tell the two apart: see none-tests.ts. */
  readonly anyNone = new Set<Expr>();
  /** The value of the expression is used; false for an expression that is a statement. */
  wantsValue = true;
  /** How many try statements stand around the present place. */
  tryDepth = 0;
  /** A try…finally is being lowered: how many jump targets lie outside of it. */
  finallyDepth: number | null = null;

  constructor(
    readonly module: ModuleLowering,
    /** The function being lowered; null at a module's top level. */
    readonly func: number | null,
    /** Temporaries of functions within this one must not hide these. */
    readonly prefix = "_t",
  ) {}

  expr(expr: Expr): PyExpr {
    const frozen = this.frozen.get(expr);
    if (frozen) return frozen;
    const { wantsValue, module } = this;
    const { place } = module;
    this.wantsValue = true;
    module.place = expr.span;
    const value = lowerExpression(this, expr);
    module.place = place;
    this.wantsValue = wantsValue;
    return value.span ? value : { ...value, span: expr.span };
  }

  /** What Python loops over where JavaScript loops over the value. */
  iterable(expr: Expr): PyExpr {
    this.iterating = expr;
    const value = this.expr(expr);
    this.iterating = null;
    // What `Array(length)` gives is the length.
    return expr.type.kind === "builtin" ? py.binary("*", py.list([NONE]), value) : value;
  }

  /** The function being lowered is a generator. */
  get isGenerator(): boolean {
    return this.func !== null && (this.module.program.functions[this.func]?.isGenerator ?? false);
  }

  /** An expression for what it does: its value, if any is left, is dropped. */
  effect(expr: Expr): void {
    this.wantsValue = false;
    const value = lowerExpression(this, expr);
    this.wantsValue = true;
    if (["name", "constant", "int", "float", "str"].includes(value.kind)) return;
    this.out.push(py.expression(value, expr.span));
  }

  statements(list: readonly Stmt[]): void {
    for (const statement of list) this.mark(statement, () => lowerStatement(this, statement));
  }

  /** Gives the statements that `work` writes the span of their source. */
  private mark(statement: Stmt, work: () => void): void {
    const from = this.out.length;
    this.module.place = statement.span;
    work();
    for (let i = from; i < this.out.length; i++) {
      const made = this.out[i] as PyStmt;
      if (!made.span) this.out[i] = { ...made, span: statement.span };
    }
  }

  block(list: readonly Stmt[]): PyStmt[] {
    return this.capture(() => this.statements(list)).statements;
  }

  /** Runs `work` with an output of its own. */
  capture<T>(work: () => T): { value: T; statements: PyStmt[] } {
    const outer = this.out;
    this.out = [];
    try {
      const value = work();
      return { value, statements: this.out };
    } finally {
      this.out = outer;
    }
  }

  temporary(): string {
    this.temporaries++;
    return this.temporaries === 1 ? this.prefix : `${this.prefix}${this.temporaries}`;
  }

  /** Puts a value in a temporary, unless writing it twice does no harm. */
  once(value: PyExpr): PyExpr {
    return isPlain(value) ? value : this.spill(value);
  }

  spill(value: PyExpr): PyExpr {
    // What is spread is gone through at once.
    if (value.kind === "star") return { ...value, value: this.spill(py.call("list", value.value)) };
    const name = py.name(this.temporary());
    this.out.push(py.assign(name, value));
    return name;
  }

  /**
   * Lowers operands from left to right. When a later one needs statements before it, the earlier ones are put in
   * temporaries first, unless nothing can change them.
   * @param finish what is done with each value before the next operand is looked at
   */
  operands(exprs: readonly Expr[], finish: (value: PyExpr, expr: Expr) => PyExpr = (value) => value): PyExpr[] {
    const values: PyExpr[] = [];
    const isStable: boolean[] = [];
    exprs.forEach((expr, i) => {
      const { value, statements } = this.capture(() => {
        const raw = this.expr(expr);
        const finished = finish(raw, expr);
        isStable.push(finished === raw && this.isStable(expr));
        return finished;
      });
      if (statements.some((statement) => statement.kind !== "def")) {
        for (let k = 0; k < i; k++) if (!isStable[k]) values[k] = this.keep(values[k] as PyExpr);
      }
      this.out.push(...statements);
      values.push(value);
    });
    return values;
  }

  private keep(value: PyExpr): PyExpr {
    if (value.kind === "star") return { ...value, value: this.spill(py.listFrom(value.value)) };
    return value.kind === "name" && value.id.startsWith("_t") ? value : this.spill(value);
  }

  /** A name of a function: one of ours, `this`, or a variable that no module has at its top. */
  isOwnName(name: string): boolean {
    if (this.func === null) return false;
    return /^_(t\d*|f\d*|v_.*|body)$/.test(name) || name === "self" || name === "cls" || this.module.isInner(name);
  }

  /** A name for what is read again after other code has run. */
  hold(value: PyExpr, source: Expr): PyExpr {
    return isConstant(value) || (isPlain(value) && this.isStable(source)) ? value : this.spill(value);
  }

  /** Within `work` these expressions give the values that they had. */
  withFrozen<T>(parts: readonly (readonly [Expr, PyExpr])[], work: () => T): T {
    for (const [expr, value] of parts) this.frozen.set(expr, value);
    const result = work();
    for (const [expr] of parts) this.frozen.delete(expr);
    return result;
  }

  /** Python would evaluate `later` before these values, JavaScript after: temporaries keep what would show. */
  early(values: readonly PyExpr[], sources: readonly Expr[], later: readonly PyExpr[]): PyExpr[] {
    const laterActs = later.some(acts);
    const laterChanges = later.some((value) => !isConstant(value));
    const changes = values.map((value, i) => !isConstant(value) && !this.isStable(sources[i] as Expr));
    const last = values.map((value, i) => changes[i] && (laterActs || (laterChanges && acts(value)))).lastIndexOf(true);
    return values.map((value, i) => (i <= last && changes[i] ? this.spill(value) : value));
  }

  /** No statement can change what the expression gives. */
  isStable(expr: Expr): boolean {
    if (expr.kind === "view") return this.isStable(expr.value);
    if (["number", "string", "boolean", "none", "this", "function", "builtin"].includes(expr.kind)) return true;
    if (expr.kind !== "name") return false;
    const binding = this.module.program.bindings[expr.binding];
    return binding !== undefined && !binding.reassigned;
  }

  /** A name for a parameter whose function is written into this one. */
  inlineName(binding: Binding): string {
    const name = `_v_${binding.name}${this.inlined++ || ""}`;
    this.module.shared.names.rename(binding, name);
    return name;
  }

  helper(name: string): PyExpr {
    return this.module.helper(name);
  }

  callHelper(name: string, ...args: readonly PyExpr[]): PyExpr {
    return py.call(this.helper(name), ...args);
  }

  /** The index is one that there is. */
  isInside(expr: Expr): boolean {
    return this.module.facts.isInside(expr.id);
  }

  range(expr: Expr) {
    return this.module.facts.range(expr.id);
  }
}
