// Rest parameters in every form of function, given to the library, in loops, closures, classes and generators.
type F = (...xs: number[]) => string;
const odd: F = (a = 1, b, ...c) => `${a} ${b ?? "-"} ${c.length}`;
console.log(odd(1, 2, 3));
class Base {
  static made: string[] = [];
  log: F = (...xs) => xs.join();
  constructor(...names: string[]) {
    Base.made.push(names.join("+"));
  }
  static of(...names: string[]): Base {
    return new this(...names);
  }
  get runner(): F {
    return (a) => `${a}`;
  }
}
class Sub extends Base {
  extra = Base.made.length;
  constructor(a: string, ...rest: string[]) {
    super(...rest, a);
  }
}
class Deep extends Sub {
  deep = 1;
}
const pair: [string, string] = ["p", "q"];
console.log(new Sub(...pair).extra, new Deep("x", ...pair, "y").deep, Base.of("o").runner(4, 5), new Base().log(1, 2));
console.log(Base.made.join());
const o = { m: undefined as F | undefined, n: ((...xs) => `${xs.length}`) as F };
console.log(o.m?.(...[1, 2]), o.n?.(...[1, 2], 3), o.m === undefined);
const fs: F[] = [];
for (let i = 0; i < 3; i++) {
  const j = i * 2;
  fs.push((x, ...more) => `${x + i}${j}${more.length}`);
  fs.push(() => `${i}${j}`);
  i = i === 1 ? 1 : i;
}
console.log(fs.map((f) => f(1, 2, 3)).join());
const rec: F = function self(...xs): string {
  return xs.length > 2 ? xs.join("") : self(...xs, 9);
};
console.log(rec(1), rec());
const nested =
  (...outer: number[]): F =>
  (...inner) => {
    outer.push(...inner);
    return outer.join();
  };
const n1 = nested(1, 2);
console.log(n1(3), n1(4, 5), n1());
const viaThen = async (): Promise<string> => {
  const all = await Promise.all([1, 2].map(async (...args) => args.length));
  return all.join();
};
console.log(await viaThen());
await new Promise<void>((...args) => {
  setTimeout((...none: number[]) => {
    console.log(args.length, none.length);
    args[0]();
  }, 1);
});
const m = new Map<string, number>([["k", 1]]);
m.forEach((...args) => console.log(args.length, args[0], args[1]));
new Set([5]).forEach((...args) => console.log(args.length, args[0]));
console.log(Array.from({ length: 2 }, (...args) => args.length).join(), Array.from([7], (...a) => a.join("/")).join());
console.log(
  [3, 1, 2].sort((...ab) => ab[0] - ab[1]).join(),
  [1, 2].find((...a) => a[1] === 1),
  [[1], [2]].flatMap((...a) => a[0]).join(),
);
console.log(
  [1, 2, 3].reduceRight((...a) => (a[0] * 10 + a[1]) & 1023),
  [..."ab"].map((...[c, i]) => c + i).join(),
);
function* g(...xs: number[]): Generator<number, number, number> {
  const got = yield xs.length;
  return got + xs.length;
}
const gens: ((...xs: number[]) => Generator<number, number, number>)[] = [
  g,
  function* (a) {
    const b = yield a;
    return b;
  },
];
for (const make of gens) {
  const it = make(4, 5);
  console.log(it.next(0).value, it.next(3).value);
}
try {
  ((...xs: number[]): never => {
    throw new Error(`e${xs.length}`);
  })(1, 2);
} catch (e) {
  console.log((e as Error).message);
}
const log: string[] = [];
const side = (t: string): number => log.push(t);
const h: F = (a, b) => `${a}${b}`;
console.log(h(side("a"), ...[side("b"), side("c")], side("d")), log.join(""));
let cur: F = (...x) => `A${x.length}`;
const swap = (): number => {
  cur = (a) => `B${a}`;
  return 1;
};
console.log(cur(swap(), 2), cur(3));
export {};
