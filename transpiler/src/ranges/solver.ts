// The range analysis: how large every integer of the program can be. Each cell is the join of all that is stored in it,
// found by walking the whole program until nothing changes; within a function the walk also follows assignments and
// comparisons. growth.ts cuts the growth short; what went too far comes back down as far as later passes prove.

import { type Finding, findings } from "../diagnostics/catalogue.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Span } from "../python/ast.ts";
import type { Expr, Program } from "../tree/nodes.ts";
import type { Cells } from "../types/cells.ts";
import { isFailed, optionsOf, type Type } from "../types/type.ts";
import type { Edge } from "../types/unify.ts";
import { Growth } from "./growth.ts";
import { tableLengths } from "./lengths.ts";
import { ANY, isNothing, join, meet, NOTHING, type Range, range, same, within } from "./range.ts";
import { ANY_TEXT, isText } from "./texts.ts";
import { type Unit, unitsOf } from "./walk.ts";

/** From above every pass is right already: more of them only come nearer. */
const SHRINKING_PASSES_MAX = 8;

export interface Facts {
  /** The range of a numeric expression, by its id. */
  range(id: number): Range;
  /** The code points of a text, by the expression's id. */
  characters(id: number): Range;
  /** The index of an element, or of a character, is one that there is, by the id of the access. */
  isInside(id: number): boolean;
  /** What may be read from the number of a type. */
  load(type: Type): Range;
}

/** What a unit read and stored when it was last walked. */
interface Visit {
  readonly unit: Unit;
  /** Cells; null before the first walk. */
  reads: ReadonlySet<number> | null;
  contributions: ReadonlyMap<number, Range>;
}

export class Solver implements Facts {
  readonly diagnostics: Diagnostic[] = [];
  /** Set in the last pass, in which what is wrong is said. */
  final = false;
  module = 0;
  /** Sums that are the step of a variable taken as bounded. */
  readonly steps = new Set<number>();
  private readonly current = new Map<number, Range>();
  private contributions = new Map<number, Range>();
  private reads = new Set<number>();
  private readonly visits: Visit[];
  /** Cells whose value, or whose soft bound, has changed since the last visit. */
  private changed = new Set<number>();
  private softened = new Set<number>();
  readonly growth = new Growth();
  private readonly ranges = new Map<number, Range>();
  private readonly texts = new Map<number, Range>();
  /** Of each expression, what its last evaluation gave. */
  readonly latest = new Map<number, Range>();
  private readonly inside = new Map<number, boolean>();
  readonly tableLengths: ReadonlyMap<number, number>;

  constructor(
    readonly program: Program,
    readonly cells: Cells,
    readonly flows: ReadonlyMap<number, readonly Type[]>,
    readonly edges: readonly Edge[],
  ) {
    this.tableLengths = tableLengths(program);
    this.visits = unitsOf(program).map((unit) => ({ unit, reads: null, contributions: new Map() }));
  }

  solve(): this {
    for (let pass = 0; this.grow(pass); ) pass++;
    for (let pass = 0; pass < SHRINKING_PASSES_MAX && this.shrink(); ) pass++;
    this.final = true;
    this.visit();
    return this;
  }

  /** Walks what reads a cell that has changed; of the rest, what it stores is known from before. */
  private visit(): void {
    const { changed, softened } = this;
    this.changed = new Set();
    this.softened = new Set();
    for (const visit of this.visits) {
      const isStale = visit.reads === null || meets(changed, visit.reads) || meets(softened, visit.contributions);
      if (isStale || this.final) this.walk(visit);
    }
    this.contributions = new Map();
    this.reads = new Set();
    for (const { contributions } of this.visits) for (const [cell, seen] of contributions) this.contribute(cell, seen);
    for (const { from, to, module, span } of this.edges) {
      this.module = module;
      this.store({ kind: "number", cell: to }, this.load({ kind: "number", cell: from }), span);
    }
  }

  private walk(visit: Visit): void {
    this.contributions = new Map();
    this.reads = new Set();
    this.module = visit.unit.module;
    visit.unit.walk(this);
    visit.contributions = this.contributions;
    visit.reads = this.reads;
  }

  private set(cell: number, value: Range): void {
    const old = this.current.get(cell);
    if (old === undefined || !same(old, value)) this.changed.add(cell);
    this.current.set(cell, value);
  }

  private grow(pass: number): boolean {
    this.visit();
    let changed = false;
    for (const [cell, seen] of this.contributions) {
      const old = this.current.get(cell) ?? NOTHING;
      const wide = join(old, seen);
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
      const seen = this.contributions.get(cell);
      if (seen) this.set(cell, meet(seen, old));
    }
    return this.changed.size > 0;
  }

  /** A value is stored in a type's cell; in the last pass a declared bound must hold. */
  store(type: Type, value: Range, span: Span): void {
    for (const option of optionsOf(type)) {
      if (value.nan && (option.kind === "unknown" || option.kind === "json")) this.report(span, findings.mayBeNaN());
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
    this.contributions.set(cell, join(this.contributions.get(cell) ?? NOTHING, seen));
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
    for (const option of optionsOf(type)) {
      if (isFailed(option)) return NOTHING;
      if (option.kind === "json" || option.kind === "unknown") return ANY;
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

  range(id: number): Range {
    return this.ranges.get(id) ?? NOTHING;
  }

  report(span: Span, finding: Finding): void {
    if (!this.final) return;
    const file = this.program.modules[this.module]?.path ?? null;
    this.diagnostics.push({ ...finding, file, ...span });
  }
}

function meets(cells: ReadonlySet<number>, others: ReadonlySet<number> | ReadonlyMap<number, Range>): boolean {
  for (const cell of cells) if (others.has(cell)) return true;
  return false;
}

export function show(value: number): string {
  if (!Number.isFinite(value)) return value > 0 ? "infinity" : "-infinity";
  return Math.abs(value) > Number.MAX_SAFE_INTEGER ? value.toPrecision(3) : String(value);
}
