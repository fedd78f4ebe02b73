// A file was read anew, and differs from before within one body only: each node outside of it is one of the old tree's.
import { ts } from "ts-morph";
import { Unsettled } from "../types/settled.ts";

/** A body before an edit, and after it. */
export interface EditedBody {
  readonly before: ts.Block;
  readonly after: ts.Block;
}

export class Renewal {
  private readonly pairs = new Map<ts.Node, ts.Node>();
  private readonly file: ts.SourceFile;

  constructor({ before, after }: EditedBody) {
    this.file = before.getSourceFile();
    this.pair(this.file, after.getSourceFile(), before, after);
  }

  /** What the node is now: itself, if it is of another file; null if it was within the body. */
  node<T extends ts.Node>(node: T): T | null {
    if (node.getSourceFile() !== this.file) return node;
    return (this.pairs.get(node) as T | undefined) ?? null;
  }

  /** The table, by the nodes of now. */
  table<N extends ts.Node, V>(table: Map<N, V>): void {
    for (const [node, value] of [...table]) {
      const now = this.node(node);
      if (now === node) continue;
      table.delete(node);
      if (now) table.set(now, value);
    }
  }

  private pair(before: ts.Node, after: ts.Node, oldBody: ts.Node, newBody: ts.Node): void {
    if (before.kind !== after.kind) throw new Unsettled("The text outside of the body");
    this.pairs.set(before, after);
    if (before === oldBody && after === newBody) return;
    const [old, now] = [childrenOf(before), childrenOf(after)];
    if (old.length !== now.length) throw new Unsettled("The text outside of the body");
    old.forEach((child, i) => {
      this.pair(child, now[i] as ts.Node, oldBody, newBody);
    });
  }
}

function childrenOf(node: ts.Node): ts.Node[] {
  const children: ts.Node[] = [];
  ts.forEachChild(node, (child) => void children.push(child));
  return children;
}

/** Where a place of the old text is in the new one. */
export function moved({ before, after }: EditedBody): (position: number) => number {
  const end = before.end;
  const by = after.end - end;
  return (position) => (position >= end ? position + by : position);
}
