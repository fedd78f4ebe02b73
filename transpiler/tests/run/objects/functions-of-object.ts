// Object.keys, values, entries, assign, fromEntries, hasOwn and freeze, of records, instances and dictionaries.
interface Point {
  x: number;
  y: number;
  label?: string;
}
const p: Point = { y: 2, x: 1 };
console.log(Object.keys(p).join(), Object.entries(p).length, Object.hasOwn(p, "label"), Object.hasOwn(p, "x"));
p.label = "named";
console.log(Object.keys(p).join(), Object.hasOwn(p, "label"));
delete p.label;
console.log(Object.keys(p).join(), p.label, Object.hasOwn(p, "label"));
p.label = undefined;
console.log(Object.keys(p).join(), JSON.stringify(p));
const plain = { b: 1, a: 2, c: 3 };
let sum = 0;
for (const value of Object.values(plain)) sum += value & 0xff;
for (const [key, value] of Object.entries(plain)) console.log(key, value);
console.log(sum, Object.values(plain).join(), Object.keys({ ...plain, a: 9, d: 4 }).join());
class Base {
  id = 1;
  protected hidden = "h";
  #secret = "s";
  constructor(public name: string) {}
  get computed(): string {
    return this.#secret;
  }
  method(): number {
    return 1;
  }
}
class Derived extends Base {
  extra?: number;
  override id = 2;
}
console.log(Object.keys(new Base("n")).join(), Object.keys(new Derived("m")).join());
console.log(Object.hasOwn(new Base("n"), "method"), Object.hasOwn(new Base("n"), "name"));
const copy = { ...new Derived("copied"), more: true };
console.log(Object.keys(copy).join(), copy.name, copy.id, copy.more);
const counts: Record<string, number> = { two: 2, "10": 10, one: 1, "9": 9 };
console.log(
  Object.keys(counts).join(),
  Object.values(counts).join(),
  Object.entries(counts)
    .map(([k, v]) => `${k}=${v}`)
    .join(";"),
);
const target: Record<string, number> = { two: 20 };
console.log(Object.assign(target, counts, { three: 3 }) === target, JSON.stringify(target), JSON.stringify(counts));
const made = Object.fromEntries([
  ["a", 1],
  ["b", 2],
  ["a", 3],
]);
console.log(JSON.stringify(made), made["a"], Object.hasOwn(made, "b"), Object.hasOwn(made, "toString"));
const fromMap = Object.fromEntries(new Map([["k", "v"]]));
console.log(JSON.stringify(fromMap));
const settings = { host: "h", port: 1 };
const given: { port?: number; host?: string } = { port: 2 };
const assigned = Object.assign(settings, given);
console.log(assigned === settings, JSON.stringify(settings));
const merged = Object.assign({}, plain, { e: "text" });
console.log(JSON.stringify(merged), merged.a, merged.e, plain.a);
const frozen = Object.freeze({ level: 3, list: [1] });
frozen.list.push(2);
console.log(frozen.level, frozen.list.join(), Object.freeze(["a", "b"]).length);
