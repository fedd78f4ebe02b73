// Sums by reduce, with and without a start: of lists, of lengths.
console.log([1, 2, 3].reduce((a, b) => a + b));
const xs = [4, 5, 6];
console.log(
  xs.reduce((a, b) => a + b),
  xs.reduce((a, b) => Math.max(a, b)),
  xs.reduceRight((a, b) => a - b),
);
const total = ["1", "two", "3"].reduce((sum, text) => sum + text.length, 0);
console.log(total);
const counts = new Map<string, number>([
  ["a", 2],
  ["b", 3],
]);
console.log([...counts.values()].reduce((a, b) => a + b, 0));
const items = [{ n: 1 }, { n: 2 }];
console.log(
  items.reduce((sum, { n }) => sum + n, 0),
  items.map((i) => i.n).reduce((a, b) => a + b),
);
interface Batch {
  count: number;
}
class Stock {
  private batches: Batch[] = [];
  add(count: number): void {
    this.batches.push({ count: count & 0xff });
  }
  get onHand(): number {
    return this.batches.reduce((sum, { count }) => sum + count, 0);
  }
}
const stock = new Stock();
stock.add(3);
stock.add(300);
console.log(stock.onHand);
const longest = ["a", "ccc", "bb"].reduce((a, b) => (b.length > a.length ? b : a));
console.log(longest);
