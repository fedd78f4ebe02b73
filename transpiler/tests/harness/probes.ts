// A program with a probe before each of its statements: a throw that only the chosen one runs. With it a test can fail
// the program at every statement, and ask where the traceback says that it was.
import { readFileSync } from "node:fs";
import ts from "typescript";

export interface Probe {
  /** The line of its throw in the probed source, from 1. */
  readonly line: number;
  /** The function around it as a JavaScript stack trace names it; `<module>` at the top level. */
  readonly functionName: string;
}

export interface ProbedProgram {
  readonly source: string;
  /** By their numbers. */
  readonly probes: readonly Probe[];
}

/** The first line of a probed program; another number in it chooses another probe. */
export const chosenProbe = (number: number) => `let probe: number = ${number};`;

export function withProbes(path: string): ProbedProgram {
  const text = readFileSync(path, "utf8");
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true);
  const places = statementsOf(file).map((node) => ({ at: node.getStart(), functionName: nameAround(node) }));
  const probes: Probe[] = [];
  let source = `${chosenProbe(-1)}\n`;
  let from = 0;
  places.forEach(({ at, functionName }, number) => {
    source += `${text.slice(from, at)}if (probe === ${number})\n`;
    from = at;
    probes.push({ line: source.split("\n").length, functionName });
    source += 'throw new Error("probe");\n';
  });
  // It is assigned, so that the compiler takes it for no constant.
  source += `${text.slice(from)}\nprobe = -1;\n`;
  return { source, probes };
}

/** In the order of their places: all but those with a place that no statement may take. */
function statementsOf(root: ts.Node): ts.Statement[] {
  const found: ts.Statement[] = [];
  const visit = (node: ts.Node) => {
    if (ts.isStatement(node) && isInList(node) && !mustStandFirst(node)) found.push(node);
    ts.forEachChild(node, visit);
  };
  visit(root);
  return found.sort((a, b) => a.getStart() - b.getStart());
}

function isInList({ parent }: ts.Node): boolean {
  return ts.isSourceFile(parent) || ts.isBlock(parent) || ts.isCaseOrDefaultClause(parent);
}

function mustStandFirst(node: ts.Statement): boolean {
  const declares = ts.isImportDeclaration(node) || ts.isFunctionDeclaration(node) || ts.isBlock(node);
  return declares || ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node) || isBeforeSuper(node);
}

function isBeforeSuper(node: ts.Statement): boolean {
  const body = node.parent;
  if (!ts.isBlock(body) || !ts.isConstructorDeclaration(body.parent)) return false;
  const callsSuper = (one: ts.Statement) => /^super\s*\(/.test(one.getText());
  return body.statements.indexOf(node) <= body.statements.findIndex(callsSuper);
}

function nameAround(node: ts.Node): string {
  for (let at = node.parent; at; at = at.parent) {
    if (ts.isFunctionLike(at)) return nameOf(at);
  }
  return "<module>";
}

function nameOf(node: ts.SignatureDeclaration): string {
  const owner = ts.isClassLike(node.parent) ? (node.parent.name?.text ?? "") : "";
  if (ts.isConstructorDeclaration(node)) return `new ${owner}`;
  const name = node.name?.getText() ?? "";
  if (ts.isGetAccessor(node)) return `get ${owner}.${name}`;
  if (ts.isSetAccessor(node)) return `set ${owner}.${name}`;
  if (ts.isMethodDeclaration(node)) return `${owner}.${name}`;
  if (name !== "") return name;
  const { parent } = node;
  const isConstant = ts.isVariableDeclaration(parent) && (parent.parent.flags & ts.NodeFlags.Const) !== 0;
  return isConstant ? parent.name.getText() : "<anonymous>";
}
