// What the program may do with late modules. From outside, their functions are called, and nothing else: all other uses would
// have the module there from the start. And a late module may be evaluated later, and again: so what stands at the top of it
// and of what is late with it does nothing that could be noticed, and holds nothing that changes.
import { ts } from "ts-morph";
import { findings } from "../diagnostics/catalogue.ts";
import type { Context } from "./context.ts";
import { isLate, lateModules } from "./late-sets.ts";
import { refuseTop } from "./late-tables.ts";
import { isOfTypes, moduleOf } from "./modules.ts";

/** @param files the program's modules, in their order */
export function refuseLateMisuse(ctx: Context, program: ts.Program, files: readonly ts.SourceFile[]): void {
  const late = lateModules(ctx.program);
  if (late.size === 0) return;
  const inSets = new Set(files.filter((_, index) => late.has(index)));
  for (const file of files) {
    const names = importedNames(ctx, program, file);
    refuseIn(ctx, file, names, inSets);
    if (inSets.has(file)) refuseTop(ctx, file, files);
  }
}

/** The names that a file has from late modules, as it writes them. */
function importedNames(ctx: Context, program: ts.Program, file: ts.SourceFile): ReadonlySet<string> {
  const names = new Set<string>();
  for (const statement of file.statements) {
    const specifier =
      ts.isImportDeclaration(statement) || ts.isExportDeclaration(statement) ? statement.moduleSpecifier : undefined;
    const module = specifier && moduleOf(program, file, specifier);
    if (!module || !isLate(module)) continue;
    if (ts.isExportDeclaration(statement)) {
      if (!statement.isTypeOnly) ctx.report(statement, findings.lateUse("Exporting again what it has"));
      continue;
    }
    const { importClause } = statement as ts.ImportDeclaration;
    if (importClause === undefined) ctx.report(statement, findings.lateUse("An import for what the module does"));
    else for (const name of namesIn(ctx, importClause)) names.add(name);
  }
  return names;
}

function namesIn(ctx: Context, { name, namedBindings, phaseModifier }: ts.ImportClause): string[] {
  if (phaseModifier === ts.SyntaxKind.TypeKeyword) return [];
  const own = name ? [name.text] : [];
  if (!namedBindings) return own;
  if (!ts.isNamespaceImport(namedBindings)) return [...own, ...namedBindings.elements.map((one) => one.name.text)];
  ctx.report(namedBindings, findings.lateUse("All of it under one name"));
  return own;
}

/** Looks at every place of a file where one of the names means a value. */
function refuseIn(
  ctx: Context,
  file: ts.SourceFile,
  names: ReadonlySet<string>,
  inSets: ReadonlySet<ts.SourceFile>,
): void {
  const visit = (node: ts.Node): void => {
    if (isOfTypes(node)) return;
    if (ts.isIdentifier(node) && names.has(node.text)) refuseValue(ctx, node);
    if (isInstanceTest(node) && inSets.has(homeOf(ctx, node.right) as ts.SourceFile))
      ctx.report(node, findings.lateInstance());
    ts.forEachChild(node, visit);
  };
  visit(file);
}

function refuseValue(ctx: Context, node: ts.Identifier): void {
  const symbol = realSymbol(ctx, node);
  const declaration = symbol?.valueDeclaration;
  // A type, or a name that hides the imported one.
  if (!declaration || !isImported(ctx, node)) return;
  if (!isLate(declaration.getSourceFile()) || !isFunction(declaration))
    ctx.report(node, findings.lateUse(`${node.text}, which is no function of its own,`));
  else if (!isCalled(node) && !isAskedFor(ctx, node)) ctx.report(node, findings.lateUse(`${node.text} as a value`));
}

function isImported(ctx: Context, node: ts.Identifier): boolean {
  const symbol = localSymbol(ctx, node);
  return symbol?.declarations?.some((one) => ts.isImportSpecifier(one) || ts.isImportClause(one)) ?? false;
}

function localSymbol({ checker }: Context, node: ts.Identifier): ts.Symbol | undefined {
  const { parent } = node;
  if (ts.isShorthandPropertyAssignment(parent)) return checker.getShorthandAssignmentValueSymbol(parent);
  if (ts.isExportSpecifier(parent)) return checker.getExportSpecifierLocalTargetSymbol(parent);
  return checker.getSymbolAtLocation(node);
}

function realSymbol(ctx: Context, node: ts.Identifier): ts.Symbol | undefined {
  const symbol = localSymbol(ctx, node);
  return symbol && symbol.flags & ts.SymbolFlags.Alias ? ctx.checker.getAliasedSymbol(symbol) : symbol;
}

function isFunction(declaration: ts.Declaration): boolean {
  if (ts.isFunctionDeclaration(declaration)) return true;
  const value = ts.isVariableDeclaration(declaration) ? declaration.initializer : undefined;
  return value !== undefined && (ts.isArrowFunction(value) || ts.isFunctionExpression(value));
}

function isCalled(node: ts.Identifier): boolean {
  const { parent } = node;
  return ts.isCallExpression(parent) && parent.expression === node && parent.questionDotToken === undefined;
}

/** `forget(f)` and `loadNext(f)` name the module by a function of it. */
function isAskedFor(ctx: Context, node: ts.Identifier): boolean {
  return ts.isCallExpression(node.parent) && isLateRequest(ctx, node.parent);
}

/** The function of the module "late" is what is called. */
export function isLateRequest(ctx: Context, { expression }: ts.CallExpression): boolean {
  const symbol = ts.isIdentifier(expression) ? realSymbol(ctx, expression) : undefined;
  const around = symbol?.valueDeclaration?.parent.parent;
  return around !== undefined && ts.isModuleDeclaration(around) && around.name.text === "late";
}

/** The module that `forget(f)` and `loadNext(f)` are about; null when it is no late one. */
export function requestedModule(ctx: Context, { arguments: [entry] }: ts.CallExpression): number | null {
  const declaration = entry && ts.isIdentifier(entry) ? realSymbol(ctx, entry)?.valueDeclaration : undefined;
  const index = declaration && ctx.moduleIds.get(declaration.getSourceFile());
  return index !== undefined && ctx.program.late.some(({ root }) => root === index) ? index : null;
}

function isInstanceTest(node: ts.Node): node is ts.BinaryExpression {
  return ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.InstanceOfKeyword;
}

function homeOf(ctx: Context, node: ts.Expression): ts.SourceFile | undefined {
  return ts.isIdentifier(node) ? realSymbol(ctx, node)?.valueDeclaration?.getSourceFile() : undefined;
}
