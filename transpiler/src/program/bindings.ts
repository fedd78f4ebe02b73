// Names: one binding for each symbol of the program, made when it is first met, wherever that is.
import { ts } from "ts-morph";
import { UNUSED } from "../tree/binding.ts";
import type { Binding, BindingKind } from "../tree/nodes.ts";
import { UNKNOWN } from "../types/type.ts";
import type { Context } from "./context.ts";
import { namespaceOf } from "./namespaces.ts";
import type { TypeReader } from "./read-types.ts";

export function bindingFor(ctx: Context, types: TypeReader, symbol: ts.Symbol): Binding {
  const known = ctx.bindingIds.get(symbol);
  if (known !== undefined) return ctx.program.bindings[known] as Binding;
  const declaration = (symbol.valueDeclaration ?? symbol.declarations?.[0]) as ts.Declaration;
  const id = ctx.program.bindings.length;
  ctx.bindingIds.set(symbol, id);
  const binding: Binding = {
    id,
    name: declaredName(symbol, declaration),
    kind: kindOf(declaration),
    type: { kind: "unknown" },
    module: ctx.moduleIds.get(declaration.getSourceFile()) ?? 0,
    owner: ownerOf(ctx, declaration),
    loop: loopOf(ctx, declaration),
    span: ctx.span(ts.getNameOfDeclaration(declaration) ?? declaration),
    exported: false,
    namespace: namespaceOf(declaration),
    valueless: isValueless(declaration),
    late: ts.isVariableDeclaration(declaration) && declaration.exclamationToken !== undefined,
    ...UNUSED,
    func: null,
    literal: null,
  };
  ctx.program.bindings.push(binding);
  ctx.declarations.set(id, declaration);
  binding.type = declaredType(ctx, types, symbol, declaration);
  return binding;
}

/** `let x: T`, outside of the head of a loop over something. */
function isValueless(node: ts.Declaration): boolean {
  if (!ts.isVariableDeclaration(node) || node.initializer !== undefined || ts.isCatchClause(node.parent)) return false;
  return !ts.isForOfStatement(node.parent.parent) && !ts.isForInStatement(node.parent.parent);
}

/** A default export has its own name where it was declared. */
function declaredName(symbol: ts.Symbol, declaration: ts.Declaration): string {
  const name = ts.getNameOfDeclaration(declaration);
  if (ts.isClassExpression(declaration) && !declaration.name) return "Class";
  return symbol.name === "default" && name && ts.isIdentifier(name) ? name.text : symbol.name;
}

function kindOf(declaration: ts.Node): BindingKind {
  if (ts.isParameter(declaration)) return "parameter";
  if (ts.isFunctionDeclaration(declaration)) return "function";
  if (ts.isClassLike(declaration)) return "class";
  if (ts.isEnumDeclaration(declaration) || ts.isExportAssignment(declaration)) return "constant";
  const list = ts.isVariableDeclaration(declaration) ? declaration.parent : findList(declaration);
  if (list && ts.isCatchClause(list)) return "caught";
  return list && list.flags & ts.NodeFlags.Const ? "constant" : "variable";
}

/** The declaration list around an element of a destructuring pattern. */
function findList(node: ts.Node): ts.Node | null {
  for (let at: ts.Node = node; at; at = at.parent) {
    if (ts.isVariableDeclarationList(at)) return at;
    if (ts.isParameter(at)) return null;
  }
  return null;
}

function declaredType(ctx: Context, types: TypeReader, symbol: ts.Symbol, declaration: ts.Declaration) {
  const parent = declaration.parent;
  if (ts.isParameter(declaration) && ts.isFunctionLike(parent)) {
    const signature = ctx.checker.getSignatureFromDeclaration(parent);
    const [first] = parent.parameters;
    const isThisGiven = first && ts.isIdentifier(first.name) && first.name.text === "this";
    const index = parent.parameters.indexOf(declaration) - Number(isThisGiven);
    const declared = signature && ctx.program.signatures[types.signatures.of(signature, declaration)]?.params[index];
    if (declared) return declared;
  }
  if (kindOf(declaration) === "caught") return UNKNOWN;
  return types.readDeclared(ctx.checker.getTypeOfSymbol(symbol), declaration, declaration);
}

/** The function whose scope holds a declaration: null at the top of a module. */
function ownerOf(ctx: Context, declaration: ts.Node): number | null {
  const start = ts.isFunctionDeclaration(declaration) || ts.isClassLike(declaration) ? declaration.parent : declaration;
  for (let at: ts.Node | undefined = start; at; at = at.parent) {
    if (isFunction(at)) return functionId(ctx, at);
    if (isFieldInitialiser(at))
      return (
        ctx.program.classes[ctx.classNodes.get(at.parent as ts.ClassLikeDeclaration) as number]?.constructorFunc ?? null
      );
  }
  return null;
}

