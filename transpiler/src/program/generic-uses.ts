// Uses of what has type parameters: a call, a member of an instance. TypeScript's resolution of the use says what
// stands for each parameter there.
import type { ts } from "ts-morph";
import type { Expr } from "../tree/nodes.ts";
import { Instantiation, mentionsParameter } from "../types/instantiate.ts";
import { type Arguments, argumentsOf, substitute } from "../types/substitute.ts";
import { optionsOf, type ParameterType, type Signature, type Type } from "../types/type.ts";
import { crossing } from "./crossings.ts";
import type { Extractor } from "./extractor.ts";

type Call = ts.CallExpression | ts.NewExpression;

const NOTHING: Arguments = new Map();

/** The signature as this call sees it. */
export function signatureAt(x: Extractor, node: Call, id: number, receiver: Arguments): Signature | undefined {
  const { program, checker, unifier } = x.ctx;
  const declared = program.signatures[id];
  if (!declared || !mentionsParameter(program, { kind: "function", signature: id })) return declared;
  const resolved = checker.getResolvedSignature(node);
  if (resolved === undefined) return declared;
  const args = new Map([...receiver, ...typeArguments(x, node, id, resolved)]);
  const instance = new Instantiation(program, unifier, args);
  const params = declared.params.map((param, i) => {
    const symbol = resolved.parameters[i];
    const isRest = declared.rest && i === declared.params.length - 1;
    const seen = symbol && x.types.read(checker.getTypeOfSymbol(symbol), node);
    // What TypeScript spread out over several parameters is still one list here.
    if (seen === undefined || (isRest && seen.kind !== "array" && seen.kind !== "tuple"))
      return substitute(param, args);
    return instance.of(param, seen);
  });
  const seen = x.types.read(checker.getReturnTypeOfSignature(resolved), node);
  return { ...declared, params, returns: instance.of(declared.returns, seen) };
}

function typeArguments(x: Extractor, node: Call, id: number, resolved: ts.Signature): [number, Type][] {
  const given = x.ctx.checker.getTypeArgumentsForResolvedSignature(resolved) ?? [];
  return x.types.signatures.typeParametersOf(id).flatMap((type, i): [number, Type][] => {
    const arg = given[i];
    if (arg === undefined) return [];
    const parameter: ParameterType = x.types.parameter(type, node);
    const read = x.types.read(arg, node);
    const { constraint } = x.ctx.unifier.typeParameter(parameter);
    const crossed = constraint && crossing(read, constraint);
    if (crossed) x.ctx.report(node, crossed);
    return [[parameter.id, x.ctx.unifier.argument(parameter, read)]];
  });
}

/** What stands for the type parameters of the class whose method or field is used. */
export function receiverOf(x: Extractor, callee: Expr): Arguments {
  if (callee.kind === "superMember") return argumentsWithin(x, callee.classId);
  if (callee.kind === "nonNull" || callee.kind === "view") return receiverOf(x, callee.value);
  return callee.kind === "member" ? argumentsOfObject(x, callee.object.type) : NOTHING;
}

export function argumentsWithin(x: Extractor, classId: number): Arguments {
  return argumentsOf(x.ctx.program, x.ctx.unifier.instanceOf(classId));
}

function argumentsOfObject(x: Extractor, object: Type): Arguments {
  const instances = optionsOf(object).filter((option) => option.kind === "instance");
  const [only] = instances;
  return only?.kind === "instance" && instances.length === 1 ? argumentsOf(x.ctx.program, only) : NOTHING;
}

/** A member's declared type as this object has it. */
export function memberAt(x: Extractor, object: Type, declared: Type, symbol: ts.Symbol | undefined, at: ts.Node): Type {
  const { program, checker, unifier } = x.ctx;
  if (object.kind !== "instance" || symbol === undefined || !mentionsParameter(program, declared)) return declared;
  const seen = x.types.read(checker.getTypeOfSymbol(symbol), at);
  return new Instantiation(program, unifier, argumentsOf(program, object)).of(declared, seen);
}
