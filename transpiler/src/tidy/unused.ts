// Takes out what nothing reaches: functions, classes, their methods and fields, constants, imports, across all modules.
import type { PythonModule, Stmt } from "../python/ast.ts";
import { definedName, isDroppable, isStore, ownerOf, Reach, type Store, type Surface } from "./reach.ts";
import { mapBlocks } from "./walk.ts";

export function withoutUnused(modules: readonly PythonModule[], surface: Surface): readonly PythonModule[] {
  const reach = new Reach(modules, surface);
  return modules.map((module) => ({
    ...module,
    body: module.body.flatMap((statement) => atTopLevel(reach, module, statement)),
  }));
}

function atTopLevel(reach: Reach, module: PythonModule, statement: Stmt): readonly Stmt[] {
  if (statement.kind === "from") {
    const names = statement.names.filter(({ name, as }) => reach.hasName(module.name, as ?? name));
    return names.length > 0 ? [{ ...statement, names }] : [];
  }
  const name =
    statement.kind === "import"
      ? (statement.as ?? statement.module)
      : (definedName(statement) ?? ownerOf(module, statement));
  return name === null || reach.hasName(module.name, name) ? within(reach, statement) : [];
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
