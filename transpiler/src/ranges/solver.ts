// The range analysis: how large every integer of the program can be. Each cell is the join of all that is stored in it,
// found by walking the whole program until nothing changes; within a function the walk also follows assignments and
// comparisons. growth.ts cuts the growth short; what went too far comes back down as far as later passes prove.

import { type Finding, findings } from "../diagnostics/catalogue.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Span } from "../python/ast.ts";
import type { Expr, Func, Program } from "../tree/nodes.ts";
import { Cells } from "../types/cells.ts";
import { Unsettled } from "../types/settled.ts";
import { isFailed, mayBe, optionsOf, type Type } from "../types/type.ts";
import type { Edge } from "../types/unify.ts";
import { Copies } from "./copies.ts";
import { Entries, entryOf } from "./entries.ts";
import type { Environment } from "./environment.ts";
import { ANY_FLOAT, floats, GRAIN_MIN } from "./floats.ts";
import { Growth } from "./growth.ts";
import { tableLengths } from "./lengths.ts";
import { ANY, isNothing, join, meet, NOTHING, type Range, range, same, within } from "./range.ts";
import { ANY_TEXT, isText } from "./texts.ts";
import { type Unit, type Visit, Visits } from "./visits.ts";
import { functionUnit, unitsOf } from "./walk.ts";

/** From above every pass is right already: more of them only come nearer. */
const SHRINKING_PASSES_MAX = 8;

export interface Facts {
  /** The range of a numeric expression, by its id. */
  range(id: number): Range;
  /** The code points of a text, by the expression's id. */
  characters(id: number): Range;
  /** The index of an element, or of a character, is one that there is, by the id of the access. */
  isInside(id: number): boolean;
  /** What is read may be null although its type excludes that, by the id of the access. */
  isDoubtful(id: number): boolean;
  /** What may be read from the number of a type. */
  load(type: Type): Range;
}

/** Refused for how large a number is: it may be that growth was cut short too early. */
const OF_SIZE: ReadonlySet<string> = new Set(["TP3003", "TP3004", "TP3005"]);
/** Cells of the heads of loops are far from those of the program. */
const HEADS_FROM = 2 ** 40;
/** What grew beyond that may have been taken too far. */
const FAR = range(-(2 ** 32), 2 ** 32);

export class Solver implements Facts {
  readonly diagnostics: Diagnostic[] = [];
  /** Set in the last pass, in which what is wrong is said. */
  final = false;
  module = 0;
  /** Sums that are the step of a variable taken as bounded. */
  readonly steps = new Set<number>();
  /** Differences of which only the sign counts. */
  readonly compared = new Set<number>();
  /** Parameters of functions that reduce is handed: the result so far. */
  readonly folds = new Set<number>();
  /** Parameters of functions that reduce is handed: an item that this function has just given. */
  readonly mapped = new Map<number, Func>();
  private readonly current = new Map<number, Range>();
  private contributions = new Map<number, Range>();
  private reads = new Set<number>();
  private visits: Visits;
  private readonly entries = new Entries();
  private copies: Copies;
  private readonly heads = new Map<object, Map<number, number>>();
  private nextHead = HEADS_FROM;
  /** What these cells hold is settled: below the first, and those of heads below the second. */
  private settledBelow = 0;
  private settledHeads = HEADS_FROM;
  /** Cells whose value, or whose soft bound, has changed since the last visit. */
  private changed = new Set<number>();
  private softened = new Set<number>();
  /** Cells in which the last visit has stored something else, or which have changed before it. */
  private touched = new Set<number>();
  readonly growth = new Growth();
  /** The cells that grow once more, with what they held the first time: they hold no more than that. */
  private again: ReadonlyMap<number, Range> | null = null;
  private readonly ranges = new Map<number, Range>();
  private readonly texts = new Map<number, Range>();
  /** Of each expression, what its last evaluation gave. */
  readonly latest = new Map<number, Range>();
  private readonly inside = new Map<number, boolean>();
  readonly tableLengths: ReadonlyMap<number, number>;
  private readonly doubts = new Set<number>();

  constructor(
    readonly program: Program,
    readonly cells: Cells,
    readonly flows: ReadonlyMap<number, readonly Type[]>,
    edges: readonly Edge[],
  ) {
    this.copies = new Copies(cells, edges);
    this.tableLengths = tableLengths(program);
    this.visits = new Visits([...unitsOf(program), ...edges.map(edgeUnit)]);
  }

  /**
   * Takes in functions and flows that an edit has brought. Cells below `firstCell` hold what they held: throws Unsettled
   * where more would be stored in them.
   */
  extend(functions: readonly Func[], edges: readonly Edge[], firstCell: number): void {
    this.settledBelow = firstCell;
    this.settledHeads = this.nextHead;
    this.final = false;
    this.again = null;
    this.changed = new Set();
    this.softened = new Set();
    this.copies = new Copies(this.cells, edges);
    this.visits = new Visits([...functions.map(functionUnit), ...edges.map(edgeUnit)]);
    this.settle();
  }

