// Calls: of the program's functions, of the library's methods, of MicroPython's modules; and `new`.
import { ts } from "ts-morph";
import { findings } from "../diagnostics/catalogue.ts";
import type { Expr } from "../tree/nodes.ts";
import { fixedCount, placeOf, placesFrom } from "../types/arguments.ts";
import { type Arguments, argumentsOf } from "../types/substitute.ts";
import {
  noneFlavour,
  optionsOf,
  type Signature,
  type Type,
  UNDEFINED,
  UNKNOWN,
  unionOf,
  VOID,
  withoutNone,
} from "../types/type.ts";
import { isWords } from "../types/typed-arrays.ts";
import type { Extractor } from "./extractor.ts";
import { refuseFloats } from "./float-calls.ts";
import { fround, isFround, refuseFloat } from "./floats.ts";
import { argumentsWithin, receiverOf, signatureAt } from "./generic-uses.ts";
import { itemOf } from "./iteration.ts";
import { isLateRequest, requestedModule } from "./late-uses.ts";
import { libraryCall } from "./library-types.ts";
import { endChain } from "./members.ts";
import { arithmetic } from "./operators.ts";
import { elementAt, lasting } from "./patterns.ts";

export function call(x: Extractor, node: ts.CallExpression): Expr {
  if (node.expression.kind === ts.SyntaxKind.SuperKeyword) return superCall(x, node);
  if (isFround(x, node.expression)) return fround(x, node);
  if (isLateRequest(x.ctx, node)) return lateRequest(x, node);
  const callee = x.expression(node.expression);
  const optional = node.questionDotToken !== undefined;
  const type = withoutNone(callee.type);
  const [base, exponent] = node.arguments;
  if (isMath(callee, "pow") && base && exponent)
    return arithmetic(x, node, "**", x.expression(base), x.expression(exponent));
  const signatures = optionsOf(type).flatMap((option) => (option.kind === "function" ? option.signature : []));
  const [signature = null, ...others] = signatures.length === optionsOf(type).length ? signatures : [];
  const made = signature === null ? foreignCall(x, node, callee) : ownCall(x, node, callee, signature, others);
  const result = optional && made.type !== VOID ? unionOf([made.type, UNDEFINED]) : made.type;
  return endChain(
    x,
    node,
    x.make(node, result, {
      kind: "call",
      callee,
      args: made.args,
      optional,
      signature,
    }),
  );
}

/** `forget(f)`, `discard(f)`, `loadNext(f)`: of the function only its module counts. */
function lateRequest(x: Extractor, node: ts.CallExpression): Expr {
  const module = requestedModule(x.ctx, node);
  const named = x.expression(node.expression);
  if (module === null) x.ctx.report(node.arguments[0] ?? node, findings.lateRequest());
  const callee = named.kind === "builtin" && module !== null ? { ...named, late: module } : named;
  const type = x.read(node);
  return x.make(node, type, { kind: "call", callee, args: [], optional: false, signature: null });
}

function isMath(callee: Expr, name: string): boolean {
  return (
    callee.kind === "member" &&
    callee.object.kind === "builtin" &&
    callee.object.name === "Math" &&
    callee.name === name
  );
}

interface Made {
  readonly type: Type;
  readonly args: readonly Expr[];
}

/** @param others further functions that the callee may be: they are given the same */
function ownCall(x: Extractor, node: ts.CallExpression, callee: Expr, id: number, others: readonly number[]): Made {
  const receiver = receiverOf(x, callee);
  x.ctx.unifier.place = { module: x.ctx.module, span: x.ctx.span(node) };
  const signature = signatureAt(x, node, id, receiver);
  const args = argumentsInto(x, node.arguments, signature);
  noteSpread(x, id, args);
  const returns: Type[] = [signature?.returns ?? UNKNOWN];
  for (const other of others) {
    const alternative = signatureAt(x, node, other, receiver);
    flowArguments(x, args, node.arguments, alternative);
    x.ctx.program.aritySets.union(id, other);
    returns.push(alternative?.returns ?? UNKNOWN);
  }
  const type = unionOf(returns);
  return { type: type === VOID ? VOID : x.narrowed(type, node), args };
}

