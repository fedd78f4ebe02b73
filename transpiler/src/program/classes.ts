// Classes: registered for the whole program before anything is extracted, so that types can name them; their bodies
// are filled later (class-bodies.ts).
import { ts } from "ts-morph";
import { findings } from "../diagnostics/catalogue.ts";
import type { Class } from "../tree/nodes.ts";
import type { Property } from "../types/type.ts";
import { functionId } from "./bindings.ts";
import { descendants } from "./descendants.ts";
import type { Extractor } from "./extractor.ts";
import { hasModifier } from "./functions.ts";
import { constantName, isPrivateName, memberSymbol } from "./member-names.ts";

/** Classes of the library that a program may extend, and use as values. */
export const ERROR_CLASSES: ReadonlySet<string> = new Set(["Error", "TypeError", "RangeError", "SyntaxError"]);
/** What every Error has of its own. */
const ERROR_MEMBERS = ["name", "message", "cause", "toString"];
/** A message, and options with a cause. */
const ERROR_PARAMETERS = 2;

interface Declared {
  readonly node: ts.ClassLikeDeclaration;
  readonly made: Class;
}

/** Gives every class of the files its number, then its base, then its members. */
export function declareClasses(x: Extractor, files: readonly ts.SourceFile[]): void {
  const nodes = files.flatMap((file) => [...descendants(file)].filter((node) => ts.isClassLike(node)));
  const declared = nodes.map((node) => ({ node, made: register(x, node) }));
  for (const { node, made } of declared) made.typeParameters = parametersOf(x, node);
  for (const { node, made } of declared) made.base = baseOf(x, node);
  for (const { made } of declared) breakCycle(x, made);
  const families = new Families(x, declared);
  for (const one of declared) declareMembers(x, one, families);
  for (const { node, made } of declared) linkOverrides(x, node, made);
  for (const { made } of declared) made.signature = signatureOf(x, made, declared);
}

/** What `new` takes: what the constructor does, which may be that of the base. */
function signatureOf(x: Extractor, made: Class, declared: readonly Declared[]): number {
  const { node } = declared[made.id] as Declared;
  const constructed = constructorOf(node);
  if (constructed) return x.types.signatures.ofDeclaration(constructed);
  if (made.base?.kind === "class") return signatureOf(x, x.ctx.program.classes[made.base.id] as Class, declared);
  return x.types.signatures.empty(made.base === null ? 0 : ERROR_PARAMETERS);
}

function register(x: Extractor, node: ts.ClassLikeDeclaration): Class {
  const id = x.ctx.program.classes.length;
  const symbol = x.ctx.checker.getTypeAtLocation(node).getSymbol();
  if (symbol) x.ctx.classIds.set(symbol, id);
  x.ctx.classNodes.set(node, id);
  const made: Class = {
    id,
    name: node.name?.text ?? "",
    module: x.ctx.moduleIds.get(node.getSourceFile()) ?? 0,
    binding: -1,
    span: x.ctx.span(node),
    base: null,
    typeParameters: [],
    fields: [],
    methods: [],
    constructorFunc: functionId(x.ctx, constructorOf(node) ?? node),
    hasConstructor: constructorOf(node) !== undefined,
    hasOpenKeys: node.members.some((member) => hasModifier(member, ts.SyntaxKind.DeclareKeyword)),
    signature: 0,
    parameterProperties: [],
    members: new Map(),
    staticSpans: [],
  };
  x.ctx.program.classes.push(made);
  return made;
}

/** Those of a function around the class are its own too. */
function parametersOf(x: Extractor, node: ts.ClassLikeDeclaration): number[] {
  const { typeParameters = [] } = x.ctx.checker.getTypeAtLocation(node) as ts.InterfaceType;
  return typeParameters.map((parameter) => x.types.parameter(parameter, node).id);
}

export function constructorOf(node: ts.ClassLikeDeclaration): ts.ConstructorDeclaration | undefined {
  return node.members.find((member) => ts.isConstructorDeclaration(member) && member.body !== undefined) as
    | ts.ConstructorDeclaration
    | undefined;
}

export function heritage(node: ts.ClassLikeDeclaration): ts.ExpressionWithTypeArguments | undefined {
  return node.heritageClauses?.find((one) => one.token === ts.SyntaxKind.ExtendsKeyword)?.types[0];
}