  solve(): this {
    this.settle();
    // Both ways are right, and the second takes its time.
    if (this.diagnostics.some(({ code }) => OF_SIZE.has(code))) this.settleAgain();
    return this;
  }

  private settle(): void {
    this.visit(this.visits.all);
    for (let pass = 0; this.grow(pass); pass++) this.visit();
    for (let pass = 0; pass < SHRINKING_PASSES_MAX && this.shrink(); ) pass++;
    for (const [cell, first] of this.again ?? []) this.set(cell, meet(this.current.get(cell) ?? NOTHING, first));
    this.final = true;
    this.visit(this.visits.all);
  }

  /** What is large grows anew from nothing, while the rest holds what is proven of it: so a large number is not its own reason. */
  private settleAgain(): void {
    this.again = new Map([...this.current].filter(([, value]) => !within(value, FAR)));
    for (const cell of this.again.keys()) {
      this.current.delete(cell);
      this.changed.add(cell);
    }
    this.growth.restart();
    this.final = false;
    this.diagnostics.length = 0;
    for (const facts of [this.ranges, this.texts, this.inside, this.doubts]) facts.clear();
    this.settle();
  }

  /** Walks what reads a cell that has changed; of the rest, what it stores is known from before. */
  private visit(stale: readonly Visit[] = this.visits.of(this.changed, this.softened)): void {
    // What has grown may have to grow on.
    this.touched = new Set(this.changed);
    this.changed = new Set();
    this.softened = new Set();
    for (const visit of stale) this.walk(visit);
  }

  private walk(visit: Visit): void {
    this.contributions = new Map();
    this.reads = new Set();
    this.module = visit.unit.module;
    visit.unit.walk(this);
    for (const entry of this.entries.settle()) this.changed.add(entry);
    this.visits.note(visit, this.reads, this.contributions, this.touched);
  }

  /** What is in one cell comes to be in the other as it is. */
  isCopied(from: number, to: number): boolean {
    return from === to || this.copies.reaches(from, to);
  }

  /** What a function that is made, or called, at this place knows from it. */
  noteEntry(func: number, known: Environment): void {
    this.entries.note(func, known);
  }

  entry(func: number): Environment {
    this.reads.add(entryOf(func));
    return this.entries.of(func);
  }

  private set(cell: number, value: Range): void {
    const old = this.current.get(cell);
    if (old === undefined || !same(old, value)) this.changed.add(cell);
    this.current.set(cell, value);
  }

  private grow(pass: number): boolean {
    let changed = this.changed.size > 0;
    for (const cell of this.touched) {
      if (this.isSettled(cell)) continue;
      const known = this.current.get(cell);
      if (this.again && known && !this.again.has(cell)) continue;
      const old = known ?? NOTHING;
      const wide = join(old, this.visits.stored(cell) ?? NOTHING);
      if (same(old, wide)) continue;
      changed = true;
      this.set(cell, this.growth.grow(pass, cell, old, wide));
      if (this.growth.steps(cell)) this.softened.add(cell);
    }
    return changed;
  }

  /** A variable that counts as bounded although it steps without end. */
  isStepper(type: Type): boolean {
    return optionsOf(type).some((option) => {
      if (option.kind !== "number") return false;
      const cell = this.cells.find(option.cell);
      this.reads.add(cell);
      return this.growth.steps(cell);
    });
  }

  /** From above: what the cells hold when they hold no more than what the walk stores. */
  private shrink(): boolean {
    this.visit();
    for (const [cell, old] of this.current) {
      if (this.isSettled(cell)) continue;
      const seen = this.visits.stored(cell);
      if (seen) this.set(cell, meet(seen, old));
    }
    return this.changed.size > 0;
  }

  /** A value is stored in a type's cell; in the last pass a declared bound must hold. */
  store(type: Type, value: Range, span: Span): void {
    for (const option of optionsOf(type)) {
      if (value.nan && (option.kind === "unknown" || option.kind === "json")) this.report(span, findings.mayBeNaN());
      if (option.kind === "float" && option.cell !== Cells.RVALUE && !isNothing(value))
        this.contribute(this.cells.find(option.cell), { ...value, grain: value.grain ?? GRAIN_MIN });
      if (option.kind !== "number" || (isNothing(value) && !value.nan)) continue;
      const cell = this.cells.find(option.cell);
      const declared = this.cells.declared(cell);
      if (declared && !within(value, declared))
        this.report(
          span,
          findings.outOfRange(show(value.low), show(value.high), show(declared.low), show(declared.high)),
        );
      if (declared && value.nan) this.report(span, findings.mayBeNaN());
      const bounded = declared ? { ...meet(value, declared), nan: false } : value;
      this.contribute(cell, this.growth.clip(cell, bounded));
    }
  }

  private contribute(cell: number, seen: Range): void {
    if (this.final && this.isSettled(cell) && !this.holds(cell, seen)) throw new Unsettled("What a cell holds");
    this.contributions.set(cell, join(this.contributions.get(cell) ?? NOTHING, seen));
  }

  private isSettled(cell: number): boolean {
    return cell >= HEADS_FROM ? cell < this.settledHeads : cell < this.settledBelow;
  }

