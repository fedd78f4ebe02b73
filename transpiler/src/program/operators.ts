// Operators: arithmetic, comparison, logic.
import { ts } from "ts-morph";
import { findings } from "../diagnostics/catalogue.ts";
import type { BinaryOperator, Expr } from "../tree/nodes.ts";
import { BOOLEAN, FAILED, optionsOf, STRING, withoutNone } from "../types/type.ts";
import { assignment, update } from "./assignments.ts";
import { asKey } from "./enums.ts";
import { joined, NUMBER } from "./expressions.ts";
import type { Extractor } from "./extractor.ts";
import { floatDifference } from "./float-calls.ts";
import { FLOAT, meet, refuseFloat, refuseMixed, unrounded } from "./floats.ts";
import { privateMember } from "./member-names.ts";
import { noteKeyed } from "./object-functions.ts";

const ARITHMETIC = new Set(["-", "*", "/", "%", "**", "&", "|", "^", "<<", ">>", ">>>"]);
const COMPARISON = new Set(["<", "<=", ">", ">="]);
const COMPARED: ReadonlySet<string> = new Set(["number", "float", "string"]);

export function prefixUnary(x: Extractor, node: ts.PrefixUnaryExpression): Expr {
  const K = ts.SyntaxKind;
  if (node.operator === K.PlusPlusToken || node.operator === K.MinusMinusToken) {
    return update(x, node, node.operand, node.operator === K.PlusPlusToken ? 1 : -1, true);
  }
  const operand = x.expression(node.operand);
  if (node.operator === K.ExclamationToken) return x.make(node, BOOLEAN, { kind: "unary", operator: "!", operand });
  const converts = node.operator === K.PlusToken && ["string", "boolean"].includes(operand.type.kind);
  if (operand.type.kind === "float") return signed(x, node, operand);
  if (operand.type.kind !== "number" && !converts)
    x.ctx.report(node, findings.library("This operator on a value that is not a number", "Convert it first."));
  // `~~x` is `x | 0`.
  if (node.operator === K.TildeToken && operand.kind === "unary" && operand.operator === "~") {
    const zero = x.make(node, NUMBER, { kind: "number", value: 0 });
    return x.make(node, NUMBER, { kind: "binary", operator: "|", left: operand.operand, right: zero });
  }
  const operator = node.operator === K.MinusToken ? "-" : node.operator === K.TildeToken ? "~" : "+";
  return x.make(node, NUMBER, { kind: "unary", operator, operand });
}

/** `-x` and `+x` of a float round nothing. */
function signed(x: Extractor, node: ts.PrefixUnaryExpression, operand: Expr): Expr {
  if (node.operator === ts.SyntaxKind.MinusToken) return x.make(node, FLOAT, { kind: "unary", operator: "-", operand });
  if (node.operator === ts.SyntaxKind.TildeToken) refuseFloat(x, operand, node);
  return operand;
}

export function postfixUnary(x: Extractor, node: ts.PostfixUnaryExpression): Expr {
  return update(x, node, node.operand, node.operator === ts.SyntaxKind.PlusPlusToken ? 1 : -1, false);
}

export function binary(x: Extractor, node: ts.BinaryExpression): Expr {
  const text = node.operatorToken.getText();
  if (text === "=" || (text.endsWith("=") && !["==", "!=", "===", "!==", "<=", ">="].includes(text)))
    return assignment(x, node, text);
  if (ts.isPrivateIdentifier(node.left)) return hasPrivate(x, node, node.left);
  const left = x.expression(node.left);
  const right = x.expression(node.right);
  if (text === "in") return inOperator(x, node, left, right);
  if (text === "&&" || text === "||" || text === "??") return logical(x, node, text, left, right);
  if (text === ",") return x.make(node, right.type, { kind: "comma", left, right });
  if (text === "instanceof") return x.make(node, BOOLEAN, { kind: "instanceof", left, right });
  if (["===", "!==", "==", "!="].includes(text)) return equality(x, node, text, left, right);
  if (COMPARISON.has(text)) return comparison(x, node, text as BinaryOperator, left, right);
  if (text === "+") return plus(x, node, left, right);
  if (ARITHMETIC.has(text)) return arithmetic(x, node, text as BinaryOperator, left, right);
  x.ctx.report(node, findings.syntax(`The operator ${text}`, "See docs/language.md for what there is."));
  return x.make(node, FAILED, { kind: "none", flavour: "undefined" });
}

