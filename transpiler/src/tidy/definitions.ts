// What statements define: names at the top level of a module, members of a class. A statement that does nothing else can go
// when nobody asks for the name.
import type { Expr, PythonModule, Stmt } from "../python/ast.ts";
import { doingsOf } from "./order.ts";
import { nodesOf } from "./walk.ts";

/** The statements at the top level of one module, by the names that they are for. */
export class Definitions {
  private readonly names = new Map<Stmt, string>();
  private readonly statements = new Map<string, Stmt[]>();

  constructor({ body }: PythonModule) {
    const classes = new Set(body.flatMap((statement) => (statement.kind === "class" ? [statement.name] : [])));
    for (const statement of body) {
      const name = definedName(statement) ?? ownerOf(statement, classes);
      if (name === null) continue;
      this.names.set(statement, name);
      const others = this.statements.get(name);
      if (others) others.push(statement);
      else this.statements.set(name, [statement]);
    }
  }

  /** The name that the statement defines, or the class that it gives a static member; null when it does more. */
  nameOf(statement: Stmt): string | null {
    return this.names.get(statement) ?? null;
  }

  of(name: string): readonly Stmt[] {
    return this.statements.get(name) ?? [];
  }
}

export type Store = Extract<Stmt, { kind: "assign" | "augmented" }> & {
  readonly target: Extract<Expr, { kind: "attribute" }>;
};

/** A statement that only writes a member. */
export function isStore(node: Stmt | Expr): node is Store {
  return (
    (node.kind === "assign" || node.kind === "augmented") &&
    node.target.kind === "attribute" &&
    !node.target.acts &&
    isDroppable(node.target.object)
  );
}

/** Nothing is lost when nobody evaluates it. */
export function isDroppable(value: Expr): boolean {
  if (value.kind === "lambda") return true;
  for (const node of nodesOf(value)) if (node.kind === "index") return false;
  return !doingsOf(value).acts;
}

/** The one name that a statement at the top level of a module or class defines, doing nothing else. */
export function definedName(statement: Stmt): string | null {
  if (statement.kind === "class") return statement.bases.every(isDroppable) ? statement.name : null;
  if (statement.kind === "def") return statement.name;
  if (statement.kind === "import" || statement.kind === "from") return "";
  if (statement.kind !== "assign" || statement.target.kind !== "name") return null;
  return isDroppable(statement.value) ? statement.target.id : null;
}

/** The class of the module that a statement gives a static member. */
function ownerOf(statement: Stmt, classes: ReadonlySet<string>): string | null {
  if (!isStore(statement) || !isDroppable(statement.value) || statement.target.object.kind !== "name") return null;
  const { id } = statement.target.object;
  return classes.has(id) ? id : null;
}
