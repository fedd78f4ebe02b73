// How members with one name are kept. A slot stands for a member of a class or of a record type; types that a value
// passes between share the slots of their members, so that all who may read one agree on how it is read.
import { Cells } from "./cells.ts";
import { Unsettled } from "./settled.ts";

/** attribute: a value in the object. accessor: a call of its getter. property: either, which Python decides. */
export type MemberForm = "attribute" | "accessor" | "property";

interface Uses {
  /** A getter or setter. */
  accessor: boolean;
  /** A field, or a key of a literal. */
  stored: boolean;
  /** Of a frozen object. */
  frozen: boolean;
  /** A member of a record type, through which anything of its type may be written. */
  open: boolean;
  /** A method that uses its `this`. */
  bound: boolean;
}

const NOTHING: Uses = { accessor: false, stored: false, frozen: false, open: false, bound: false };

export class MemberSlots {
  private readonly sets = new Cells();
  private readonly uses: Uses[] = [{ ...NOTHING }];
  /** Slots below this one are settled. */
  private settled = 0;

  /** What is known of the slots that there are stays as it is: what would change it throws Unsettled. */
  settle(): void {
    this.sets.settle(false);
    this.settled = this.uses.length;
  }

  fresh(): number {
    this.uses.push({ ...NOTHING });
    return this.sets.fresh();
  }

  union(a: number, b: number): void {
    const [x, y] = [this.sets.find(a), this.sets.find(b)];
    if (x === y) return;
    const [first, second] = [this.of(x), this.of(y)];
    const both: Uses = {
      accessor: first.accessor || second.accessor,
      stored: first.stored || second.stored,
      frozen: first.frozen || second.frozen,
      open: first.open || second.open,
      bound: first.bound || second.bound,
    };
    for (const use of Object.keys(both) as (keyof Uses)[]) {
      if (both[use]) this.note(x, use);
      if (both[use]) this.note(y, use);
    }
    this.sets.union(x, y);
    Object.assign(this.of(x), both);
  }

  note(slot: number, use: keyof Uses): void {
    const root = this.sets.find(slot);
    if (root < this.settled && !this.is(root, use)) throw new Unsettled("How a member is kept");
    this.of(root)[use] = true;
  }

  form(slot: number | null): MemberForm {
    if (slot === null || !this.of(slot).accessor) return "attribute";
    return this.of(slot).stored ? "property" : "accessor";
  }

  is(slot: number | null, use: keyof Uses): boolean {
    return slot !== null && this.of(slot)[use];
  }

  private of(slot: number): Uses {
    return this.uses[this.sets.find(slot)] as Uses;
  }
}