/** Extracts the arguments and lets each flow into its parameter. */
function argumentsInto(x: Extractor, nodes: readonly ts.Expression[], signature: Signature | undefined): Expr[] {
  const args: Expr[] = [];
  for (const node of nodes) {
    const given = ts.isSpreadElement(node) ? spreadItems(x, node) : [x.expression(node)];
    for (const value of given) {
      const target = signature && placeOf(signature, args.length);
      if (value.kind === "spread") spreadInto(x, node, value, signature, args.length);
      else if (signature && args.some((arg) => arg.kind === "spread"))
        for (const place of placesFrom(signature, args.length)) x.flow(value, place, node);
      else if (target) x.flow(value, target, node);
      args.push(value);
    }
  }
  return args;
}

/** `f(...items)`: the elements of a tuple one by one; anything else as it is. */
function spreadItems(x: Extractor, node: ts.SpreadElement): Expr[] {
  const value = x.expression(node.expression);
  if (value.type.kind !== "tuple" || value.type.elements.length === 0) return [spreadArgument(x, node, value)];
  const [statements, kept] = lasting(x, node, value);
  const items = value.type.elements.map((type, i) => elementAt(x, node, kept, i, type));
  const [first, ...others] = items as [Expr, ...Expr[]];
  if (statements.length === 0) return items;
  return [x.make(node, first.type, { kind: "sequence", statements, value: first }), ...others];
}

/** `f(...items)`: what the items are goes to all parameters from there on, and to the rest. */
function spreadInto(x: Extractor, node: ts.Node, value: Expr, signature: Signature | undefined, index: number): void {
  const item = itemOf(x, value, node);
  for (const place of signature ? placesFrom(signature, index) : []) x.link(item, place, node);
}

/** Who is given a list from before its rest on must take the arguments one by one. */
function noteSpread(x: Extractor, id: number, args: readonly Expr[]): void {
  const first = args.findIndex((arg) => arg.kind === "spread");
  const signature = x.ctx.program.signatures[id];
  if (first >= 0 && signature?.rest && first < fixedCount(signature)) x.ctx.program.spread.add(id);
}

/** Anything that can be iterated, whose items become arguments. */
function spreadArgument(x: Extractor, node: ts.SpreadElement, value: Expr): Expr {
  if (x.ctx.unifier.item(value.type) === null) x.ctx.report(node, findings.spread());
  return x.make(node, value.type, { kind: "spread", value });
}

function foreignCall(x: Extractor, node: ts.CallExpression, callee: Expr): Made {
  const args = node.arguments.map((argument) => {
    if (!ts.isSpreadElement(argument)) return x.expression(lengthOf(callee, argument) ?? argument);
    if (!takesSpread(callee)) x.ctx.report(argument, findings.spread());
    return spreadArgument(x, argument, x.expression(argument.expression));
  });
  refuseMissing(x, node, callee, args);
  refuseFloats(x, node, callee, args);
  if (givesWhatIsTaken(callee)) for (const arg of args) noteCalled(x, arg);
  else noteArity(x, node.arguments, args);
  noteStringified(x, callee, args);
  return { type: libraryCall(x, node, callee, args), args };
}

/** Functions that take undefined for an argument that is left out. */
const TAKES_UNDEFINED = new Set(["slice", "subarray", "parseInt"]);

/** An argument that may be undefined asks for the default, which the device knows only where nothing is given. */
function refuseMissing(x: Extractor, node: ts.CallExpression, callee: Expr, args: readonly Expr[]): void {
  const params = x.ctx.checker.getResolvedSignature(node)?.parameters ?? [];
  const name = callee.kind === "member" || callee.kind === "builtin" ? callee.name : "";
  if (TAKES_UNDEFINED.has(name)) return;
  args.forEach((arg, i) => {
    const declaration = params[i]?.valueDeclaration;
    const isOptional = declaration && ts.isParameter(declaration) && declaration.questionToken !== undefined;
    const takesAll = declaration && x.ctx.checker.getTypeAtLocation(declaration).flags & ts.TypeFlags.Unknown;
    if (isOptional && !takesAll && noneFlavour(arg.type) === "undefined")
      x.ctx.report(
        node.arguments[i] ?? node,
        findings.library("An argument that may be undefined", "Decide with an if, or give a value: ?? …"),
      );
  });
}

