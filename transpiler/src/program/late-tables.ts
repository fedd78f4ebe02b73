// The top of a module that is late, or late with another: declarations, and constants that are the same whenever they are
// worked out. What may change is refused, as it would begin anew with each loading.
import { ts } from "ts-morph";
import { findings } from "../diagnostics/catalogue.ts";
import { partsOf, type Type } from "../types/type.ts";
import type { Context } from "./context.ts";
import { lateModules } from "./late-sets.ts";

/** @param files those of the program, in which a table may be used */
export function refuseTop(ctx: Context, file: ts.SourceFile, files: readonly ts.SourceFile[]): void {
  for (const statement of file.statements) refuseStatement(ctx, statement, files);
}

/** Nobody writes to the members of the objects there: whoever does, through whatever name, is told. */
export function freezeLateTables(ctx: Context): void {
  const late = lateModules(ctx.program);
  const seen = new Set<number>();
  const freeze = (type: Type): void => {
    for (const part of partsOf(type)) freeze(part);
    if (type.kind !== "record") return;
    for (const { slot, type: member } of ctx.unifier.members(type)?.values() ?? []) {
      if (slot === null || seen.has(slot)) continue;
      seen.add(slot);
      ctx.program.slots.note(slot, "frozen");
      freeze(member);
    }
  };
  for (const { module, owner, kind, type } of ctx.program.bindings)
    if (owner === null && kind !== "function" && kind !== "class" && late.has(module)) freeze(type);
}

const DECLARES: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.ImportDeclaration,
  ts.SyntaxKind.ImportEqualsDeclaration,
  ts.SyntaxKind.ExportDeclaration,
  ts.SyntaxKind.FunctionDeclaration,
  ts.SyntaxKind.InterfaceDeclaration,
  ts.SyntaxKind.TypeAliasDeclaration,
  ts.SyntaxKind.EnumDeclaration,
  ts.SyntaxKind.EmptyStatement,
]);

function refuseStatement(ctx: Context, node: ts.Statement, files: readonly ts.SourceFile[]): void {
  if (DECLARES.has(node.kind)) return;
  if (ts.isVariableStatement(node)) refuseVariables(ctx, node, files);
  else if (ts.isClassDeclaration(node)) refuseStatics(ctx, node);
  else if (ts.isExportAssignment(node)) refuseValue(ctx, node.expression);
  else if (!ts.isModuleDeclaration(node)) ctx.report(node, findings.lateTop("What a statement at its top does"));
  else if (node.body && ts.isModuleBlock(node.body))
    for (const inner of node.body.statements) refuseStatement(ctx, inner, files);
}

function refuseVariables(
  ctx: Context,
  { declarationList }: ts.VariableStatement,
  files: readonly ts.SourceFile[],
): void {
  const isConstant = (declarationList.flags & ts.NodeFlags.Const) !== 0;
  for (const declaration of declarationList.declarations) {
    const { name, initializer } = declaration;
    if (!isConstant || !ts.isIdentifier(name)) ctx.report(declaration, findings.lateVariable(name.getText()));
    else if (initializer && refuseValue(ctx, initializer)) refuseChanges(ctx, name, initializer, files);
  }
}

/** A static member is a variable of the module. */
function refuseStatics(ctx: Context, { members }: ts.ClassDeclaration): void {
  for (const member of members) {
    if (ts.isClassStaticBlockDeclaration(member)) ctx.report(member, findings.lateTop("What a static block does"));
    if (!ts.isPropertyDeclaration(member) || !hasModifier(member, ts.SyntaxKind.StaticKeyword)) continue;
    const isConstant = hasModifier(member, ts.SyntaxKind.ReadonlyKeyword);
    const type = ctx.checker.getTypeAtLocation(member.name);
    if (!isConstant || !isUnchangeable(ctx, type)) ctx.report(member, findings.lateVariable(member.name.getText()));
    else if (member.initializer) refuseValue(ctx, member.initializer);
  }
}

