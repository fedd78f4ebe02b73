// One generic function used with many kinds in one place: each keeps its own kind of result. Its numbers have bounds.
const last = <T>(xs: readonly T[], otherwise: T): T => (xs.length > 0 ? xs[xs.length - 1] : otherwise);
class Cell<T> {
  constructor(public value: T) {}
  update(f: (value: T) => T): this {
    this.value = f(this.value);
    return this;
  }
}
const n = new Cell(1).update((v) => (v + 41) | 0).value;
const t = new Cell("a").update((v) => v + v).value;
const b = new Cell(false).update((v) => !v).value;
const a = new Cell<number[]>([]).update((v) => [...v, 1]).value;
const m = new Cell<string | null>(null).update((v) => v ?? "was null").value;
console.log(n, t, b, a.join(), m);
console.log(last([1, 2], 0) + 1, last([], "none"), last([true], false), last<number | null>([1, null], 2));
const cells = [new Cell(1), new Cell(2)];
cells[0].update((v) => Math.imul(v, 100));
console.log(cells.map((c) => c.value).join(), last(cells, new Cell(0)).value);
const shared = new Cell([1]);
const alias = shared.value;
alias.push(2);
shared.update((v) => v.concat(3));
console.log(shared.value.join(), alias.join(), shared.value === alias);
