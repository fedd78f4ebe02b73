// Walks over the Python tree, which is plain data: what a stretch of it mentions, and copies with parts replaced.
import type { Expr, Stmt } from "../python/ast.ts";

export type Node = Readonly<Record<string, unknown>>;

/** Every object below `node` that has a kind, `node` itself first; spans are not nodes. */
export function nodesOf(node: unknown): Node[] {
  const found: Node[] = [];
  collect(node, found);
  return found;
}

function collect(node: unknown, found: Node[]): void {
  if (node === null || typeof node !== "object") return;
  if (Array.isArray(node)) {
    for (const item of node) collect(item, found);
    return;
  }
  const record = node as Node;
  if ("kind" in record) found.push(record);
  for (const key in record) if (key !== "span") collect(record[key], found);
}

export function mentions(node: unknown, name: string): boolean {
  for (const each of nodesOf(node)) if (namesOf(each).includes(name)) return true;
  return false;
}

/** The names that one node itself reads or binds. */
export function namesOf(node: Node): readonly string[] {
  switch (node.kind) {
    case "name":
      return [node.id as string];
    case "walrus":
    case "def":
    case "class":
      return [node.name as string];
    case "global":
    case "nonlocal":
      return node.names as readonly string[];
    case "try":
      return (node.handlers as readonly { name: string | null }[]).flatMap(({ name }) => name ?? []);
    default:
      return [];
  }
}

/** A copy in which every name `from` is `to`; a function within has names of its own, but for its defaults. */
export function substitute<T extends Expr | Stmt>(node: T, from: string, to: Expr): T {
  return replaced(node, from, to) as T;
}

function replaced(node: unknown, from: string, to: Expr): unknown {
  return copied(
    node,
    (each) => (each.kind === "name" && each.id === from ? to : undefined),
    (each, key) => each.kind === "def" && key === "body",
  );
}

/**
 * A copy with parts replaced.
 * @param replace what stands in the place of a node, and is not looked at any further; undefined: the node, with its parts
 * @param isKept parts that stay as they are; spans always do
 */
export function copied(
  node: unknown,
  replace: (node: Node) => unknown,
  isKept: (node: Node, key: string) => boolean = () => false,
): unknown {
  if (Array.isArray(node)) return node.map((item) => copied(item, replace, isKept));
  if (node === null || typeof node !== "object") return node;
  const record = node as Node;
  const instead = replace(record);
  if (instead !== undefined) return instead;
  const stays = (key: string) => key === "span" || isKept(record, key);
  return Object.fromEntries(
    Object.entries(record).map(([key, value]) => [key, stays(key) ? value : copied(value, replace, isKept)]),
  );
}

/** The lists of statements right below a statement, and the copy of it with these replaced. */
export function mapBlocks(statement: Stmt, map: (body: readonly Stmt[]) => readonly Stmt[]): Stmt {
  switch (statement.kind) {
    case "if":
      return { ...statement, then: map(statement.then), otherwise: map(statement.otherwise) };
    case "try":
      return {
        ...statement,
        body: map(statement.body),
        handlers: statement.handlers.map((handler) => ({ ...handler, body: map(handler.body) })),
        finalizer: map(statement.finalizer),
      };
    case "while":
    case "for":
    case "def":
    case "class":
      return { ...statement, body: map(statement.body) };
    default:
      return statement;
  }
}
