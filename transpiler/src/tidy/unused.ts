// Takes out what nothing reaches: functions, classes, their methods and fields, constants, imports, across all modules.
import type { PythonModule, Stmt } from "../python/ast.ts";
import { Definitions, definedName, isDroppable, isStore, type Store } from "./definitions.ts";
import { Reach, type Surface } from "./reach.ts";
import { mapBlocks } from "./walk.ts";

export function withoutUnused(modules: readonly PythonModule[], surface: Surface): readonly PythonModule[] {
  const definitions = new Map(modules.map((module) => [module.name, new Definitions(module)]));
  const reach = new Reach(modules, definitions, surface);
  return modules.map(({ name: module, ...rest }) => {
    const nameOf = (statement: Stmt) => definitions.get(module)?.nameOf(statement) ?? null;
    const body = rest.body.flatMap((statement) => atTopLevel(reach, module, statement, nameOf(statement)));
    return { ...rest, name: module, body };
  });
}

/** @param defined the name that the statement is for */
function atTopLevel(reach: Reach, module: string, statement: Stmt, defined: string | null): readonly Stmt[] {
  if (statement.kind === "from") {
    const names = statement.names.filter(({ name, as }) => reach.hasName(module, as ?? name));
    return names.length > 0 ? [{ ...statement, names }] : [];
  }
  const name = statement.kind === "import" ? (statement.as ?? statement.module) : defined;
  return name === null || reach.hasName(module, name) ? within(reach, statement) : [];
}

function within(reach: Reach, statement: Stmt): readonly Stmt[] {
  if (isStore(statement)) return reach.hasMember(statement.target.name) ? [statement] : leftOf(statement);
  const body = (list: readonly Stmt[]) => list.flatMap((inner) => within(reach, inner));
  if (statement.kind !== "class") return [mapBlocks(statement, body)];
  const members = statement.body.filter((inner) => {
    const member = definedName(inner);
    return member === null || reach.hasMember(member);
  });
  return [{ ...statement, body: body(members) }];
}

/** What the value of a store to a member that nobody reads does. */
function leftOf({ value, span }: Store): readonly Stmt[] {
  const parts = value.kind === "list" || value.kind === "tuple" ? value.items : [value];
  return parts.filter((part) => !isDroppable(part)).map((part) => ({ kind: "expression", value: part, span }));
}
