// What went wrong already, by the nodes of TypeScript's tree: so that one cause is said once, and what only follows from
// it is not said at all.
import { ts } from "ts-morph";
import { nodeAt, type Place } from "./node-at.ts";

export class Failures {
  private readonly nodes = new Set<ts.Node>();
  /** What was added since `tentatively` began. */
  private trail: ts.Node[] | null = null;
  /** The functions that hold them. */
  private scopes: Set<ts.Node> | null = null;

  get isEmpty(): boolean {
    return this.nodes.size === 0;
  }

  add(node: ts.Node): void {
    if (this.nodes.has(node)) return;
    this.nodes.add(node);
    this.trail?.push(node);
    this.scopes = null;
  }

  /** Adds what stands at the place of a diagnostic. */
  addPlace(file: ts.SourceFile, place: Place): void {
    this.add(nodeAt(file, place));
  }

  /** The node, a part of it or what it is a part of has failed: bodies of functions and other statements aside. */
  explain(node: ts.Node): boolean {
    if (this.nodes.size === 0) return false;
    if (this.holdFailure(node)) return true;
    for (let at = node.parent; at && !isOfItself(at); at = at.parent) if (this.nodes.has(at)) return true;
    return false;
  }

  explainPlace(file: ts.SourceFile, place: Place): boolean {
    return this.explain(nodeAt(file, place));
  }

  /** The place is in a function in which anything has failed. */
  shareFunction(file: ts.SourceFile, place: Place): boolean {
    this.scopes ??= new Set([...this.nodes].map(functionAround));
    return this.scopes.has(functionAround(nodeAt(file, place)));
  }

  /** The first node that failed, for a failure that nobody has said. */
  first(): ts.Node | undefined {
    return this.nodes.values().next().value;
  }

  /** Runs `work`, and forgets what failed in it. */
  tentatively<T>(work: () => T): T {
    const outer = this.trail;
    this.trail = [];
    try {
      return work();
    } finally {
      for (const node of this.trail) this.nodes.delete(node);
      this.trail = outer;
      this.scopes = null;
    }
  }

  private holdFailure(node: ts.Node): boolean {
    const open = [node];
    for (let at = open.pop(); at; at = open.pop()) {
      if (this.nodes.has(at)) return true;
      if (at === node || !isOfItself(at)) ts.forEachChild(at, (child) => void (isOfItself(child) || open.push(child)));
    }
    return false;
  }
}

/** What is wrong in it says nothing of what stands around it. */
function isOfItself(node: ts.Node): boolean {
  return ts.isStatement(node) || ts.isFunctionLike(node) || ts.isClassLike(node) || ts.isClassElement(node);
}

function functionAround(node: ts.Node): ts.Node {
  let at = node;
  while (at.parent && !ts.isFunctionLike(at)) at = at.parent;
  return at;
}
