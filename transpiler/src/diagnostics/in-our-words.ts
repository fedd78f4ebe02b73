// TypeScript's errors on what JavaScript has and the subset lacks, in words that fit: it would advise to change an option
// that nobody can change.
import { builtinModules } from "node:module";
import { ts } from "ts-morph";
import { type Finding, findings } from "./catalogue.ts";
import { missingGlobal, missingMember } from "./javascript.ts";
import { nodeAt } from "./node-at.ts";

type Translation = (node: ts.Node, checker: ts.TypeChecker) => Finding | null;

const TRANSLATIONS: ReadonlyMap<number, Translation> = new Map([
  // Property '…' does not exist on type '…', with and without advice.
  ...each([2339, 2550, 2551], memberFinding),
  // Cannot find name '…'; '…' only refers to a type.
  ...each([2304, 2503, 2552, 2580, 2581, 2582, 2583, 2584, 2591, 2592, 2593, 2693, 2867, 2868], nameFinding),
  ...each([2349], (node, checker) => useFinding(node, checker, "()")),
  ...each([2351], (node, checker) => useFinding(node, checker, "new")),
  // Cannot find module '…'; could not find a declaration file for it; it is not a module.
  ...each([2307, 2792, 7016, 2732, 2306, 6142, 5097], moduleFinding),
  ...each([2345, 2769], consoleFinding),
  // Conversion of type '…' to type '…' may be a mistake.
  ...each([2352], jsonFinding),
]);

function each(codes: readonly number[], translation: Translation): [number, Translation][] {
  return codes.map((code) => [code, translation]);
}

/** Null for what TypeScript says well enough. */
export function inOurWords({ code, file, start, length = 0 }: ts.Diagnostic, checker: ts.TypeChecker): Finding | null {
  const translation = TRANSLATIONS.get(code);
  if (translation === undefined || file === undefined || start === undefined) return null;
  return translation(nodeAt(file, { start, end: start + length }), checker);
}

function memberFinding(node: ts.Node, checker: ts.TypeChecker): Finding | null {
  const { parent } = node;
  if (!ts.isPropertyAccessExpression(parent) || parent.name !== node) return null;
  return missing(owners(checker, parent.expression), parent.name.text);
}

function nameFinding(node: ts.Node): Finding | null {
  const found = missingGlobal(node.getText());
  if (found) return findings.missing(found.what, found.instead);
  return isSpecifier(node) ? moduleFinding(node) : null;
}

/** `Number(text)`, `new Array(5)`: the thing is there, and this use of it is not. */
function useFinding(node: ts.Node, checker: ts.TypeChecker, use: "()" | "new"): Finding | null {
  return missing(ts.isExpression(node) ? owners(checker, node) : [], use);
}

function missing(names: readonly string[], member: string): Finding | null {
  for (const name of names) {
    const found = missingMember(name, member);
    if (found) return findings.missing(found.what, found.instead);
  }
  return null;
}

/** The library's names for what an expression may be. */
function owners(checker: ts.TypeChecker, node: ts.Expression): string[] {
  const type = checker.getTypeAtLocation(node);
  return (type.isUnion() ? type.types : [type]).map((option) => {
    const apparent = checker.getApparentType(option);
    const symbol = apparent.getSymbol();
    const file = symbol?.declarations?.[0]?.getSourceFile();
    if (symbol && file?.fileName.endsWith("/lib.subset.d.ts")) return symbol.name;
    return apparent.getCallSignatures().length > 0 ? "Function" : "Object";
  });
}

function consoleFinding(node: ts.Node, checker: ts.TypeChecker): Finding | null {
  const call = node.parent;
  if (!ts.isCallExpression(call) || call.expression.getText() !== "console.log" || !ts.isExpression(node)) return null;
  return findings.consoleValue(checker.typeToString(checker.getTypeAtLocation(node)));
}

/** What came of JSON.parse as something: TypeScript would write out all that it may be. */
function jsonFinding(node: ts.Node, checker: ts.TypeChecker): Finding | null {
  if (!ts.isAsExpression(node)) return null;
  const from = checker.getTypeAtLocation(node.expression);
  const isJson = from.aliasSymbol?.name === "JsonValue";
  return isJson ? findings.unprovenCast("JsonValue", node.type.getText()) : null;
}

function isSpecifier(node: ts.Node): boolean {
  return ts.isStringLiteral(node) && (ts.isImportDeclaration(node.parent) || ts.isExportDeclaration(node.parent));
}

function moduleFinding(node: ts.Node): Finding | null {
  return ts.isStringLiteral(node) ? noModule(node.text) : null;
}

/** What is wrong with an import that gives no TypeScript. */
export function noModule(name: string): Finding {
  const [, ending = ""] = /\.(\w+)$/.exec(name) ?? [];
  if (builtinModules.includes(name.replace(/^node:/, "")))
    return findings.noModule(
      `${name} is a module of Node, and not on the device`,
      "Pass what you need of it into the program as a function, or use a module of MicroPython.",
    );
  if (!name.startsWith("."))
    return findings.noModule(
      `${name} is no module of the program and none that MicroPython declares`,
      "Copy its source into the program, or declare a module of the device in a .d.ts (--ambient FOLDER).",
    );
  if (ending === "json")
    return findings.noModule(`${name} is data, not TypeScript`, "Write it as a constant: export const data = { … };");
  if (["js", "mjs", "cjs", "jsx", "tsx", "vue", "css"].includes(ending))
    return findings.noModule(`There is no TypeScript behind ${name}`, "Write the module as a .ts file.");
  return findings.noModule(
    `There is no file ${name}${ending === "ts" ? "" : ".ts"}`,
    'Write its path from this file: import { a } from "./folder/file.ts".',
  );
}
