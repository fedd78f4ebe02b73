// Statements: one entry for each SyntaxKind, a function that makes the nodes or the finding that refuses it.
import { ts } from "ts-morph";
import { type Finding, findings } from "../diagnostics/catalogue.ts";
import type { Expr, Stmt, SwitchCase } from "../tree/nodes.ts";
import { optionsOf, STRING, type Type } from "../types/type.ts";
import { assignTo } from "./assignments.ts";
import { loopId } from "./bindings.ts";
import { classDeclaration } from "./class-bodies.ts";
import { enumDeclaration } from "./enums.ts";
import { exportAssignment } from "./exports.ts";
import type { Extractor } from "./extractor.ts";
import { isFroundAlias, refuseMixed } from "./floats.ts";
import { functionDeclaration, storeResult } from "./functions.ts";
import { itemOf } from "./iteration.ts";
import { extendsError } from "./member-lookup.ts";
import { importEquals, namespaceDeclaration } from "./namespaces.ts";
import { noteKeyed } from "./object-functions.ts";
import { isPattern } from "./pattern-parts.ts";
import { patternFrom, syntheticBinding, takeApart } from "./patterns.ts";

// biome-ignore lint/suspicious/noExplicitAny: a table entry takes the node of its own kind.
type Handler = (x: Extractor, node: any) => Stmt[];

const K = ts.SyntaxKind;
const nothing: Handler = () => [];

export const statementTable: Partial<Record<ts.SyntaxKind, Handler | Finding>> = {
  [K.VariableStatement]: (x, node: ts.VariableStatement) => variableStatement(x, node),
  [K.ExpressionStatement]: expressionStatement,
  [K.IfStatement]: ifStatement,
  [K.WhileStatement]: (x, node: ts.WhileStatement) => whileStatement(x, node, null),
  [K.DoStatement]: (x, node: ts.DoStatement) => doStatement(x, node, null),
  [K.ForStatement]: (x, node: ts.ForStatement) => forStatement(x, node, null),
  [K.ForOfStatement]: (x, node: ts.ForOfStatement) => forOfStatement(x, node, null),
  [K.SwitchStatement]: (x, node: ts.SwitchStatement) => switchStatement(x, node, null),
  [K.LabeledStatement]: labeled,
  [K.BreakStatement]: (x, node: ts.BreakStatement) => [
    { kind: "break", label: node.label?.text ?? null, span: x.ctx.span(node) },
  ],
  [K.ContinueStatement]: (x, node: ts.ContinueStatement) => [
    { kind: "continue", label: node.label?.text ?? null, span: x.ctx.span(node) },
  ],
  [K.ReturnStatement]: returnStatement,
  [K.ThrowStatement]: throwStatement,
  [K.TryStatement]: tryStatement,
  [K.Block]: (x, node: ts.Block) => [
    { kind: "block", body: x.statements(node.statements), label: null, span: x.ctx.span(node) },
  ],
  [K.FunctionDeclaration]: functionDeclaration,
  [K.ClassDeclaration]: classDeclaration,
  [K.EmptyStatement]: nothing,
  [K.InterfaceDeclaration]: nothing,
  [K.TypeAliasDeclaration]: nothing,
  [K.EnumDeclaration]: enumDeclaration,
  [K.ImportDeclaration]: nothing,
  [K.ExportDeclaration]: nothing,
  [K.ForInStatement]: (x, node: ts.ForInStatement) => forInStatement(x, node, null),
  [K.WithStatement]: findings.syntax("with", "Name the object."),
  [K.DebuggerStatement]: findings.syntax("debugger", "Use console.log."),
  [K.ModuleDeclaration]: namespaceDeclaration,
  [K.ExportAssignment]: exportAssignment,
  [K.ImportEqualsDeclaration]: importEquals,
};

function variableStatement(x: Extractor, node: ts.VariableStatement): Stmt[] {
  if (ts.getModifiers(node)?.some((modifier) => modifier.kind === K.DeclareKeyword)) return [];
  return declarations(x, node.declarationList);
}

