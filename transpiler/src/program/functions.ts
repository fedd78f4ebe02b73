// Functions of every form: declarations, arrows, function expressions, methods, constructors.
import { ts } from "ts-morph";
import { findings } from "../diagnostics/catalogue.ts";
import type { Expr, Func, Param, Stmt } from "../tree/nodes.ts";
import { optionsOf, type Type, VOID } from "../types/type.ts";
import { functionId, loopOf } from "./bindings.ts";
import type { Extractor } from "./extractor.ts";
import { generatorType } from "./generators.ts";
import { syntheticBinding, takeApart } from "./patterns.ts";

type FunctionNode =
  | ts.FunctionDeclaration
  | ts.ArrowFunction
  | ts.FunctionExpression
  | ts.MethodDeclaration
  | ts.ConstructorDeclaration
  | ts.AccessorDeclaration;

export function functionExpression(x: Extractor, node: ts.ArrowFunction | ts.FunctionExpression): Expr {
  const func = extractFunction(x, node, ts.isFunctionExpression(node) && node.name ? node.name.text : "lambda");
  const own = node.name && x.bindingOfName(node.name);
  const self = own && x.ctx.program.uses.get(func.id)?.has(own.id) ? own.id : null;
  return x.make(node, { kind: "function", signature: func.signature }, { kind: "function", func: func.id, self });
}

export function functionDeclaration(x: Extractor, node: ts.FunctionDeclaration): Stmt[] {
  // An overload, or one of a declaration file: the implementation stands elsewhere.
  if (node.body === undefined) return [];
  // A default export may have no name.
  const binding = node.name ? x.bindingOfName(node.name) : x.binding(x.ctx.checker.getTypeAtLocation(node).symbol);
  if (!binding) return [];
  const func = extractFunction(x, node, binding.name);
  binding.func = func.id;
  return [{ kind: "function", binding: binding.id, span: x.ctx.span(node) }];
}

/** Extracts a function with its body and enters it in the program. */
export function extractFunction(x: Extractor, node: FunctionNode, name: string): Func {
  const { ctx } = x;
  refuseForms(x, node);
  const id = functionId(ctx, node);
  const signature = signatureOf(x, node);
  const func: Func = {
    id,
    name,
    module: ctx.module,
    owner: ctx.func,
    span: ctx.span(node),
    params: [],
    signature,
    body: [],
    expression: null,
    isAsync: hasModifier(node, ts.SyntaxKind.AsyncKeyword),
    isGenerator: isGenerator(node),
    receiver: isMethod(node) ? "self" : null,
    usesThis: false,
    loop: loopOf(ctx, node),
    arrow: ts.isArrowFunction(node),
    emitter: emitterOf(x, node),
  };
  ctx.program.functions[id] = func;
  const { func: outer, receiver } = ctx;
  ctx.func = id;
  if (!func.arrow && func.receiver === null) ctx.receiver = null;
  fillFunction(x, node, func);
  ctx.func = outer;
  ctx.receiver = receiver;
  return func;
}

/** What its comment asks for; a function that is no declaration has no place for it. */
function emitterOf(x: Extractor, node: FunctionNode): Func["emitter"] {
  const tags = ts.getJSDocTags(node).map(({ tagName }) => tagName.text);
  const emitter = tags.includes("viper") ? "viper" : tags.includes("native") ? "native" : null;
  const isExpression = ts.isArrowFunction(node) || ts.isFunctionExpression(node);
  if (emitter && isExpression && !isConstant(node.parent)) x.ctx.report(node, findings.emitterPlace(emitter));
  return emitter;
}

/** `const name = …`. */
function isConstant(node: ts.Node): boolean {
  return ts.isVariableDeclaration(node) && (ts.getCombinedNodeFlags(node) & ts.NodeFlags.Const) !== 0;
}

function isMethod(node: FunctionNode): boolean {
  return ts.isMethodDeclaration(node) || ts.isConstructorDeclaration(node) || ts.isAccessor(node);
}

