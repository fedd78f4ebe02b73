// Rewrites the modules of a program for Node: every expression of which something was proven stands in a check
// (fact-checks.ts). Text is only inserted, never a line: line numbers stay.
import { readFileSync } from "node:fs";
import ts from "typescript";
import type { Fact, ProgramFacts } from "../../src/facts/facts.ts";
import type { CheckedFact } from "./fact-checks.ts";

export interface Instrumented {
  /** By absolute path, the module's text with its checks. */
  readonly modules: ReadonlyMap<string, string>;
  /** The argument of `checks` of fact-checks.ts, as JavaScript. */
  readonly table: string;
}

/** What instrumented modules import their checks from. */
export const CHECKS_MODULE = "ts2mpy:checks";

/** Names that no program of ours has. */
const NAMES = "{ check as $check, target as $target, missing as $missing, caught as $caught }";

export function instrument({ modules, shapes, classes }: ProgramFacts): Instrumented {
  const facts: CheckedFact[] = [];
  const texts = [...modules].map(([path, found]) => [path, new Instrumenter(path, found, facts).text()] as const);
  const table = JSON.stringify({ facts, shapes, classes }, (_, value) =>
    typeof value === "number" && !Number.isFinite(value) ? Math.sign(value) * Number.MAX_VALUE : value,
  );
  return { modules: new Map(texts), table };
}

interface Insertion {
  readonly at: number;
  readonly text: string;
}

class Instrumenter {
  private readonly source: ts.SourceFile;
  private readonly facts: ReadonlyMap<string, Fact>;
  private readonly insertions: Insertion[] = [];

  constructor(
    private readonly path: string,
    facts: readonly Fact[],
    private readonly table: CheckedFact[],
  ) {
    const text = readFileSync(path, "utf8");
    this.source = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true);
    this.facts = new Map(facts.map((fact) => [`${fact.start}:${fact.end}`, fact]));
  }

  text(): string {
    ts.forEachChild(this.source, (node) => this.visit(node));
    // At one place: what ends there first, then what begins, the outer before the inner.
    const parts: string[] = [];
    let last = 0;
    for (const { at, text } of this.insertions.sort((a, b) => a.at - b.at)) {
      parts.push(this.source.text.slice(last, at), text);
      last = at;
    }
    return `import ${NAMES} from "${CHECKS_MODULE}"; ${parts.join("")}${this.source.text.slice(last)}`;
  }

  private visit(node: ts.Node): void {
    if (ts.isTypeNode(node) || ts.isEnumDeclaration(node) || ts.isHeritageClause(node) || ts.isDecorator(node)) return;
    if (ts.isCatchClause(node)) return this.visitCatch(node);
    if (ts.isBindingElement(node)) this.visitElement(node);
    if (ts.isShorthandPropertyAssignment(node)) return this.visitShorthand(node);
    if (ts.isNewExpression(node)) this.visitNew(node);
    const target = targetOf(node);
    const fact = isWrapped(node) ? this.factOf(node) : undefined;
    if (fact) this.insert(node.getStart(), `$check(${this.note(node, fact)},(`);
    ts.forEachChild(node, (child) => (child === target ? this.visitTarget(child) : this.visit(child)));
    if (fact) this.insert(node.getEnd(), "))");
  }

  /** `new` takes the nearest call for its own arguments: what stands before them goes into parentheses. */
  private visitNew({ expression }: ts.NewExpression): void {
    if (ts.isIdentifier(expression)) return;
    this.insert(expression.getStart(), "(");
    this.insert(expression.getEnd(), ")");
  }

  /** What is assigned to has no value yet, but for the object that holds an element. */
  private visitTarget(node: ts.Node): void {
    if (ts.isParenthesizedExpression(node) || ts.isNonNullExpression(node)) return this.visitTarget(node.expression);
    const isLength = ts.isPropertyAccessExpression(node) && node.name.text === "length";
    if (ts.isPropertyAccessExpression(node) && !isLength) return this.visit(node.expression);
    if (!isLength && !ts.isElementAccessExpression(node)) return;
    const { expression } = node;
    this.insert(expression.getStart(), `$target(${this.note(node, undefined)},(`);
    this.visit(expression);
    this.insert(expression.getEnd(), "))");
    if (ts.isElementAccessExpression(node)) this.visit(node.argumentExpression);
  }

  private visitCatch({ variableDeclaration, block }: ts.CatchClause): void {
    const name = variableDeclaration ? variableDeclaration.name.getText() : "$error";
    if (!variableDeclaration) this.insert(block.getStart(), `(${name}) `);
    this.insert(block.getStart() + 1, `$caught(${name});`);
    this.visit(block);
  }

  /** `[a] = xs` where xs has no undefined: a missing element stops. */
  private visitElement(node: ts.BindingElement): void {
    const fact = this.factOf(node);
    const isElement = ts.isArrayBindingPattern(node.parent) && fact?.kind === "index";
    if (!isElement || node.initializer || node.dotDotDotToken || fact.types.some(mayBeUndefined)) return;
    this.insert(node.name.getEnd(), ` = $missing(${this.note(node, fact)})`);
  }

  private visitShorthand({ name }: ts.ShorthandPropertyAssignment): void {
    const fact = this.factOf(name);
    if (fact) this.insert(name.getEnd(), `: $check(${this.note(name, fact)},(${name.text}))`);
  }

  private factOf(node: ts.Node): Fact | undefined {
    return this.facts.get(`${node.getStart()}:${node.getEnd()}`);
  }

  private note(node: ts.Node, fact: Fact | undefined): number {
    const source = node.getText().replaceAll(/\s+/g, " ").slice(0, 60);
    const line = this.source.getLineAndCharacterOfPosition(node.getStart()).line + 1;
    const mayStop = fact !== undefined && (["index", "nonNull", "member"].includes(fact.kind) || isCharCode(node));
    const converts = isConversion(node);
    const casts = fact?.kind === "cast";
    return this.table.push({ file: this.path, line, source, types: fact?.types ?? [], mayStop, converts, casts }) - 1;
  }

  private insert(at: number, text: string): void {
    this.insertions.push({ at, text });
  }
}

