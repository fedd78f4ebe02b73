// Makes a program that fails smaller, as long as it fails in the same way: statements go, what is nested takes the place of
// what holds it, expressions become one of their parts or a literal.
import ts from "typescript";

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** @param fails whether the program still fails; what does not compile does not
 *  @param attempts how many programs may be tried */
export async function shrink(
  source: string,
  fails: (source: string) => Promise<boolean>,
  attempts: number,
): Promise<string> {
  let best = source;
  let left = attempts;
  const attempt = async (edit: Edit): Promise<boolean> => {
    const smaller = best.slice(0, edit.start) + edit.text + best.slice(edit.end);
    if (smaller.length >= best.length || left-- <= 0 || !(await fails(smaller))) return false;
    best = smaller;
    return true;
  };
  for (let before = ""; before !== best && left > 0; ) {
    before = best;
    for (const edits of [removals, unwrappings, simplifications]) {
      // From the end, so that the places of those before it stay.
      for (let at = Number.POSITIVE_INFINITY; left > 0; ) {
        const next = edits(parse(best)).filter((edit) => edit.start < at || (edit.start === at && edit.text !== ""));
        const start = Math.max(...next.map((edit) => edit.start));
        if (!Number.isFinite(start)) break;
        const here = next
          .filter((edit) => edit.start === start)
          .sort((a, b) => b.end - b.text.length - (a.end - a.text.length));
        for (const edit of here) if (await attempt(edit)) break;
        at = start - 0.5;
      }
    }
  }
  return best;
}

function parse(text: string): ts.SourceFile {
  return ts.createSourceFile("program.ts", text, ts.ScriptTarget.ES2022, true);
}

function everyNode(root: ts.Node): ts.Node[] {
  const found: ts.Node[] = [];
  const visit = (node: ts.Node) => {
    found.push(node);
    ts.forEachChild(node, visit);
  };
  visit(root);
  return found;
}

function cut(from: ts.Node, to: ts.Node = from): Edit {
  return { start: from.getFullStart(), end: to.getEnd(), text: "" };
}

/** Of every list: runs of its items, the longer first; and parts that need not be there. */
function removals(file: ts.SourceFile): Edit[] {
  return everyNode(file).flatMap((node) => {
    if (ts.isSourceFile(node) || ts.isBlock(node) || ts.isCaseOrDefaultClause(node)) return runs(node.statements);
    if (ts.isClassLike(node) || ts.isInterfaceDeclaration(node)) return [...node.members].map((member) => cut(member));
    if (ts.isCaseBlock(node)) return [...node.clauses].map((clause) => cut(clause));
    if (ts.isIfStatement(node) && node.elseStatement) return [between(node.thenStatement, node.elseStatement)];
    if (ts.isTryStatement(node) && node.finallyBlock && node.catchClause)
      return [between(node.catchClause, node.finallyBlock)];
    if (ts.isVariableDeclaration(node) && node.type) return [between(node.name, node.type)];
    return listed(node);
  });
}

function between(first: ts.Node, second: ts.Node): Edit {
  return { start: first.getEnd(), end: second.getEnd(), text: "" };
}

function runs(nodes: ts.NodeArray<ts.Node>): Edit[] {
  const found: Edit[] = [];
  for (let size = nodes.length; size > 0; size = size === 1 ? 0 : Math.ceil(size / 2))
    for (let i = 0; i + size <= nodes.length; i += size) found.push(cut(nodes[i] as ts.Node, nodes[i + size - 1]));
  return found;
}

/** What stands between commas. */
function listed(node: ts.Node): Edit[] {
  const lists: readonly ts.NodeArray<ts.Node>[] = ts.isArrayLiteralExpression(node)
    ? [node.elements]
    : ts.isObjectLiteralExpression(node)
      ? [node.properties]
      : ts.isFunctionLike(node)
        ? [node.parameters]
        : ts.isCallExpression(node) || ts.isNewExpression(node)
          ? [node.arguments ?? ts.factory.createNodeArray()]
          : ts.isArrayBindingPattern(node) || ts.isObjectBindingPattern(node)
            ? [node.elements]
            : [];
  return lists.flatMap((nodes) =>
    nodes.map((one, i) => {
      const next = nodes[i + 1];
      const last = nodes[i - 1];
      if (next) return { start: one.getStart(), end: next.getStart(), text: "" };
      return { start: last ? last.getEnd() : one.getStart(), end: one.getEnd(), text: "" };
    }),
  );
}

/** What a statement holds, in its place. */
function unwrappings(file: ts.SourceFile): Edit[] {
  return everyNode(file).flatMap((node) => {
    if (!ts.isStatement(node) || ts.isFunctionDeclaration(node)) return [];
    const inner = everyNode(node).filter(
      (one) => one !== node && ts.isBlock(one) && one.parent && !ts.isFunctionLike(one.parent),
    );
    const blocks = inner.filter((one) => nearest(one) === node || one.parent === node);
    return blocks.map((one) => ({
      start: node.getStart(),
      end: node.getEnd(),
      text: one.getText().slice(1, -1).trim() || ";",
    }));
  });
}

function nearest(node: ts.Node): ts.Node {
  let at = node.parent;
  while (!ts.isStatement(at)) at = at.parent;
  return at;
}

const LITERALS = ["0", "1", '""', "true", "[]", "null", "undefined"];

function simplifications(file: ts.SourceFile): Edit[] {
  return everyNode(file).flatMap((node) => {
    if (!ts.isExpression(node) || isNamed(node)) return [];
    const parts: ts.Node[] = [];
    ts.forEachChild(node, (child) => void (ts.isExpression(child) && !isNamed(child) && parts.push(child)));
    if (ts.isArrowFunction(node) && ts.isExpression(node.body)) parts.push(node.body);
    const texts = [...parts.map((part) => part.getText()), ...LITERALS].filter(
      (text) => text.length < node.getText().length,
    );
    return texts.map((text) => ({ start: node.getStart(), end: node.getEnd(), text }));
  });
}

/** It only names a member, or what is declared. */
function isNamed(node: ts.Node): boolean {
  return ts.isIdentifier(node) && "name" in node.parent && node.parent.name === node;
}
