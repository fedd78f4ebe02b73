// Namespaces: what they declare is the module's, under a longer name; `N.x` is that name itself.
import { ts } from "ts-morph";
import { findings } from "../diagnostics/catalogue.ts";
import type { Expr, Stmt } from "../tree/nodes.ts";
import { valueSymbol } from "./expressions.ts";
import type { Extractor } from "./extractor.ts";
import { hasModifier } from "./functions.ts";

export function namespaceDeclaration(x: Extractor, node: ts.ModuleDeclaration): Stmt[] {
  const { body } = node;
  if (!body || !holdsValues(node)) return [];
  if (hasModifier(node, ts.SyntaxKind.DeclareKeyword)) {
    x.ctx.report(node, findings.syntax("A namespace that is only declared", "Write it in a module of the program."));
    return [];
  }
  if (ts.isModuleDeclaration(body)) return namespaceDeclaration(x, body);
  if (!ts.isModuleBlock(body)) return [];
  return [{ kind: "block", body: x.statements(body.statements), label: null, span: x.ctx.span(node) }];
}

/** Of a namespace of types alone nothing is left when the program runs. */
function holdsValues({ body }: ts.ModuleDeclaration): boolean {
  if (!body || ts.isIdentifier(body)) return false;
  if (ts.isModuleDeclaration(body)) return holdsValues(body);
  if (!ts.isModuleBlock(body)) return false;
  return body.statements.some((statement) => {
    if (ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement)) return false;
    return !ts.isModuleDeclaration(statement) || holdsValues(statement);
  });
}

/** `import x = N.y`: another name, for what does not change. */
export function importEquals(x: Extractor, node: ts.ImportEqualsDeclaration): Stmt[] {
  const { moduleReference } = node;
  if (ts.isExternalModuleReference(moduleReference)) {
    x.ctx.report(node, findings.moduleForm("import = require()", "Use import { … } from."));
    return [];
  }
  const symbol = x.ctx.checker.getSymbolAtLocation(node.name);
  if (symbol) x.ctx.copies.push({ node, symbol: x.ctx.checker.getAliasedSymbol(symbol) });
  return [];
}

/** `N.x` of a namespace, and `module.x` of `import * as module`: the name itself. */
export function namespaceMember(x: Extractor, node: ts.PropertyAccessExpression): Expr | null {
  const { expression, name } = node;
  const around = entityName(expression);
  const symbol = around && valueSymbol(x, around);
  if (!symbol || !(symbol.flags & ts.SymbolFlags.ValueModule) || !ts.isIdentifier(name)) return null;
  const member = valueSymbol(x, name)?.declarations?.[0];
  return member && isOfNamespace(member) ? x.expression(name) : null;
}

function entityName(node: ts.Expression): ts.Identifier | null {
  if (ts.isIdentifier(node)) return node;
  return ts.isPropertyAccessExpression(node) && ts.isIdentifier(node.name) ? node.name : null;
}

/** What the namespace declares, not what the class, function or enum of its name has. */
function isOfNamespace(declaration: ts.Node): boolean {
  for (let at: ts.Node | undefined = declaration.parent; at; at = at.parent) {
    if (ts.isModuleBlock(at) || ts.isSourceFile(at)) return true;
    if (ts.isClassLike(at) || ts.isEnumDeclaration(at) || ts.isFunctionLike(at)) return false;
  }
  return false;
}

/** The names of the namespaces around a declaration. */
export function namespaceOf(declaration: ts.Node): string | null {
  const names: string[] = [];
  for (let at: ts.Node | undefined = declaration.parent; at; at = at.parent) {
    if (ts.isFunctionLike(at) || ts.isClassLike(at)) return null;
    if (ts.isModuleDeclaration(at) && ts.isIdentifier(at.name)) names.unshift(at.name.text);
  }
  return names.length > 0 ? names.join("_") : null;
}

/** The namespace itself has no object on the device. */
export function refuseNamespaceValue(x: Extractor, node: ts.Identifier, symbol: ts.Symbol): void {
  const other = ts.SymbolFlags.Class | ts.SymbolFlags.Function;
  const isReverse =
    symbol.flags & ts.SymbolFlags.Enum && ts.isElementAccessExpression(node.parent) && node.parent.expression === node;
  if (symbol.flags & ts.SymbolFlags.ValueModule && !(symbol.flags & other) && !isReverse)
    x.ctx.report(node, findings.moduleForm("A namespace as a value", "Use its members by name."));
}