  /** What is read from a settled cell may be this already. */
  private holds(cell: number, seen: Range): boolean {
    const stored = this.current.get(cell) ?? NOTHING;
    const bounds = this.cells.declared(cell) ?? this.cells.seed(cell);
    const all = bounds ? join(stored, range(bounds.low, bounds.high)) : stored;
    return same(join(all, seen), all);
  }

  /** The cell of a variable at the head of a loop. */
  headCell(loop: object, binding: number): number {
    const cells = this.heads.get(loop) ?? new Map<number, number>();
    this.heads.set(loop, cells);
    const cell = cells.get(binding) ?? this.nextHead++;
    cells.set(binding, cell);
    return cell;
  }

  atHead(cell: number): Range {
    this.reads.add(cell);
    return this.current.get(cell) ?? NOTHING;
  }

  storeAtHead(cell: number, value: Range): void {
    this.contribute(cell, this.growth.clip(cell, value));
  }

  /** A text with these characters is stored in a type's cell. */
  storeText(type: Type, characters: Range): void {
    for (const option of optionsOf(type)) {
      if (option.kind !== "string" || option.cell === undefined || isNothing(characters)) continue;
      const cell = this.cells.find(option.cell);
      if (!this.cells.declared(cell)) this.contribute(cell, characters);
    }
  }

  private loadText(type: Type): Range {
    let characters = NOTHING;
    for (const option of optionsOf(type)) {
      if (option.kind !== "string") continue;
      const cell = option.cell === undefined ? null : this.cells.find(option.cell);
      if (cell === null || this.cells.declared(cell)) return ANY_TEXT;
      this.reads.add(cell);
      characters = join(characters, this.current.get(cell) ?? NOTHING);
    }
    return characters;
  }

  /** What may be read from the number, or the text, of a type. */
  load(type: Type): Range {
    if (isText(type)) return this.loadText(type);
    if (mayBe(type, "number") && mayBe(type, "float")) return this.loadEither(type);
    for (const option of optionsOf(type)) {
      if (isFailed(option)) return NOTHING;
      if (option.kind === "json" || option.kind === "unknown") return ANY;
      if (option.kind === "float") return this.loadFloat(option.cell);
      if (option.kind !== "number") continue;
      const cell = this.cells.find(option.cell);
      this.reads.add(cell);
      const declared = this.cells.declared(cell);
      const stored = this.current.get(cell);
      if (declared) return range(declared.low, declared.high, stored?.negativeZero ?? false);
      const seed = this.cells.seed(cell);
      return seed ? join(stored ?? NOTHING, range(seed.low, seed.high)) : (stored ?? NOTHING);
    }
    return NOTHING;
  }

  /** What a type parameter stands for may be an integer here and a float there. */
  private loadEither(type: Type): Range {
    const all = optionsOf(type).map((option) => this.load(option));
    const { low, high, negativeZero, nan } = all.reduce(join);
    return range(low, high, negativeZero, nan);
  }

  private loadFloat(of: number): Range {
    const cell = this.cells.find(of);
    this.reads.add(cell);
    if (this.cells.declared(cell)) return ANY_FLOAT;
    const seed = this.cells.seed(cell);
    const stored = this.current.get(cell) ?? NOTHING;
    return seed ? join(stored, floats(seed.low, seed.high, GRAIN_MIN)) : stored;
  }

  note({ id, type }: Expr, value: Range): Range {
    this.latest.set(id, value);
    const ranges = isText(type) ? this.texts : this.ranges;
    if (this.final) ranges.set(id, join(ranges.get(id) ?? NOTHING, value));
    return value;
  }

  characters(id: number): Range {
    return this.texts.get(id) ?? ANY_TEXT;
  }

  /** An access that is walked more than once must be inside each time. */
  noteInside(id: number, isInside: boolean): void {
    if (this.final) this.inside.set(id, isInside && (this.inside.get(id) ?? true));
  }

  isInside(id: number): boolean {
    return this.inside.get(id) ?? false;
  }

  /** An access that is walked more than once is in doubt when it is once. */
  noteDoubt(id: number, isDoubtful: boolean): void {
    if (this.final && isDoubtful) this.doubts.add(id);
  }

  isDoubtful(id: number): boolean {
    return this.doubts.has(id);
  }

  range(id: number): Range {
    return this.ranges.get(id) ?? NOTHING;
  }

  report(span: Span, finding: Finding): void {
    if (!this.final) return;
    const file = this.program.modules[this.module]?.path ?? null;
    this.diagnostics.push({ ...finding, file, ...span });
  }
}

function edgeUnit({ from, to, kind, module, span }: Edge): Unit {
  const walk = (solver: Solver) => solver.store({ kind, cell: to }, solver.load({ kind, cell: from }), span);
  return { module, walk };
}

export function show(value: number): string {
  if (!Number.isFinite(value)) return value > 0 ? "infinity" : "-infinity";
  return Math.abs(value) > Number.MAX_SAFE_INTEGER ? value.toPrecision(3) : String(value);
}
