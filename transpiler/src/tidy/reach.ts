// What of a program can be reached: from what its modules do when they are imported and from what is called from outside,
// through names, imports and members. Members are told apart by their names alone, as Python itself does.
import type { Expr, PythonModule, Stmt } from "../python/ast.ts";
import { doingsOf } from "./order.ts";
import { mentions, nodesOf } from "./walk.ts";

/** What must stay although nothing in the program asks for it. */
export interface Surface {
  /** Names of the entry that Python code on the device may use. */
  readonly names: ReadonlySet<string>;
  /** Members that such code, or MicroPython itself, may use. */
  readonly members: ReadonlySet<string>;
}

type Import = { readonly module: string; readonly name: string | null };

export class Reach {
  /** `module name` of each name at a module's top level that is reached. */
  private readonly names = new Set<string>();
  private readonly members = new Set<string>();
  /** What waits for a member to be reached. */
  private readonly waiting = new Map<string, (() => void)[]>();
  private readonly modules: ReadonlyMap<string, PythonModule>;
  private readonly imports = new Map<string, ReadonlyMap<string, Import>>();

  constructor(modules: readonly PythonModule[], surface: Surface) {
    this.modules = new Map(modules.map((module) => [module.name, module]));
    for (const module of modules) this.imports.set(module.name, importsOf(module));
    for (const name of surface.members) this.member(name);
    for (const module of modules)
      for (const statement of module.body)
        if (definedName(statement) === null && ownerOf(module, statement) === null) this.visit(module.name, statement);
    const entry = modules.at(-1);
    for (const name of surface.names) if (entry) this.name(entry.name, name);
  }

  hasName(module: string, name: string): boolean {
    return this.names.has(`${module} ${name}`);
  }

  hasMember(name: string): boolean {
    return isSpecial(name) || this.members.has(name);
  }

  private name(module: string, name: string): void {
    const key = `${module} ${name}`;
    if (this.names.has(key)) return;
    this.names.add(key);
    const imported = this.imports.get(module)?.get(name);
    if (imported?.name) this.name(imported.module, imported.name);
    const defining = this.modules.get(module);
    for (const statement of defining?.body ?? [])
      if (definedName(statement) === name || (defining && ownerOf(defining, statement) === name))
        this.visit(module, statement);
  }

  member(name: string): void {
    if (this.members.has(name)) return;
    this.members.add(name);
    for (const work of this.waiting.get(name) ?? []) work();
    this.waiting.delete(name);
  }

  private whenMember(name: string, work: () => void): void {
    if (this.hasMember(name)) work();
    else this.waiting.set(name, [...(this.waiting.get(name) ?? []), work]);
  }

  /** All that a part of the tree asks for. Methods and stores wait until somebody asks for their member. */
  private visit(module: string, node: unknown): void {
    if (Array.isArray(node)) {
      for (const item of node) this.visit(module, item);
      return;
    }
    if (node === null || typeof node !== "object") return;
    const typed = node as Stmt | Expr;
    if (typed.kind === "class") return this.visitClass(module, typed);
    if (isStore(typed)) return this.visitStore(module, typed);
    if (typed.kind === "name") this.name(module, typed.id);
    if (typed.kind === "global" || typed.kind === "nonlocal") for (const name of typed.names) this.name(module, name);
    // A text may be handed to getattr.
    if (typed.kind === "str") this.member(typed.value);
    if (typed.kind === "attribute") {
      this.member(typed.name);
      const whole = typed.object.kind === "name" ? this.imports.get(module)?.get(typed.object.id) : undefined;
      if (whole && whole.name === null) this.name(whole.module, typed.name);
    }
    for (const [key, value] of Object.entries(node)) if (key !== "span") this.visit(module, value);
  }

  private visitClass(module: string, { bases, body }: Extract<Stmt, { kind: "class" }>): void {
    this.visit(module, bases);
    for (const statement of body) {
      const member = definedName(statement);
      if (member === null) this.visit(module, statement);
      else this.whenMember(member, () => this.visitMember(module, statement, body));
    }
  }

  /** `name = property(_get_name)` asks for another member of the class. */
  private visitMember(module: string, statement: Stmt, body: readonly Stmt[]): void {
    this.visit(module, statement);
    if (statement.kind === "def") return;
    for (const { name } of body.filter((other) => other.kind === "def"))
      if (mentions(statement, name)) this.member(name);
  }

  private visitStore(module: string, statement: Store): void {
    const { target, value } = statement;
    if (!isDroppable(value)) this.visit(module, value);
    this.whenMember(target.name, () => this.visit(module, [target.object, value]));
  }
}

export type Store = Extract<Stmt, { kind: "assign" | "augmented" }> & {
  readonly target: Extract<Expr, { kind: "attribute" }>;
};

/** A statement that only writes a member. */
export function isStore(node: Stmt | Expr): node is Store {
  return (
    (node.kind === "assign" || node.kind === "augmented") &&
    node.target.kind === "attribute" &&
    !node.target.acts &&
    isDroppable(node.target.object)
  );
}

/** Nothing is lost when nobody evaluates it. */
export function isDroppable(value: Expr): boolean {
  if (value.kind === "lambda") return true;
  for (const node of nodesOf(value)) if (node.kind === "index") return false;
  return !doingsOf(value).acts;
}

/** The one name that a statement at the top level of a module or class defines, doing nothing else. */
export function definedName(statement: Stmt): string | null {
  if (statement.kind === "class") return statement.bases.every(isDroppable) ? statement.name : null;
  if (statement.kind === "def") return statement.name;
  if (statement.kind === "import" || statement.kind === "from") return "";
  if (statement.kind !== "assign" || statement.target.kind !== "name") return null;
  return isDroppable(statement.value) ? statement.target.id : null;
}

/** The class of the module that a statement gives a static member. */
export function ownerOf(module: PythonModule, statement: Stmt): string | null {
  if (!isStore(statement) || !isDroppable(statement.value) || statement.target.object.kind !== "name") return null;
  const { id } = statement.target.object;
  return module.body.some((other) => other.kind === "class" && other.name === id) ? id : null;
}

/** Python's own names for what it calls by itself, and the keys of records. */
function isSpecial(name: string): boolean {
  return name.startsWith("__") || name === "_keys";
}

function importsOf(module: PythonModule): ReadonlyMap<string, Import> {
  const found = new Map<string, Import>();
  for (const statement of module.body) {
    if (statement.kind === "import")
      found.set(statement.as ?? statement.module, { module: statement.module, name: null });
    if (statement.kind === "from")
      for (const { name, as } of statement.names) found.set(as ?? name, { module: statement.module, name });
  }
  return found;
}
