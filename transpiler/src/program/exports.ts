// Exports that are values of their own, and names that stand for what is elsewhere.
import { ts } from "ts-morph";
import { findings } from "../diagnostics/catalogue.ts";
import type { Stmt } from "../tree/nodes.ts";
import type { Extractor } from "./extractor.ts";
import { noteConstant } from "./statements.ts";

/** `export default value`: a constant of the module. A name that is exported so stands for what it names. */
export function exportAssignment(x: Extractor, node: ts.ExportAssignment): Stmt[] {
  if (node.isExportEquals) {
    x.ctx.report(node, findings.moduleForm("export =", "Use export default."));
    return [];
  }
  const symbol = defaultExport(x, node);
  if (symbol === undefined) return [];
  if (symbol.flags & ts.SymbolFlags.Alias) {
    x.ctx.copies.push({ node, symbol: x.ctx.checker.getAliasedSymbol(symbol) });
    return [];
  }
  const binding = x.binding(symbol);
  const value = x.expression(node.expression);
  x.flow(value, binding.type, node.expression);
  noteConstant(binding, value);
  return [{ kind: "declare", binding: binding.id, value, span: x.ctx.span(node) }];
}

function defaultExport(x: Extractor, node: ts.ExportAssignment): ts.Symbol | undefined {
  const module = x.ctx.checker.getSymbolAtLocation(node.getSourceFile());
  return module && x.ctx.checker.tryGetMemberInModuleExports("default", module);
}

/** It is the value that the variable has there, and not what it has later. */
export function refuseChangingCopies(x: Extractor): void {
  for (const { node, symbol } of x.ctx.copies) {
    const isVariable = symbol.valueDeclaration && ts.isVariableDeclaration(symbol.valueDeclaration);
    if (!isVariable || !x.binding(symbol).reassigned) continue;
    const instead = ts.isExportAssignment(node) ? "Write export { name as default }." : "Use its own name.";
    x.ctx.report(node, findings.moduleForm("Another name for a variable that changes", instead));
  }
}

/** What other code on the device may use of the entry. */
export function noteEntryExports(x: Extractor, entry: ts.SourceFile): void {
  const module = x.ctx.checker.getSymbolAtLocation(entry);
  for (const symbol of module ? x.ctx.checker.getExportsOfModule(module) : []) {
    const real = symbol.flags & ts.SymbolFlags.Alias ? x.ctx.checker.getAliasedSymbol(symbol) : symbol;
    const id = x.ctx.bindingIds.get(real);
    const binding = id === undefined ? undefined : x.ctx.program.bindings[id];
    if (binding) binding.exported = true;
  }
}
