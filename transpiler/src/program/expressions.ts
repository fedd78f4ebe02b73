// Expressions: one entry for each SyntaxKind, a function that makes the node or the finding that refuses it.
import { ts } from "ts-morph";
import { type Finding, findings } from "../diagnostics/catalogue.ts";
import { isFloat } from "../ranges/floats.ts";
import type { Expr } from "../tree/nodes.ts";
import { Cells } from "../types/cells.ts";
import {
  BOOLEAN,
  FAILED,
  noneFlavour,
  STRING,
  type Type,
  UNDEFINED,
  unionOf,
  VOID,
  withoutNone,
} from "../types/type.ts";
import { CONTAINERS } from "../types/unify.ts";
import { takesBothNones } from "./asked.ts";
import { noteUse } from "./bindings.ts";
import { call, newExpression } from "./calls.ts";
import { cast } from "./casts.ts";
import { classExpression } from "./class-bodies.ts";
import { ERROR_CLASSES } from "./classes.ts";
import { memberByName } from "./enums.ts";
import type { Extractor } from "./extractor.ts";
import { FLOAT, isFroundAlias, meet } from "./floats.ts";
import { functionExpression, noteThis } from "./functions.ts";
import { yieldExpression } from "./generators.ts";
import { libraryValue } from "./library-values.ts";
import { arrayLiteral, objectLiteral } from "./literals.ts";
import { isLongSum, longSum } from "./long-sums.ts";
import { elementAccess, isCallee, propertyAccess } from "./members.ts";
import { refuseNamespaceValue } from "./namespaces.ts";
import { binary, deleteExpression, postfixUnary, prefixUnary } from "./operators.ts";

// biome-ignore lint/suspicious/noExplicitAny: a table entry takes the node of its own kind.
type Handler = (x: Extractor, node: any) => Expr;

export const NUMBER: Type = { kind: "number", cell: Cells.RVALUE };

const K = ts.SyntaxKind;
const no = (what: string, instead: string): Finding => findings.syntax(what, instead);

export const expressionTable: Partial<Record<ts.SyntaxKind, Handler | Finding>> = {
  [K.NumericLiteral]: numericLiteral,
  [K.StringLiteral]: stringLiteral,
  [K.NoSubstitutionTemplateLiteral]: stringLiteral,
  [K.TemplateExpression]: template,
  [K.TrueKeyword]: (x, node) => x.make(node, BOOLEAN, { kind: "boolean", value: true }),
  [K.FalseKeyword]: (x, node) => x.make(node, BOOLEAN, { kind: "boolean", value: false }),
  [K.NullKeyword]: (x, node) => x.none(node, "null"),
  [K.Identifier]: identifier,
  [K.ThisKeyword]: thisKeyword,
  [K.ParenthesizedExpression]: (x, node: ts.ParenthesizedExpression) => x.expression(node.expression),
  [K.ArrayLiteralExpression]: arrayLiteral,
  [K.ObjectLiteralExpression]: objectLiteral,
  [K.ArrowFunction]: functionExpression,
  [K.FunctionExpression]: functionExpression,
  [K.PropertyAccessExpression]: propertyAccess,
  [K.ElementAccessExpression]: elementAccess,
  [K.CallExpression]: call,
  [K.NewExpression]: newExpression,
  [K.PrefixUnaryExpression]: prefixUnary,
  [K.PostfixUnaryExpression]: postfixUnary,
  [K.BinaryExpression]: (x, node: ts.BinaryExpression) => (isLongSum(node) ? longSum(x, node) : binary(x, node)),
  [K.ConditionalExpression]: conditional,
  [K.AwaitExpression]: awaitExpression,
  [K.TypeOfExpression]: (x, node: ts.TypeOfExpression) =>
    x.make(node, STRING, { kind: "typeof", operand: x.expression(node.expression) }),
  [K.VoidExpression]: (x, node: ts.VoidExpression) =>
    x.make(node, UNDEFINED, { kind: "void", operand: x.expression(node.expression) }),
  [K.NonNullExpression]: nonNull,
  [K.AsExpression]: cast,
  [K.SatisfiesExpression]: (x, node: ts.SatisfiesExpression) => x.expression(node.expression),
  [K.TypeAssertionExpression]: cast,
  [K.BigIntLiteral]: no("A bigint", "Use integers below 2^53."),
  [K.RegularExpressionLiteral]: no(
    "A regular expression",
    "Use indexOf, startsWith, includes or a loop over the text.",
  ),
  [K.TaggedTemplateExpression]: no("A tagged template", "Call the function."),
  [K.ClassExpression]: classExpression,
  [K.DeleteExpression]: deleteExpression,
  [K.YieldExpression]: yieldExpression,
  [K.MetaProperty]: no("new.target or import.meta", "Pass the value as a parameter."),
  [K.OmittedExpression]: no("A hole in an array", "Write null."),
  [K.SpreadElement]: findings.spread(),
  [K.SuperKeyword]: no("super in this place", "Call super.method()."),
  [K.ImportKeyword]: no("import()", "Import the module at the top."),
};

