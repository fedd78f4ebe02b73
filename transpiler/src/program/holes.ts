// TypeScript's ways round its own checks, refused wherever they stand: the type any, and comments that hide errors.
import { ts } from "ts-morph";
import { findings } from "../diagnostics/catalogue.ts";
import type { Context } from "./context.ts";
import { descendants } from "./descendants.ts";

/** What TypeScript keeps of its comments, beside its published types. */
interface Directives {
  readonly commentDirectives?: readonly { readonly range: ts.TextRange }[];
  readonly checkJsDirective?: ts.TextRange & { readonly enabled: boolean };
}

export function refuseHoles(ctx: Context, file: ts.SourceFile): void {
  const { commentDirectives = [], checkJsDirective } = file as ts.SourceFile & Directives;
  const nocheck = checkJsDirective?.enabled === false ? [checkJsDirective] : [];
  for (const { pos, end } of [...nocheck, ...commentDirectives.map((one) => one.range)])
    ctx.diagnostics.push({ ...findings.suppressed(), file: file.fileName, start: pos, end });
  for (const node of anyKeywords(file)) {
    ctx.report(node, findings.any("This"));
    ctx.anyWritten = true;
  }
}

function anyKeywords(file: ts.SourceFile): ts.Node[] {
  if (!/\bany\b/.test(file.text)) return [];
  return [...descendants(file)].filter((node) => node.kind === ts.SyntaxKind.AnyKeyword);
}
