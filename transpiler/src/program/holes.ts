// What is refused wherever it stands: TypeScript's ways round its own checks (the type any, comments that hide errors),
// and halves of characters.
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
  for (const node of loneSurrogates(file)) ctx.report(node, findings.surrogate());
  for (const node of anyKeywords(file)) {
    ctx.report(node, findings.any("This"));
    ctx.anyWritten = true;
  }
}

const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

/** In texts, keys and parts of templates. */
function loneSurrogates(file: ts.SourceFile): ts.Node[] {
  if (!/\\u|[\ud800-\udfff]/.test(file.text)) return [];
  const isText = (node: ts.Node) =>
    ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node);
  return [...descendants(file)].filter(
    (node) => isText(node) && LONE_SURROGATE.test((node as ts.StringLiteralLike).text),
  );
}

function anyKeywords(file: ts.SourceFile): ts.Node[] {
  if (!/\bany\b/.test(file.text)) return [];
  return [...descendants(file)].filter((node) => node.kind === ts.SyntaxKind.AnyKeyword);
}
