// Typed arrays where values go: fields, closures, generators, async functions, defaults, unions, maps, patterns.
class Ring {
  private readonly items: Uint16Array;
  private count = 0;
  static readonly zero = new Int32Array(2);
  constructor(size: int<1, 99>) {
    this.items = new Uint16Array(size);
  }
  push(...values: number[]): this {
    for (const value of values) if (this.count < this.items.length) this.items[this.count++] = value;
    return this;
  }
  *[Symbol.iterator](): Generator<u16> {
    yield* this.items.subarray(0, this.count);
  }
}
console.log([...new Ring(3).push(1, 70000, 3, 4)].join(), Ring.zero.join());
const counters = new Int32Array(3);
const bump = [0, 1, 2].map((i) => () => ++counters[i]);
bump[1]();
bump[1]();
console.log(counters.join(), bump.map((f) => f()).join());
function sum(xs: Int16Array, from = xs.length - 1, weights: Uint8Array | null = null): number {
  let total = 0;
  for (let i = from; i >= 0; i--) total += xs[i] * (weights?.[i] ?? 1);
  return total;
}
console.log(
  sum(new Int16Array([1, -2, 3])),
  sum(new Int16Array([5, 6]), 0),
  sum(new Int16Array([5, 6]), 1, Uint8Array.of(2, 3)),
);
const tables = new Map<string, Int8Array>([["a", Int8Array.of(-1)]]);
tables.set("b", new Int8Array(2));
console.log(
  tables.get("a")?.[0],
  tables.get("c")?.[0] ?? "none",
  tables.get("b")?.length,
  tables.get("c")?.length ?? -1,
);
const record: { data: Uint32Array; more?: Uint32Array } = { data: new Uint32Array([4294967295]) };
record.data[0] += 2;
record.data[0] |= 0x80000000;
console.log(record.data[0], record.more?.length ?? "no more", record.data[0] >>> 31, record.data[0] | 0);
const [a, , c = 9, d = 8] = Int16Array.of(-1, 2, -3);
const { length, byteLength } = record.data;
console.log(a, c, d, length, byteLength);
const order: string[] = [];
const at = (name: string, value: int<0, 9>): int<0, 9> => {
  order.push(name);
  return value;
};
counters[at("index", 2)] = at("value", 7);
counters[at("i", 0)] += at("v", 5);
console.log(order.join(), counters.join());
async function fill(xs: Uint16Array): Promise<Uint16Array> {
  for (let i = 0; i < xs.length; i++) xs[i] = await Promise.resolve(i * 40000);
  return xs;
}
function outside(xs: Uint16Array, i: number): u16 | undefined {
  return xs[i];
}
console.log(outside(new Uint16Array(1), 0) ?? "none", outside(new Uint16Array(1), 1) ?? "none");
const same = new Uint16Array(1);
const other: Uint16Array = same;
console.log(same === other, same === new Uint16Array(1), [same].includes(other), [same].indexOf(same.slice()));
const grid = Array.from({ length: 2 }, () => new Int8Array(2));
grid[1][1] = 200;
console.log(grid.map((row) => row.join(" ")).join("/"), Math.max(...grid[1]), grid.flatMap((row) => [...row]).length);
let swap = new Uint8Array([1, 2]);
[swap[0], swap[1]] = [swap[1], swap[0]];
console.log(swap.join());
swap = new Uint8Array(3);
console.log(
  swap.length,
  swap.every((x) => x === 0),
);
try {
  counters[0] = 1;
  throw new Error("after");
} catch {
  counters[0] += 10;
} finally {
  counters[1]--;
}
console.log(counters.join());
void fill(new Uint16Array(3)).then((xs) => console.log(xs.join()));
