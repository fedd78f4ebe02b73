// TypeScript's own findings, in our form.
import { ts } from "ts-morph";
import type { Diagnostic, Related } from "./diagnostic.ts";
import type { Failures } from "./failures.ts";
import { inOurWords } from "./in-our-words.ts";
import { nodeAt, type Place } from "./node-at.ts";

export interface TypeScriptFindings {
  readonly errors: readonly ts.Diagnostic[];
  /** Files that were not read or do not parse, and all that import them: what they mean is not known. */
  readonly broken: ReadonlySet<ts.SourceFile>;
}

/**
 * @param unread files that TypeScript was not given
 * @param only the files to check; null: all
 */
export function typescriptErrors(
  program: ts.Program,
  unread: ReadonlyMap<string, Diagnostic>,
  only: ReadonlySet<string> | null = null,
): TypeScriptFindings {
  const checked = program.getSourceFiles().filter((file) => only === null || only.has(file.fileName));
  const unparsed = checked.flatMap((file) => program.getSyntacticDiagnostics(file));
  const missing = [...unread.keys()].map((path) => program.getSourceFile(path));
  const unknown = [...missing, ...unparsed.map(({ file }) => file)].filter((file) => file !== undefined);
  const broken = withImporters(program, new Set(unknown));
  const readable = checked.filter((file) => !file.isDeclarationFile && !broken.has(file));
  const wrong = readable.flatMap((file) => program.getSemanticDiagnostics(file));
  const found = [...program.getOptionsDiagnostics(), ...program.getGlobalDiagnostics(), ...unparsed, ...wrong];
  const errors = found.filter((one) => one.category === ts.DiagnosticCategory.Error);
  const lost = wrong.flatMap(({ code, file }) => (code === TOO_COMPLEX && file ? [file] : []));
  return { errors, broken: withImporters(program, new Set([...broken, ...lost])) };
}

/** The function is too large for control flow analysis: TypeScript knows nothing more of its names. */
const TOO_COMPLEX = 2563;

function withImporters(program: ts.Program, files: Set<ts.SourceFile>): Set<ts.SourceFile> {
  if (files.size === 0) return files;
  const checker = program.getTypeChecker();
  const imports = program.getSourceFiles().map((file) => ({ file, of: importedFiles(checker, file) }));
  for (let before = -1; before < files.size; ) {
    before = files.size;
    for (const { file, of } of imports) if (of.some((other) => files.has(other))) files.add(file);
  }
  return files;
}

function importedFiles(checker: ts.TypeChecker, file: ts.SourceFile): ts.SourceFile[] {
  return file.statements.flatMap((statement) => {
    if (!ts.isImportDeclaration(statement) && !ts.isExportDeclaration(statement)) return [];
    const symbol = statement.moduleSpecifier && checker.getSymbolAtLocation(statement.moduleSpecifier);
    return symbol?.declarations?.filter((declaration) => ts.isSourceFile(declaration)) ?? [];
  });
}

export function fromTypeScript(one: ts.Diagnostic, checker: ts.TypeChecker): Diagnostic {
  const place = { file: one.file?.fileName ?? null, ...placeOf(one) };
  const ours = inOurWords(one, checker);
  if (ours) return { ...ours, ...place };
  return {
    code: `TS${one.code}`,
    ...place,
    message: ts.flattenDiagnosticMessageText(one.messageText, "\n"),
    hint: declaredHint(one, checker),
    related: (one.relatedInformation ?? []).map(related),
  };
}

function related(one: ts.DiagnosticRelatedInformation): Related {
  const message = ts.flattenDiagnosticMessageText(one.messageText, "\n");
  return { file: one.file?.fileName ?? null, ...placeOf(one), message };
}

function placeOf({ start = 0, length = 0 }: { start?: number | undefined; length?: number | undefined }): Place {
  return { start, end: start + length };
}

/** Expected … arguments, but got …; no overload matches this call; argument of type … is not assignable. */
const WRONG_ARGUMENTS = new Set([2345, 2554, 2555, 2769]);

/** Of a member that JavaScript calls in more ways than the subset: how the subset declares it. */
function declaredHint({ code, file, start = 0, length = 0 }: ts.Diagnostic, checker: ts.TypeChecker): string {
  if (!WRONG_ARGUMENTS.has(code) || file === undefined) return "";
  let at = nodeAt(file, { start, end: start + length });
  while (at.parent && !ts.isCallExpression(at) && !ts.isNewExpression(at)) at = at.parent;
  if (!ts.isCallExpression(at) && !ts.isNewExpression(at)) return "";
  const declaration = checker.getResolvedSignature(at)?.getDeclaration();
  if (!declaration?.getSourceFile().fileName.endsWith("/lib.subset.d.ts")) return "";
  return `The subset declares ${declaration.getText().replace(/;$/, "").replace(/\s+/g, " ")}.`;
}

/** An error that a refusal of ours may stand for: it is said only where there is none. */
export function isSaidByUs({ code, file, start = 0, length = 0 }: ts.Diagnostic): boolean {
  if (file === undefined || OURS.has(code)) return true;
  const node = nodeAt(file, { start, end: start + length });
  const { parent } = node;
  return isRefused(node) || (parent && ts.isPropertyAccessExpression(parent) && isRefused(parent.expression));
}

/** `with` in strict mode, decorators, what async generators give: refused by their syntax. */
const OURS = new Set([1101, 2410, 2504, 2763, 1206, 1219]);

function isRefused(node: ts.Node): boolean {
  return ts.isRegularExpressionLiteral(node) || ts.isBigIntLiteral(node) || ts.isMetaProperty(node);
}

/** Parameter '…' implicitly has an 'any' type, and the like for patterns and rest parameters. */
const IMPLICIT_ANY = new Set([7006, 7019, 7031]);

/** The parameters of a function have no types where what it is given to is not known. */
export function followsFromCallee(one: ts.Diagnostic, failures: Failures): boolean {
  if (!IMPLICIT_ANY.has(one.code) || one.file === undefined) return false;
  let at = nodeAt(one.file, placeOf(one));
  while (at.parent && !ts.isFunctionLike(at)) at = at.parent;
  const call = at.parent;
  return call !== undefined && ts.isCallExpression(call) && failures.explain(call.expression);
}
