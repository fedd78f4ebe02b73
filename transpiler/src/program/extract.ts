// From a loaded TypeScript program to the typed tree: modules in order of dependency, each filled statement by statement.
import { dirname, relative, sep } from "node:path";
import { ts } from "ts-morph";
import { findings } from "../diagnostics/catalogue.ts";
import type { Failures } from "../diagnostics/failures.ts";
import { everyExpression } from "../tree/every-node.ts";
import { declareClasses } from "./classes.ts";
import { Context } from "./context.ts";
import { Extractor } from "./extractor.ts";
import { refuseHoles } from "./holes.ts";
import type { Loaded } from "./load.ts";

/** @param broken files that cannot be read, or lean on such: the others are extracted as if these were not there */
export function extract(
  loaded: Loaded,
  unchecked: boolean,
  failures: Failures,
  broken: ReadonlySet<ts.SourceFile>,
): Context {
  const ctx = new Context(loaded.checker, failures);
  const x = new Extractor(ctx, unchecked);
  const files = inOrder(ctx, loaded).filter((file) => !broken.has(file));
  const root = commonFolder(files);
  files.forEach((file, index) => {
    ctx.moduleIds.set(file, index);
    const path = relative(root, file.fileName)
      .split(sep)
      .join("/")
      .replace(/\.m?ts$/, "");
    if (!/^[\w$/-]+$/.test(path)) ctx.report(file, findings.unsafeName(path));
    ctx.program.modules.push({
      index,
      path: file.fileName,
      relative: path,
      text: file.text,
      body: [],
      imports: new Set(),
    });
  });
  for (const file of loaded.program.getSourceFiles()) if (file.isDeclarationFile) noteDeviceMembers(ctx, file);
  for (const file of files) refuseHoles(ctx, file);
  declareClasses(x, files);
  for (const file of files) fillModule(x, file);
  settleMembers(ctx);
  return ctx;
}

/** The interfaces within each `declare module "…"`. */
function noteDeviceMembers(ctx: Context, file: ts.SourceFile): void {
  for (const module of file.statements) {
    if (!ts.isModuleDeclaration(module) || !module.body || !ts.isModuleBlock(module.body)) continue;
    for (const declaration of module.body.statements)
      if (ts.isInterfaceDeclaration(declaration))
        for (const { name } of declaration.members)
          if (name && ts.isIdentifier(name)) ctx.program.deviceMembers.add(name.text);
  }
}

/** Only now is it known what else stands under the name of a getter. */
function settleMembers({ program }: Context): void {
  everyExpression(program, (expr) => {
    if (expr.kind === "member" && expr.access !== "library") expr.access = program.slots.form(expr.slot);
  });
}

function fillModule(x: Extractor, file: ts.SourceFile): void {
  const index = x.ctx.moduleIds.get(file) ?? 0;
  x.ctx.module = index;
  const module = x.ctx.program.modules[index];
  if (module === undefined) return;
  for (const other of imported(x.ctx, file)) {
    const id = x.ctx.moduleIds.get(other);
    if (id !== undefined) module.imports.add(id);
  }
  module.body = x.statements(file.statements);
}

/** Depth first, so that a module comes after all that it imports; the entry stands last. */
function inOrder(ctx: Context, loaded: Loaded): ts.SourceFile[] {
  const order: ts.SourceFile[] = [];
  const open: ts.SourceFile[] = [];
  const visit = (file: ts.SourceFile) => {
    if (order.includes(file)) return;
    if (open.includes(file)) {
      const names = [...open.slice(open.indexOf(file)), file].map((one) => one.fileName.split("/").pop());
      ctx.report(file.statements[0] ?? file, findings.moduleCycle(names.join(" → ")));
      return;
    }
    open.push(file);
    for (const other of imported(ctx, file)) visit(other);
    open.pop();
    order.push(file);
  };
  visit(loaded.entry);
  return order;
}

/** The program's modules that a file imports for values, in the order of its imports. */
function imported(ctx: Context, file: ts.SourceFile): ts.SourceFile[] {
  return file.statements.flatMap((statement) => {
    if (!ts.isImportDeclaration(statement) && !ts.isExportDeclaration(statement)) return [];
    if (ts.isExportDeclaration(statement)) return reExported(ctx, statement);
    const clause = statement.importClause;
    if (clause?.phaseModifier === ts.SyntaxKind.TypeKeyword) return [];
    const target = moduleOf(ctx, statement.moduleSpecifier);
    return target && hasValues(ctx, clause) ? [target] : [];
  });
}

function reExported(ctx: Context, statement: ts.ExportDeclaration): ts.SourceFile[] {
  if (statement.isTypeOnly || !statement.moduleSpecifier) return [];
  const target = moduleOf(ctx, statement.moduleSpecifier);
  return target ? [target] : [];
}

function moduleOf(ctx: Context, specifier: ts.Expression): ts.SourceFile | null {
  const symbol = ctx.checker.getSymbolAtLocation(specifier);
  const file = symbol?.declarations?.find((declaration) => ts.isSourceFile(declaration));
  return file && ts.isSourceFile(file) && !file.isDeclarationFile ? file : null;
}

/** An import of types alone runs nothing: TypeScript elides it. */
function hasValues(ctx: Context, clause: ts.ImportClause | undefined): boolean {
  const named = clause?.namedBindings;
  if (!named || !ts.isNamedImports(named)) return true;
  return (
    named.elements.length === 0 || named.elements.some((element) => !element.isTypeOnly && isValue(ctx, element.name))
  );
}

function isValue(ctx: Context, name: ts.Identifier): boolean {
  const symbol = ctx.checker.getSymbolAtLocation(name);
  const real = symbol && symbol.flags & ts.SymbolFlags.Alias ? ctx.checker.getAliasedSymbol(symbol) : symbol;
  return real !== undefined && (real.flags & ts.SymbolFlags.Value) !== 0;
}

function commonFolder(files: readonly ts.SourceFile[]): string {
  const folders = files.map((file) => dirname(file.fileName));
  let common = folders[0] ?? "/";
  while (!folders.every((folder) => folder === common || folder.startsWith(`${common}/`))) common = dirname(common);
  return common;
}