function numericLiteral(x: Extractor, node: ts.NumericLiteral): Expr {
  const value = Number(node.text);
  if (!Number.isInteger(value) && isFloat(value)) return x.make(node, FLOAT, { kind: "number", value });
  if (!Number.isInteger(value)) {
    x.ctx.report(node, findings.notAnInteger());
    return x.make(node, FAILED, { kind: "none", flavour: "undefined" });
  }
  if (!Number.isSafeInteger(value)) x.ctx.report(node, findings.tooLarge("this literal", value, value));
  return x.make(node, NUMBER, { kind: "number", value });
}

function stringLiteral(x: Extractor, node: ts.StringLiteralLike): Expr {
  return x.make(node, STRING, { kind: "string", value: node.text });
}

function template(x: Extractor, node: ts.TemplateExpression): Expr {
  const texts = [node.head.text, ...node.templateSpans.map((span) => span.literal.text)];
  return x.make(node, STRING, {
    kind: "template",
    texts,
    values: node.templateSpans.map((span) => x.expression(span.expression)),
  });
}

function identifier(x: Extractor, node: ts.Identifier): Expr {
  if (node.text === "undefined") return x.none(node, "undefined");
  const symbol = valueSymbol(x, node);
  if (symbol === undefined) return x.make(node, x.read(node), { kind: "builtin", module: null, name: node.text });
  const declaration = symbol.valueDeclaration ?? symbol.declarations?.[0];
  if (declaration === undefined) return undeclared(x, node);
  if (declaration.getSourceFile().isDeclarationFile) return ambientName(x, node, symbol, declaration);
  if (ts.isEnumMember(declaration)) return memberByName(x, node, declaration);
  if (ts.isVariableDeclaration(declaration) && isFroundAlias(x, declaration))
    x.ctx.report(node, findings.library("Math.fround as a value", "Call it: f(x)."));
  refuseNamespaceValue(x, node, symbol);
  const binding = x.binding(symbol);
  noteUse(x.ctx, binding, false);
  return x.make(node, x.narrowed(binding.type, node), { kind: "name", binding: binding.id, wide: binding.type });
}

/** TypeScript has said that there is no such name; `globalThis` alone it knows without a declaration. */
function undeclared(x: Extractor, node: ts.Identifier): Expr {
  if (x.ctx.failures.isEmpty || node.text === "globalThis")
    x.ctx.report(node, findings.missing(`\`${node.text}\``, "Import what you need, or pass it as a parameter."));
  return x.make(node, FAILED, { kind: "none", flavour: "undefined" });
}

/** The symbol behind a name, through imports and shorthand properties. */
export function valueSymbol(x: Extractor, node: ts.Identifier): ts.Symbol | undefined {
  const { checker } = x.ctx;
  const shorthand = ts.isShorthandPropertyAssignment(node.parent)
    ? checker.getShorthandAssignmentValueSymbol(node.parent)
    : undefined;
  const symbol = shorthand ?? checker.getSymbolAtLocation(node);
  return symbol && symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
}

