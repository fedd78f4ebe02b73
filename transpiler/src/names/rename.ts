// A module with other names. A name that is to have another has it everywhere, whatever it stands for; parameters are
// renamed function by function, for they never meet.
import type { ExceptHandler, Expr, Param, PythonModule, Stmt } from "../python/ast.ts";
import { nodesOf } from "../tidy/walk.ts";
import { boundIn } from "./survey.ts";

/** Parameters' names of the functions around, and what they are here. */
interface Around {
  readonly names: ReadonlyMap<string, string>;
  /** How many of the names for parameters are in use. */
  readonly count: number;
}
const NOTHING: Around = { names: new Map(), count: 0 };
type Node = Readonly<Record<string, unknown>>;

export function renamed(
  module: PythonModule,
  names: ReadonlyMap<string, string>,
  parameters: readonly string[],
  isKept: (name: string) => boolean,
): PythonModule {
  const renamer = new Renamer(names, parameters, isKept, elsewhereIn(module.body));
  return { ...module, body: renamer.all(module.body, NOTHING) };
}

/** Names that within a function may stand for what is not its own: no parameter of that name has one of its own. */
function elsewhereIn(body: readonly Stmt[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const node of nodesOf(body) as unknown as (Stmt | Expr)[]) {
    if (node.kind === "global") for (const name of node.names) found.add(name);
    if (node.kind !== "def") continue;
    for (const inner of nodesOf(node.body) as unknown as (Stmt | Expr)[])
      if (inner.kind === "class") for (const name of boundIn(inner.body)) found.add(name);
  }
  return found;
}

class Renamer {
  constructor(
    private readonly names: ReadonlyMap<string, string>,
    private readonly parameters: readonly string[],
    private readonly isKept: (name: string) => boolean,
    private readonly elsewhere: ReadonlySet<string>,
  ) {}

  all<T>(list: readonly T[], around: Around): T[] {
    return list.map((one) => this.node(one, around) as T);
  }

  private of(name: string, around: Around): string {
    return around.names.get(name) ?? this.names.get(name) ?? name;
  }

  private node(node: unknown, around: Around): unknown {
    if (Array.isArray(node)) return this.all(node, around);
    if (node === null || typeof node !== "object") return node;
    const typed = node as Stmt | Expr;
    switch (typed.kind) {
      case "name":
        return { ...typed, id: this.of(typed.id, around) };
      case "attribute":
        return { ...typed, object: this.node(typed.object, around), name: this.names.get(typed.name) ?? typed.name };
      case "def":
      case "lambda":
        return this.callable(typed, around);
      case "walrus":
      case "class":
        return this.parts({ ...typed, name: this.of(typed.name, around) }, around);
      case "global":
      case "nonlocal":
        return { ...typed, names: typed.names.map((name) => this.of(name, around)) };
      case "import":
        return typed.as === undefined ? typed : { ...typed, as: this.of(typed.as, around) };
      case "from":
        return { ...typed, names: typed.names.map((one) => this.imported(one)) };
      case "try":
        return this.parts({ ...typed, handlers: typed.handlers.map((one) => this.handler(one, around)) }, around);
      default:
        return this.parts(typed, around);
    }
  }

  private parts(node: object, around: Around): Node {
    const made: Record<string, unknown> = {};
    for (const [key, value] of Object.entries(node)) made[key] = key === "span" ? value : this.node(value, around);
    return made;
  }

  private imported({ name, as }: { readonly name: string; readonly as?: string | undefined }) {
    const here = this.names.get(as ?? name) ?? as ?? name;
    const there = this.names.get(name) ?? name;
    return here === there ? { name: there } : { name: there, as: here };
  }

  private handler(handler: ExceptHandler, around: Around): ExceptHandler {
    return handler.name === null ? handler : { ...handler, name: this.of(handler.name, around) };
  }

  /** Defaults and decorators stand outside of the function. */
  private callable(made: Extract<Stmt, { kind: "def" }> | Extract<Expr, { kind: "lambda" }>, around: Around): unknown {
    const inside = this.inside(made.params, around);
    const params = made.params.map((param) => ({
      ...param,
      name: this.of(param.name, inside),
      ...(param.default && { default: this.node(param.default, around) as Expr }),
    }));
    if (made.kind === "lambda") return { ...made, params, body: this.node(made.body, inside) };
    const decorators = made.decorators && this.all(made.decorators, around);
    return {
      ...made,
      name: this.of(made.name, around),
      params,
      body: this.all(made.body, inside),
      ...(decorators && { decorators }),
    };
  }

  private inside(params: readonly Param[], around: Around): Around {
    const own = params.map(({ name }) => name).filter((name) => !this.isKept(name) && !this.elsewhere.has(name));
    if (own.length === 0) return around;
    const inside = new Map(around.names);
    for (const [i, name] of own.entries()) {
      const next = this.parameters[around.count + i];
      if (next !== undefined) inside.set(name, next);
      else inside.delete(name);
    }
    return { names: inside, count: around.count + own.length };
  }
}
