// What the names at the top level of a module stand for, beyond that module: two of one meaning can be one name.
import { boundIn } from "../names/survey.ts";
import type { Expr, PythonModule, Stmt } from "../python/ast.ts";
import { printModule } from "../python/printer.ts";

/** Two modules' names with the same key stand for the same thing. */
export interface Meaning {
  readonly key: string;
  /** What it is imported from, and as which name there; null for the module itself. */
  readonly from: { readonly module: string; readonly name: string | null } | null;
  /** `const(…)`: MicroPython puts the value wherever the name stands, be it a local one. */
  readonly isConstant: boolean;
}

/** By the name in the module. */
export function meaningsIn({ name: module, body }: PythonModule): ReadonlyMap<string, Meaning> {
  const found = new Map<string, Meaning>();
  for (const name of boundIn(body)) found.set(name, { key: keyOf(module, name), from: null, isConstant: false });
  for (const statement of body) {
    const constant = constantOf(statement);
    if (constant) found.set(constant.name, { key: constant.key, from: null, isConstant: true });
    for (const [name, from] of importedIn(statement))
      found.set(name, { key: keyOf(from.module, from.name ?? "*"), from, isConstant: false });
  }
  return found;
}

export function keyOf(module: string, name: string): string {
  return `${module} ${name}`;
}

/** A constant of the same name and value is the same one. */
export function constantOf(statement: Stmt): { readonly name: string; readonly key: string } | null {
  if (statement.kind !== "assign" || statement.target.kind !== "name" || !isConst(statement.value)) return null;
  const { span: _, ...plain } = statement;
  return { name: statement.target.id, key: printModule({ name: "", source: null, body: [plain] }).python };
}

function isConst(value: Expr): boolean {
  return value.kind === "call" && value.callee.kind === "name" && value.callee.id === "const";
}

function importedIn(statement: Stmt): readonly (readonly [string, { module: string; name: string | null }])[] {
  if (statement.kind === "import") {
    const { module, as } = statement;
    return [[as ?? (module.split(".")[0] as string), { module, name: null }]];
  }
  if (statement.kind !== "from") return [];
  return statement.names.map(({ name, as }) => [as ?? name, { module: statement.module, name }]);
}
