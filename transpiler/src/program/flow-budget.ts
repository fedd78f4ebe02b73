// How long TypeScript would follow what each name of a function holds: for every name it goes back over all assignments,
// calls, branches and loops before it. In a text of a megabyte that can take hours, so it is reckoned first.
import { ts } from "ts-morph";
import { findings } from "../diagnostics/catalogue.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";

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
  const found = new Reckoning(file).reckon();
  if (found === null) return null;
  const place = ts.isSourceFile(found)
    ? (found.statements[0] ?? found)
    : ((found as ts.FunctionDeclaration).name ?? found);
  const what = ts.isSourceFile(found) ? "This module" : "This function";
  return { ...findings.longFunction(what), file: file.fileName, start: place.getStart(file), end: place.end };
}

class Reckoning {
  /** What a name at this place costs. */
  private steps = 0;
  private spent = 0;
  private beyond: ts.Node | null = null;

  constructor(private readonly file: ts.SourceFile) {}

  reckon(): ts.Node | null {
    this.inside(this.file);
    return this.beyond;
  }

  private inside(scope: ts.Node): void {
    const spent = this.spent;
    ts.forEachChild(scope, (child) => this.visit(child));
    if (this.spent > BUDGET && this.beyond === null) this.beyond = scope;
    // Each function has a budget of its own.
    this.spent = spent;
  }

  private visit(node: ts.Node): void {
    if (this.beyond) return;
    if (ts.isIdentifier(node) && !isPropertyName(node)) this.spent += this.steps;
    this.steps += COSTS[node.kind] ?? 0;
    if (!ts.isFunctionLike(node)) return ts.forEachChild(node, (child) => this.visit(child));
    const { steps } = this;
    // What an arrow takes from around it is followed further back.
    if (!ts.isArrowFunction(node) && !ts.isFunctionExpression(node)) this.steps = 0;
    this.inside(node);
    this.steps = steps;
  }
}

/** The name in `object.name` is not followed by itself. */
function isPropertyName(node: ts.Identifier): boolean {
  return ts.isPropertyAccessExpression(node.parent) && node.parent.name === node;
}
