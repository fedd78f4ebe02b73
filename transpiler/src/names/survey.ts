// What the names of a program's Python stand for, as far as it matters to who gives them others. Names are told apart by
// their letters alone, as Python itself does: one that is used in two ways is one name.
import type { Expr, Param, PythonModule, Stmt } from "../python/ast.ts";
import { mapBlocks, nodesOf } from "../tidy/walk.ts";
import { type BareNames, bareNames } from "./bare.ts";

export interface Survey {
  /** Every name that stands anywhere. */
  readonly used: ReadonlySet<string>;
  /** Of them what the program binds, so that MicroPython keeps it: what a function has for itself it does not. */
  readonly bound: ReadonlySet<string>;
  /** Of them whatever stands behind a point, or within a class. */
  readonly members: ReadonlySet<string>;
  /** Of them, by the index of the module, those that nobody else can mean: no member, and of one module alone. */
  readonly own: readonly ReadonlySet<string>[];
  /** By the index of the module: all that stands in it. */
  readonly usedBy: readonly ReadonlySet<string>[];
  /** By the index of the module. */
  readonly bare: readonly BareNames[];
  /** Literals: any of them may be handed to getattr. */
  readonly texts: ReadonlySet<string>;
  /** What is not the program's to rename: what comes from other people's modules, keywords of calls, constants. */
  readonly foreign: ReadonlySet<string>;
  /** Classes whose instances may be raised: a traceback ends with the name. */
  readonly errors: ReadonlySet<string>;
}

type Nodes = readonly Readonly<Record<string, unknown>>[];
type ClassOf = Extract<Stmt, { kind: "class" }>;

/** @param importNames as of Joining: a late module has no name in its package */
export function surveyOf(
  modules: readonly PythonModule[],
  packageName: string,
  importNames: ReadonlyMap<string, string>,
): Survey {
  const found = new Surveyor(packageName, new Set(importNames.values()));
  const classes: ClassOf[] = [];
  const usedBy: ReadonlySet<string>[] = [];
  for (const { name, body } of modules) {
    if (!importNames.has(name)) for (const part of name.split(".")) found.used.add(part);
    const nodes: Nodes = nodesOf(body);
    const here = new Set(boundIn(body));
    for (const node of nodes) {
      found.note(node as unknown as Stmt | Expr);
      for (const each of namesIn(node as unknown as Stmt | Expr)) here.add(each);
      if (node.kind === "class") classes.push(node as unknown as ClassOf);
    }
    for (const each of boundIn(body)) found.bound.add(each);
    usedBy.push(here);
  }
  const bare = modules.map(({ body }) => bareNames(body));
  return { ...found.sets(), usedBy, own: ownIn(usedBy, found), bare, errors: errorsAmong(classes) };
}

function ownIn(usedBy: readonly ReadonlySet<string>[], { bound, members }: Surveyor): readonly ReadonlySet<string>[] {
  const users = new Map<string, number>();
  for (const name of usedBy.flatMap((names) => [...names])) users.set(name, (users.get(name) ?? 0) + 1);
  const isOwn = (name: string) => bound.has(name) && !members.has(name) && users.get(name) === 1;
  return usedBy.map((names) => new Set([...names].filter(isOwn)));
}

class Surveyor {
  readonly used = new Set<string>();
  readonly bound = new Set<string>();
  /** Whatever stands behind a point, or within a class. */
  readonly members = new Set<string>();
  private readonly texts = new Set<string>();
  private readonly foreign = new Set<string>();
  /** Modules that are not the program's, as it calls them. */
  private readonly modules = new Set<string>();

  constructor(
    private readonly packageName: string,
    private readonly lateModules: ReadonlySet<string>,
  ) {}

  sets() {
    const { used, bound, members, texts, foreign } = this;
    return { used: new Set([...used, ...bound]), bound, members, texts, foreign };
  }

  note(node: Stmt | Expr): void {
    for (const name of namesIn(node)) this.used.add(name);
    switch (node.kind) {
      case "str":
        this.texts.add(node.value);
        break;
      case "attribute":
        this.members.add(node.name);
        if (node.object.kind === "name" && this.modules.has(node.object.id)) this.foreign.add(node.name);
        break;
      case "call":
        for (const { name } of node.keywords ?? []) this.foreign.add(name);
        break;
      case "def":
      case "class":
        this.bound.add(node.name);
        if (node.kind === "class")
          for (const name of boundIn(node.body)) {
            this.bound.add(name);
            this.members.add(name);
          }
        break;
      case "global":
        for (const name of node.names) this.bound.add(name);
        break;
      case "assign":
      case "augmented":
      case "for":
        for (const target of targetsOf(node.target)) if (target.kind === "attribute") this.bound.add(target.name);
        if (node.kind === "assign" && isConstant(node.value))
          for (const target of targetsOf(node.target)) if (target.kind === "name") this.foreign.add(target.id);
        break;
      case "import":
        this.imported(node.module, node.as);
        break;
      case "from":
        this.importedFrom(node);
        break;
      default:
    }
  }

