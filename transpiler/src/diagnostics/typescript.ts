// TypeScript's own findings, in our form.
import { ts } from "ts-morph";
import type { Diagnostic, Related } from "./diagnostic.ts";

export interface TypeScriptFindings {
  readonly errors: readonly ts.Diagnostic[];
  /** Files that do not parse, and all that import them: what they mean is not known. */
  readonly broken: ReadonlySet<ts.SourceFile>;
}

export function typescriptErrors(program: ts.Program): TypeScriptFindings {
  const unparsed = program.getSyntacticDiagnostics();
  const broken = withImporters(program, new Set(unparsed.flatMap(({ file }) => file ?? [])));
  const readable = program.getSourceFiles().filter((file) => !file.isDeclarationFile && !broken.has(file));
  const found = [
    ...program.getOptionsDiagnostics(),
    ...program.getGlobalDiagnostics(),
    ...unparsed,
    ...readable.flatMap((file) => program.getSemanticDiagnostics(file)),
  ];
  return { errors: found.filter((one) => one.category === ts.DiagnosticCategory.Error), broken };
}

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

export function fromTypeScript(one: ts.Diagnostic): Diagnostic {
  const { start, end } = placeOf(one);
  return {
    code: `TS${one.code}`,
    file: one.file?.fileName ?? null,
    start,
    end,
    message: ts.flattenDiagnosticMessageText(one.messageText, "\n"),
    hint: "",
    related: (one.relatedInformation ?? []).map(related),
  };
}

function related(one: ts.DiagnosticRelatedInformation): Related {
  const message = ts.flattenDiagnosticMessageText(one.messageText, "\n");
  return { file: one.file?.fileName ?? null, ...placeOf(one), message };
}

function placeOf({ start = 0, length = 0 }: { start?: number | undefined; length?: number | undefined }) {
  return { start, end: start + length };
}
