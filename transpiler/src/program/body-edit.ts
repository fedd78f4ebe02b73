// Whether an edit can have changed what other files see of its file: not if it lies within the body of a function that
// says its result itself.
import { ts } from "ts-morph";

/** @param before the text before the edit; `file` holds the one after it */
export function isWithinBody(before: string, file: ts.SourceFile): boolean {
  const { text } = file;
  const start = commonPrefix(before, text);
  const rest = commonSuffix(before, text, start);
  const old = ts.createSourceFile(file.fileName, before, file.languageVersion, true);
  const bodies = [old, file].map((one) => outermostBody(one, start, one.text.length - rest));
  const [a, b] = bodies.map((body, i) => body?.getStart(i === 0 ? old : file));
  return a !== undefined && a === b && a < start;
}

/** The body of the outermost function around all of the places; null when it may be seen from outside. */
function outermostBody(file: ts.SourceFile, start: number, end: number): ts.Node | null {
  const visit = (node: ts.Node): ts.Node | null => {
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
