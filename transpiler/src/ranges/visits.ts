// Who reads and who writes each cell, so that a pass looks only at what the last one has changed: a chain of a thousand
// functions takes a thousand passes.
import { join, type Range, same } from "./range.ts";
import type { Solver } from "./solver.ts";

/** What is walked by itself: a module's top level, a class's fields, a function, a value that passes on. */
export interface Unit {
  readonly module: number;
  readonly walk: (solver: Solver) => void;
}

/** What a unit read and stored when it was last walked. */
export interface Visit {
  readonly index: number;
  readonly unit: Unit;
  reads: ReadonlySet<number>;
  contributions: ReadonlyMap<number, Range>;
}

export class Visits {
  readonly all: readonly Visit[];
  private readonly readers = new Map<number, Set<Visit>>();
  private readonly writers = new Map<number, Set<Visit>>();

  constructor(units: readonly Unit[]) {
    this.all = units.map((unit, index) => ({ index, unit, reads: new Set(), contributions: new Map() }));
  }

  /** Those that read, or write, one of the cells; in their order. */
  of(read: ReadonlySet<number>, written: ReadonlySet<number>): Visit[] {
    const found = new Set<Visit>();
    for (const cell of read) for (const visit of this.readers.get(cell) ?? []) found.add(visit);
    for (const cell of written) for (const visit of this.writers.get(cell) ?? []) found.add(visit);
    return [...found].sort((a, b) => a.index - b.index);
  }

  /** Takes what a unit has now read and stored. Cells to which it stores another value than before are put in `touched`. */
  note(visit: Visit, reads: ReadonlySet<number>, stored: ReadonlyMap<number, Range>, touched: Set<number>): void {
    const before = visit.contributions;
    for (const cell of visit.reads) if (!reads.has(cell)) this.readers.get(cell)?.delete(visit);
    for (const cell of reads) if (!visit.reads.has(cell)) add(this.readers, cell, visit);
    for (const cell of before.keys()) {
      if (stored.has(cell)) continue;
      this.writers.get(cell)?.delete(visit);
      touched.add(cell);
    }
    for (const [cell, value] of stored) {
      const old = before.get(cell);
      if (old === undefined) add(this.writers, cell, visit);
      if (old === undefined || !same(old, value)) touched.add(cell);
    }
    visit.reads = reads;
    visit.contributions = stored;
  }

  /** All that is stored in a cell. */
  stored(cell: number): Range | null {
    let all: Range | null = null;
    for (const { contributions } of this.writers.get(cell) ?? []) {
      const one = contributions.get(cell);
      if (one) all = all ? join(all, one) : one;
    }
    return all;
  }
}

function add(index: Map<number, Set<Visit>>, cell: number, visit: Visit): void {
  const known = index.get(cell);
  if (known) known.add(visit);
  else index.set(cell, new Set([visit]));
}
