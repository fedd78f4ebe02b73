// A function of the library as a value: `operators = { max: Math.max }`, `texts.map(Number)`. It becomes an arrow around
// the call, with the parameters that the place asks for and the function takes.
import { ts } from "ts-morph";
import type { Binding, Expr, Func, Param } from "../tree/nodes.ts";
import type { Type } from "../types/type.ts";
import { functionId, loopOf, noteUse } from "./bindings.ts";
import type { Extractor } from "./extractor.ts";
import { resultOfFloats } from "./float-calls.ts";
import { syntheticBinding } from "./patterns.ts";

/** Whose functions need no more than their arguments. */
const OWNERS = new Set(["Math", "Number", "String", "console"]);
const ALONE = new Set(["Array.isArray", "JSON.stringify"]);

/** `Math.max` and its kin, but for what needs its object, or whose result has to do with its arguments' storage. */
export function isLibraryFunction(x: Extractor, node: ts.Expression, owner: Expr, name: string): boolean {
  if (owner.kind !== "builtin" || owner.module !== null) return false;
  if (x.ctx.checker.getTypeAtLocation(node).getCallSignatures().length === 0) return false;
  return OWNERS.has(owner.name) || ALONE.has(`${owner.name}.${name}`);
}

/** @param callee the function, as if it were called here */
export function libraryValue(
  x: Extractor,
  node: ts.Expression,
  callee: Expr,
  note: (args: readonly Expr[]) => void,
): Expr {
  const { checker, program } = x.ctx;
  const [own] = checker.getTypeAtLocation(node).getCallSignatures() as [ts.Signature];
  const wanted = placeOf(x, node)?.getCallSignatures()[0] ?? own;
  const id = functionId(x.ctx, node);
  const func: Func = {
    id,
    name: "lambda",
    module: x.ctx.module,
    owner: x.ctx.func,
    span: x.ctx.span(node),
    params: [],
    signature: program.signatures.length,
    body: [],
    expression: null,
    isAsync: false,
    isGenerator: false,
    receiver: null,
    usesThis: false,
    loop: loopOf(x.ctx, node),
    arrow: true,
    emitter: null,
  };
  program.functions[id] = func;
  const outer = x.ctx.func;
  x.ctx.func = id;
  const args = taken(own, wanted).map((symbol) => parameterFor(x, node, func, symbol));
  note(args);
  // Which numbers it gives is followed: what the library declares of them binds nobody.
  const returns =
    resultOfFloats(x, node, callee, args) ?? x.ctx.storage(x.types.read(checker.getReturnTypeOfSignature(own), node));
  const expression = x.make(node, returns, { kind: "call", callee, args, optional: false, signature: null });
  x.ctx.func = outer;
  const params = func.params.map(({ binding }) => (program.bindings[binding] as Binding).type);
  const rest = func.params.at(-1)?.rest ?? false;
  program.signatures.push({ params, required: params.length - (rest ? 1 : 0), rest, returns });
  program.aritySets.fresh();
  program.made.add(func.signature);
  if (returns.kind !== "void") x.flow(expression, returns, node);
  Object.assign(func, { expression });
  return x.make(node, { kind: "function", signature: func.signature }, { kind: "function", func: id, self: null });
}

/** What is expected where the function stands; of a call, once it is known what stands for its type parameters. */
function placeOf(x: Extractor, node: ts.Expression): ts.Type | undefined {
  const { checker } = x.ctx;
  const { parent } = node;
  const index = ts.isCallExpression(parent) ? parent.arguments.indexOf(node) : -1;
  const resolved = index >= 0 ? checker.getResolvedSignature(parent as ts.CallExpression) : undefined;
  const param = resolved?.parameters[index];
  const isPlain = param && !isRest(param);
  const type = isPlain ? checker.getTypeOfSymbolAtLocation(param, node) : checker.getContextualType(node);
  return type && checker.getNonNullableType(type);
}

/** The parameters that the place gives, as far as the function takes them. */
function taken(own: ts.Signature, wanted: ts.Signature): readonly ts.Symbol[] {
  const takesRest = own.parameters.some(isRest);
  return wanted.parameters.slice(0, takesRest ? undefined : own.parameters.length);
}

function isRest(symbol: ts.Symbol): boolean {
  const declaration = symbol.valueDeclaration;
  return declaration !== undefined && ts.isParameter(declaration) && declaration.dotDotDotToken !== undefined;
}

function parameterFor(x: Extractor, node: ts.Expression, func: Func, symbol: ts.Symbol): Expr {
  const type: Type = x.types.read(x.ctx.checker.getTypeOfSymbolAtLocation(symbol, node), node);
  const binding: Binding = { ...syntheticBinding(x, node, type), name: "value", kind: "parameter" };
  x.ctx.program.bindings[binding.id] = binding;
  x.ctx.unifier.unify(binding.type, type);
  noteUse(x.ctx, binding, false);
  const rest = isRest(symbol);
  const param: Param = { binding: binding.id, default: null, parts: [], rest, optional: false };
  func.params.push(param);
  const value = x.make(node, binding.type, { kind: "name", binding: binding.id, wide: binding.type });
  return rest ? x.make(node, binding.type, { kind: "spread", value }) : value;
}
