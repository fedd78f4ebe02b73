// The helpers as a part of the joined module that is loaded first: a module of their own would cost a board its object, a table
// of its names, and in each other one a place for each helper that it uses.
import type { PythonModule, Stmt } from "../python/ast.ts";
import type { Group, ModuleFile } from "./index.ts";

/**
 * The file that the helpers can stand at the beginning of: the first one that is loaded, if it was joined and calls each
 * helper by its name; null for none.
 * @param late names of files that are late
 */
export function hostOfHelpers(
  files: readonly ModuleFile[],
  late: readonly string[],
  groups: readonly Group[],
  packageName: string,
): string | null {
  const first = files.find(({ name }) => !late.includes(name));
  if (!first || !groups.some(({ name }) => `${packageName}.${name}` === first.name)) return null;
  const own = first.body.flatMap((one) => (isOfHelpers(one, packageName) ? one.names : []));
  return own.every(({ as }) => as === undefined) ? first.name : null;
}

/** The file with the helpers there. */
export function withHelpersIn(host: string, file: ModuleFile, packageName: string): ModuleFile {
  const isHost = file.name === host;
  const body: Stmt[] = [];
  let at = 0;
  const parts = file.parts.map(({ module, before }) => {
    const kept = before.filter((_, i) => {
      const statement = file.body[at + i] as Stmt;
      const isImport = isOfHelpers(statement, packageName);
      if (!isImport) body.push(statement);
      else if (!isHost) body.push({ ...statement, module: host });
      return !isImport || !isHost;
    });
    at += before.length;
    return { module, before: kept };
  });
  return { ...file, body, parts };
}

function isOfHelpers(
  statement: PythonModule["body"][number],
  packageName: string,
): statement is Extract<Stmt, { kind: "from" }> {
  return statement.kind === "from" && statement.module === `${packageName}._ts`;
}
