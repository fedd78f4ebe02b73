// Which modules a program has, and the order in which they run: each after all that it imports.
import { ts } from "ts-morph";
import { findings } from "../diagnostics/catalogue.ts";
import type { Context } from "./context.ts";
import type { Loaded } from "./load.ts";

export interface ModuleOrder {
  readonly files: readonly ts.SourceFile[];
  /** The modules that each file runs. */
  readonly imports: ReadonlyMap<ts.SourceFile, readonly ts.SourceFile[]>;
}

/** Depth first; the entry stands last. */
export function inOrder(ctx: Context, { program, entry }: Loaded): ModuleOrder {
  const order: ts.SourceFile[] = [];
  const imports = new Map<ts.SourceFile, readonly ts.SourceFile[]>();
  const open: ts.SourceFile[] = [];
  const visit = (file: ts.SourceFile) => {
    if (order.includes(file)) return;
    if (open.includes(file)) {
      const names = [...open.slice(open.indexOf(file)), file].map((one) => one.fileName.split("/").pop());
      ctx.report(file.statements[0] ?? file, findings.moduleCycle(names.join(" → ")));
      return;
    }
    open.push(file);
    const others = imported(ctx, program, file);
    imports.set(file, others);
    for (const other of others) visit(other);
    open.pop();
    order.push(file);
  };
  visit(entry);
  return { files: order, imports };
}

/** The program's modules that a file runs, in the order of its imports. */
export function imported(ctx: Context, program: ts.Program, file: ts.SourceFile): ts.SourceFile[] {
  const used = new UsedNames(ctx, file);
  return file.statements.flatMap((statement) => {
    const specifier = importedBy(used, statement);
    const module = specifier && moduleOf(program, file, specifier);
    if (!module) return [];
    if (!module.isDeclarationFile && module.fileName.endsWith("ts")) return module;
    // Declarations of a file, or data: there is nothing to compile.
    ctx.report(specifier, findings.noModule(`There is no TypeScript behind ${specifier.getText()}`, WRITE_IT));
    return [];
  });
}

/** An import of types alone runs nothing: TypeScript takes it out, and so it does with what no value needs. */
function importedBy(used: UsedNames, statement: ts.Statement): ts.Expression | undefined {
  if (ts.isExportDeclaration(statement)) {
    const clause = statement.exportClause;
    const isTypes = clause && ts.isNamedExports(clause) && clause.elements.every((one) => one.isTypeOnly);
    return statement.isTypeOnly || isTypes ? undefined : statement.moduleSpecifier;
  }
  if (!ts.isImportDeclaration(statement)) return undefined;
  const clause = statement.importClause;
  if (clause === undefined) return statement.moduleSpecifier;
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return undefined;
  return namesOf(clause).some((name) => used.has(name)) ? statement.moduleSpecifier : undefined;
}

function namesOf({ name, namedBindings }: ts.ImportClause): ts.Identifier[] {
  const own = name ? [name] : [];
  if (!namedBindings) return own;
  if (ts.isNamespaceImport(namedBindings)) return [...own, namedBindings.name];
  return [...own, ...namedBindings.elements.filter((one) => !one.isTypeOnly).map((one) => one.name)];
}

const WRITE_IT = "Write the module as a .ts file; of data make a constant in it.";

/** By its path, as a file without imports and exports is no module to TypeScript. */
export function moduleOf(
  program: ts.Program,
  from: ts.SourceFile,
  specifier: ts.Expression,
): ts.SourceFile | undefined {
  if (!ts.isStringLiteral(specifier)) return undefined;
  const found = ts.resolveModuleName(specifier.text, from.fileName, program.getCompilerOptions(), ts.sys);
  const file = found.resolvedModule && program.getSourceFile(found.resolvedModule.resolvedFileName);
  return file;
}

/** The imported names of a file that stand where a value is meant. */
class UsedNames {
  private readonly symbols = new Set<ts.Symbol>();
  /** As they are written: TypeScript is asked only of an identifier that looks like one of them. */
  private readonly written: ReadonlySet<string>;

  constructor(
    private readonly ctx: Context,
    file: ts.SourceFile,
  ) {
    const clauses = file.statements.flatMap((one) =>
      ts.isImportDeclaration(one) && one.importClause ? [one.importClause] : [],
    );
    this.written = new Set(clauses.flatMap(namesOf).map((name) => name.text));
    if (this.written.size > 0) this.visit(file);
  }

  has(name: ts.Identifier): boolean {
    const symbol = this.ctx.checker.getSymbolAtLocation(name);
    return symbol !== undefined && this.symbols.has(symbol);
  }

  private visit(node: ts.Node): void {
    if (isOfTypes(node)) return;
    if (ts.isExportSpecifier(node)) this.note(this.exported(node));
    else if (ts.isIdentifier(node) && this.written.has(node.text)) this.note(this.symbolOf(node));
    ts.forEachChild(node, (child) => this.visit(child));
  }

  private symbolOf(node: ts.Identifier): ts.Symbol | undefined {
    const { checker } = this.ctx;
    const isShort = ts.isShorthandPropertyAssignment(node.parent) && node.parent.name === node;
    return isShort ? checker.getShorthandAssignmentValueSymbol(node.parent) : checker.getSymbolAtLocation(node);
  }

  /** `export { T }` of a type alone keeps nothing. */
  private exported(node: ts.ExportSpecifier): ts.Symbol | undefined {
    const symbol = node.parent.parent.moduleSpecifier
      ? undefined
      : this.ctx.checker.getExportSpecifierLocalTargetSymbol(node);
    const isAlias = symbol && symbol.flags & ts.SymbolFlags.Alias;
    const real = isAlias ? this.ctx.checker.getAliasedSymbol(symbol) : symbol;
    return real && real.flags & ts.SymbolFlags.Value ? symbol : undefined;
  }

  private note(symbol: ts.Symbol | undefined): void {
    if (symbol) this.symbols.add(symbol);
  }
}

/** It says what something is, and nothing of it is left when the program runs. */
export function isOfTypes(node: ts.Node): boolean {
  if (ts.isHeritageClause(node)) return node.token === ts.SyntaxKind.ImplementsKeyword;
  const isBase = ts.isExpressionWithTypeArguments(node) && ts.isClassLike(node.parent.parent);
  return (
    (ts.isTypeNode(node) && !isBase) ||
    ts.isInterfaceDeclaration(node) ||
    ts.isTypeAliasDeclaration(node) ||
    ts.isImportDeclaration(node) ||
    (ts.isExportDeclaration(node) && node.isTypeOnly)
  );
}
