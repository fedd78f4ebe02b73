// Classes with hundreds of classes above them: each of them holds the members of all, so that the work grows with the square,
// and a constructor on the device calls those of all.
import { ts } from "ts-morph";
import { findings } from "../diagnostics/catalogue.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { descendants } from "./descendants.ts";

const CLASSES_MAX = 100;

/** The first class of the file with too many above it, by the names of the file. */
export function longLineage(file: ts.SourceFile): Diagnostic | null {
  if (file.text.split(" extends ", CLASSES_MAX + 1).length <= CLASSES_MAX) return null;
  const above = new Map<string, number>();
  for (const node of descendants(file)) {
    if (!ts.isClassLike(node) || node.name === undefined) continue;
    const base = node.heritageClauses?.find((one) => one.token === ts.SyntaxKind.ExtendsKeyword)?.types[0];
    const count = base ? (above.get(base.expression.getText(file)) ?? 0) + 1 : 0;
    above.set(node.name.text, count);
    const [start, end] = [node.name.getStart(file), node.name.end];
    if (count > CLASSES_MAX)
      return { ...findings.longLineage(node.name.text, CLASSES_MAX), file: file.fileName, start, end };
  }
  return null;
}
