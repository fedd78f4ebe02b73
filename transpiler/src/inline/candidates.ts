// Which functions are called at one place alone, seen in the Python of the whole program: their names stand there and nowhere
// else, and nothing reaches them by the letters of their names.
import { bareIn, bareNames } from "../names/bare.ts";
import { LOOKED_FOR } from "../names/new-names.ts";
import { boundIn } from "../names/survey.ts";
import type { Expr, PythonModule, Stmt } from "../python/ast.ts";
import { nodesOf } from "../tidy/walk.ts";

export type Definition = Extract<Stmt, { kind: "def" }>;
type ClassOf = Extract<Stmt, { kind: "class" }>;
type Attribute = Extract<Expr, { kind: "attribute" }>;
type Node = Stmt | Expr;

/** By each call that is the only one of its function: that function. */
export type OnlyCalls = ReadonlyMap<Expr, Definition>;

/** What beside the program's own Python may mean a name, by its letters. */
export interface Elsewhere {
  readonly any: (name: string) => boolean;
  /** A member that TypeScript lets no other class name. */
  readonly private: (name: string) => boolean;
}

export function onlyCalls(modules: readonly PythonModule[], elsewhere: Elsewhere): OnlyCalls {
  const survey = new Survey(modules, elsewhere);
  return new Map(modules.flatMap((module) => [...survey.functionsOf(module), ...survey.methodsOf(module)]));
}

type Found = readonly (readonly [Expr, Definition])[];

class Survey {
  private readonly texts = new Set<string>();
  /** Those of them that a function is given, which may look for a member of that name. */
  private readonly handed = new Set<string>();
  /** How often each name stands behind a point. */
  private readonly members = new Map<string, number>();
  /** Those of them behind the `self` of the class that they stand in. */
  private readonly ownMembers = new Map<string, number>();
  /** How many classes have a member of each name. */
  private readonly definers = new Map<string, number>();
  private readonly bases = new Set<string>();
  /** What is looked up while a class is defined. */
  private readonly inClasses = new Set<string>();
  /** `module name` of what is imported. */
  private readonly imported = new Set<string>();
  /** Modules that others have as a whole. */
  private readonly whole = new Set<string>();

  constructor(
    modules: readonly PythonModule[],
    private readonly elsewhere: Elsewhere,
  ) {
    for (const { body } of modules) {
      for (const node of asNodes(body)) this.note(node);
      for (const name of bareNames(body).inClasses) this.inClasses.add(name);
      for (const made of body.filter(isClosed)) for (const { name } of ownMembersOf(made)) count(this.ownMembers, name);
    }
  }

  private note(node: Node): void {
    if (node.kind === "str") this.texts.add(node.value);
    if (node.kind === "call" && node.callee.kind === "name")
      for (const arg of asNodes(node.args)) if (arg.kind === "str") this.handed.add(arg.value);
    if (node.kind === "attribute") count(this.members, node.name);
    if (node.kind === "import") this.whole.add(node.module);
    if (node.kind === "from") for (const { name } of node.names) this.imported.add(`${node.module} ${name}`);
    if (node.kind !== "class") return;
    for (const name of new Set(boundIn(node.body))) count(this.definers, name);
    for (const base of asNodes(node.bases))
      for (const name of base.kind === "attribute" ? [base.name] : bareIn(base)) this.bases.add(name);
  }

  private isFree(name: string): boolean {
    return !(isSpecial(name) || this.texts.has(name) || this.elsewhere.any(name));
  }

  /** Of functions at the top level of a module. */
  functionsOf({ name: module, body }: PythonModule): Found {
    const nodes = asNodes(body);
    const uses = new Map<string, number>();
    for (const name of nodes.flatMap(bareIn)) count(uses, name);
    const calls = nodes.filter((node) => node.kind === "call" && node.callee.kind === "name") as Call[];
    const isShared = this.whole.has(module) || this.texts.has(module);
    return body.filter(isPlain).flatMap((made) => {
      const { name } = made;
      // Its definition is one of the two.
      if (uses.get(name) !== 2 || !this.isFree(name) || this.imported.has(`${module} ${name}`)) return [];
      if (isShared && this.members.has(name)) return [];
      const call = calls.find(({ callee }) => callee.kind === "name" && callee.id === name);
      return call ? [[call, made] as const] : [];
    });
  }

  /** Of methods, which their own class alone calls, as `self.name(…)`. */
  methodsOf({ body }: PythonModule): Found {
    return body.filter(isClosed).flatMap((made) => {
      const own = ownMembersOf(made);
      const nodes = asNodes(made.body);
      const calls = nodes.filter((node) => node.kind === "call") as Call[];
      const named = new Map<string, number>();
      for (const node of nodes) if (node.kind === "attribute") count(named, node.name);
      const bound = boundIn(made.body);
      return made.body.filter(isPlain).flatMap((method) => {
        const uses = own.filter(({ name }) => name === method.name);
        const isAlone = bound.filter((one) => one === method.name).length === 1;
        if (uses.length !== 1 || !isAlone || method.params[0]?.name !== SELF) return [];
        if (this.inClasses.has(method.name) || !(this.isHidden(method, named) || this.isOwn(made, method))) return [];
        const call = calls.find(({ callee }) => callee === uses[0]);
        return call ? [[call, method] as const] : [];
      });
    });
  }

  /** TypeScript lets nobody else name it, and in its class it is named once, of whatever object. */
  private isHidden({ name, isPrivate }: Definition, named: ReadonlyMap<string, number>): boolean {
    if (!isPrivate || isSpecial(name) || this.handed.has(name) || this.elsewhere.private(name)) return false;
    return named.get(name) === 1;
  }

  /** No other class's name, or of classes that have nothing to do with each other. */
  private isOwn({ name: owner, bases }: ClassOf, { name }: Definition): boolean {
    const isAlone = bases.length === 0 && !this.bases.has(owner);
    const total = this.members.get(name);
    if (!this.isFree(name) || total !== this.ownMembers.get(name)) return false;
    return isAlone || (total === 1 && this.definers.get(name) === 1);
  }
}

type Call = Extract<Expr, { kind: "call" }>;
const SELF = "self";

/** Python or MicroPython asks for members of this name by itself. */
function isSpecial(name: string): boolean {
  return name.startsWith("__") || LOOKED_FOR.has(name);
}

function asNodes(node: unknown): Node[] {
  return nodesOf(node) as unknown as Node[];
}

function count(counts: Map<string, number>, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1);
}

/** What is called as it is written. */
function isPlain(statement: Stmt): statement is Definition {
  return statement.kind === "def" && statement.decorators === undefined && statement.emitter === undefined;
}

/** A class in which `self` is always an object of its own. */
function isClosed(statement: Stmt): statement is ClassOf {
  return statement.kind === "class" && !nodesOf(statement.body).some(({ kind }) => kind === "class");
}

/** The members that its methods take of `self`. */
function ownMembersOf({ body }: ClassOf): Attribute[] {
  const methods = body.filter((one) => one.kind === "def" && one.params[0]?.name === SELF);
  const all = asNodes(methods.map((one) => one.kind === "def" && one.body));
  return all.filter(
    (node): node is Attribute => node.kind === "attribute" && node.object.kind === "name" && node.object.id === SELF,
  );
}
