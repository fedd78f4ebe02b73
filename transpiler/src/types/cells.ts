// The table of number cells. A cell stands for all storage that must agree on its range: a variable, a field, the
// elements of an array and of every array that it was assigned to. A union-find, as in Hindley-Milner inference.
import { Unsettled } from "./settled.ts";

export interface Bounds {
  readonly low: number;
  readonly high: number;
}

/** Integers that a binary64 holds exactly, with their neighbours: Number.MIN_SAFE_INTEGER to Number.MAX_SAFE_INTEGER. */
export const SAFE: Bounds = { low: Number.MIN_SAFE_INTEGER, high: Number.MAX_SAFE_INTEGER };

/** Numbers of 32 bits that are finite. */
export const FLOATS: Bounds = { low: -((2 - 2 ** -23) * 2 ** 127), high: (2 - 2 ** -23) * 2 ** 127 };

/** The code points that a text may hold. */
export const TEXT: Bounds = { low: 0, high: 0x10ffff };

/** How long an array or a text can be on any board, and so how large an index: its square is below 2^53. */
export const LENGTH: Bounds = { low: 0, high: 0x3ffffff };

interface Cell {
  parent: number;
  /** What must be proven of all that is stored. */
  declared: Bounds | null;
  /** What may be there without having been stored: the values of a type of literals. */
  seed: Bounds | null;
}

export class Cells {
  private readonly cells: Cell[] = [{ parent: 0, declared: SAFE, seed: null }];
  private readonly byBounds = new Map<string, number>();
  /** Cells below this one are settled. */
  private settled = 0;
  private closed = false;

  /** The cell of values that are not stored: their range is that of the expression. */
  static readonly RVALUE = 0;

  get count(): number {
    return this.cells.length;
  }

  /**
   * What is known of the cells that there are stays as it is: what would change it throws Unsettled.
   * @param closed nor does any other become one with them
   */
  settle(closed: boolean): void {
    this.settled = this.cells.length;
    this.closed = closed;
  }

  fresh(declared: Bounds | null = null, seed: Bounds | null = null): number {
    this.cells.push({ parent: this.cells.length, declared, seed });
    return this.cells.length - 1;
  }

  /** A shared cell for results that a declaration bounds; nothing is stored there. */
  result(bounds: Bounds): number {
    const key = `${bounds.low},${bounds.high}`;
    const known = this.byBounds.get(key);
    if (known !== undefined) return known;
    const cell = this.fresh(bounds);
    this.byBounds.set(key, cell);
    return cell;
  }

  find(cell: number): number {
    let root = cell;
    while (this.at(root).parent !== root) root = this.at(root).parent;
    for (let at = cell; at !== root; ) {
      const next = this.at(at).parent;
      this.at(at).parent = root;
      at = next;
    }
    return root;
  }

  declared(cell: number): Bounds | null {
    return this.at(this.find(cell)).declared;
  }

  /** Anything may be in the cell of a text. */
  open(cell: number): void {
    const root = this.find(cell);
    if (root < this.settled && !isSame(this.at(root).declared, TEXT)) throw new Unsettled("What a text may hold");
    this.at(root).declared = TEXT;
  }

  seed(cell: number): Bounds | null {
    return this.at(this.find(cell)).seed;
  }

  /** Makes two cells one; declared bounds intersect, as both declarations must stay true. */
  union(a: number, b: number): void {
    const [x, y] = this.settledFirst(this.find(a), this.find(b));
    if (x === y || x === Cells.RVALUE || y === Cells.RVALUE) return;
    const [root, other] = [this.at(x), this.at(y)];
    const declared = combined(root.declared, other.declared, Math.max, Math.min);
    const seed = combined(root.seed, other.seed, Math.min, Math.max);
    if (x < this.settled) {
      const isKept = isSame(declared, root.declared) && isSame(seed, root.seed);
      if (this.closed || y < this.settled || !isKept) throw new Unsettled("What is stored together");
    }
    other.parent = x;
    root.declared = declared;
    root.seed = seed;
  }

  /** A settled cell stays the one that stands for all that become one with it. */
  private settledFirst(x: number, y: number): readonly [number, number] {
    return y < this.settled && x >= this.settled ? [y, x] : [x, y];
  }

  private at(index: number): Cell {
    const cell = this.cells[index];
    if (cell === undefined) throw new Error(`no cell ${index}`);
    return cell;
  }
}

function isSame(a: Bounds | null, b: Bounds | null): boolean {
  return a?.low === b?.low && a?.high === b?.high;
}

type Choose = (a: number, b: number) => number;

function combined(a: Bounds | null, b: Bounds | null, low: Choose, high: Choose): Bounds | null {
  return a && b ? { low: low(a.low, b.low), high: high(a.high, b.high) } : (a ?? b);
}