function baseOf(x: Extractor, node: ts.ClassLikeDeclaration): Class["base"] {
  const clause = heritage(node);
  if (clause === undefined) return null;
  const type = x.ctx.checker.getTypeAtLocation(clause.expression);
  const symbol = type.getSymbol();
  const id = symbol && x.ctx.classIds.get(symbol);
  if (id !== undefined) {
    const extended = x.types.read(x.ctx.checker.getTypeAtLocation(clause), clause);
    return { kind: "class", id, args: extended.kind === "instance" ? extended.args : [] };
  }
  const name = symbol?.name.replace(/Constructor$/, "") ?? "";
  if (ERROR_CLASSES.has(name)) return { kind: "error", name };
  const mixin = type.flags & (ts.TypeFlags.TypeParameter | ts.TypeFlags.Intersection);
  x.ctx.report(clause, mixin ? findings.mixin() : findings.syntax("This base class", "Extend a class, or Error."));
  return null;
}

/** A class that extends itself: TypeScript has said so. */
function breakCycle(x: Extractor, made: Class): void {
  const seen = new Set<number>();
  for (
    let at: Class | undefined = made;
    at;
    at = at.base?.kind === "class" ? x.ctx.program.classes[at.base.id] : undefined
  ) {
    if (seen.has(at.id)) at.base = null;
    seen.add(at.id);
  }
}

/** Related classes share one Python object for an instance, and one table of attributes: their names must differ. */
class Families {
  private readonly names = new Map<string, Set<string>>();
  private readonly privates = new Map<string, Set<number>>();

  constructor(
    private readonly x: Extractor,
    declared: readonly Declared[],
  ) {
    for (const { node, made } of declared) {
      const root = this.rootOf(made);
      if (root === "error") for (const name of ERROR_MEMBERS) this.add(this.names, root, name);
      for (const member of node.members) this.note(root, made, member);
    }
  }

  private note(root: string, made: Class, member: ts.ClassElement): void {
    if (ts.isConstructorDeclaration(member))
      for (const param of member.parameters) this.add(this.names, root, param.name.getText());
    if (!member.name) return;
    const name = constantName(this.x, member.name);
    if (name === null) return;
    if (isPrivateName(name)) this.add(this.privates, `${root} ${name}`, made.id);
    else if (!hasModifier(member, ts.SyntaxKind.StaticKeyword)) this.add(this.names, root, name);
  }

  private add<T>(table: Map<string, Set<T>>, key: string, value: T): void {
    table.set(key, (table.get(key) ?? new Set<T>()).add(value));
  }

  private rootOf(made: Class): string {
    if (made.base === null) return String(made.id);
    return made.base.kind === "error" ? "error" : this.rootOf(this.x.ctx.program.classes[made.base.id] as Class);
  }

  /** What the member is called where its name alone would mean another one too. */
  ownName(made: Class, name: string, isStatic: boolean): string {
    const root = this.rootOf(made);
    if (isPrivateName(name)) return (this.privates.get(`${root} ${name}`)?.size ?? 0) > 1 ? `${name} ${made.id}` : name;
    return isStatic && this.names.get(root)?.has(name) ? `static ${name}` : name;
  }
}

/** The key of a member in its class's table. */
export function memberKey(name: string, isStatic: boolean): string {
  return isStatic ? `static ${name}` : name;
}

function declareMembers(x: Extractor, { node, made }: Declared, families: Families): void {
  if (ts.canHaveDecorators(node) && ts.getDecorators(node)?.length) x.ctx.report(node, findings.decorator());
  for (const member of node.members) {
    if (ts.isConstructorDeclaration(member)) declareParameterProperties(x, made, member);
    else declareMember(x, made, member, families);
  }
}

function declareMember(x: Extractor, made: Class, member: ts.ClassElement, families: Families): void {
  if (!member.name || !(ts.isPropertyDeclaration(member) || ts.isMethodDeclaration(member) || ts.isAccessor(member)))
    return;
  const name = constantName(x, member.name);
  const symbol = memberSymbol(x, member);
  if (symbol === undefined || name === null) return;
  if (hasModifier(member, ts.SyntaxKind.AccessorKeyword))
    x.ctx.report(member.name, findings.syntax("An accessor field", "Write a field, or get and set."));
  const isStatic = hasModifier(member, ts.SyntaxKind.StaticKeyword);
  const key = memberKey(isPrivateName(name) ? families.ownName(made, name, isStatic) : name, isStatic);
  const property = made.members.get(key) ?? {
    ...x.types.property(symbol, member),
    name: families.ownName(made, name, isStatic),
  };
  made.members.set(key, property);
  noteKept(x, member, property);
  if (ts.isAccessor(member)) linkAccessor(x, member, property);
}