/** Loops give each turn its own bindings: the innermost one of the same function. */
export function loopOf(ctx: Context, node: ts.Node): number | null {
  let child = node;
  for (let at: ts.Node | undefined = node.parent; at; child = at, at = at.parent) {
    if (isFunction(at) || isFieldInitialiser(at)) return null;
    if (ts.isIterationStatement(at, false) && perTurn(at, child)) return loopId(ctx, at);
  }
  return null;
}

/** What a `for` declares in its head belongs to each turn when it is let or const. */
function perTurn(loop: ts.IterationStatement, child: ts.Node): boolean {
  if (ts.isForStatement(loop))
    return (
      child === loop.statement || child === loop.initializer || child === loop.incrementor || child === loop.condition
    );
  return (
    child === loop.statement || ((ts.isForOfStatement(loop) || ts.isForInStatement(loop)) && child === loop.initializer)
  );
}

export function isFunction(node: ts.Node): boolean {
  return (
    ts.isFunctionDeclaration(node) ||
    ts.isArrowFunction(node) ||
    ts.isFunctionExpression(node) ||
    ts.isMethodDeclaration(node) ||
    ts.isConstructorDeclaration(node) ||
    ts.isAccessor(node)
  );
}

/** A static field gets its value where the class is defined. */
function isFieldInitialiser(node: ts.Node): boolean {
  return (
    ts.isPropertyDeclaration(node) &&
    !ts.getModifiers(node)?.some((modifier) => modifier.kind === ts.SyntaxKind.StaticKeyword)
  );
}

/** Ids are given before the function is extracted, as its parameters may be met first. */
export function functionId(ctx: Context, node: ts.Node): number {
  const known = ctx.functionIds.get(node);
  if (known !== undefined) return known;
  const id = ctx.functionNodes.length;
  ctx.functionIds.set(node, id);
  ctx.functionNodes.push(node);
  return id;
}

export function loopId(ctx: Context, node: ts.Node): number {
  const known = ctx.loopIds.get(node);
  if (known !== undefined) return known;
  const id = ctx.program.loops++;
  ctx.loopIds.set(node, id);
  return id;
}

/** Notes that a name is read or written, and from where: closures and names need to know. */
export function noteUse(ctx: Context, binding: Binding, written: boolean): void {
  if (written) {
    binding.reassigned = true;
    if (ctx.stepOf === null || ctx.stepOf !== binding.loop) binding.writtenInBody = true;
  }
  for (let func = ctx.func; func !== null; func = ctx.program.functions[func]?.owner ?? null) {
    const uses = ctx.program.uses.get(func) ?? new Set<number>();
    ctx.program.uses.set(func, uses.add(binding.id));
  }
  if (binding.owner === ctx.func) return;
  binding.captured = true;
  if (binding.loop !== null) noteMoment(ctx, binding);
  if (written) binding.assignedInside = true;
}

/** A closure that is made before its variable has a value, or in the head of the loop, shares it with the turn. */
function noteMoment(ctx: Context, binding: Binding): void {
  let outermost = ctx.func as number;
  for (let owner = ownerOfFunction(ctx, outermost); owner !== binding.owner && owner !== null; ) {
    outermost = owner;
    owner = ownerOfFunction(ctx, owner);
  }
  const made = momentOf(ctx.functionNodes[outermost] as ts.Node);
  const declaration = ctx.declarations.get(binding.id) as ts.Node;
  const head = headOf(declaration);
  binding.head = head !== null;
  if (head === null) binding.early ||= made < valueFrom(declaration);
  else if (made < head.initializer.end) binding.inHead = true;
  if (ctx.stepOf === binding.loop) binding.early = true;
}

function ownerOfFunction(ctx: Context, func: number): number | null {
  return ctx.program.functions[func]?.owner ?? null;
}

/** Where a function comes to be: a declaration at the beginning of its block, a method with its class. */
function momentOf(node: ts.Node): number {
  if (ts.isFunctionDeclaration(node)) return node.parent.getStart();
  const isMember = ts.isClassElement(node) && ts.isClassLike(node.parent);
  return isMember ? node.parent.getStart() : node.getStart();
}

/** Where a variable has its value: functions of one block come in their order. */
function valueFrom(declaration: ts.Node): number {
  if (ts.isFunctionDeclaration(declaration)) return declaration.parent.getStart() + 1;
  let at = declaration;
  while (ts.isBindingElement(at) || ts.isArrayBindingPattern(at) || ts.isObjectBindingPattern(at)) at = at.parent;
  return ts.isVariableDeclaration(at) && ts.isCatchClause(at.parent) ? at.getStart() : at.end;
}

/** The `for` in whose head the variable stands: it has its value from the beginning of each turn. */
function headOf(declaration: ts.Node): { readonly initializer: ts.Node } | null {
  const list = findList(declaration);
  const loop = list?.parent;
  if (!list || !loop) return null;
  const isHead = ts.isForStatement(loop) || ts.isForOfStatement(loop) || ts.isForInStatement(loop);
  return isHead && loop.initializer === list ? { initializer: list } : null;
}
