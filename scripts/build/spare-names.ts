// What setup mode does without: the names of all that only the gateway itself needs. Both modes load the same file of what is
// resident (firmware-ts/lifetimes.json); in setup mode runtime-py/starting.py takes these out of it again, and what nobody names any
// more leaves the heap.
import { existsSync, readFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import ts from "typescript";
import { type CompileResult, namesOnDevice } from "../../transpiler/src/index.ts";
import { PACKAGE, type Project } from "./project.ts";

/** Where the board has them, a line each. */
export const SPARE_NAMES = "gateway/spare-names.txt";
/** Files of the program that are built at the start of a gateway alone; what they need and nobody else does is spare with them. */
const GATEWAY_ALONE = "gateway-alone.json";
const RESIDENT = `${PACKAGE}.resident`;

/** "" for a program that has no such file. */
export function spareNames({ firmware }: Project, { modules }: Pick<CompileResult, "modules">): string {
  const table = join(firmware, GATEWAY_ALONE);
  const resident = modules.find(({ name }) => name === RESIDENT);
  if (!existsSync(table) || resident?.map == null) return "";
  const alone = new Set(JSON.parse(readFileSync(table, "utf8")) as string[]);
  const needed = neededBy(join(firmware, "main.ts"), (file) => alone.has(below(firmware, file)));
  const { map, parts = [] } = resident;
  const names = parts.flatMap(({ source }) => {
    if (source === null || needed.has(source)) return [];
    const onDevice = namesOnDevice(map, below(firmware, source));
    // What has no name of its own there was folded or taken in by its caller.
    return topNamesOf(source).flatMap((name) => onDevice.get(name) ?? []);
  });
  return [...new Set(names)]
    .sort()
    .map((name) => `${name}\n`)
    .join("");
}

/** All files that are needed by way of imports of values, without those that `isSpare` says and what only they need. */
function neededBy(entry: string, isSpare: (file: string) => boolean): ReadonlySet<string> {
  const found = new Set<string>();
  const open = [entry];
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    if (found.has(file) || isSpare(file)) continue;
    found.add(file);
    open.push(...importsOf(file));
  }
  return found;
}

/** What is imported as a value, of the program's own files. */
function importsOf(file: string): string[] {
  return parsed(file).statements.flatMap((statement) => {
    if (!ts.isImportDeclaration(statement) || !ts.isStringLiteral(statement.moduleSpecifier)) return [];
    const { text } = statement.moduleSpecifier;
    return text.startsWith(".") && isOfValues(statement.importClause) ? [join(dirname(file), text)] : [];
  });
}

function isOfValues(clause: ts.ImportClause | undefined): boolean {
  if (clause === undefined) return true;
  if (clause.isTypeOnly) return false;
  const { namedBindings } = clause;
  return !namedBindings || !ts.isNamedImports(namedBindings) || namedBindings.elements.some((each) => !each.isTypeOnly);
}

function topNamesOf(file: string): string[] {
  return parsed(file).statements.flatMap((statement) => {
    if (ts.isVariableStatement(statement))
      return statement.declarationList.declarations.flatMap(({ name }) => (ts.isIdentifier(name) ? [name.text] : []));
    const isNamed = ts.isClassDeclaration(statement) || ts.isFunctionDeclaration(statement);
    return isNamed && statement.name ? [statement.name.text] : [];
  });
}

function parsed(file: string): ts.SourceFile {
  return ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.ES2022);
}

function below(folder: string, file: string): string {
  return relative(folder, file).split(sep).join("/");
}
