// A priority queue on a binary heap, used for sorting, for the k largest, and for merging.
class Heap<T> {
  private readonly items: T[] = [];
  constructor(private readonly before: (a: T, b: T) => boolean) {}
  get size(): number {
    return this.items.length;
  }
  push(item: T): this {
    let i = this.items.push(item) - 1;
    while (i > 0) {
      const parent = (i - 1) >> 1;
      if (!this.before(this.items[i], this.items[parent])) break;
      [this.items[i], this.items[parent]] = [this.items[parent], this.items[i]];
      i = parent;
    }
    return this;
  }
  pop(): T | undefined {
    const last = this.items.pop();
    if (last === undefined || this.items.length === 0) return last;
    const top = this.items[0];
    this.items[0] = last;
    let i = 0;
    for (;;) {
      let child = 2 * i + 1;
      if (child >= this.items.length) break;
      if (child + 1 < this.items.length && this.before(this.items[child + 1], this.items[child])) child++;
      if (!this.before(this.items[child], this.items[i])) break;
      [this.items[i], this.items[child]] = [this.items[child], this.items[i]];
      i = child;
    }
    return top;
  }
  *drain(): Generator<T> {
    for (let item = this.pop(); item !== undefined; item = this.pop()) yield item;
  }
}
const numbers = [5, -1, 12, 0, 5, 2147483647, -2147483648, 7];
const heap = new Heap<number>((a, b) => a < b);
for (const n of numbers) heap.push(n);
console.log([...heap.drain()].join(), heap.size, heap.pop() ?? "empty");
const largest = (xs: number[], k: number): number[] => {
  const h = new Heap<number>((a, b) => a < b);
  for (const x of xs) if (h.push(x).size > k) h.pop();
  return [...h.drain()];
};
console.log(largest(numbers, 3).join(), largest(numbers, 0).length, largest([1], 5).join());
interface Job {
  name: string;
  due: number;
}
const jobs = new Heap<Job>((a, b) => a.due < b.due || (a.due === b.due && a.name < b.name));
for (const [name, due] of [
  ["write", 3],
  ["call", 1],
  ["sleep", 9],
  ["eat", 3],
] as [string, number][])
  jobs.push({ name, due });
const order: string[] = [];
for (const { name, due } of jobs.drain()) order.push(`${due}${name}`);
console.log(order.join(" "));
