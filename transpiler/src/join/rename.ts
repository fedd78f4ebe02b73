// A module's statements with other names for what stands at its top level, where nothing hides it.
import { boundIn } from "../names/survey.ts";
import type { Expr, Stmt } from "../python/ast.ts";

export interface Replaced {
  /** Names at the top level that have another name now. */
  readonly names: ReadonlyMap<string, string>;
  /** What stands for a member of a module, by that module's name here; null: it stays. */
  readonly member: (module: string, name: string) => Expr | null;
  /** The file of a late module, in which the functions that others call keep their names, as it comes last. */
  readonly late: (module: string) => string;
}

/** Helpers that are given the name of a late module. */
const LATE = new Set(["ts_late", "ts_load_next", "ts_forget"]);

export function withNames(body: readonly Stmt[], replaced: Replaced): Stmt[] {
  return new Joiner(replaced).list(body, NONE, NONE);
}

const NONE: ReadonlySet<string> = new Set();
type Hidden = ReadonlySet<string>;

class Joiner {
  constructor(private readonly replaced: Replaced) {}

  /**
   * @param hidden names that a function around has for itself
   * @param members names that the class has whose statements these are
   */
  list<T>(list: readonly T[], hidden: Hidden, members: Hidden): T[] {
    return list.map((one) => this.node(one, hidden, members) as T);
  }

  private of(name: string, hidden: Hidden, members: Hidden): string {
    return hidden.has(name) || members.has(name) ? name : (this.replaced.names.get(name) ?? name);
  }

  private node(node: unknown, hidden: Hidden, members: Hidden): unknown {
    if (Array.isArray(node)) return this.list(node, hidden, members);
    if (node === null || typeof node !== "object") return node;
    const typed = node as Stmt | Expr;
    switch (typed.kind) {
      case "name":
        return { ...typed, id: this.of(typed.id, hidden, members) };
      case "attribute": {
        const { object, name } = typed;
        const known = object.kind === "name" && !hidden.has(object.id) && this.replaced.member(object.id, name);
        return known ? { ...known, span: typed.span } : this.parts(typed, hidden, members);
      }
      case "call": {
        const module = lateModule(typed);
        const args = module === null ? typed.args : [{ ...(typed.args[0] as Expr), value: this.replaced.late(module) }];
        return this.parts({ ...typed, args }, hidden, members);
      }
      case "def":
      case "lambda":
        return this.callable(typed, hidden, members);
      case "class": {
        const inside = new Set(boundIn(typed.body));
        const bases = this.list(typed.bases, hidden, members);
        const body = this.list(typed.body, hidden, inside);
        return { ...typed, name: this.of(typed.name, hidden, members), bases, body };
      }
      case "walrus":
        return this.parts({ ...typed, name: this.of(typed.name, hidden, members) }, hidden, members);
      case "global":
        return { ...typed, names: typed.names.map((name) => this.of(name, NONE, NONE)) };
      case "nonlocal":
        return { ...typed, names: typed.names.map((name) => this.of(name, hidden, members)) };
      case "try": {
        const named = (name: string | null) => (name === null ? null : this.of(name, hidden, members));
        const handlers = typed.handlers.map((one) => ({ ...one, name: named(one.name) }));
        return this.parts({ ...typed, handlers }, hidden, members);
      }
      default:
        return this.parts(typed, hidden, members);
    }
  }

  private parts(node: object, hidden: Hidden, members: Hidden): unknown {
    const made: Record<string, unknown> = {};
    for (const [key, value] of Object.entries(node))
      made[key] = key === "span" || key === "emitter" ? value : this.node(value, hidden, members);
    return made;
  }

  /** Defaults and decorators stand outside of the function. */
  private callable(
    made: Extract<Stmt, { kind: "def" }> | Extract<Expr, { kind: "lambda" }>,
    hidden: Hidden,
    members: Hidden,
  ): unknown {
    const params = made.params.map((param) => ({
      ...param,
      ...(param.default && { default: this.node(param.default, hidden, members) as Expr }),
    }));
    const inside = insideOf(made, hidden);
    if (made.kind === "lambda") return { ...made, params, body: this.node(made.body, inside, NONE) };
    const decorators = made.decorators && this.list(made.decorators, hidden, members);
    const name = this.of(made.name, hidden, members);
    const body = this.list(made.body, inside, NONE);
    return { ...made, name, params, body, ...(decorators && { decorators }) };
  }
}

/** The module that is named in a call of a helper for late modules; null for another expression. */
function lateModule(node: Expr): string | null {
  if (node.kind !== "call" || node.callee.kind !== "name" || !LATE.has(node.callee.id)) return null;
  const [name] = node.args;
  return name?.kind === "str" ? name.value : null;
}

/** The names that within a function are its own, or those of a function around it. */
function insideOf(made: Extract<Stmt, { kind: "def" }> | Extract<Expr, { kind: "lambda" }>, hidden: Hidden): Hidden {
  const params = made.params.map(({ name }) => name);
  if (made.kind === "lambda") return new Set([...hidden, ...params]);
  const globals = made.body.flatMap((one) => (one.kind === "global" ? one.names : []));
  const inside = new Set([...hidden, ...params, ...boundIn(made.body)]);
  for (const name of globals) inside.delete(name);
  return inside;
}
