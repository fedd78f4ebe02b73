// Functions that the library calls in a turn of a loop. An arrow that is one expression is written into the loop.
import { findings } from "../../diagnostics/catalogue.ts";
import type { Expr as PyExpr } from "../../python/ast.ts";
import { changesObjects, type Written, writtenBy } from "../../ranges/written.ts";
import type { Binding, Expr, ExprOf, Func } from "../../tree/nodes.ts";
import { type Type, UNKNOWN } from "../../types/type.ts";
import { widest } from "../declarations/function.ts";
import { condition, truth } from "../expressions/logic.ts";
import { toText } from "../expressions/text.ts";
import type { Lowering } from "../lowering.ts";
import { safeName } from "../names.ts";
import { py } from "../py.ts";
import { toNumber } from "./to-number.ts";

/** The library's functions that may be handed on by their name. */
const CONVERSIONS: Record<string, (l: Lowering, item: PyExpr, type: Type, at: Expr) => PyExpr> = {
  String: (l, item, type, at) => toText(l, item, type, at.span),
  Number: (l, item, type, { span }) => toNumber(l, item, { type, span }),
  Boolean: (l, item, type, at) => truth(l, item, { ...at, type }),
};

export class Callback {
  private readonly func: Func | null;

  constructor(
    private readonly l: Lowering,
    private readonly source: Expr,
    /** The function as a value; not there where it is written into the loop. */
    private readonly value: PyExpr | undefined,
    /** What its first parameter is given. */
    private readonly item: Type,
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
    if (source.kind === "builtin") return this.converted(source, given[0] as PyExpr);
    const id = source.type.kind === "function" ? source.type.signature : 0;
    if (l.module.program.signatures[id]?.rest)
      l.module.report(source.span, findings.library("A rest parameter here", "Name the parameters."));
    return py.call(this.value as PyExpr, ...given.slice(0, widest(l, id)));
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
    if (this.source.kind === "builtin") return { kind: "boolean" };
    if (this.source.type.kind !== "function") return UNKNOWN;
    return this.l.module.program.signatures[this.source.type.signature]?.returns ?? UNKNOWN;
  }

  /** It can make no array longer or shorter. */
  get isHarmless(): boolean {
    if (this.source.kind === "builtin") return true;
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

  private converted(source: ExprOf<"builtin">, item: PyExpr): PyExpr {
    const convert = CONVERSIONS[source.name];
    if (convert) return convert(this.l, item, this.item, source);
    this.l.module.report(source.span, findings.library(`${source.name} as a value`, "Write an arrow around the call."));
    return item;
  }
}

/** A function of which it is known what it does: it changes nothing that anybody else has, and is not given the array. */
export function changesNothing(l: Lowering, source: Expr): boolean {
  const written = writtenByFunction(l, source);
  if (written === null || source.type.kind !== "function") return false;
  return !changesObjects(written) && widest(l, source.type.signature) < 3;
}

function writtenByFunction(l: Lowering, source: Expr): Written | null {
  const { bindings, functions } = l.module.program;
  const known = source.kind === "name" ? bindings[source.binding] : undefined;
  const id = source.kind === "function" ? source.func : known?.reassigned ? null : known?.func;
  const func = typeof id === "number" ? functions[id] : undefined;
  if (func === undefined) return null;
  const parts = func.params.flatMap((param) => param.parts);
  return writtenBy([...func.body, ...parts], func.expression, ...func.params.map((param) => param.default));
}

/** Whether the function needs no value of its own. */
export function isInlined(l: Lowering, arg: Expr): boolean {
  return arg.kind === "builtin" || inlinable(l, arg) !== null;
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
