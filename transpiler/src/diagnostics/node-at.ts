// From a place in a file to the node of TypeScript's tree that stands there.
import { ts } from "ts-morph";

/** Offsets in UTF-16 units, end exclusive. */
export interface Place {
  readonly start: number;
  readonly end: number;
}

/** The smallest node that covers the place. */
export function nodeAt(file: ts.SourceFile, { start, end }: Place): ts.Node {
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
