// Which names of a module stand without a point before them: one that never does can be called like one that always does.
import type { Expr, Stmt } from "../python/ast.ts";
import { nodesOf } from "../tidy/walk.ts";

export interface BareNames {
  readonly all: ReadonlySet<string>;
  /** Those that are looked up while a class is defined, where its members come first. */
  readonly inClasses: ReadonlySet<string>;
}

export function bareNames(body: readonly Stmt[]): BareNames {
  const search = new Search();
  search.visit(body);
  return search;
}

class Search implements BareNames {
  readonly all = new Set<string>();
  readonly inClasses = new Set<string>();

  visit(node: unknown): void {
    if (Array.isArray(node)) {
      for (const one of node) this.visit(one);
      return;
    }
    if (node === null || typeof node !== "object") return;
    const typed = node as Stmt | Expr;
    for (const name of bareIn(typed)) this.all.add(name);
    if (typed.kind === "class") {
      this.visit(typed.bases);
      for (const one of typed.body) this.member(one);
      return;
    }
    for (const [key, value] of Object.entries(node)) if (key !== "span") this.visit(value);
  }

  /** A statement of a class: what it defines is a member. */
  private member(statement: Stmt): void {
    if (statement.kind === "def") {
      for (const { name } of statement.params) this.all.add(name);
      this.whileDefined([statement.params, statement.decorators]);
      this.visit(statement.body);
    } else if (statement.kind === "assign" && statement.target.kind === "name") this.whileDefined(statement.value);
    else this.whileDefined(statement);
  }

  private whileDefined(node: unknown): void {
    this.visit(node);
    for (const one of nodesOf(node) as unknown as (Stmt | Expr)[])
      for (const name of bareIn(one)) this.inClasses.add(name);
  }
}

/** What stands without a point in one node itself. */
export function bareIn(node: Stmt | Expr): readonly string[] {
  switch (node.kind) {
    case "name":
      return [node.id];
    case "def":
      return [node.name, ...node.params.map(({ name }) => name)];
    case "lambda":
      return node.params.map(({ name }) => name);
    case "class":
    case "walrus":
      return [node.name];
    case "global":
    case "nonlocal":
      return node.names;
    case "try":
      return node.handlers.flatMap(({ name }) => name ?? []);
    case "import":
      return node.as === undefined ? node.module.split(".") : [node.as];
    case "from":
      return node.names.map(({ name, as }) => as ?? name);
    default:
      return [];
  }
}