function declarations(x: Extractor, list: ts.VariableDeclarationList): Stmt[] {
  if (!(list.flags & ts.NodeFlags.BlockScoped)) x.ctx.report(list, findings.syntax("var", "Use const or let."));
  if (list.flags & ts.NodeFlags.Using) x.ctx.report(list, findings.syntax("using", "Use try and finally."));
  return list.declarations.flatMap((declaration) => declare(x, declaration));
}

function declare(x: Extractor, node: ts.VariableDeclaration): Stmt[] {
  if (isFroundAlias(x, node)) return [];
  if (!ts.isIdentifier(node.name)) return node.initializer ? patternFrom(x, node.name, node.initializer) : [];
  const value = node.initializer ? x.expression(node.initializer) : null;
  const binding = x.bindingOfName(node.name);
  if (binding === null) return [];
  if (value && node.initializer) {
    x.flow(value, binding.type, node.initializer);
    noteConstant(binding, value);
  }
  return [{ kind: "declare", binding: binding.id, value, span: x.ctx.span(node) }];
}

/** What every reader of the constant may know of it. */
export function noteConstant(
  binding: { kind: string; literal: number | string | null; func: number | null },
  value: Expr,
): void {
  if (binding.kind !== "constant") return;
  binding.literal = constantOf(value);
  if (value.kind === "function") binding.func = value.func;
}

/** The value of an expression that is a literal, or texts put together. */
function constantOf(value: Expr): number | string | null {
  if (value.kind === "number" || value.kind === "string") return value.value;
  if (value.kind === "unary" && value.operator === "-" && value.operand.kind === "number" && value.operand.value !== 0)
    return -value.operand.value;
  if (value.kind !== "binary" || value.operator !== "+") return null;
  const [left, right] = [constantOf(value.left), constantOf(value.right)];
  return typeof left === "string" && typeof right === "string" ? left + right : null;
}

function expressionStatement(x: Extractor, node: ts.ExpressionStatement): Stmt[] {
  const { expression } = node;
  const assigned = ts.isParenthesizedExpression(expression) ? expression.expression : expression;
  if (ts.isBinaryExpression(assigned) && assigned.operatorToken.kind === K.EqualsToken && isPattern(assigned.left))
    return patternFrom(x, assigned.left, assigned.right);
  const value = x.expression(node.expression);
  if (value.kind !== "assign" && optionsOf(value.type).some((option) => option.kind === "promise"))
    x.ctx.report(node, findings.floatingPromise());
  return [{ kind: "expression", value, span: x.ctx.span(node) }];
}

function body(x: Extractor, node: ts.Statement): Stmt[] {
  return ts.isBlock(node) ? x.statements(node.statements) : x.statement(node);
}

function ifStatement(x: Extractor, node: ts.IfStatement): Stmt[] {
  const test = x.expression(node.expression);
  const then = body(x, node.thenStatement);
  const otherwise = node.elseStatement ? body(x, node.elseStatement) : [];
  return [{ kind: "if", test, then, otherwise, span: x.ctx.span(node) }];
}

function whileStatement(x: Extractor, node: ts.WhileStatement, label: string | null): Stmt[] {
  const test = x.expression(node.expression);
  return [
    { kind: "while", test, body: body(x, node.statement), label, loop: loopId(x.ctx, node), span: x.ctx.span(node) },
  ];
}

function doStatement(x: Extractor, node: ts.DoStatement, label: string | null): Stmt[] {
  const inner = body(x, node.statement);
  return [
    {
      kind: "doWhile",
      test: x.expression(node.expression),
      body: inner,
      label,
      loop: loopId(x.ctx, node),
      span: x.ctx.span(node),
    },
  ];
}

