// Which cells get copies of which: numbers that pass through parameters and results of function values, and through type
// parameters. `cell.update((n) => n + 1)` is a step of what the cell holds, although three cells lie on the way round.
import type { Cells } from "../types/cells.ts";
import type { Edge } from "../types/unify.ts";

/** Ways are followed so far: every step of the way is a function or a type parameter. */
const WAY_MAX = 200;

export class Copies {
  private receivers: Map<number, number[]> | null = null;
  private readonly reached = new Map<number, ReadonlySet<number>>();

  constructor(
    private readonly cells: Cells,
    private readonly edges: readonly Edge[],
  ) {}

  reaches(from: number, to: number): boolean {
    const known = this.reached.get(from) ?? this.allFrom(from);
    this.reached.set(from, known);
    return known.has(to);
  }

  private allFrom(start: number): ReadonlySet<number> {
    this.receivers ??= this.byGiver();
    const found = new Set<number>([start]);
    for (const cell of found)
      if (found.size < WAY_MAX) for (const next of this.receivers.get(cell) ?? []) found.add(next);
    return found;
  }

  private byGiver(): Map<number, number[]> {
    const receivers = new Map<number, number[]>();
    for (const edge of this.edges) {
      const from = this.cells.find(edge.from);
      const known = receivers.get(from);
      if (known) known.push(this.cells.find(edge.to));
      else receivers.set(from, [this.cells.find(edge.to)]);
    }
    return receivers;
  }
}
