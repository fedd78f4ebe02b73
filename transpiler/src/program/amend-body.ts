// Reads the body of one function anew, in a program that was read before. What the rest of the program can see of it must
// be as it was: where it is not, Unsettled is thrown, and the whole program has to be read again.
import { ts } from "ts-morph";
import { passedPlace } from "../ranges/passing.ts";
import { UNUSED } from "../tree/binding.ts";
import type { Binding, Func, Module, Program } from "../tree/nodes.ts";
import { isExpression, nodesOf } from "../tree/walk.ts";
import { isIterator } from "../types/iteration.ts";
import { Unsettled } from "../types/settled.ts";
import { typeKey } from "../types/type.ts";
import type { Edge } from "../types/unify.ts";
import { methodReceiver } from "./class-bodies.ts";
import type { Context, Receiver } from "./context.ts";
import type { Extractor } from "./extractor.ts";
import { refuseHoles } from "./holes.ts";
import type { Loaded } from "./load.ts";
import { type EditedBody, moved, Renewal } from "./renewal.ts";

/** What the body has brought. */
export interface Amendment {
  readonly module: number;
  /** The function, and those within it. */
  readonly functions: readonly Func[];
  readonly edges: readonly Edge[];
  /** Cells below this one were there before. */
  readonly firstCell: number;
}

type Amendable = ts.FunctionDeclaration | ts.MethodDeclaration;

export function amendBody(x: Extractor, loaded: Loaded, edit: EditedBody): Amendment {
  const { ctx } = x;
  const { program, unifier } = ctx;
  const old = amendable(ctx, edit.before.parent);
  const rest = new Rest(ctx, old);
  const [firstCell, firstFunction, firstEdge] = [ctx.cells.count, program.functions.length, unifier.edges.length];
  renew(x, loaded, new Renewal(edit));
  moveModule(ctx, old.module, edit);
  forgetBody(ctx, old);
  unifier.settle();
  const node = edit.after.parent as Amendable;
  refuseHoles(ctx, node.getSourceFile());
  const func = { ...old, body: [], usesThis: false, span: ctx.span(node) };
  program.functions[func.id] = func;
  extractBody(x, func, edit.after, ts.isMethodDeclaration(node) ? methodReceiver(x, node) : null);
  const functions = [func, ...program.functions.slice(firstFunction)];
  settleMembers(program, functions);
  rest.expectSame(func);
  return { module: func.module, functions, edges: unifier.edges.slice(firstEdge), firstCell };
}

/** A function at the top of a module, or a method of a class there, that neither generics nor iteration look into. */
function amendable(ctx: Context, node: ts.Node): Func {
  const id = ctx.functionIds.get(node);
  const func = id === undefined ? undefined : ctx.program.functions[id];
  const isMethod = ts.isMethodDeclaration(node) && ts.isClassDeclaration(node.parent);
  const outer = isMethod ? node.parent : node;
  const isPlain =
    (isMethod || ts.isFunctionDeclaration(node)) &&
    ts.isSourceFile(outer.parent) &&
    !node.typeParameters &&
    !(isMethod && node.parent.typeParameters) &&
    node.parameters.every((param) => ts.isIdentifier(param.name) && !param.initializer);
  if (func === undefined || !isPlain || func.isGenerator || ctx.program.lookedInto.has(func.id))
    throw new Unsettled("More than the body of a function");
  return func;
}

function renew(x: Extractor, loaded: Loaded, renewal: Renewal): void {
  const { ctx } = x;
  for (const table of [ctx.classNodes, ctx.moduleIds, ctx.functionIds, ctx.loopIds])
    renewal.table(table as Map<ts.Node, number>);
  for (const [id, node] of ctx.declarations) ctx.declarations.set(id, renewal.node(node) ?? node);
  for (const [id, node] of ctx.functionNodes.entries()) ctx.functionNodes[id] = renewal.node(node) ?? node;
  ctx.bindingIds.renew(renewal);
  ctx.classIds.renew(renewal);
  x.types.renew(renewal);
  ctx.checker = loaded.checker;
}

/** What stands behind the body in its file has moved. */
function moveModule(ctx: Context, index: number, edit: EditedBody): void {
  const { program, unifier } = ctx;
  const move = moved(edit);
  const isHere = ({ module }: { readonly module: number }) => module === index;
  const found = spansIn([
    program.modules[index]?.body,
    program.functions.filter((func) => func !== undefined && isHere(func)),
    program.classes.filter(isHere),
    program.bindings.filter(isHere),
    unifier.edges.filter(isHere),
  ]);
  Object.assign(program.modules[index] as Module, { text: edit.after.getSourceFile().text });
  for (const span of found) Object.assign(span, { start: move(span.start), end: move(span.end) });
}

