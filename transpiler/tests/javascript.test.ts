// Whoever writes JavaScript by habit is told what to write instead: every name of JavaScript's own library, as TypeScript
// declares it, is declared by the subset or has words of ours.
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { missingGlobal, missingMember } from "../src/diagnostics/javascript.ts";

interface Library {
  /** Interface → names of its members. */
  readonly members: Map<string, Set<string>>;
  readonly globals: Set<string>;
}

function read(files: readonly string[]): Library {
  const library: Library = { members: new Map(), globals: new Set() };
  for (const file of files) {
    const { statements } = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest, true);
    for (const statement of statements) note(library, statement);
  }
  return library;
}

function note({ members, globals }: Library, node: ts.Statement): void {
  if (ts.isInterfaceDeclaration(node)) {
    const names = members.get(node.name.text) ?? new Set();
    members.set(node.name.text, names);
    for (const { name } of node.members) if (name && ts.isIdentifier(name)) names.add(name.text);
    for (const { expression } of node.heritageClauses?.flatMap((clause) => [...clause.types]) ?? [])
      for (const name of members.get(expression.getText()) ?? []) names.add(name);
  }
  if (ts.isModuleDeclaration(node) || ts.isFunctionDeclaration(node)) globals.add(node.name?.getText() ?? "");
  if (!ts.isVariableStatement(node)) return;
  for (const { name } of node.declarationList.declarations) globals.add(name.getText());
}

const lib = dirname(fileURLToPath(import.meta.resolve("typescript")));
const standard = readdirSync(lib).filter((name) => /^lib\.(es5|es20\d\d\..*)\.d\.ts$/.test(name));
const javascript = read(standard.map((name) => join(lib, name)));
const subset = read([fileURLToPath(new URL("../lib/lib.subset.d.ts", import.meta.url))]);

/** Found through the values that have them: nobody holds one in the subset. */
const UNREACHABLE = new Set(["CallableFunction", "NewableFunction", "TemplateStringsArray"]);

describe("what the subset lacks of JavaScript's library has words", () => {
  const shared = [...javascript.members].filter(([owner]) => subset.members.has(owner) && !UNREACHABLE.has(owner));

  it.each(shared)("%s", (owner, names) => {
    const own = subset.members.get(owner);
    expect([...names].filter((name) => !own?.has(name) && missingMember(owner, name) === null)).toEqual([]);
  });

  it("and the names that stand alone have none where it has them", () => {
    expect([...subset.globals].filter((name) => missingGlobal(name) !== null)).toEqual([]);
  });

  it("the names that stand alone", () => {
    const absent = [...javascript.globals].filter((name) => !subset.globals.has(name));
    expect(absent.filter((name) => missingGlobal(name) === null)).toEqual([]);
  });
});
