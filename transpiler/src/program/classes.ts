// Classes: registered for the whole program before anything is extracted, so that types can name them; filled later.
import { ts } from "ts-morph";
import { findings } from "../diagnostics/catalogue.ts";
import type { Class, Expr, Func, Stmt } from "../tree/nodes.ts";
import { functionId, loopOf } from "./bindings.ts";
import type { Extractor } from "./extractor.ts";
import { extractFunction, hasModifier } from "./functions.ts";
import { propertyName } from "./literals.ts";

const ERROR_CLASSES = new Set(["Error", "TypeError", "RangeError", "SyntaxError"]);

/** Gives every class below a node its number. */
export function registerClasses(x: Extractor, node: ts.Node): void {
  if (ts.isClassDeclaration(node) && node.name) registerClass(x, node, node.name);
  ts.forEachChild(node, (child) => registerClasses(x, child));
}

function registerClass(x: Extractor, node: ts.ClassDeclaration, name: ts.Identifier): void {
  const symbol = x.ctx.checker.getSymbolAtLocation(name);
  if (symbol === undefined) return;
  const id = x.ctx.program.classes.length;
  x.ctx.classIds.set(symbol, id);
  x.ctx.program.classes.push({
    id,
    name: name.text,
    module: x.ctx.moduleIds.get(node.getSourceFile()) ?? 0,
    binding: -1,
    span: x.ctx.span(node),
    base: null,
    fields: [],
    methods: [],
    constructorFunc: null,
    parameterProperties: [],
    members: new Map(),
    accessors: new Set(),
  });
}

/** Reads bases and the types of members, once all classes are known. */
export function declareClasses(x: Extractor, node: ts.Node): void {
  if (ts.isClassDeclaration(node) && node.name) declareClass(x, node, node.name);
  ts.forEachChild(node, (child) => declareClasses(x, child));
}

function classOf(x: Extractor, name: ts.Node): Class | undefined {
  const symbol = x.ctx.checker.getSymbolAtLocation(name);
  const id = symbol && x.ctx.classIds.get(symbol);
  return id === undefined ? undefined : x.ctx.program.classes[id];
}

function declareClass(x: Extractor, node: ts.ClassDeclaration, name: ts.Identifier): void {
  const made = classOf(x, name);
  if (made === undefined) return;
  if (node.typeParameters?.length) x.ctx.report(node.typeParameters[0] as ts.Node, findings.genericFunction("class"));
  if (ts.getDecorators(node)?.length) x.ctx.report(node, findings.decorator());
  made.base = baseOf(x, node);
  for (const member of node.members) declareMember(x, made, member);
}

function baseOf(x: Extractor, node: ts.ClassDeclaration): Class["base"] {
  const clause = node.heritageClauses?.find((one) => one.token === ts.SyntaxKind.ExtendsKeyword)?.types[0];
  if (clause === undefined) return null;
  const symbol = x.ctx.checker.getSymbolAtLocation(clause.expression);
  const real = symbol && symbol.flags & ts.SymbolFlags.Alias ? x.ctx.checker.getAliasedSymbol(symbol) : symbol;
  const id = real && x.ctx.classIds.get(real);
  if (id !== undefined) return { kind: "class", id };
  if (real && ERROR_CLASSES.has(real.name)) return { kind: "error", name: real.name };
  x.ctx.report(clause, findings.syntax("This base class", "Extend a class of the program, or Error."));
  return null;
}

function declareMember(x: Extractor, made: Class, member: ts.ClassElement): void {
  if (ts.isConstructorDeclaration(member)) return member.body ? declareParameterProperties(x, made, member) : undefined;
  if (!member.name || !(ts.isPropertyDeclaration(member) || ts.isMethodDeclaration(member) || ts.isAccessor(member)))
    return;
  const symbol = x.ctx.checker.getSymbolAtLocation(member.name);
  if (symbol === undefined) return;
  const name = hasModifier(member, ts.SyntaxKind.StaticKeyword)
    ? `static ${propertyName(member.name)}`
    : propertyName(member.name);
  if (made.members.has(name)) return;
  made.members.set(name, x.types.property(symbol, member));
  if (ts.isAccessor(member)) made.accessors.add(name);
}

