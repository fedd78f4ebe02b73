// Which modules become one, and in which order the groups are loaded.
import { InternalError } from "../diagnostics/internal-error.ts";
import type { PythonModule, Stmt } from "../python/ast.ts";
import { definedName } from "../tidy/definitions.ts";

/** Modules that become one. */
export interface Group {
  /** What the one is called: `resident`. */
  readonly name: string;
  /** Of the modules, without the package: `domain.inbox.inbox`; `start.*` for all below. null: all that no group before has. */
  readonly modules: readonly string[] | null;
}

export interface Members {
  /** Dotted name of the joined module. */
  readonly name: string;
  /** Indices of its modules, in their order. */
  readonly members: readonly number[];
}

/** Throws InternalError for groups that need each other, or whose order would change what the program does. */
export function inGroups(modules: readonly PythonModule[], groups: readonly Group[], packageName: string): Members[] {
  const home = modules.map(({ name }) => groups.find((group) => isIn(name.slice(packageName.length + 1), group)));
  const members = groups.flatMap((group) => {
    const own = modules.flatMap((_, i) => (home[i] === group ? [i] : []));
    return own.length > 0 ? [{ name: `${packageName}.${group.name}`, members: own }] : [];
  });
  const alone = modules.flatMap(({ name }, i) => (home[i] ? [] : [{ name, members: [i] }]));
  const order = inOrder(modules, [...members, ...alone]);
  refuseOtherOrder(modules, order);
  return order;
}

function isIn(module: string, { modules }: Group): boolean {
  if (modules === null) return true;
  return modules.some((one) => one === module || (one.endsWith(".*") && module.startsWith(one.slice(0, -1))));
}

/** What is needed stands first; else the group whose last module comes first. */
function inOrder(modules: readonly PythonModule[], groups: readonly Members[]): Members[] {
  const indexOf = new Map(modules.map(({ name }, i) => [name, i]));
  const groupAt = new Map(groups.flatMap((group) => group.members.map((i) => [i, group])));
  const order: Members[] = [];
  const open = new Set<Members>();
  const visit = (group: Members) => {
    if (order.includes(group)) return;
    if (open.has(group)) throw new InternalError(`${group.name} and another joined module need each other`);
    open.add(group);
    for (const i of group.members)
      for (const name of importedBy(modules[i] as PythonModule)) {
        const other = groupAt.get(indexOf.get(name) ?? -1);
        if (other && other !== group) visit(other);
      }
    open.delete(group);
    order.push(group);
  };
  const last = ({ members }: Members) => members.at(-1) ?? 0;
  for (const group of [...groups].sort((a, b) => last(a) - last(b))) visit(group);
  return order;
}

function importedBy({ body }: PythonModule): string[] {
  return body.flatMap((one) => (one.kind === "import" || one.kind === "from" ? one.module : []));
}

/** A module that does something when it is loaded must not be loaded before or after another such one than it was. */
function refuseOtherOrder(modules: readonly PythonModule[], order: readonly Members[]): void {
  const acting = order.flatMap(({ members }) => members).filter((i) => (modules[i] as PythonModule).body.some(acts));
  for (const [n, i] of acting.entries()) {
    const next = acting[n + 1];
    if (next !== undefined && next < i)
      throw new InternalError(`${modules[next]?.name} would be evaluated after ${modules[i]?.name}: join them, too`);
  }
}

function acts(statement: Stmt): boolean {
  return statement.kind !== "comment" && definedName(statement) === null;
}
