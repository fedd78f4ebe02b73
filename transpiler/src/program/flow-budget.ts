// How long TypeScript would follow what each name of a function holds: for every name it goes back over all assignments,
// calls, branches and loops before it. In a text of a megabyte that can take hours, so it is reckoned first.
import { ts } from "ts-morph";
import { findings } from "../diagnostics/catalogue.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { descendants } from "./descendants.ts";

const K = ts.SyntaxKind;

/** What one step back over a node costs, in some ten nanoseconds. */
const BRANCH = 100;
const PLAIN = 3;
const COSTS: Partial<Record<ts.SyntaxKind, number>> = {
  [K.ForStatement]: BRANCH,
  [K.ForOfStatement]: BRANCH,
  [K.ForInStatement]: BRANCH,
  [K.WhileStatement]: BRANCH,
  [K.DoStatement]: BRANCH,
  [K.IfStatement]: BRANCH,
  [K.ConditionalExpression]: BRANCH,
  [K.CaseClause]: BRANCH,
  [K.TryStatement]: BRANCH,
  [K.AmpersandAmpersandToken]: BRANCH,
  [K.BarBarToken]: BRANCH,
  [K.QuestionQuestionToken]: BRANCH,
  [K.CallExpression]: PLAIN,
  [K.EqualsToken]: PLAIN,
  [K.PostfixUnaryExpression]: PLAIN,
  [K.PrefixUnaryExpression]: PLAIN,
  [K.VariableDeclaration]: PLAIN,
};
/** Some seconds; the compiler asks for each name a second time. */
const BUDGET = 250_000_000;
/** No shorter text can cost so much. */
const SHORT = 10_000;

/** The first function, or the module, whose names cost more than the budget. */
export function tooLongToFollow(file: ts.SourceFile): Diagnostic | null {
  if (file.text.length < SHORT) return null;
  const found = firstBeyond(file);
  if (found === null) return null;
  const [what, place] = ts.isSourceFile(found)
    ? ["This module", found.statements[0] ?? found]
    : ["This function", (found as ts.FunctionDeclaration).name ?? found];
  return { ...findings.longFunction(what), file: file.fileName, start: place.getStart(file), end: place.end };
}

/** A function that the walk is in. */
interface Scope {
  readonly node: ts.Node;
  /** What a name at the present place costs, and what those before it have cost. */
  steps: number;
  spent: number;
}

function firstBeyond(file: ts.SourceFile): ts.Node | null {
  const scopes: Scope[] = [{ node: file, steps: 0, spent: 0 }];
  for (const node of descendants(file)) {
    while (scopes.length > 1 && node.pos >= (scopes.at(-1) as Scope).node.end) scopes.pop();
    const scope = scopes.at(-1) as Scope;
    if (ts.isIdentifier(node) && !isPlainName(node)) scope.spent += scope.steps;
    if (scope.spent > BUDGET) return scope.node;
    scope.steps += COSTS[node.kind] ?? 0;
    // What an arrow takes from around it is followed further back.
    const isOpen = ts.isArrowFunction(node) || ts.isFunctionExpression(node);
    if (ts.isFunctionLike(node)) scopes.push({ node, steps: isOpen ? scope.steps : 0, spent: 0 });
  }
  return null;
}

/** The name of what is declared, or of a property. */
function isPlainName(node: ts.Identifier): boolean {
  return (node.parent as { readonly name?: ts.Node }).name === node;
}