/** `Array.from({ length: n }, …)` is a loop of n turns: the object itself is not needed. */
function lengthOf(callee: Expr, node: ts.Expression): ts.Expression | null {
  if (callee.kind !== "member" || callee.name !== "from" || !ts.isObjectLiteralExpression(node)) return null;
  const [only, ...others] = node.properties;
  if (only === undefined || others.length > 0 || only.name?.getText() !== "length") return null;
  if (ts.isShorthandPropertyAssignment(only)) return only.name;
  return ts.isPropertyAssignment(only) ? only.initializer : null;
}

/** The loops that stand for these methods call the function with as much as it takes. */
function givesWhatIsTaken(callee: Expr): boolean {
  if (callee.kind !== "member" || callee.name === "sort" || callee.name === "toSorted") return false;
  const { kind } = withoutNone(callee.object.type);
  return ["array", "typedArray", "map", "set"].includes(kind) || callee.name === "from";
}

/** Functions of the library that take any number of values. */
function takesSpread(callee: Expr): boolean {
  return (
    callee.kind === "member" &&
    ["push", "unshift", "splice", "of", "max", "min", "fromCharCode", "fromCodePoint", "log", "info", "debug"].includes(
      callee.name,
    )
  );
}

/** The library calls a function with all that it has to give: the function must take it. */
function noteArity(x: Extractor, nodes: readonly ts.Expression[], args: readonly Expr[]): void {
  const { checker } = x.ctx;
  args.forEach((arg, i) => {
    if (arg.type.kind !== "function") return;
    const context = checker.getContextualType(nodes[i] as ts.Expression);
    const [wanted] = context?.isUnion()
      ? context.types.flatMap((option) => option.getCallSignatures())
      : (context?.getCallSignatures() ?? []);
    if (wanted === undefined) return;
    x.widen(arg.type.signature, wanted.parameters.length);
    noteCalled(x, arg);
  });
}

/** The library gives the arguments one by one. */
function noteCalled(x: Extractor, { type }: Expr): void {
  if (type.kind === "function" && x.ctx.program.signatures[type.signature]?.rest)
    x.ctx.program.spread.add(type.signature);
}

/** JSON.stringify looks at the keys of what it writes. */
export function noteStringified(x: Extractor, callee: Expr, [written]: readonly Expr[]): void {
  if (callee.kind !== "member" || callee.name !== "stringify" || !written || isKeyless(written.type)) return;
  x.ctx.program.keysSeen = true;
  x.ctx.program.keyed.push(written.type);
}

/** Nothing in it has keys that a record could have. */
function isKeyless(type: Type): boolean {
  return optionsOf(type).every(
    (option) =>
      ["string", "number", "boolean", "none"].includes(option.kind) ||
      (option.kind === "array" && isKeyless(option.element)) ||
      (option.kind === "tuple" && option.elements.every(isKeyless)),
  );
}

function superCall(x: Extractor, node: ts.CallExpression): Expr {
  const own = x.ctx.receiver === null ? undefined : x.ctx.program.classes[x.ctx.receiver.classId];
  const base = own?.base?.kind === "class" ? x.ctx.program.classes[own.base.id] : undefined;
  const signature = base && own ? signatureAt(x, node, base.signature, argumentsWithin(x, own.id)) : undefined;
  const args = argumentsInto(x, node.arguments, signature);
  if (base) noteSpread(x, base.signature, args);
  return x.make(node, VOID, {
    kind: "superCall",
    classId: own?.id ?? 0,
    args,
    signature: base?.signature ?? null,
  });
}

