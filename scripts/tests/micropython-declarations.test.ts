// Every member that transpiler/lib/micropython declares exists in MicroPython on each board: a program that the compiler
// accepts must not meet an AttributeError there.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { beforeAll, describe, expect, test } from "vitest";
import { BOARDS } from "../../firmware-ts/boards/index.ts";
import { repository } from "../build/project.ts";
import { exists as existsIn, stubNames } from "./stub-names.ts";

const folder = join(repository, "transpiler", "lib", "micropython");

describe.each(BOARDS)("a declared module has on a $title what it declares", ({ download }) => {
  let stubs: Awaited<ReturnType<typeof stubNames>>;
  const exists = (path: readonly string[]) => existsIn(stubs, path);
  beforeAll(async () => {
    stubs = await stubNames(download);
  }, 120_000);

  test.each(readdirSync(folder).filter((name) => name.endsWith(".d.ts")))("%s", (name) => {
    const declared = declarationsOf(join(folder, name));
    expect(declared.length).toBeGreaterThan(0);
    expect(declared.filter((path) => !exists(path)).map((path) => path.join("."))).toEqual([]);
  });

  test("with the keywords of its constructors", () => {
    expect(declarationsOf(join(folder, "machine.d.ts"))).toContainEqual(["machine", "WDT", "__init__(timeout)"]);
  });

  test("and one that does not exist is noticed", () => {
    expect(exists(["machine", "Pin", "value"])).toBe(true);
    expect(exists(["machine", "Pin", "toggleTwice"])).toBe(false);
    expect(exists(["machine", "WDT", "__init__(timeout)"])).toBe(true);
    expect(exists(["machine", "WDT", "__init__(seconds)"])).toBe(false);
    expect(exists(["machine", "Pump"])).toBe(false);
    expect(exists(["machines", "Pin"])).toBe(false);
  });
});

/** What a file declares, as paths: module and name, and for a class every member. */
function declarationsOf(path: string): string[][] {
  const source = ts.createSourceFile(path, ts.sys.readFile(path) ?? "", ts.ScriptTarget.ES2022, true);
  const modules = source.statements.filter(ts.isModuleDeclaration);
  return modules.flatMap((module) => {
    const statements = module.body && ts.isModuleBlock(module.body) ? module.body.statements : [];
    return statements.flatMap((statement) => namesOf(statement).map((names) => [module.name.text, ...names]));
  });
}

function namesOf(statement: ts.Statement): string[][] {
  if (ts.isFunctionDeclaration(statement)) return [[statement.name?.text ?? ""]];
  if (ts.isVariableStatement(statement))
    return statement.declarationList.declarations.map((one) => [one.name.getText()]);
  // An interface or a type has no counterpart of its own, but for the keywords of a constructor.
  if (!ts.isClassDeclaration(statement)) return [];
  const name = statement.name?.text ?? "";
  return [[name], ...statement.members.flatMap(membersOf).map((member) => [name, member])];
}

function membersOf(member: ts.ClassElement): string[] {
  return ts.isConstructorDeclaration(member) ? keywordsOf(member) : member.name ? [member.name.getText()] : [];
}

/** The keys of the last parameter's interface, where `@kwargs` says that they are passed as keywords. */
function keywordsOf(declaration: ts.ConstructorDeclaration): string[] {
  if (!ts.getJSDocTags(declaration).some((tag) => tag.tagName.text === "kwargs")) return [];
  const type = declaration.parameters.at(-1)?.type?.getText();
  const interfaces = declaration.parent.parent.getChildren().flatMap((child) => child.getChildren());
  const options = interfaces.filter(ts.isInterfaceDeclaration).find((one) => one.name.text === type);
  return (options?.members ?? []).map((key) => `__init__(${key.name?.getText()})`);
}
