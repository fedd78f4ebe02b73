// What went wrong already, by the nodes of TypeScript's tree: so that one cause is said once, and what only follows from
// it is not said at all.
import { ts } from "ts-morph";

/** Offsets in UTF-16 units, end exclusive. */
interface Place {
  readonly start: number;
  readonly end: number;
}

export class Failures {
  private nodes = new Set<ts.Node>();
  /** The functions that hold them. */
  private scopes: Set<ts.Node> | null = null;

  get isEmpty(): boolean {
    return this.nodes.size === 0;
  }

  add(node: ts.Node): void {
    this.nodes.add(node);
    this.scopes = null;
  }

  /** Adds what stands at the place of a diagnostic. */
  addPlace(file: ts.SourceFile, { start, end }: Place): void {
    this.add(nodeAt(file, start, end));
  }

  /** The node, a part of it or what it is a part of has failed: bodies of functions and other statements aside. */
  explain(node: ts.Node): boolean {
    if (this.nodes.size === 0) return false;
    if (this.holdFailure(node)) return true;
    for (let at = node.parent; at && !isOfItself(at); at = at.parent) if (this.nodes.has(at)) return true;
    return false;
  }

  explainPlace(file: ts.SourceFile, { start, end }: Place): boolean {
    return this.explain(nodeAt(file, start, end));
  }

  /** The place is in a function in which anything has failed. */
  shareFunction(file: ts.SourceFile, { start, end }: Place): boolean {
    this.scopes ??= new Set([...this.nodes].map(functionAround));
    return this.scopes.has(functionAround(nodeAt(file, start, end)));
  }

  /** The first node that failed, for a failure that nobody has said. */
  first(): ts.Node | undefined {
    return this.nodes.values().next().value;
  }

  /** Runs `work`, and forgets what failed in it. */
  tentatively<T>(work: () => T): T {
    const before = this.nodes;
    this.nodes = new Set(before);
    try {
      return work();
    } finally {
      this.nodes = before;
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

/** The smallest node that covers the place. */
function nodeAt(file: ts.SourceFile, start: number, end: number): ts.Node {
  const covers = (node: ts.Node) => node.end >= end && node.getStart(file) <= start;
  const among = (nodes: ts.NodeArray<ts.Node>) => {
    const last = lastFrom(nodes, start);
    return last && covers(last) ? last : undefined;
  };
  let found: ts.Node = file;
  for (let inner: ts.Node | undefined = file; inner; ) {
    found = inner;
    inner = ts.forEachChild(found, (child) => (covers(child) ? child : undefined), among);
  }
  return found;
}

/** The last of the nodes that begins at or before the place: there may be a hundred thousand of them. */
function lastFrom(nodes: ts.NodeArray<ts.Node>, start: number): ts.Node | undefined {
  let [low, high] = [0, nodes.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((nodes[middle] as ts.Node).pos <= start) low = middle + 1;
    else high = middle;
  }
  return nodes[low - 1];
}