/** Notes that the method around the present place uses its `this`. */
export function noteThis(x: Extractor): void {
  const { functions } = x.ctx.program;
  let func = x.ctx.func === null ? undefined : functions[x.ctx.func];
  while (func?.arrow && func.owner !== null) func = functions[func.owner];
  if (func) func.usesThis = true;
}

function refuseForms(x: Extractor, node: FunctionNode): void {
  if (isGenerator(node) && hasModifier(node, ts.SyntaxKind.AsyncKeyword)) x.ctx.report(node, findings.asyncGenerator());
  if (ts.canHaveDecorators(node) && ts.getDecorators(node)?.length) x.ctx.report(node, findings.decorator());
}

function isGenerator(node: FunctionNode): boolean {
  return "asteriskToken" in node && node.asteriskToken !== undefined;
}

function signatureOf(x: Extractor, node: FunctionNode): number {
  const signature = x.ctx.checker.getSignatureFromDeclaration(node);
  if (signature === undefined) throw new Error("a function without a signature");
  return x.types.signatures.of(signature, node);
}

export function hasModifier(node: ts.Node, kind: ts.SyntaxKind): boolean {
  return ts.canHaveModifiers(node) && (ts.getModifiers(node)?.some((modifier) => modifier.kind === kind) ?? false);
}

function fillFunction(x: Extractor, node: FunctionNode, func: Func): void {
  for (const param of node.parameters) {
    const made = parameter(x, param);
    if (made) func.params.push(made);
  }
  if (node.body && ts.isBlock(node.body)) func.body = x.statements(node.body.statements);
  else if (node.body) {
    func.expression = x.expression(node.body as ts.Expression);
    storeResult(x, func, func.expression, node.body);
  }
}

/** The value is what a function gives; a promise that an async function gives is waited for first. */
export function storeResult(x: Extractor, func: Func, value: Expr, node: ts.Node): void {
  const target = resultTarget(x, func);
  if (target.kind === "void") return;
  x.flow(value, target, node);
  if (!func.isAsync) return;
  for (const option of optionsOf(value.type)) if (option.kind === "promise") x.link(option.value, target, node);
}

/** What a `return` of this function stores into: the awaited value of an async one, the result of a generator. */
function resultTarget(x: Extractor, func: Func): Type {
  const returns = x.ctx.program.signatures[func.signature]?.returns ?? VOID;
  if (func.isGenerator) return generatorType(x, func).result;
  if (!func.isAsync) return returns;
  const promise = optionsOf(returns).find((option) => option.kind === "promise");
  return promise?.kind === "promise" ? promise.value : VOID;
}

/** A pattern in the place of a parameter: the parameter gets a name of ours and is taken apart first. */
function patternParameter(x: Extractor, node: ts.ParameterDeclaration, pattern: ts.BindingPattern): Param {
  const func = x.ctx.program.functions[x.ctx.func as number] as Func;
  const index = (node.parent as ts.SignatureDeclaration).parameters.indexOf(node);
  const type = x.ctx.program.signatures[func.signature]?.params[index] ?? VOID;
  const binding = { ...syntheticBinding(x, node, type), kind: "parameter" as const, type };
  x.ctx.program.bindings[binding.id] = binding;
  const initial = defaultOf(x, node, type);
  const value = x.make(node, type, { kind: "name", binding: binding.id, wide: type });
  const parts = takeApart(x, pattern, value);
  return { binding: binding.id, default: initial, parts, rest: node.dotDotDotToken !== undefined, optional: false };
}

function parameter(x: Extractor, node: ts.ParameterDeclaration): Param | null {
  if (node.name.getText() === "this") return null;
  if (!ts.isIdentifier(node.name)) return patternParameter(x, node, node.name);
  const binding = x.bindingOfName(node.name);
  if (binding === null) return null;
  return {
    binding: binding.id,
    default: defaultOf(x, node, binding.type),
    parts: [],
    rest: node.dotDotDotToken !== undefined,
    optional: node.questionToken !== undefined,
  };
}

function defaultOf(x: Extractor, node: ts.ParameterDeclaration, type: Type): Expr | null {
  if (!node.initializer) return null;
  const value = x.expression(node.initializer);
  x.flow(value, type, node.initializer);
  return value;
}