function declareParameterProperties(x: Extractor, made: Class, node: ts.ConstructorDeclaration): void {
  for (const param of node.parameters.filter((one) => ts.isParameterPropertyDeclaration(one, node))) {
    const binding = x.bindingOfName(param.name);
    if (!binding || !ts.isIdentifier(param.name)) continue;
    made.parameterProperties.push(param.name.text);
    made.members.set(param.name.text, {
      name: param.name.text,
      type: binding.type,
      optional: false,
      readonly: hasModifier(param, ts.SyntaxKind.ReadonlyKeyword),
    });
  }
}

/** An overriding member is the same storage, and the same signature, as the one that it overrides. */
export function linkOverrides(x: Extractor): void {
  for (const made of x.ctx.program.classes) {
    if (made.base?.kind !== "class") continue;
    const inherited = x.ctx.unifier.members({ kind: "instance", classId: made.base.id });
    for (const [name, property] of made.members) {
      const other = inherited?.get(name);
      if (other) x.ctx.unifier.unify(property.type, other.type);
    }
  }
}

export function classDeclaration(x: Extractor, node: ts.ClassDeclaration): Stmt[] {
  const made = node.name && classOf(x, node.name);
  const binding = node.name && x.bindingOfName(node.name);
  if (!made || !binding) {
    x.ctx.report(node, findings.moduleForm("A class without a name", "Give it a name."));
    return [];
  }
  (made as { binding: number }).binding = binding.id;
  const outer = x.ctx.classId;
  x.ctx.classId = made.id;
  for (const member of node.members) {
    // In a static member `this` would be the class.
    x.ctx.classId = hasModifier(member, ts.SyntaxKind.StaticKeyword) ? null : made.id;
    extractMember(x, made, member);
  }
  x.ctx.classId = outer;
  return [{ kind: "class", classId: made.id, span: x.ctx.span(node) }];
}

function extractMember(x: Extractor, made: Class, member: ts.ClassElement): void {
  if (ts.isPropertyDeclaration(member)) return extractField(x, made, member);
  if (ts.isConstructorDeclaration(member)) {
    if (member.body) made.constructorFunc = extractFunction(x, member, "__init__").id;
    return;
  }
  if (ts.isMethodDeclaration(member) || ts.isAccessor(member)) return extractMethod(x, made, member);
  if (ts.isSemicolonClassElement(member)) return;
  x.ctx.report(member, findings.syntax("This class member", "Use fields, methods and a constructor."));
}

function extractField(x: Extractor, made: Class, member: ts.PropertyDeclaration): void {
  if (hasModifier(member, ts.SyntaxKind.DeclareKeyword) || hasModifier(member, ts.SyntaxKind.AbstractKeyword)) return;
  const isStatic = hasModifier(member, ts.SyntaxKind.StaticKeyword);
  const name = propertyName(member.name);
  const property = made.members.get(isStatic ? `static ${name}` : name);
  if (property === undefined) return;
  const value = member.initializer ? initialiser(x, member, member.initializer, isStatic) : null;
  if (value && member.initializer) x.flow(value, property.type, member.initializer);
  made.fields.push({ name, type: property.type, value, isStatic, span: x.ctx.span(member) });
}

/** A field's value is computed in the constructor: its names are captured as by any other function. */
function initialiser(x: Extractor, member: ts.PropertyDeclaration, node: ts.Expression, isStatic: boolean): Expr {
  if (isStatic) return x.expression(node);
  const { ctx } = x;
  const func: Func = {
    id: functionId(ctx, member),
    name: "field",
    module: ctx.module,
    owner: ctx.func,
    span: ctx.span(member),
    params: [],
    signature: 0,
    body: [],
    expression: null,
    isAsync: false,
    method: true,
    loop: loopOf(ctx, member),
    arrow: false,
  };
  ctx.program.functions[func.id] = func;
  ctx.func = func.id;
  func.expression = x.expression(node);
  ctx.func = func.owner;
  return func.expression;
}

function extractMethod(x: Extractor, made: Class, member: ts.MethodDeclaration | ts.AccessorDeclaration): void {
  if (ts.isComputedPropertyName(member.name))
    x.ctx.report(member.name, findings.syntax("A computed member name", "Give it a fixed name."));
  if (member.body === undefined) return;
  const name = propertyName(member.name);
  const isStatic = hasModifier(member, ts.SyntaxKind.StaticKeyword);
  const func = extractFunction(x, member, name);
  const accessor = ts.isGetAccessor(member) ? "get" : ts.isSetAccessor(member) ? "set" : null;
  if (isStatic && accessor) x.ctx.report(member, findings.syntax("A static getter or setter", "Use a static method."));
  made.methods.push({ name, func: func.id, isStatic, accessor });
}
