// Arrays, tuples, texts, Map, Set, entries, bytes, dictionaries, instances, errors.
const [head, ...tail] = [1, 2, 3, 4];
console.log(head, tail.length, tail[2]);
const [smile, letter, ...more] = "😀ab-cd";
console.log(smile, letter, more.join("|"));
const ages = new Map([
  ["ann", 31],
  ["bob", 27],
  ["cy", 44],
]);
const [[eldest, years], ...younger] = ages;
console.log(eldest, years, younger.map(([name, age]) => `${name}${age}`).join());
const [, second = "nobody", , fourth = "nobody"] = ages.keys();
console.log(second, fourth);
const [lowest = -1, middle = -1, highest = -1] = new Set([3, 8]);
console.log(lowest, middle, highest);
const [high, low, missing = 255] = new Uint8Array([0x12, 0x34]);
console.log(high, low, missing);

const { length } = "four";
const { size } = ages;
const { 0: zeroth, length: count } = ["only"] as string[];
console.log(length, size, zeroth, count);

const prices: Record<string, number> = { apple: 3, pear: 4 };
const { apple, plum = 0, ["pe" + "ar"]: pear = -1 } = prices;
console.log(apple, plum, pear);

class Counter {
  private reads = 0;
  readonly unit = "ms";

  get value(): number {
    this.reads++;
    return this.reads * 100;
  }
}
const counter = new Counter();
const { value, unit, value: again } = counter;
console.log(value, unit, again);

try {
  JSON.parse("[1,");
} catch (error) {
  const { name } = error as Error;
  console.log(name);
}
const {
  inner: {
    list: [one, { deep }],
  },
} = { inner: { list: [1, { deep: "yes" }] as [number, { deep: string }] } };
console.log(one, deep);