export function newExpression(x: Extractor, node: ts.NewExpression): Expr {
  const callee = x.expression(node.expression);
  const nodes = node.arguments ?? ts.factory.createNodeArray<ts.Expression>();
  const own = ownConstructors(x, node, callee.type);
  if (own !== null) {
    const [id] = own.signatures as [number];
    const [signature, ...others] = own.signatures.map((one) => signatureAt(x, node, one, own.receiver));
    const args = argumentsInto(x, nodes, signature);
    noteSpread(x, id, args);
    for (const other of others) flowArguments(x, args, nodes, other);
    return x.make(node, own.made, { kind: "new", callee, args, signature: id });
  }
  const viewed = viewedArray(x.ctx.checker, node);
  const args = viewed ? [x.expression(viewed)] : nodes.map((argument) => x.expression(argument));
  if (viewed === null) noteArity(x, nodes, args);
  const type = x.types.read(x.ctx.checker.getTypeAtLocation(node), node);
  if (type.kind !== "map" && type.kind !== "promise") for (const argument of args) refuseFloat(x, argument, node);
  for (const argument of args) linkEntries(x, node, type, argument);
  if (isWords(type) && args[0]?.type.kind === "buffer") x.ctx.program.wordsShared = true;
  return x.make(node, type, { kind: "new", callee, args, signature: null });
}

interface Constructors {
  readonly signatures: readonly number[];
  readonly made: Type;
  /** What stands for the type parameters of the class. */
  readonly receiver: Arguments;
}

/** What `new` takes and gives, for each class that the callee may be; null when one is not the program's. */
function ownConstructors(x: Extractor, node: ts.NewExpression, type: Type): Constructors | null {
  const options = optionsOf(type);
  const signatures = options.flatMap((option) => x.ctx.unifier.constructorOf(option) ?? []);
  if (signatures.length !== options.length) return null;
  const [only] = options;
  const seen = x.types.read(x.ctx.checker.getTypeAtLocation(node), node);
  if (only?.kind === "class" && seen.kind === "instance" && options.length === 1)
    return { signatures, made: seen, receiver: argumentsOf(x.ctx.program, seen) };
  const made = options.flatMap((option) => x.ctx.unifier.madeBy(option) ?? []);
  return { signatures, made: unionOf(made), receiver: new Map() };
}

function flowArguments(
  x: Extractor,
  args: readonly Expr[],
  nodes: readonly ts.Expression[],
  signature: Signature | undefined,
): void {
  args.forEach((arg, i) => {
    const target = signature && placeOf(signature, i);
    if (target && arg.kind !== "spread") x.flow(arg, target, nodes[i] as ts.Node);
  });
}

/** `new DataView(part.buffer, part.byteOffset, part.byteLength)` views what `part` is, whatever bytes it is a part of. */
function viewedArray(
  checker: ts.TypeChecker,
  { expression, arguments: given }: ts.NewExpression,
): ts.Expression | null {
  const names = ["buffer", "byteOffset", "byteLength"];
  const parts = (given ?? []).flatMap((arg, i) =>
    ts.isPropertyAccessExpression(arg) && ts.isIdentifier(arg.expression) && arg.name.text === names[i]
      ? arg.expression
      : [],
  );
  const [first] = parts;
  const isView = ts.isIdentifier(expression) && expression.text === "DataView" && given?.length === 3;
  if (!isView || first === undefined || parts.length < 3 || parts.some((part) => part.text !== first.text)) return null;
  return checker.getTypeAtLocation(first).getSymbol()?.name === "Uint8Array" ? first : null;
}

/** `new Promise(executor)`: what `resolve` takes is what the promise gives. */
function linkResolve(x: Extractor, value: Type, executor: number): void {
  const { signatures } = x.ctx.program;
  const resolve = signatures[executor]?.params[0];
  const taken = resolve?.kind === "function" ? signatures[resolve.signature]?.params[0] : undefined;
  if (taken) x.ctx.unifier.unify(taken, value);
}

/** `new Map(entries)`, `new Set(items)`: what they hold is what the argument held. */
function linkEntries(x: Extractor, node: ts.Node, type: Type, argument: Expr): void {
  if (type.kind === "promise" && argument.type.kind === "function") linkResolve(x, type.value, argument.type.signature);
  if (type.kind !== "map" && type.kind !== "set") return;
  const item: Type = type.kind === "set" ? type.item : { kind: "tuple", elements: [type.key, type.value] };
  x.link(itemOf(x, argument, node), item, node);
}
