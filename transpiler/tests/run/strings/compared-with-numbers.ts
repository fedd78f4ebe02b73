// Comparing what may be a text or a number: as texts, as numbers, and a text as the number that it stands for.
const before = <T extends number | string>(a: T, b: T): string => `${a < b} ${a <= b} ${a > b} ${a >= b}`;
console.log(before(1, 2), before(2, 2), before("b", "a"), before("10", "9"), before("", ""), before("z", "\u{1f600}"));
console.log(before<number | string>("10", 9), before<number | string>(9, "x"), before<number | string>(0, ""));
console.log(before("\uffee", "\u{1f600}"), before(-1, 2 ** 40));
const maxOf = <T extends number | string>(first: T, ...others: T[]): T =>
  others.reduce((m, o) => (o > m ? o : m), first);
console.log(maxOf(3, 9, 4) + 1, maxOf("b", "abc").length, maxOf(7));
const mixed: (number | string)[] = [3, "20", 1, "100"];
console.log(
  mixed
    .slice()
    .sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))
    .join(),
);
const log: string[] = [];
const say = <T>(v: T, name: string): T => {
  log.push(name);
  return v;
};
const x: number | string = mixed[0];
const y: number | string = mixed[2];
console.log(say(x, "x") > say(y, "y"), say(x, "x") <= say(y, "y"), log.join());
let n: number | string = mixed.length;
if (n < 5 && typeof n === "number") console.log(n + 1);
class Heap<K extends number | string> {
  private readonly items: K[] = [];
  add(k: K): this {
    let i = this.items.length;
    this.items.push(k);
    while (i > 0 && this.items[i] < this.items[(i - 1) >> 1]) {
      const p = (i - 1) >> 1;
      [this.items[i], this.items[p]] = [this.items[p], this.items[i]];
      i = p;
    }
    return this;
  }
  get least(): K {
    return this.items[0];
  }
}
console.log(new Heap<number>().add(5).add(2).add(9).least * 2, new Heap<string>().add("q").add("b").least);
export {};