function forStatement(x: Extractor, node: ts.ForStatement, label: string | null): Stmt[] {
  const init = forInit(x, node.initializer);
  const test = node.condition ? x.expression(node.condition) : null;
  const loop = loopId(x.ctx, node);
  x.ctx.stepOf = loop;
  const step = node.incrementor ? x.expression(node.incrementor) : null;
  x.ctx.stepOf = null;
  return [{ kind: "for", init, test, step, body: body(x, node.statement), label, loop, span: x.ctx.span(node) }];
}

function forInit(x: Extractor, node: ts.ForInitializer | undefined): Stmt[] {
  if (node === undefined) return [];
  if (ts.isVariableDeclarationList(node)) return declarations(x, node);
  return [{ kind: "expression", value: x.expression(node), span: x.ctx.span(node) }];
}

function forOfStatement(x: Extractor, node: ts.ForOfStatement, label: string | null): Stmt[] {
  if (node.awaitModifier) x.ctx.report(node, findings.syntax("for await", "Await inside the loop."));
  const iterable = x.expression(node.expression);
  const item = itemOf(x, iterable, node.expression);
  const { unpacked, ...names } = forOfNames(x, node, item);
  const inner = [...unpacked, ...body(x, node.statement)];
  return [{ kind: "forOf", ...names, iterable, body: inner, label, loop: loopId(x.ctx, node), span: x.ctx.span(node) }];
}

interface LoopNames {
  readonly bindings: (number | null)[];
  readonly pattern: boolean;
  /** What takes a pattern apart, first of all in each turn. */
  readonly unpacked: Stmt[];
}

/** The keys of an object, or the indices of an array, as they are when the loop begins, without those gone meanwhile. */
function forInStatement(x: Extractor, node: ts.ForInStatement, label: string | null): Stmt[] {
  const value = x.expression(node.expression);
  const { kind } = value.type;
  if (kind === "record" || kind === "instance") noteKeyed(x, node.expression, value.type);
  if (!["dict", "record", "instance", "array", "tuple"].includes(kind))
    x.ctx.report(
      node.expression,
      findings.syntax("for-in over this value", "Loop over it with for-of, or name its keys."),
    );
  const iterable = x.make(node, { kind: "array", element: STRING }, { kind: "keys", value });
  const { unpacked, ...names } = forOfNames(x, node, STRING);
  const inner = [...unpacked, ...body(x, node.statement)];
  return [{ kind: "forOf", ...names, iterable, body: inner, label, loop: loopId(x.ctx, node), span: x.ctx.span(node) }];
}

function forOfNames(x: Extractor, node: ts.ForOfStatement | ts.ForInStatement, item: Type): LoopNames {
  const list = node.initializer;
  if (!ts.isVariableDeclarationList(list)) return assignedTurn(x, list, item);
  const name = (list.declarations[0] as ts.VariableDeclaration).name;
  if (ts.isIdentifier(name)) return { bindings: [bindLoopName(x, name, item)], pattern: false, unpacked: [] };
  const isFlat =
    ts.isArrayBindingPattern(name) &&
    item.kind === "tuple" &&
    name.elements.length <= item.elements.length &&
    name.elements.every(isPlainName);
  if (!isFlat) return unpackedTurn(x, name, item, (value) => takeApart(x, name, value));
  const bindings = item.elements.map((type, i) => {
    const element = name.elements[i];
    return element && ts.isBindingElement(element) ? bindLoopName(x, element.name, type) : null;
  });
  return { bindings, pattern: true, unpacked: [] };
}

/** `for (o.x of items)`, `for ([a, b] of pairs)`: each turn begins with an assignment. */
function assignedTurn(x: Extractor, target: ts.Expression, item: Type): LoopNames {
  return unpackedTurn(x, target, item, (value) =>
    isPattern(target)
      ? takeApart(x, target, value)
      : [{ kind: "expression", value: assignTo(x, target, () => value), span: x.ctx.span(target) }],
  );
}

