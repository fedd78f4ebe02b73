// Python properties: getters and setters that are read and written as attributes are.
import type { Stmt as PyStmt } from "../../python/ast.ts";
import { accessorName, attributeName } from "../attributes.ts";
import { NONE, py } from "../py.ts";

interface Accessor {
  readonly name: string;
  readonly accessor: "get" | "set" | null;
}

/** `name = property(_get_name, _set_name)` for each name that has either. */
export function propertiesOf(members: readonly Accessor[]): PyStmt[] {
  const has = (name: string, kind: "get" | "set") => members.some((one) => one.name === name && one.accessor === kind);
  const names = new Set(members.filter(({ accessor }) => accessor !== null).map(({ name }) => name));
  return [...names].map((name) => {
    const get = has(name, "get") ? py.name(accessorName("get", name)) : NONE;
    const parts = has(name, "set") ? [get, py.name(accessorName("set", name))] : [get];
    return py.assign(py.name(attributeName(name)), py.call("property", ...parts));
  });
}