function hasModifier(node: ts.HasModifiers, kind: ts.SyntaxKind): boolean {
  return node.modifiers?.some((modifier) => modifier.kind === kind) ?? false;
}

function refuseValue(ctx: Context, node: ts.Expression): boolean {
  const acting = actingPart(ctx, node);
  if (acting) ctx.report(acting, findings.lateTop(`What \`${beginning(acting.getText())}\` does or gives`));
  return acting === null;
}

function beginning(text: string): string {
  const [line = ""] = text.split("\n");
  return line.length > 40 || line !== text ? `${line.slice(0, 40)}…` : line;
}

/** Classes of the library whose objects depend on nothing but what they are given. */
const MADE =
  /^(Map|Set|TextEncoder|TextDecoder|Uint8Array|Int8Array|Uint16Array|Int16Array|Uint32Array|Int32Array|ArrayBuffer)$/;
const COMPUTED = /^(Math|String|Number|Object|Array)$/;

/** The first part of the expression that may do something, or give something else another time; null when none does. */
function actingPart(ctx: Context, node: ts.Expression): ts.Node | null {
  if (ts.isFunctionLike(node)) return null;
  const checked: readonly ts.Expression[] | null = partsToCheck(ctx, node);
  if (checked === null) return node;
  for (const part of checked) {
    const acting = actingPart(ctx, part);
    if (acting) return acting;
  }
  return null;
}

/** What has to be constant for the expression to be so; null when it cannot be. */
function partsToCheck(ctx: Context, node: ts.Expression): readonly ts.Expression[] | null {
  if (ts.isIdentifier(node)) return isConstantName(ctx, node) ? [] : null;
  if (ts.isLiteralExpression(node) || CONSTANTS.has(node.kind)) return [];
  if (ts.isTemplateExpression(node)) return node.templateSpans.map((span) => span.expression);
  if (ts.isArrayLiteralExpression(node)) return node.elements;
  if (ts.isObjectLiteralExpression(node)) return propertyValues(node);
  if (ts.isConditionalExpression(node)) return [node.condition, node.whenTrue, node.whenFalse];
  if (ts.isBinaryExpression(node)) return isAssignment(node) ? null : [node.left, node.right];
  if (ts.isPrefixUnaryExpression(node)) return UPDATES.has(node.operator) ? null : [node.operand];
  if (ts.isElementAccessExpression(node)) return [node.expression, node.argumentExpression];
  if (ts.isCallExpression(node)) return callParts(ctx, node);
  if (ts.isNewExpression(node))
    return ts.isIdentifier(node.expression) && MADE.test(node.expression.text) && isOfLibrary(ctx, node.expression)
      ? [...(node.arguments ?? [])]
      : null;
  return WRAPPING.has(node.kind) ? [(node as ts.Expression as ts.ParenthesizedExpression).expression] : null;
}

const K = ts.SyntaxKind;
const CONSTANTS: ReadonlySet<ts.SyntaxKind> = new Set([
  K.TrueKeyword,
  K.FalseKeyword,
  K.NullKeyword,
  K.OmittedExpression,
]);
const UPDATES: ReadonlySet<ts.SyntaxKind> = new Set([K.PlusPlusToken, K.MinusMinusToken]);
/** Expressions that hand on what another gives, or a part of it. */
const WRAPPING: ReadonlySet<ts.SyntaxKind> = new Set([
  K.ParenthesizedExpression,
  K.AsExpression,
  K.SatisfiesExpression,
  K.TypeAssertionExpression,
  K.NonNullExpression,
  K.SpreadElement,
  K.PropertyAccessExpression,
  K.TypeOfExpression,
]);

function isAssignment({ operatorToken: { kind } }: ts.BinaryExpression): boolean {
  return kind >= K.FirstAssignment && kind <= K.LastAssignment;
}