interface Place {
  readonly start: number;
  readonly end: number;
}

/** Each once, as nodes may share theirs. */
function spansIn(pieces: unknown): Set<Place> {
  const found = new Set<Place>();
  const open: unknown[] = [pieces];
  while (open.length > 0) {
    const at = open.pop();
    if (at === null || typeof at !== "object") continue;
    const { start, end } = at as Partial<Place>;
    if (typeof start === "number" && typeof end === "number") found.add(at as Place);
    for (const key in at) if (!TYPES.has(key)) open.push((at as Record<string, unknown>)[key]);
  }
  return found;
}

const TYPES: ReadonlySet<string> = new Set(["type", "wide", "writes", "members"]);

/** Its variables and the functions within it are no longer part of anything. */
function forgetBody({ program }: Context, func: Func): void {
  const inner = new Set<number>();
  for (const one of program.functions)
    if (one && one.owner !== null && (one.owner === func.id || inner.has(one.owner))) inner.add(one.id);
  const params = new Set(func.params.map(({ binding }) => binding));
  for (const one of program.bindings) {
    const isInner = one.owner !== null && (one.owner === func.id || inner.has(one.owner));
    if (isInner && params.has(one.id)) Object.assign(one, UNUSED);
    else if (isInner) program.bindings[one.id] = { ...one, ...NOWHERE };
  }
  for (const id of inner) {
    program.functions[id] = { ...(program.functions[id] as Func), ...NOWHERE, params: [], body: [], expression: null };
    program.uses.delete(id);
  }
  program.uses.delete(func.id);
}

/** In no module, and in no function that there will be. */
const NOWHERE = { module: -1, owner: Number.MIN_SAFE_INTEGER } as const;

function extractBody(x: Extractor, func: Func, body: ts.Block, receiver: Receiver | null): void {
  const { ctx } = x;
  ctx.module = func.module;
  ctx.func = func.id;
  ctx.receiver = receiver;
  func.body = x.statements(body.statements);
  ctx.func = null;
  ctx.receiver = null;
}

function settleMembers({ slots }: Program, functions: readonly Func[]): void {
  for (const node of nodesOf(functions.map(({ body, params, expression }) => [body, params, expression])))
    if (isExpression(node) && node.kind === "member" && node.access !== "library") node.access = slots.form(node.slot);
}

/** What the rest of the program may know of a body. */
class Rest {
  private readonly before: string;
  private readonly keyed: ReadonlySet<string>;
  private readonly writes: number;
  private readonly reads: number;
  private readonly shapes: number;
  private readonly signatures: number;

  constructor(
    private readonly ctx: Context,
    func: Func,
  ) {
    this.keyed = new Set(ctx.program.keyed.map(typeKey));
    this.writes = ctx.writes.length;
    this.reads = ctx.reads.length;
    this.shapes = ctx.program.shapes.length;
    this.signatures = ctx.program.signatures.length;
    this.before = this.seen(func);
  }

  expectSame(func: Func): void {
    const { ctx } = this;
    const { program, unifier } = ctx;
    const isNew =
      program.keyed.some((type) => !this.keyed.has(typeKey(type))) ||
      ctx.writes.slice(this.writes).some(({ slot }) => program.slots.is(slot, "frozen")) ||
      ctx.reads.slice(this.reads).some(({ slot }) => program.slots.is(slot, "bound")) ||
      program.shapes.slice(this.shapes).some((shape) => isIterator(unifier, shape.properties));
    if (isNew || this.seen(func) !== this.before) throw new Unsettled("What the rest of the program sees");
  }

  private seen(func: Func): string {
    const { ctx } = this;
    const { program, unifier } = ctx;
    const { keysSeen, wordsShared, buffersSeen, sends, throwsIn, delegates } = program;
    const counts = [ctx.diagnostics, ctx.setters, ctx.copies, ctx.copied, ctx.keyedObjects].map((list) => list.length);
    return JSON.stringify([
      [keysSeen, wordsShared, buffersSeen, sends, throwsIn, delegates],
      [...counts, program.classes.length, program.parameters.length, unifier.kindsMixed.length, ctx.failures.isEmpty],
      [func.usesThis, passedPlace(program, func)],
      [...program.spread].filter((signature) => signature < this.signatures).length,
      this.bindings.map((one) => Object.keys(UNUSED).map((flag) => Number(one[flag as keyof typeof UNUSED]))),
    ]);
  }

  /** Those that other functions may use, too. */
  private get bindings(): readonly Binding[] {
    return this.ctx.program.bindings.filter(({ owner, module }) => owner === null && module >= 0);
  }
}