function isPlainName(element: ts.ArrayBindingElement): boolean {
  return (
    ts.isOmittedExpression(element) ||
    (ts.isIdentifier(element.name) && !element.initializer && !element.dotDotDotToken)
  );
}

function unpackedTurn(x: Extractor, node: ts.Node, item: Type, unpack: (value: Expr) => Stmt[]): LoopNames {
  const binding = syntheticBinding(x, node, item);
  x.link(item, binding.type, node);
  const value = x.make(node, binding.type, { kind: "name", binding: binding.id, wide: binding.type });
  return { bindings: [binding.id], pattern: false, unpacked: unpack(value) };
}

function bindLoopName(x: Extractor, name: ts.Node, item: Type): number | null {
  const binding = x.bindingOfName(name);
  if (binding) x.link(item, binding.type, name);
  return binding?.id ?? null;
}

/** On the device they are looked at one after the other; here each is an else within the one before. */
const CASES_MAX = 300;

function switchStatement(x: Extractor, node: ts.SwitchStatement, label: string | null): Stmt[] {
  const { clauses } = node.caseBlock;
  if (clauses.length > CASES_MAX) {
    x.ctx.report(node.expression, findings.longSwitch(clauses.length, CASES_MAX));
    return [];
  }
  const value = x.expression(node.expression);
  const cases = clauses.map(
    (clause): SwitchCase => ({
      test: ts.isCaseClause(clause) ? x.expression(clause.expression) : null,
      body: x.statements(clause.statements),
      span: x.ctx.span(clause),
    }),
  );
  for (const { test } of cases) if (test) refuseMixed(x, node.expression, value, test);
  return [{ kind: "switch", value, cases, label, span: x.ctx.span(node) }];
}

function labeled(x: Extractor, node: ts.LabeledStatement): Stmt[] {
  const label = node.label.text;
  const { statement } = node;
  if (ts.isWhileStatement(statement)) return whileStatement(x, statement, label);
  if (ts.isDoStatement(statement)) return doStatement(x, statement, label);
  if (ts.isForStatement(statement)) return forStatement(x, statement, label);
  if (ts.isForOfStatement(statement)) return forOfStatement(x, statement, label);
  if (ts.isForInStatement(statement)) return forInStatement(x, statement, label);
  if (ts.isLabeledStatement(statement)) x.ctx.report(node, findings.syntax("A second label", "Give it one label."));
  return [{ kind: "block", body: body(x, statement), label, span: x.ctx.span(node) }];
}

function returnStatement(x: Extractor, node: ts.ReturnStatement): Stmt[] {
  const value = node.expression ? x.expression(node.expression) : null;
  const func = x.ctx.func === null ? undefined : x.ctx.program.functions[x.ctx.func];
  if (value && func && node.expression) storeResult(x, func, value, node.expression);
  return [{ kind: "return", value, span: x.ctx.span(node) }];
}

function throwStatement(x: Extractor, node: ts.ThrowStatement): Stmt[] {
  const value = x.expression(node.expression);
  const isError = (type: Type): boolean =>
    type.kind === "error" || (type.kind === "instance" && extendsError(x, type.classId));
  if (value.type.kind !== "unknown" && !isError(value.type)) x.ctx.report(node, findings.thrownValue());
  return [{ kind: "throw", value, span: x.ctx.span(node) }];
}

function tryStatement(x: Extractor, node: ts.TryStatement): Stmt[] {
  const tried = x.statements(node.tryBlock.statements);
  const clause = node.catchClause;
  const name = clause?.variableDeclaration?.name;
  if (name && !ts.isIdentifier(name)) x.ctx.report(name, findings.destructuring());
  const caught = clause
    ? { binding: (name && x.bindingOfName(name)?.id) ?? null, body: x.statements(clause.block.statements) }
    : null;
  const finalizer = node.finallyBlock ? x.statements(node.finallyBlock.statements) : null;
  return [{ kind: "try", body: tried, caught, finalizer, span: x.ctx.span(node) }];
}