  private imported(module: string, as: string | undefined): void {
    if (!this.isOurs(module)) for (const part of module.split(".")) this.foreign.add(part);
    if (as === undefined) return;
    this.bound.add(as);
    if (!this.isOurs(module)) this.modules.add(as);
  }

  private importedFrom({ module, names }: Extract<Stmt, { kind: "from" }>): void {
    if (!this.isOurs(module)) for (const part of module.split(".")) this.foreign.add(part);
    for (const { name, as } of names) {
      if (as !== undefined) this.bound.add(as);
      if (!this.isOurs(module)) this.foreign.add(name);
    }
  }

  private isOurs(module: string): boolean {
    return this.lateModules.has(module) || module.startsWith(`${this.packageName}.`);
  }
}

/** `const(…)`: MicroPython puts the value in the place of the name, and of one that begins with `_` nothing is left. */
function isConstant(value: Expr): boolean {
  return value.kind === "call" && value.callee.kind === "name" && value.callee.id === "const";
}

/** Every name that a node has itself. */
function namesIn(node: Stmt | Expr): readonly string[] {
  switch (node.kind) {
    case "name":
      return [node.id];
    case "attribute":
    case "walrus":
    case "class":
      return [node.name];
    case "def":
      return [node.name, ...node.params.map(nameOf)];
    case "lambda":
      return node.params.map(nameOf);
    case "global":
    case "nonlocal":
      return node.names;
    case "call":
      return (node.keywords ?? []).map(nameOf);
    case "try":
      return node.handlers.flatMap(({ name }) => name ?? []);
    case "import":
      return node.as === undefined ? [] : [node.as];
    case "from":
      return node.names.flatMap(({ name, as }) => (as === undefined ? [name] : [name, as]));
    default:
      return [];
  }
}

function nameOf({ name }: Pick<Param, "name">): string {
  return name;
}

/** What the statements of a module or a class bind right there. */
export function boundIn(body: readonly Stmt[]): string[] {
  const found: string[] = [];
  const visit = (statements: readonly Stmt[]): readonly Stmt[] => {
    for (const statement of statements) {
      found.push(...bindingsOf(statement));
      if (statement.kind !== "def" && statement.kind !== "class") mapBlocks(statement, visit);
    }
    return statements;
  };
  visit(body);
  return found;
}

function bindingsOf(statement: Stmt): readonly string[] {
  switch (statement.kind) {
    case "def":
    case "class":
      return [statement.name];
    case "assign":
    case "augmented":
    case "for": {
      const walruses = nodesOf(statement).flatMap((node) => (node.kind === "walrus" ? (node.name as string) : []));
      return [...targetsOf(statement.target).flatMap((one) => (one.kind === "name" ? one.id : [])), ...walruses];
    }
    case "try":
      return statement.handlers.flatMap(({ name }) => name ?? []);
    default:
      return [];
  }
}

function targetsOf(target: Expr): readonly Expr[] {
  return target.kind === "tuple" || target.kind === "list" ? target.items.flatMap(targetsOf) : [target];
}

/** Helpers' classes that are no errors: those have the names of JavaScript's. */
const HELPERS_OWN = /^[Tt]s[A-Z_]/;

/** Classes of the program that come from one that is not: of what those are nothing is known here. */
function errorsAmong(classes: readonly ClassOf[]): ReadonlySet<string> {
  const plain = new Map(classes.map((one) => [one.name, one]));
  const errors = new Set<string>();
  const isError = ({ bases }: ClassOf) =>
    bases.some((base) => {
      const name = base.kind === "name" ? base.id : base.kind === "attribute" ? base.name : "";
      return errors.has(name) || !(plain.has(name) || HELPERS_OWN.test(name));
    });
  for (let before = -1; before !== errors.size; ) {
    before = errors.size;
    for (const one of classes) if (isError(one)) errors.add(one.name);
  }
  return errors;
}