function propertyValues(node: ts.ObjectLiteralExpression): readonly ts.Expression[] | null {
  const values: ts.Expression[] = [];
  for (const property of node.properties) {
    if (ts.isPropertyAssignment(property)) values.push(property.initializer);
    else if (ts.isShorthandPropertyAssignment(property)) values.push(property.name);
    else if (ts.isSpreadAssignment(property)) values.push(property.expression);
    else if (!ts.isMethodDeclaration(property)) return null;
  }
  return values;
}

/** A method of a text, of a constant list that gives another, or a function of the library that looks at its arguments alone. */
function callParts(ctx: Context, { expression, arguments: args }: ts.CallExpression): readonly ts.Expression[] | null {
  if (!ts.isPropertyAccessExpression(expression)) return null;
  const { expression: object, name } = expression;
  if (ts.isIdentifier(object) && COMPUTED.test(object.text) && isOfLibrary(ctx, object))
    return name.text === "random" ? null : args;
  const isText = (ctx.checker.getTypeAtLocation(object).flags & ts.TypeFlags.StringLike) !== 0;
  return isText || LOOKS.has(name.text) || name.text === "encode" ? [object, ...args] : null;
}

/** A constant, a function, a class or an enum: what the name stands for never changes. */
function isConstantName(ctx: Context, node: ts.Identifier): boolean {
  const { checker } = ctx;
  if (node.text === "undefined") return true;
  const isShort = ts.isShorthandPropertyAssignment(node.parent);
  const symbol = isShort ? checker.getShorthandAssignmentValueSymbol(node.parent) : checker.getSymbolAtLocation(node);
  const real = symbol && symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
  const declaration = real?.valueDeclaration;
  if (!real || !declaration || declaration.getSourceFile().isDeclarationFile) return false;
  if (ts.isClassDeclaration(declaration)) return !ts.isPropertyAccessExpression(node.parent);
  if (!ts.isVariableDeclaration(declaration)) return true;
  const isConstant = (ts.getCombinedNodeFlags(declaration) & ts.NodeFlags.Const) !== 0;
  const type = checker.getTypeAtLocation(node);
  // Who may write to an object of another module is not looked at.
  const home = ctx.moduleIds.get(declaration.getSourceFile()) ?? -1;
  const isObject = (type.flags & ts.TypeFlags.Object) !== 0 && !checker.isArrayType(type) && !checker.isTupleType(type);
  return isConstant && isUnchangeable(ctx, type) && (!isObject || lateModules(ctx.program).has(home));
}

function isOfLibrary({ checker }: Context, node: ts.Identifier): boolean {
  return checker.getSymbolAtLocation(node)?.valueDeclaration?.getSourceFile().isDeclarationFile ?? false;
}

/** A table that its type lets change must only be read, wherever it is named. */
function refuseChanges(ctx: Context, name: ts.Identifier, value: ts.Expression, files: readonly ts.SourceFile[]): void {
  if (isUnchangeable(ctx, ctx.checker.getTypeAtLocation(name)) || ts.isFunctionLike(value)) return;
  const symbol = ctx.checker.getSymbolAtLocation(name);
  const isHarmful = (node: ts.Node): boolean => {
    if (ts.isIdentifier(node) && node.text === name.text && node !== name && isOf(ctx, node, symbol))
      return !isOnlyRead(ctx, node);
    return ts.forEachChild(node, isHarmful) ?? false;
  };
  if (files.some(isHarmful)) ctx.report(name, findings.lateVariable(name.text));
}

function isOf({ checker }: Context, node: ts.Identifier, symbol: ts.Symbol | undefined): boolean {
  const found = ts.isShorthandPropertyAssignment(node.parent)
    ? checker.getShorthandAssignmentValueSymbol(node.parent)
    : checker.getSymbolAtLocation(node);
  return (found && found.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(found) : found) === symbol;
}

/** Methods that change nothing and keep nothing. */
const LOOKS: ReadonlySet<string> = new Set([
  ..."at concat includes indexOf join lastIndexOf slice get has keys values entries decode encode".split(" "),
]);

