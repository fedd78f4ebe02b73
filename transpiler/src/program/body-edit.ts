// Whether an edit can have changed what other files see of its file: not if it lies within the body of a function that
// says its result itself.
import { ts } from "ts-morph";
import type { EditedBody } from "./renewal.ts";

/** The body that holds all that is different; null when there is none, or it may be seen from outside. */
export function editedBody(old: ts.SourceFile, file: ts.SourceFile): EditedBody | null {
  const start = commonPrefix(old.text, file.text);
  const rest = commonSuffix(old.text, file.text, start);
  const before = outermostBody(old, start, old.text.length - rest);
  const after = outermostBody(file, start, file.text.length - rest);
  if (before === null || after === null) return null;
  const at = before.getStart(old);
  return at === after.getStart(file) && at < start ? { before, after } : null;
}

/** The body of the outermost function around all of the places; null when it may be seen from outside. */
function outermostBody(file: ts.SourceFile, start: number, end: number): ts.Block | null {
  const visit = (node: ts.Node): ts.Block | null => {
    if (node.pos > start || node.end < end) return null;
    if (ts.isFunctionLike(node) && "body" in node && node.body)
      return hasFixedResult(node) && ts.isBlock(node.body) && node.body.end > end ? node.body : null;
    return ts.forEachChild(node, (child) => visit(child) ?? undefined) ?? null;
  };
  return visit(file);
}

/** A constructor's body may give the fields their types. */
function hasFixedResult(node: ts.SignatureDeclaration): boolean {
  return node.type !== undefined || ts.isSetAccessor(node);
}

function commonPrefix(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let i = 0;
  while (i < most && a[i] === b[i]) i++;
  return i;
}

function commonSuffix(a: string, b: string, prefix: number): number {
  const most = Math.min(a.length, b.length) - prefix;
  let i = 0;
  while (i < most && a[a.length - 1 - i] === b[b.length - 1 - i]) i++;
  return i;
}
