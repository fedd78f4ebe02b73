// Joins modules that live and die together into one Python module: on a device each module costs some hundred bytes of the
// heap by itself, and each name that it imports an entry in its table. What the modules do when they are loaded, they still
// do in the same order.
import type { Expr, PythonModule, Stmt } from "../python/ast.ts";
import { namesByMeaning } from "./apart.ts";
import { type Group, inGroups } from "./groups.ts";
import { constantOf, keyOf, type Meaning, meaningsIn } from "./meanings.ts";
import { withNames } from "./rename.ts";

export { type Group, JoinError } from "./groups.ts";

/** A stretch of a file's statements that comes from one module. */
export interface Part {
  readonly module: PythonModule;
  /** The statements with the names that they had there. */
  readonly before: readonly Stmt[];
}

/** What becomes one Python file: one module, or several that were joined. */
export interface ModuleFile extends PythonModule {
  readonly parts: readonly Part[];
}

export interface Joining {
  readonly groups: readonly Group[];
  /** The names of the late sets' modules. */
  readonly late: readonly (readonly string[])[];
  readonly packageName: string;
  /**
   * By the names of late files, that of the helpers among them: what an import says instead. MicroPython keeps each name of a
   * module for ever, that of its package, its own and that of its file: so the package's folder is on the path for imports.
   */
  readonly importNames: (late: readonly string[]) => ReadonlyMap<string, string>;
}

export interface Joined {
  /** In order of dependency. */
  readonly files: readonly ModuleFile[];
  /** By the names of the modules: the file that each is in. */
  readonly homes: ReadonlyMap<string, string>;
  readonly importNames: ReadonlyMap<string, string>;
}

/**
 * One file for each group that has any module, and one for each module that has no group.
 * @param modules in order of dependency
 */
export function joined(modules: readonly PythonModule[], joining: Joining): Joined {
  const made = inGroups(modules, joining);
  const homes = new Map(made.flatMap(({ name, members }) => members.map((module) => [module.name, name])));
  if (joining.groups.length === 0) {
    const files = modules.map((one) => ({ ...one, parts: [{ module: one, before: one.body }] }));
    return { files, homes, importNames: new Map() };
  }
  const importNames = joining.importNames([...new Set(joining.late.flat().map((name) => homes.get(name) ?? name))]);
  const names = new Map(made.map(({ name, members }) => [name, namesByMeaning(members)]));
  const files = made.map(({ name, members }) => {
    const joiner = new Joiner(name, homes, names, importNames);
    const parts = members.map((module) => ({ module, ...joiner.partOf(module) }));
    return { name, source: null, body: parts.flatMap(({ body }) => body), parts };
  });
  return { files, homes, importNames };
}

class Joiner {
  /** What the joined module has already: constants, and what it imports. */
  private readonly present = new Set<string>();

  constructor(
    private readonly group: string,
    /** By the names of the program's modules: the joined module that each is in. */
    private readonly homes: ReadonlyMap<string, string>,
    private readonly names: ReadonlyMap<string, ReadonlyMap<string, string>>,
    private readonly importNames: ReadonlyMap<string, string>,
  ) {}

  partOf(module: PythonModule): { readonly before: readonly Stmt[]; readonly body: readonly Stmt[] } {
    const top = meaningsIn(module);
    const names = new Map([...top].map(([name, meaning]) => [name, this.nameOf(meaning) ?? name]));
    const before = module.body.flatMap((one) => this.once(one, top));
    const member = (as: string, name: string) => this.memberOf(top.get(as), names.get(as) ?? as, name);
    const late = (name: string) => this.saidOf(name);
    return { before, body: withNames(before, { names, member, late }) };
  }

  /** What an import says for a module. */
  private saidOf(module: string): string {
    const home = this.homes.get(module) ?? module;
    return this.importNames.get(home) ?? home;
  }

  private nameOf({ key }: Meaning): string | undefined {
    return this.names.get(this.group)?.get(key);
  }

  /** What a name of one of the program's modules is called there now. */
  private nameIn(module: string, name: string): string {
    return this.names.get(this.homes.get(module) ?? "")?.get(keyOf(module, name)) ?? name;
  }

  private memberOf(meaning: Meaning | undefined, as: string, name: string): Expr | null {
    const { module, name: part } = meaning?.from ?? { module: "", name: "" };
    const home = this.homes.get(module);
    if (home === undefined || part !== null) return null;
    const id = this.nameIn(module, name);
    return home === this.group
      ? { kind: "name", id }
      : { kind: "attribute", object: { kind: "name", id: as }, name: id };
  }

  /** What is left of a statement when nothing is done twice. */
  private once(statement: Stmt, top: ReadonlyMap<string, Meaning>): Stmt[] {
    const constant = constantOf(statement);
    if (constant) return this.isNew(constant.key) ? [statement] : [];
    if (statement.kind === "import") return this.imported(statement, top);
    if (statement.kind !== "from") return [statement];
    const home = this.homes.get(statement.module);
    if (home === this.group) return [];
    const names = statement.names.flatMap(({ name, as = name }) => {
      const meaning = top.get(as) as Meaning;
      if (!this.isNew(meaning.key)) return [];
      const there = home === undefined ? name : this.nameIn(statement.module, name);
      const here = this.nameOf(meaning) ?? as;
      return [there === here ? { name: there } : { name: there, as: here }];
    });
    return names.length > 0 ? [{ ...statement, module: this.saidOf(statement.module), names }] : [];
  }

  private imported(statement: Extract<Stmt, { kind: "import" }>, top: ReadonlyMap<string, Meaning>): Stmt[] {
    const { module, as } = statement;
    const home = this.homes.get(module);
    if (home === this.group) return [];
    const meaning = top.get(as ?? (module.split(".")[0] as string)) as Meaning;
    if (!this.isNew(meaning.key)) return [];
    if (as === undefined) return [statement];
    return [{ ...statement, module: this.saidOf(module), as: this.nameOf(meaning) ?? as }];
  }

  private isNew(key: string): boolean {
    const isNew = !this.present.has(key);
    this.present.add(key);
    return isNew;
  }
}
