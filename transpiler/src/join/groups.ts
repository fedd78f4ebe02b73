// Which modules become one, and in which order the groups are loaded.
import type { PythonModule, Stmt } from "../python/ast.ts";
import { definedName } from "../tidy/definitions.ts";
import type { Joining } from "./index.ts";

/** Modules that become one. */
export interface Group {
  /** What the one is called: `resident`. */
  readonly name: string;
  /**
   * TypeScript files below the entry's root, folders with a `/` at their end; `*` for all that no group before has. What is
   * late is only in a group that names its file.
   */
  readonly files: readonly string[];
}

export interface Members {
  /** Dotted name of the joined module. */
  readonly name: string;
  /** Its modules, in their order. */
  readonly members: readonly PythonModule[];
}

/** The groups cannot be: the message says which modules stand in the way. */
export class JoinError extends Error {
  override readonly name = "JoinError";
}

/** Throws JoinError for groups that need each other, or whose order would change what the program does. */
export function inGroups(modules: readonly PythonModule[], joining: Joining): Members[] {
  const made = new Map<string, PythonModule[]>();
  const homes = new Homes(joining);
  for (const module of modules) {
    const home = homes.of(module);
    made.set(home, [...(made.get(home) ?? []), module]);
  }
  for (const [name, members] of made) refuseOtherLives(name, members, joining.late);
  const last = ({ members }: Members) => modules.indexOf(members.at(-1) as PythonModule);
  const order = inOrder([...made].map(([name, members]) => ({ name, members })).sort((a, b) => last(a) - last(b)));
  refuseOtherOrder(modules, order, joining.late);
  return order;
}

/**
 * The file of each module. What is late is loaded a file at a time, so that nothing else has to wait for long; by itself it
 * has a short name: the heap keeps each three times, and those of its folders.
 */
class Homes {
  private readonly taken: Set<string>;

  constructor(private readonly joining: Joining) {
    this.taken = new Set(joining.groups.map(({ name }) => name));
  }

  of({ name, source }: PythonModule): string {
    const { groups, late, packageName } = this.joining;
    const isLate = late.some((set) => set.includes(name));
    const isOne = (one: string) => (isLate ? one === source : isIn(source ?? "", one));
    const group = groups.find(({ files }) => files.some(isOne));
    if (group) return `${packageName}.${group.name}`;
    return isLate && groups.length > 0 ? `${packageName}.${this.short(name)}` : name;
  }

  private short(name: string): string {
    let short = name.slice(name.lastIndexOf(".") + 1);
    while (this.taken.has(short)) short += "_";
    this.taken.add(short);
    return short;
  }
}

/** What is late together with one thing and not with another cannot be one file with what is otherwise. */
function refuseOtherLives(group: string, members: readonly PythonModule[], late: Joining["late"]): void {
  const livesOf = ({ name }: PythonModule) => late.map((set) => set.includes(name)).join();
  const other = members.find((one) => livesOf(one) !== livesOf(members[0] as PythonModule));
  if (other) throw new JoinError(`${group} has ${members[0]?.name} and ${other.name}, which are not late together`);
}

function isIn(source: string, file: string): boolean {
  return file === "*" || file === source || (file.endsWith("/") && source.startsWith(file));
}

/** What is needed stands first; else they keep their order. */
function inOrder(groups: readonly Members[]): Members[] {
  const homes = new Map(groups.flatMap((group) => group.members.map(({ name }) => [name, group])));
  const order: Members[] = [];
  const open = new Set<Members>();
  const visit = (group: Members) => {
    if (order.includes(group)) return;
    open.add(group);
    for (const name of group.members.flatMap(importedBy)) {
      const other = homes.get(name);
      if (!other || other === group) continue;
      if (open.has(other)) throw new JoinError(`${group.name} needs ${name} of ${other.name}, which needs it in turn`);
      visit(other);
    }
    open.delete(group);
    order.push(group);
  };
  for (const group of groups) visit(group);
  return order;
}

function importedBy({ body }: PythonModule): string[] {
  return body.flatMap((one) => (one.kind === "import" || one.kind === "from" ? one.module : []));
}

/**
 * A module that does something when it is loaded must not be loaded before or after another such one than it was. What is late
 * has no time of its own.
 */
function refuseOtherOrder(modules: readonly PythonModule[], order: readonly Members[], late: Joining["late"]): void {
  const isActing = ({ name, body }: PythonModule) => body.some(acts) && !late.some((set) => set.includes(name));
  const acting = order.flatMap(({ members }) => members).filter(isActing);
  for (const [n, module] of acting.entries()) {
    const next = acting[n + 1];
    if (next && modules.indexOf(next) < modules.indexOf(module))
      throw new JoinError(`${next.name} would be evaluated after ${module.name}: they belong into one group`);
  }
}

function acts(statement: Stmt): boolean {
  return statement.kind !== "comment" && definedName(statement) === null;
}