function ambientName(x: Extractor, node: ts.Identifier, symbol: ts.Symbol, declaration: ts.Declaration): Expr {
  const module = moduleAround(declaration);
  const called = isCallee(node) || ts.isNewExpression(node.parent) || ts.isPropertyAccessExpression(node.parent);
  const isClass = ts.isBinaryExpression(node.parent);
  const isUsed = called || isClass;
  const type: Type = { kind: "builtin", name: symbol.name };
  if (!isUsed && module === null && CONVERSIONS.has(symbol.name))
    return libraryValue(x, node, x.make(node, type, { kind: "builtin", module, name: symbol.name }), () => undefined);
  if (!isUsed && module === null && ts.isVariableDeclaration(declaration) && !isValue(symbol.name)) {
    x.ctx.report(node, findings.library(`${symbol.name} as a value`, "Use it where it is needed."));
    return x.make(node, FAILED, { kind: "builtin", module, name: symbol.name });
  }
  const seen = isUsed ? type : x.read(node);
  if (seen.kind === "function") x.ctx.report(node, findings.hostValue(symbol.name));
  return x.make(node, seen, { kind: "builtin", module, name: symbol.name });
}

/** The library's functions that stand alone and may be handed on. */
const CONVERSIONS = new Set(["Boolean", "Number", "String", "isFinite", "isNaN", "parseInt"]);

/** What else of the library's names may be handed on. */
function isValue(name: string): boolean {
  return name === "NaN" || ERROR_CLASSES.has(name);
}

function moduleAround(node: ts.Node): string | null {
  for (let at: ts.Node | undefined = node; at; at = at.parent) {
    if (ts.isModuleDeclaration(at) && ts.isStringLiteral(at.name)) return at.name.text;
  }
  return null;
}

function thisKeyword(x: Extractor, node: ts.Node): Expr {
  const { receiver } = x.ctx;
  if (receiver === null) {
    x.ctx.report(node, findings.syntax("`this` outside of a class", "Pass the object as a parameter."));
    return x.make(node, UNDEFINED, { kind: "this", form: "self" });
  }
  noteThis(x);
  return x.make(node, receiver.type, { kind: "this", form: receiver.form });
}

function conditional(x: Extractor, node: ts.ConditionalExpression): Expr {
  const [test, then, otherwise] = [
    x.expression(node.condition),
    x.expression(node.whenTrue),
    x.expression(node.whenFalse),
  ];
  meet(x, then, otherwise);
  const type = joined(x, node, [then.type, otherwise.type]);
  return x.make(node, type, { kind: "conditional", test, then, otherwise });
}

/** The type of a value that comes from one of several places. */
export function joined(x: Extractor, node: ts.Node, types: readonly Type[]): Type {
  const union = unionOf(types.map((type) => (type.kind === "number" ? NUMBER : type.kind === "float" ? FLOAT : type)));
  const nones = new Set(types.flatMap((type) => noneFlavour(type) ?? []));
  if (nones.size > 1 && !takesBothNones(x.ctx.checker, node)) x.ctx.report(node, findings.twoNones());
  if (nones.size > 1 && types.includes(VOID)) return VOID;
  return x.ctx.unifier.merge([union], CONTAINERS);
}

function awaitExpression(x: Extractor, node: ts.AwaitExpression): Expr {
  const value = x.expression(node.expression);
  const type = value.type.kind === "promise" ? value.type.value : value.type;
  return x.make(node, type, { kind: "await", value });
}

function nonNull(x: Extractor, node: ts.NonNullExpression): Expr {
  const value = x.expression(node.expression);
  const type = withoutNone(value.type);
  const used = !["number", "float", "string", "boolean"].includes(type.kind) && isObjectPlace(node);
  return x.make(node, type, { kind: "nonNull", value, used });
}

/** `x!.name`, `x![i]`, `x!()` */
function isObjectPlace(node: ts.Expression): boolean {
  const { parent } = node;
  if (ts.isParenthesizedExpression(parent) || ts.isNonNullExpression(parent)) return isObjectPlace(parent);
  const takes =
    ts.isPropertyAccessExpression(parent) || ts.isElementAccessExpression(parent) || ts.isCallExpression(parent);
  return takes && parent.expression === node;
}
