// The sizes that keep files and functions readable, measured over all sources.
import { join } from "node:path";
import ts from "typescript";
import { describe, expect, test } from "vitest";
import { repository } from "../build/project.ts";
import { sourceFiles } from "./source-files.ts";

/** 95 of 100 stay within `usual`; none goes over `most` but the exceptions below. */
const FILE_LINES = { usual: 300, most: 450 };
const FUNCTION_LINES = { usual: 66, most: 120 };
const WITHIN_USUAL = 0.95;

/** Path, or path and function, that may be longer, each with the reason. One that is no longer needed fails. */
const EXCEPTIONS: Readonly<Record<string, string>> = {};

interface Measured {
  readonly name: string;
  readonly lines: number;
}

// Declarations and tests are lists; their length says nothing of their difficulty.
const sources = sourceFiles()
  .filter((path) => !path.endsWith(".d.ts") && !path.endsWith(".test.ts"))
  .map((path) =>
    ts.createSourceFile(path, ts.sys.readFile(join(repository, path)) ?? "", ts.ScriptTarget.ES2022, true),
  );

const files = sources.map((source) => ({ name: source.fileName, lines: source.getLineStarts().length }));
const functions = sources.flatMap(functionsOf);

describe.each([
  ["files", files, FILE_LINES],
  ["functions", functions, FUNCTION_LINES],
] as const)("%s", (_kind, measured, { usual, most }) => {
  test("are mostly short", () => {
    const long = measured.filter(({ lines }) => lines > usual);
    const names = long.map(({ name, lines }) => `${name}: ${lines}`);
    expect(long.length, names.join("\n")).toBeLessThanOrEqual(measured.length * (1 - WITHIN_USUAL));
  });

  test("are never very long without a reason", () => {
    const tooLong = measured.filter(({ name, lines }) => lines > most && !(name in EXCEPTIONS));
    expect(tooLong).toEqual([]);
  });
});

test("every exception is still needed", () => {
  const long = [
    ...files.filter(({ lines }) => lines > FILE_LINES.most),
    ...functions.filter(({ lines }) => lines > FUNCTION_LINES.most),
  ];
  const needed = new Set(long.map(({ name }) => name));
  expect(Object.keys(EXCEPTIONS).filter((name) => !needed.has(name))).toEqual([]);
});

test("files have names in kebab-case", () => {
  const fileName = (path: string) => path.slice(path.lastIndexOf("/") + 1);
  expect(sourceFiles().filter((path) => !/^[a-z0-9]+([-.][a-z0-9]+)*\.ts$/.test(fileName(path)))).toEqual([]);
});

test("a file opens with what it is for", () => {
  // A file of one short declaration explains itself.
  const silent = sources.filter(
    (source) => source.getLineStarts().length > 25 && !/^(#!.*\n)?(\/\/|\/\*)/.test(source.text),
  );
  expect(silent.map(({ fileName }) => fileName)).toEqual([]);
});

/** Every function with a body; the lines of functions inside it count for those alone. */
function functionsOf(source: ts.SourceFile): Measured[] {
  const found: Measured[] = [];
  const lineOf = (position: number) => source.getLineAndCharacterOfPosition(position).line;
  const visit = (node: ts.Node): number => {
    let nested = 0;
    ts.forEachChild(node, (child) => {
      nested += visit(child);
    });
    if (!ts.isFunctionLike(node) || !("body" in node) || !node.body) return nested;
    const linesBelowFirst = lineOf(node.getEnd()) - lineOf(node.getStart());
    found.push({ name: `${source.fileName} ${nameOf(node)}`, lines: linesBelowFirst + 1 - nested });
    return linesBelowFirst;
  };
  visit(source);
  return found;
}

function nameOf(node: ts.Node): string {
  const named = ts.isArrowFunction(node) || ts.isFunctionExpression(node) ? node.parent : node;
  const name = (named as { name?: ts.Node }).name;
  return name?.getText() ?? "(anonymous)";
}
