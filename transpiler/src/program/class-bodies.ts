// What a class does: its fields, methods and constructor as functions, its static parts as statements in their place.
import { ts } from "ts-morph";
import { findings } from "../diagnostics/catalogue.ts";
import type { Binding, Class, Expr, Func, Stmt } from "../tree/nodes.ts";
import { bindingFor, loopOf } from "./bindings.ts";
import { constructorOf, heritage, memberKey } from "./classes.ts";
import type { Receiver } from "./context.ts";
import type { Extractor } from "./extractor.ts";
import { extractFunction, hasModifier } from "./functions.ts";
import { constantName, privateMember } from "./member-names.ts";

export function classDeclaration(x: Extractor, node: ts.ClassDeclaration): Stmt[] {
  if (hasModifier(node, ts.SyntaxKind.DeclareKeyword))
    x.ctx.report(node, findings.syntax("A class that is only declared", "Write it in a module of the program."));
  const { made, base, statics } = extractClass(x, node);
  return [{ kind: "class", classId: made.id, base, span: x.ctx.span(node) }, ...statics];
}

export function classExpression(x: Extractor, node: ts.ClassExpression): Expr {
  const { made, base, statics } = extractClass(x, node);
  return x.make(node, { kind: "class", classId: made.id }, { kind: "class", classId: made.id, base, statics });
}

interface Extracted {
  readonly made: Class;
  readonly base: Expr | null;
  readonly statics: Stmt[];
}

function extractClass(x: Extractor, node: ts.ClassLikeDeclaration): Extracted {
  const made = x.ctx.program.classes[x.ctx.classNodes.get(node) as number] as Class;
  Object.assign(made, { binding: bindingOf(x, node).id });
  const extended = heritage(node);
  const base = extended && made.base?.kind === "class" ? x.expression(extended.expression) : null;
  // First of all, as the scope of the fields.
  const constructed = constructorOf(node);
  if (constructed) withReceiver(x, receiverOf(x, made, "self"), () => extractFunction(x, constructed, "__init__"));
  else addConstructor(x, node, made);
  const statics: Stmt[] = [];
  for (const member of node.members) {
    if (isStatic(member) && !ts.isMethodDeclaration(member) && !ts.isAccessor(member))
      statics.push(...withReceiver(x, receiverOf(x, made, "class"), () => staticPart(x, made, member)));
    else withReceiver(x, receiverOf(x, made, isStatic(member) ? "cls" : "self"), () => extractMember(x, made, member));
  }
  return { made, base, statics };
}

/** What is written `const Name = class { … }` is defined as if it were declared so. */
function bindingOf(x: Extractor, node: ts.ClassLikeDeclaration): Binding {
  const { parent } = node;
  const isConstant = ts.isVariableDeclaration(parent) && (parent.parent.flags & ts.NodeFlags.Const) !== 0;
  const named = isConstant && !node.name ? x.bindingOfName(parent.name) : null;
  return named ?? bindingFor(x.ctx, x.types, x.ctx.checker.getTypeAtLocation(node).symbol);
}

function isStatic(member: ts.ClassElement): boolean {
  return hasModifier(member, ts.SyntaxKind.StaticKeyword) || ts.isClassStaticBlockDeclaration(member);
}

function receiverOf(x: Extractor, { id: classId }: Class, form: Receiver["form"]): Receiver {
  return { form, classId, type: form === "self" ? x.ctx.unifier.instanceOf(classId) : { kind: "class", classId } };
}

/** What `this` means in a method. */
export function methodReceiver(x: Extractor, node: ts.MethodDeclaration): Receiver {
  const made = x.ctx.program.classes[x.ctx.classNodes.get(node.parent as ts.ClassDeclaration) as number] as Class;
  return receiverOf(x, made, isStatic(node) ? "cls" : "self");
}

function withReceiver<T>(x: Extractor, receiver: Receiver, work: () => T): T {
  const outer = x.ctx.receiver;
  x.ctx.receiver = receiver;
  const result = work();
  x.ctx.receiver = outer;
  return result;
}

