// A dictionary spread into a literal makes a dictionary, whatever TypeScript says of its keys.
const ages: Record<string, number> = { zoe: 1, adam: 2 };
const copy = { ...ages, zoe: 100, carl: 7 };
console.log(JSON.stringify(copy), copy.zoe, Object.keys(copy).join(), "adam" in copy);
const texts: Record<string, string> = { a: "x" };
const mixed: Record<string, string | number | boolean> = { first: 1, ...texts, ...ages, last: true };
console.log(
  JSON.stringify(mixed),
  Object.entries(mixed)
    .map(([k, v]) => `${k}=${v}`)
    .join(" "),
);
const wrap = (): Record<string, number> => ({ ...ages, n: 1 });
console.log(JSON.stringify(wrap()));
const f = (d: Record<string, number>): string => Object.keys({ zero: 0, ...d }).join();
console.log(f({ b: 1 }), f({}));
const deep = { head: { ...ages, q: 1 }, n: 2 };
console.log(JSON.stringify(deep), deep.head.q);
for (const k in { ...ages, k: 1 }) console.log(k);
copy.zoe += 5;
console.log(copy.zoe, ages.zoe);
const whole: Record<string, number> = copy;
const { zoe, ...others } = whole;
console.log(zoe, JSON.stringify(others));
const list = [
  { ...ages, a: 1 },
  { ...ages, a: 2 },
];
console.log(list.map((one) => one.a).join());
export {};
