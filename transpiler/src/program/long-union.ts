// Union types with hundreds of members: TypeScript compares each literal of the text with each of them, so that the work
// grows with the square.
import { ts } from "ts-morph";
import { findings } from "../diagnostics/catalogue.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { descendants } from "./descendants.ts";

const MEMBERS_MAX = 500;

/** The first union of the file with too many members. */
export function longUnion(file: ts.SourceFile): Diagnostic | null {
  if (file.text.split("|", MEMBERS_MAX + 1).length <= MEMBERS_MAX) return null;
  for (const node of descendants(file)) {
    if (!ts.isUnionTypeNode(node) || node.types.length <= MEMBERS_MAX) continue;
    const first = node.types[0] ?? node;
    const place = { start: first.getStart(file), end: first.end };
    return { ...findings.longUnion(node.types.length, MEMBERS_MAX), file: file.fileName, ...place };
  }
  return null;
}
