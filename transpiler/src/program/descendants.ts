// A walk over all nodes below a node, in the order of the text: without recursion, as a sum may have thousands of terms.
import { ts } from "ts-morph";

export function* descendants(root: ts.Node): Generator<ts.Node> {
  const open: ts.Node[] = [root];
  for (let at = open.pop(); at; at = open.pop()) {
    yield at;
    const children: ts.Node[] = [];
    ts.forEachChild(at, (child) => void children.push(child));
    for (let i = children.length - 1; i >= 0; i--) open.push(children[i] as ts.Node);
  }
}