/** What the getter gives is what is read; what is written goes to the setter. */
function linkAccessor(x: Extractor, member: ts.AccessorDeclaration, property: Property): void {
  const signature = x.ctx.program.signatures[x.types.signatures.ofDeclaration(member)];
  const [param] = signature?.params ?? [];
  x.ctx.unifier.place = { module: x.ctx.moduleIds.get(member.getSourceFile()) ?? 0, span: x.ctx.span(member) };
  if (ts.isGetAccessor(member) && signature) {
    x.ctx.unifier.flow(signature.returns, property.type);
    Object.assign(property, { reads: signature.returns });
  }
  if (!ts.isSetAccessor(member) || !param) return;
  Object.assign(property, { writes: param });
  x.ctx.setters.push({ property, param });
}

/** Whether the member is a value in the object or a getter, once it is more than a promise. */
function noteKept(x: Extractor, member: ts.ClassElement, property: Property): void {
  const isAbstract = hasModifier(member, ts.SyntaxKind.AbstractKeyword);
  if (ts.isAccessor(member)) x.ctx.program.slots.note(property.slot, "accessor");
  else if (ts.isPropertyDeclaration(member) && !isAbstract) x.ctx.program.slots.note(property.slot, "stored");
}

function declareParameterProperties(x: Extractor, made: Class, node: ts.ConstructorDeclaration): void {
  for (const param of node.parameters.filter((one) => ts.isParameterPropertyDeclaration(one, node))) {
    const binding = x.bindingOfName(param.name);
    if (!binding || !ts.isIdentifier(param.name)) continue;
    const { text: name } = param.name;
    const slot = x.ctx.program.slots.fresh();
    x.ctx.program.slots.note(slot, "stored");
    made.parameterProperties.push(name);
    const readonly = hasModifier(param, ts.SyntaxKind.ReadonlyKeyword);
    made.members.set(name, { name, type: binding.type, optional: false, readonly, slot });
  }
}

/** An overriding member is the same storage, and the same signature, as the one that it overrides. */
function linkOverrides(x: Extractor, node: ts.ClassLikeDeclaration, made: Class): void {
  if (made.base?.kind !== "class") return;
  const inherited = x.ctx.unifier.members(x.ctx.unifier.instanceOf(made.base.id));
  for (const [name, property] of made.members) {
    const other = inherited?.get(name);
    if (!other) continue;
    x.ctx.unifier.unify(property.type, other.type);
    if (property.writes && other.writes) x.ctx.unifier.unify(property.writes, other.writes);
    x.ctx.program.slots.union(property.slot, other.slot);
    refuseHalf(x, node, name, made.base.id);
  }
}

/** Who overrides a getter alone takes the setter away, in JavaScript. */
function refuseHalf(x: Extractor, node: ts.ClassLikeDeclaration, key: string, base: number): void {
  const own = accessorsOf(x, node, key);
  const inherited = inheritedAccessors(x, base, key);
  const missing = inherited.find((kind) => !own.some((member) => kindOf(member) === kind));
  const [first] = own;
  if (first && missing !== undefined) x.ctx.report(first, findings.halfAccessor(first.name.getText(), missing));
}

function accessorsOf(x: Extractor, node: ts.ClassLikeDeclaration, key: string): ts.AccessorDeclaration[] {
  return node.members.filter((member) => {
    if (!ts.isAccessor(member)) return false;
    const name = constantName(x, member.name);
    return name !== null && memberKey(name, hasModifier(member, ts.SyntaxKind.StaticKeyword)) === key;
  }) as ts.AccessorDeclaration[];
}

function kindOf(member: ts.AccessorDeclaration): "getter" | "setter" {
  return ts.isGetAccessor(member) ? "getter" : "setter";
}

/** Which halves the nearest class above has that has any. */
function inheritedAccessors(x: Extractor, id: number, key: string): ("getter" | "setter")[] {
  const node = [...x.ctx.classNodes].find(([, one]) => one === id)?.[0];
  const own = node ? accessorsOf(x, node, key).filter((one) => one.body !== undefined) : [];
  if (own.length > 0) return own.map(kindOf);
  const base = x.ctx.program.classes[id]?.base;
  return base?.kind === "class" ? inheritedAccessors(x, base.id, key) : [];
}
