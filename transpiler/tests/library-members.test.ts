// Every member that lib.subset.d.ts declares is used by a program of tests/run, which runs both ways.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Project, ts } from "ts-morph";
import { expect, it } from "vitest";
import { findPrograms } from "./harness/programs.ts";

const library = fileURLToPath(new URL("../lib", import.meta.url));
const LIBRARY = join(library, "lib.subset.d.ts");

/** What TypeScript itself asks for: programs do not name it, or hold it in other forms. */
const OWN =
  /^(Symbol|Iterator|AsyncIterator|Iterable|AsyncIterable|Generator|AsyncGenerator|Template|Property|Callable|Newable|IArguments|RegExp|PromiseLike|Disposable|ErrorOptions)/;

/** `Array.push`: a readonly interface counts as the one that it is a part of. */
function keyOf(symbol: ts.Symbol): string | null {
  const declaration = symbol.declarations?.[0];
  if (declaration?.getSourceFile().fileName !== LIBRARY || symbol.name.startsWith("__")) return null;
  const { parent } = declaration;
  if (!parent || !ts.isInterfaceDeclaration(parent)) return ts.isFunctionDeclaration(declaration) ? symbol.name : null;
  return OWN.test(parent.name.text) ? null : `${parent.name.text.replace(/^Readonly/, "")}.${symbol.name}`;
}

function declared(checker: ts.TypeChecker, file: ts.SourceFile): Set<string> {
  const names = new Set<string>();
  ts.forEachChild(file, (node) => {
    const members = ts.isInterfaceDeclaration(node) ? node.members : ts.isFunctionDeclaration(node) ? [node] : [];
    for (const member of members) {
      const symbol = member.name && ts.isIdentifier(member.name) && checker.getSymbolAtLocation(member.name);
      const key = symbol && keyOf(symbol);
      if (key) names.add(key);
    }
  });
  return names;
}

function used(checker: ts.TypeChecker, file: ts.SourceFile, names: Set<string>): void {
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) {
      const key = keyOf(checker.getSymbolAtLocation(node) ?? ({ name: "", declarations: [] } as never));
      if (key) names.add(key);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
}

it("is used by programs that run both ways", () => {
  const project = new Project({
    skipAddingFilesFromTsConfig: true,
    skipLoadingLibFiles: true,
    compilerOptions: { noLib: true, strict: true, target: ts.ScriptTarget.ES2022, types: [] },
  });
  for (const name of ["brands.d.ts", "lib.subset.d.ts"]) project.addSourceFileAtPath(join(library, name));
  const programs = findPrograms(fileURLToPath(new URL("./run", import.meta.url)));
  const files = programs.filter(({ refuse }) => refuse === null).map(({ entry }) => entry);
  // Modules, so that their names stay apart.
  for (const file of files)
    project.createSourceFile(file, `${readFileSync(file, "utf8")}\nexport {};`, { overwrite: true });
  const program = project.getProgram().compilerObject;
  const checker = program.getTypeChecker();
  const seen = new Set<string>();
  for (const file of files) used(checker, program.getSourceFile(file) as ts.SourceFile, seen);
  const unused = [...declared(checker, program.getSourceFile(LIBRARY) as ts.SourceFile)].filter(
    (key) => !seen.has(key),
  );
  expect(unused).toEqual([]);
}, 120_000);
