// What of a program can be reached: from what its modules do when they are imported and from what is called from outside,
// through names, imports and members. Members are told apart by their names alone, as Python itself does.
import type { Expr, PythonModule, Stmt } from "../python/ast.ts";
import { type Definitions, definedName, isDroppable, isStore, type Store } from "./definitions.ts";
import { mentions } from "./walk.ts";

/** What must stay although nothing in the program asks for it. */
export interface Surface {
  /** Names of the entry that Python code on the device may use. */
  readonly names: ReadonlySet<string>;
  /** Members that such code, or MicroPython itself, may use. */
  readonly members: ReadonlySet<string>;
}

/** The helper that gives a late module. */
const LATE = "ts_late";

type Import = { readonly module: string; readonly name: string | null };

export class Reach {
  /** `module name` of each name at a module's top level that is reached. */
  private readonly names = new Set<string>();
  private readonly members = new Set<string>();
  /** What waits for a member to be reached. */
  private readonly waiting = new Map<string, (() => void)[]>();
  /** What is reached and not looked at yet: chains of calls are longer than any stack. */
  private readonly pending: (() => void)[] = [];
  private readonly imports = new Map<string, ReadonlyMap<string, Import>>();

  constructor(
    modules: readonly PythonModule[],
    private readonly definitions: ReadonlyMap<string, Definitions>,
    surface: Surface,
  ) {
    for (const module of modules) this.imports.set(module.name, importsOf(module));
    for (const name of surface.members) this.member(name);
    for (const { name, body } of modules)
      for (const statement of body) if (definitions.get(name)?.nameOf(statement) === null) this.visit(name, statement);
    const entry = modules.at(-1);
    for (const name of surface.names) if (entry) this.name(entry.name, name);
    for (let work = this.pending.pop(); work; work = this.pending.pop()) work();
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
    for (const statement of this.definitions.get(module)?.of(name) ?? [])
      this.pending.push(() => this.visit(module, statement));
  }

  member(name: string): void {
    if (this.members.has(name)) return;
    this.members.add(name);
    for (const work of this.waiting.get(name) ?? []) this.pending.push(work);
    this.waiting.delete(name);
  }

  private whenMember(name: string, work: () => void): void {
    const waiting = this.waiting.get(name);
    if (this.hasMember(name)) this.pending.push(work);
    else if (waiting) waiting.push(work);
    else this.waiting.set(name, [work]);
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
      const late = lateModule(typed.object);
      if (late !== null) this.name(late, typed.name);
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

/** The module that `ts_late("…")` gives. */
function lateModule(node: Expr): string | null {
  if (node.kind !== "call" || node.callee.kind !== "name" || node.callee.id !== LATE) return null;
  const [name] = node.args;
  return name?.kind === "str" ? name.value : null;
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