/** Where no constructor is declared, the fields still need a function in whose scope they get their values. */
function addConstructor(x: Extractor, node: ts.ClassLikeDeclaration, made: Class): void {
  const func: Func = {
    id: made.constructorFunc,
    name: "__init__",
    module: x.ctx.module,
    owner: x.ctx.func,
    span: { start: made.span.start, end: node.name?.end ?? made.span.start },
    params: [],
    signature: made.signature,
    body: [],
    expression: null,
    isAsync: false,
    isGenerator: false,
    receiver: "self",
    usesThis: true,
    loop: loopOf(x.ctx, node),
    arrow: false,
    emitter: null,
  };
  x.ctx.program.functions[func.id] = func;
}

function extractMember(x: Extractor, made: Class, member: ts.ClassElement): void {
  if (ts.isPropertyDeclaration(member)) return extractField(x, made, member);
  if (ts.isMethodDeclaration(member) || ts.isAccessor(member)) return extractMethod(x, made, member);
  if (ts.isSemicolonClassElement(member) || ts.isConstructorDeclaration(member)) return;
  x.ctx.report(member, findings.syntax("This class member", "Use fields, methods and a constructor."));
}

/** The key of a member in its class's table; null, and a refusal, for a name that is not known before the program runs. */
function keyOf(
  x: Extractor,
  made: Class,
  member: ts.PropertyDeclaration | ts.MethodDeclaration | ts.AccessorDeclaration,
) {
  const name = ts.isPrivateIdentifier(member.name)
    ? (privateMember(x, member.name)?.name ?? null)
    : constantName(x, member.name);
  if (name === null) x.ctx.report(member.name, findings.syntax("A computed member name", "Give it a fixed name."));
  return name === null ? undefined : made.members.get(memberKey(name, isStatic(member)));
}

function isOnlyDeclared(member: ts.PropertyDeclaration): boolean {
  return hasModifier(member, ts.SyntaxKind.DeclareKeyword) || hasModifier(member, ts.SyntaxKind.AbstractKeyword);
}

function extractField(x: Extractor, made: Class, member: ts.PropertyDeclaration): void {
  const property = keyOf(x, made, member);
  if (property === undefined || isOnlyDeclared(member)) return;
  const outer = x.ctx.func;
  x.ctx.func = made.constructorFunc;
  const value = member.initializer ? x.expression(member.initializer) : null;
  x.ctx.func = outer;
  if (value && member.initializer) x.flow(value, property.type, member.initializer);
  const isLate = member.exclamationToken !== undefined;
  made.fields.push({ name: property.name, type: property.type, value, isLate, span: x.ctx.span(member) });
}

/** A static field is an assignment to the class, a static block a block. */
function staticPart(x: Extractor, made: Class, member: ts.ClassElement): Stmt[] {
  const span = x.ctx.span(member);
  made.staticSpans.push(span);
  if (ts.isClassStaticBlockDeclaration(member))
    return [{ kind: "block", body: x.statements(member.body.statements), label: null, span }];
  if (!ts.isPropertyDeclaration(member) || isOnlyDeclared(member)) return [];
  const property = keyOf(x, made, member);
  if (property === undefined) return [];
  const { name, type, slot } = property;
  const value = member.initializer ? x.expression(member.initializer) : x.none(member, "undefined");
  if (member.initializer) x.flow(value, type, member.initializer);
  const object = x.make(member.name, { kind: "class", classId: made.id }, { kind: "this", form: "class" });
  const target = x.make(member.name, type, {
    kind: "member",
    object,
    name,
    optional: false,
    access: "attribute",
    slot,
    writes: null,
    wide: type,
  });
  const assigned = x.make(member, value.type, { kind: "assign", target, operator: null, value });
  return [{ kind: "expression", value: assigned, span }];
}

function extractMethod(x: Extractor, made: Class, member: ts.MethodDeclaration | ts.AccessorDeclaration): void {
  const property = keyOf(x, made, member);
  if (member.body === undefined || property === undefined) return;
  const func = extractFunction(x, member, property.name);
  if (func.usesThis && !ts.isAccessor(member)) x.ctx.program.slots.note(property.slot, "bound");
  if (isStatic(member)) func.receiver = func.usesThis ? "cls" : null;
  const accessor = ts.isGetAccessor(member) ? "get" : ts.isSetAccessor(member) ? "set" : null;
  const isPrivate = ts.isPrivateIdentifier(member.name) || hasModifier(member, ts.SyntaxKind.PrivateKeyword);
  made.methods.push({ name: property.name, func: func.id, isStatic: isStatic(member), accessor, isPrivate });
}