/** `#name in object`: only of fields and methods of instances, which whoever its class made has. */
function hasPrivate(x: Extractor, node: ts.BinaryExpression, name: ts.PrivateIdentifier): Expr {
  const object = x.expression(node.right);
  const found = privateMember(x, name);
  const own = found && x.ctx.program.classes[found.classId]?.members.has(found.name);
  if (!found || !own) {
    x.ctx.report(name, findings.syntax("A static #name before in", "Compare the class itself with ===."));
    return object;
  }
  return x.make(node, BOOLEAN, { kind: "hasPrivate", object, ...found });
}

/** Of what may have the key or not: a dictionary, or values that are told apart by what they have. */
function inOperator(x: Extractor, node: ts.BinaryExpression, given: Expr, object: Expr): Expr {
  const key = asKey(x, node, given);
  const kinds = new Set(optionsOf(object.type).map((option) => option.kind));
  const isDict = kinds.size === 1 && kinds.has("dict");
  const isNamed = key.kind === "string" && kinds.size === 1 && (kinds.has("record") || kinds.has("instance"));
  if (!isDict && !isNamed)
    x.ctx.report(node, findings.syntax("in on this value", "Compare a property that tells the types apart."));
  if (kinds.has("record")) noteKeyed(x, node, object.type);
  return x.make(node, BOOLEAN, { kind: "in", key, object });
}

export function deleteExpression(x: Extractor, node: ts.DeleteExpression): Expr {
  const target = x.expression(node.expression);
  if (target.kind === "index" && target.object.type.kind === "dict")
    return x.make(node, BOOLEAN, { kind: "delete", object: target.object, key: target.index });
  if (target.kind === "member" && target.object.type.kind === "record" && !target.optional)
    return x.make(node, BOOLEAN, { kind: "deleteMember", object: target.object, name: target.name });
  x.ctx.report(node, findings.syntax("delete on this value", "Set the property to undefined, or use a Map."));
  return target;
}

function logical(x: Extractor, node: ts.BinaryExpression, operator: "&&" | "||" | "??", left: Expr, right: Expr): Expr {
  meet(x, left, right);
  const kept = operator === "&&" ? left.type : withoutNone(left.type);
  const type =
    left.type.kind === "boolean" && right.type.kind === "boolean" ? BOOLEAN : joined(x, node, [kept, right.type]);
  return x.make(node, operator === "&&" ? x.narrowed(type, node) : type, { kind: "logical", operator, left, right });
}

function equality(x: Extractor, node: ts.BinaryExpression, text: string, left: Expr, right: Expr): Expr {
  const loose = text === "==" || text === "!=";
  const withNone = left.kind === "none" || right.kind === "none";
  if (loose && !withNone) x.ctx.report(node, findings.looseEquality(text));
  refuseMixed(x, node, left, right);
  const operator = text.startsWith("!") ? "!==" : "===";
  return x.make(node, BOOLEAN, { kind: "binary", operator, left, right, loose });
}

function comparison(x: Extractor, node: ts.Node, operator: BinaryOperator, left: Expr, right: Expr): Expr {
  refuseMixed(x, node, left, right);
  const kinds = [left, right].map((side) => side.type.kind);
  const isOrdered = [left, right].every(({ type }) =>
    type.kind === "union"
      ? type.options.every(({ kind }) => kind === "number" || kind === "string")
      : COMPARED.has(type.kind),
  );
  if (!isOrdered || (kinds[0] !== kinds[1] && (!kinds.includes("union") || kinds.includes("float"))))
    x.ctx.report(node, findings.mixedEquality("These values", "each other"));
  return x.make(node, BOOLEAN, { kind: "binary", operator, left, right });
}

function plus(x: Extractor, node: ts.Node, left: Expr, right: Expr): Expr {
  const isText = (side: Expr) => optionsOf(side.type).some((option) => option.kind === "string");
  if (isText(left) || isText(right)) return x.make(node, STRING, { kind: "binary", operator: "+", left, right });
  return arithmetic(x, node, "+", left, right);
}

export function arithmetic(x: Extractor, node: ts.Node, operator: BinaryOperator, left: Expr, right: Expr): Expr {
  const onFloats = floatDifference(x, node, operator, left, right) ?? unrounded(x, node, operator, left, right);
  if (onFloats) return onFloats;
  if (left.type.kind !== "number" || right.type.kind !== "number")
    x.ctx.report(node, findings.library(`${operator} on values that are not numbers`, "Convert them first."));
  return x.make(node, NUMBER, { kind: "binary", operator, left, right });
}
