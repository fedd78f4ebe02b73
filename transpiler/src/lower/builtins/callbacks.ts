// Functions that the library calls in a turn of a loop. An arrow that is one expression is written into the loop.
import type { Expr as PyExpr } from "../../python/ast.ts";
import { changesObjects, type Written, writtenBy } from "../../ranges/written.ts";
import type { Binding, Expr, Func } from "../../tree/nodes.ts";
import { type Type, UNKNOWN } from "../../types/type.ts";
import { widest } from "../declarations/function.ts";
import { condition, truth } from "../expressions/logic.ts";
import type { Lowering } from "../lowering.ts";
import { safeName } from "../names.ts";
import { py } from "../py.ts";

export class Callback {
  private readonly func: Func | null;

  constructor(
    private readonly l: Lowering,
    private readonly source: Expr,
    /** The function as a value; not there where it is written into the loop. */
    private readonly value: PyExpr | undefined,
  ) {
    this.func = inlinable(l, source);
    for (const id of writtenBy([], this.func?.expression ?? null).bindings) l.alsoWrites.add(id);
  }

  /** Names for the values of a turn: those of the parameters where the function is written into the loop. */
  names(count: number): PyExpr[] {
    const { bindings } = this.l.module.program;
    return Array.from({ length: count }, (_, i) => {
      const param = this.func?.params[i];
      return py.name(param ? this.l.inlineName(bindings[param.binding] as Binding) : this.l.temporary());
    });
  }

  /** What the author calls the item, as Python may have it; null where the function is a value. */
  get itemName(): string | null {
    const param = this.func?.params[0];
    return param ? safeName((this.l.module.program.bindings[param.binding] as Binding).name) : null;
  }

  /** The function is written into the loop, and reads this parameter. */
  reads(index: number): boolean {
    const param = this.func?.params[index];
    return param !== undefined && (this.l.module.program.uses.get(this.func?.id ?? -1)?.has(param.binding) ?? false);
  }

  /** Calls the function with as many of the values as any function takes that may stand there. */
  result(given: readonly PyExpr[]): PyExpr {
    const { l, source } = this;
    if (this.func?.expression) {
      this.name(this.func, given);
      return l.expr(this.func.expression);
    }
    const id = source.type.kind === "function" ? source.type.signature : 0;
    const taken = l.module.isVariadic(id) ? given : given.slice(0, widest(l, id));
    return py.call(this.value as PyExpr, ...taken);
  }

  /** The result as JavaScript finds it true or false. */
  test(given: readonly PyExpr[]): PyExpr {
    const { l, source } = this;
    if (this.func?.expression) {
      this.name(this.func, given);
      return condition(l, this.func.expression);
    }
    return truth(l, this.result(given), { ...source, type: this.returns });
  }

  get returns(): Type {
    if (this.source.type.kind !== "function") return UNKNOWN;
    return this.l.module.program.signatures[this.source.type.signature]?.returns ?? UNKNOWN;
  }

  /** It can make no array longer or shorter. */
  get isHarmless(): boolean {
    const written = writtenByFunction(this.l, this.source);
    return written !== null && !written.code && !written.lengths;
  }

  private name(func: Func, given: readonly PyExpr[]): void {
    func.params.forEach((param, i) => {
      const name = given[i];
      const binding = this.l.module.program.bindings[param.binding] as Binding;
      if (name?.kind === "name") this.l.module.shared.names.rename(binding, name.id);
    });
  }
}

/** A function of which it is known what it does: it changes nothing that anybody else has, and is not given the array. */
export function changesNothing(l: Lowering, source: Expr): boolean {
  const written = writtenByFunction(l, source);
  if (written === null || source.type.kind !== "function") return false;
  return !changesObjects(written) && widest(l, source.type.signature) < 3;
}

function writtenByFunction(l: Lowering, source: Expr): Written | null {
  const { bindings, functions, lookedInto } = l.module.program;
  const known = source.kind === "name" ? bindings[source.binding] : undefined;
  const id = source.kind === "function" ? source.func : known?.reassigned ? null : known?.func;
  const func = typeof id === "number" ? functions[id] : undefined;
  if (func === undefined) return null;
  lookedInto.add(func.id);
  const parts = func.params.flatMap((param) => param.parts);
  return writtenBy([...func.body, ...parts], func.expression, ...func.params.map((param) => param.default));
}

/** Whether the function needs no value of its own. */
export function isInlined(l: Lowering, arg: Expr): boolean {
  return inlinable(l, arg) !== null;
}

function inlinable(l: Lowering, callback: Expr): Func | null {
  if (callback.kind !== "function") return null;
  const { bindings, functions } = l.module.program;
  const func = functions[callback.func] as Func;
  const isSimple =
    func.expression !== null &&
    !func.isAsync &&
    func.body.length === 0 &&
    func.params.every((param) => param.default === null && param.parts.length === 0 && !param.rest);
  const isClosed = func.params.every((param) => {
    const binding = bindings[param.binding];
    return !binding?.captured && !binding?.reassigned;
  });
  return isSimple && isClosed ? func : null;
}
