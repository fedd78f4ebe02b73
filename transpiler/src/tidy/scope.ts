// Who reads and writes the names of one function, or of a module's top level.
import type { ExceptHandler, Expr, Stmt } from "../python/ast.ts";

export interface Use {
  reads: number;
  writes: number;
  /** A function within this one reads or writes it too. */
  captured: boolean;
}

export type Uses = ReadonlyMap<string, Use>;

/** Statements and expressions that are another scope: what they do not bind themselves is of this one. */
type Inner = Extract<Stmt, { kind: "def" | "class" }> | Extract<Expr, { kind: "lambda" | "listComp" }>;

export function usesIn(body: readonly Stmt[]): Uses {
  const counter = new Counter();
  counter.visit(body);
  return counter.uses;
}

class Counter {
  readonly uses = new Map<string, Use>();
  /** Names that a `global` or `nonlocal` statement takes from outside. */
  readonly foreign = new Set<string>();

  visit(node: unknown): void {
    if (Array.isArray(node)) for (const item of node) this.visit(item);
    else if (node !== null && typeof node === "object") this.visitNode(node as { kind?: string });
  }

  private visitNode(node: { kind?: string }): void {
    switch (node.kind) {
      case "name":
        this.use((node as { id: string }).id).reads++;
        return;
      case "assign":
      case "for":
        this.write((node as { target: Expr }).target);
        break;
      case "augmented":
        this.write((node as { target: Expr }).target);
        this.visit((node as { target: Expr }).target);
        break;
      case "global":
      case "nonlocal":
        for (const name of (node as { names: readonly string[] }).names) this.foreign.add(name);
        return;
      case "def":
      case "class":
      case "lambda":
      case "listComp":
        this.visitInner(node as Inner);
        return;
      case "walrus":
        this.use((node as { name: string }).name).writes++;
    }
    for (const [key, value] of Object.entries(node)) {
      if (key === "target" && (node.kind === "assign" || node.kind === "for" || node.kind === "augmented")) continue;
      if (key === "handlers")
        for (const { name } of value as unknown as readonly ExceptHandler[]) if (name !== null) this.use(name).writes++;
      if (key !== "span") this.visit(value);
    }
  }

  private write(target: Expr): void {
    if (target.kind === "name") this.use(target.id).writes++;
    else if (target.kind === "tuple") for (const item of target.items) this.write(item);
    else this.visit(target);
  }

  private visitInner(node: Inner): void {
    if (node.kind === "def" || node.kind === "class") this.use(node.name).writes++;
    const inner = new Counter();
    const bound = new Set<string>();
    if (node.kind === "def" || node.kind === "lambda") {
      for (const { name, default: value } of node.params) {
        bound.add(name);
        if (value) this.visit(value);
      }
      inner.visit(node.body);
    } else if (node.kind === "class") {
      this.visit(node.bases);
      inner.visit(node.body);
    } else {
      this.visit(node.iterable);
      inner.write(node.target);
      inner.visit([node.value, node.test]);
    }
    for (const name of inner.foreign) inner.use(name);
    for (const [name, use] of inner.uses) {
      const isOwn = bound.has(name) || (use.writes > 0 && !inner.foreign.has(name));
      if (isOwn) continue;
      const outer = this.use(name);
      outer.reads += use.reads;
      outer.writes += use.writes;
      outer.captured = true;
    }
  }

  use(name: string): Use {
    const known = this.uses.get(name) ?? { reads: 0, writes: 0, captured: false };
    this.uses.set(name, known);
    return known;
  }
}