/** The part of a node that is written to, or only named: it is not read there. */
function targetOf(node: ts.Node): ts.Node | undefined {
  if (ts.isBinaryExpression(node) && isAssignment(node.operatorToken.kind)) return node.left;
  if (ts.isPrefixUnaryExpression(node) || ts.isPostfixUnaryExpression(node)) {
    const { operator } = node;
    return operator === ts.SyntaxKind.PlusPlusToken || operator === ts.SyntaxKind.MinusMinusToken
      ? node.operand
      : undefined;
  }
  if (ts.isDeleteExpression(node) || ts.isTypeOfExpression(node)) return node.expression;
  return (ts.isForOfStatement(node) || ts.isForInStatement(node)) && !ts.isVariableDeclarationList(node.initializer)
    ? node.initializer
    : undefined;
}

function isAssignment(kind: ts.SyntaxKind): boolean {
  return kind >= ts.SyntaxKind.FirstAssignment && kind <= ts.SyntaxKind.LastAssignment;
}

const LITERALS = new Set([
  ts.SyntaxKind.NumericLiteral,
  ts.SyntaxKind.StringLiteral,
  ts.SyntaxKind.NoSubstitutionTemplateLiteral,
  ts.SyntaxKind.TrueKeyword,
  ts.SyntaxKind.FalseKeyword,
  ts.SyntaxKind.NullKeyword,
  ts.SyntaxKind.SuperKeyword,
  ts.SyntaxKind.ParenthesizedExpression,
  ts.SyntaxKind.SpreadElement,
  ts.SyntaxKind.ArrowFunction,
  ts.SyntaxKind.FunctionExpression,
  ts.SyntaxKind.ClassExpression,
  ts.SyntaxKind.PrivateIdentifier,
]);

/** An expression with a value of its own that may stand in the arguments of a call. */
function isWrapped(node: ts.Node): boolean {
  const { parent } = node;
  if (LITERALS.has(node.kind) || !ts.isExpression(node) || isInChain(node) || isCallee(node)) return false;
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.SuperKeyword) return false;
  return !ts.isIdentifier(node) || isRead(node, parent);
}

/** What follows `?.` must stay one chain with what comes before. */
function isInChain(node: ts.Node): boolean {
  const { parent } = node;
  const link =
    ts.isPropertyAccessExpression(parent) || ts.isElementAccessExpression(parent) || ts.isCallExpression(parent);
  return (
    (link || ts.isNonNullExpression(parent)) &&
    parent.expression === node &&
    (parent.flags & ts.NodeFlags.OptionalChain) !== 0
  );
}

function isCallee(node: ts.Node): boolean {
  const { parent } = node;
  if (ts.isParenthesizedExpression(parent) || ts.isNonNullExpression(parent)) return isCallee(parent);
  if (ts.isTaggedTemplateExpression(parent)) return parent.tag === node;
  return (ts.isCallExpression(parent) || ts.isNewExpression(parent)) && parent.expression === node;
}

/** A name that stands for its value, and does not declare or label anything. */
function isRead(node: ts.Identifier, parent: ts.Node): boolean {
  if ("name" in parent && parent.name === node) return false;
  if (ts.isBindingElement(parent) && parent.propertyName === node) return false;
  if (ts.isMetaProperty(parent) || ts.isImportSpecifier(parent) || ts.isExportSpecifier(parent)) return false;
  return !("label" in parent && parent.label === node);
}

/** Number(text), +text */
const CONVERSIONS = new Set(["Number", "Math.ceil", "Math.floor", "Math.round", "Math.trunc"]);

function isConversion(node: ts.Node): boolean {
  if (ts.isCallExpression(node)) return CONVERSIONS.has(node.expression.getText());
  return ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.PlusToken;
}

/** charCodeAt outside of the text is NaN, and stops. */
function isCharCode(node: ts.Node): boolean {
  return (
    ts.isCallExpression(node) &&
    ts.isPropertyAccessExpression(node.expression) &&
    node.expression.name.text === "charCodeAt"
  );
}

function mayBeUndefined(type: Fact["types"][number]): boolean {
  if (type.kind === "union") return type.options.some(mayBeUndefined);
  return type.kind === "unknown" || (type.kind === "none" && type.flavour === "undefined");
}