function isOnlyRead(ctx: Context, node: ts.Expression): boolean {
  const { parent } = node;
  if (ts.isImportSpecifier(parent) || ts.isExportSpecifier(parent)) return true;
  if (ts.isForOfStatement(parent)) return parent.expression === node && isUnchangeable(ctx, elementOf(ctx, node));
  if (ts.isSpreadElement(parent)) return isUnchangeable(ctx, elementOf(ctx, node));
  const isPart = ts.isElementAccessExpression(parent) || ts.isPropertyAccessExpression(parent);
  if (!isPart || parent.expression !== node || isWritten(parent)) return false;
  if (ts.isCallExpression(parent.parent) && parent.parent.expression === parent)
    return ts.isPropertyAccessExpression(parent) && LOOKS.has(parent.name.text);
  return isUnchangeable(ctx, ctx.checker.getTypeAtLocation(parent)) || isOnlyRead(ctx, parent);
}

function elementOf({ checker }: Context, node: ts.Expression): ts.Type {
  return checker.getIndexTypeOfType(checker.getTypeAtLocation(node), ts.IndexKind.Number) ?? checker.getAnyType();
}

function isWritten(node: ts.Expression): boolean {
  const { parent } = node;
  if (ts.isBinaryExpression(parent)) return parent.left === node && isAssignment(parent);
  if (ts.isPrefixUnaryExpression(parent) || ts.isPostfixUnaryExpression(parent)) return UPDATES.has(parent.operator);
  if (ts.isForOfStatement(parent) || ts.isForInStatement(parent)) return parent.initializer === node;
  // `[table[0], table[1]] = …`
  const outer = ts.isPropertyAssignment(parent) ? parent.parent : parent;
  const isPart = ts.isArrayLiteralExpression(outer) || ts.isObjectLiteralExpression(outer) || ts.isSpreadElement(outer);
  return ts.isDeleteExpression(parent) || (isPart && isWritten(outer as ts.Expression));
}

const PLAIN =
  ts.TypeFlags.StringLike |
  ts.TypeFlags.NumberLike |
  ts.TypeFlags.BooleanLike |
  ts.TypeFlags.Undefined |
  ts.TypeFlags.Null |
  ts.TypeFlags.Void |
  ts.TypeFlags.Never;
const READONLY = /^(ReadonlyArray|ReadonlyMap|ReadonlySet|TextEncoder|TextDecoder)$/;

/** Of objects with named members, freezeLateTables has the writes refused. */
function isUnchangeable(ctx: Context, type: ts.Type, around: readonly ts.Type[] = []): boolean {
  const { checker } = ctx;
  if (type.flags & PLAIN || around.includes(type)) return true;
  const inner = [...around, type];
  if (type.isUnion()) return type.types.every((one) => isUnchangeable(ctx, one, inner));
  // A brand: `number & { … }`.
  if (type.isIntersection()) return type.types.some((one) => one.flags & PLAIN);
  if ((type.flags & ts.TypeFlags.Object) === 0) return false;
  const name = type.symbol?.name ?? "";
  const args = checker.isTupleType(type) || checker.isArrayType(type) || READONLY.test(name);
  if (args) {
    const reference = type as ts.TypeReference;
    const isFixed = checker.isTupleType(type) ? (reference.target as ts.TupleType).readonly : READONLY.test(name);
    return isFixed && checker.getTypeArguments(reference).every((one) => isUnchangeable(ctx, one, inner));
  }
  if (checker.getIndexInfosOfType(type).some(({ isReadonly }) => !isReadonly)) return false;
  if (type.isClass() || (type.symbol?.flags ?? 0) & ts.SymbolFlags.Class) return false;
  if (type.symbol?.declarations?.some((one) => one.getSourceFile().isDeclarationFile)) return false;
  return type.getProperties().every((one) => isUnchangeable(ctx, checker.getTypeOfSymbol(one), inner));
}
