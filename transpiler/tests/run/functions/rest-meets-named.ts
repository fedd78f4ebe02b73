// Functions that take the rest of their arguments where others name them, and the other way round.
type Sum = (...values: number[]) => number;
const all: Sum = (...values) => values.reduce((a, b) => (a + b) & 0xffff, 0);
const two: Sum = (a, b) => (a - b) & 0xff;
const none: Sum = () => -1;
const later: Sum = (a, ...more) => (a * 10 + more.length) & 0xffff;
for (const f of [all, two, none, later]) console.log(f(1, 2), f(3, 4, 5), f(...[6, 7], 8), f(...[9], ...[10, 11]));
// A list that others have is not the list that the function has.
const list = [1, 2, 3];
const grow: Sum = (...values) => {
  values.push(9);
  values[0] = 100;
  return values.length;
};
console.log(grow(...list), list.join());
// The order of evaluation.
const log: string[] = [];
const say = (n: number): number => {
  log.push(`say ${n}`);
  return n;
};
function* items(): Generator<number> {
  log.push("first");
  yield 1;
  log.push("last");
  yield 2;
}
console.log(two(...items(), say(5)), all(say(1), ...items(), say(2), ...list), log.join("; "));
const changing = [1, 2];
console.log(all(...changing, changing.push(3)), changing.length);
// Classes: methods, constructors, overrides, super.
class Base {
  readonly parts: string[];
  constructor(name: string, ...parts: string[]) {
    this.parts = [name, ...parts];
  }
  join(...between: string[]): string {
    return this.parts.join(between[0] ?? "");
  }
}
class Named extends Base {
  override join(one: string, two = "!"): string {
    return `${super.join(one, "unused")}${two}`;
  }
}
class Fixed extends Base {
  constructor(readonly first: string) {
    super(first, ...first.split(""));
  }
}
const made: Base[] = [new Base("a", "b", "c"), new Named("x", ...["y", "z"]), new Fixed("pq")];
for (const one of made) console.log(one.join("-"), one.join("+", "?", "#"), one.parts.length);
type Maker = new (...texts: string[]) => Base;
const makers: Maker[] = [Base as Maker, Named as Maker, Fixed as Maker];
for (const Make of makers) console.log(new Make("m", "n").join("."));
// Given to the library.
console.log(
  [5, 6].map((...given) => given.length).join(),
  ["b", "a"].sort((...pair) => (pair[0] < pair[1] ? -1 : 1)).join(),
);
console.log(
  [1, 2, 3].reduce((...given) => (given[0] + given[1]) & 0xff),
  [4].some((...g) => g[1] === 0),
);
// Closures made in a loop.
const made2: Sum[] = [];
for (let i = 0; i < 3; i++) {
  made2.push((...values) => values.length + i);
  made2.push((a) => (a + i) & 0xff);
}
console.log(made2.map((f) => f(4, 5)).join());
// Optional and rest in one signature, with defaults.
type Log = (level: string, ...parts: (string | number)[]) => string;
const logs: Log[] = [
  (level, first = "nothing", ...more) => `${level}:${first}:${more.join("|")}`,
  (level) => level,
  (...given) => given.join("/"),
];
console.log(logs.map((f) => `${f("a")} ${f("b", 1)} ${f("c", 2, "x", 3)}`).join("; "));
// Generators and async functions.
type Steps = (...n: number[]) => Generator<number>;
const steps: Steps[] = [
  function* (...n) {
    yield* n;
  },
  function* (a) {
    yield a;
  },
];
console.log(steps.map((f) => [...f(1, 2, 3)].join("")).join());
const waits: ((...n: number[]) => Promise<number>)[] = [async (...n) => n.length, async (a) => a];
for (const f of waits) console.log(await f(7, 8, 9));
console.log(waits.map((f) => typeof f).join(" "));
const optional: Sum | undefined = list.length > 1 ? two : undefined;
console.log(optional?.(...list), optional?.(8, 3));
export {};
