// Comparisons of comparisons compare booleans; Python would chain them.
const cmp = (a: number, b: number, c: number): string =>
  `${a > b === c < b} ${a > b === true} ${a < b === b < c} ${(a === b) !== (b === c)} ${a < b !== b < c}`;
console.log(cmp(3, 2, 1), cmp(1, 2, 3), cmp(2, 2, 2), cmp(1, 3, 2));
const yes = (x: boolean): boolean => x;
console.log(yes(1 < 2) === yes(2 < 3), yes(true) === !yes(false), !(1 < 2) === false, (1 === 1) === (2 === 2));
const inside = (low: number, x: number, high: number): boolean => low <= x && x < high;
console.log([0, 1, 5, 9, 10].map((x) => inside(1, x, 10)).join());
const sameSide = (a: number, b: number): boolean => a < 0 === b < 0;
console.log(sameSide(-1, -5), sameSide(-1, 5), sameSide(0, 5));
const keys = ["a", "b"];
const has = (k: string): boolean => keys.includes(k);
console.log(has("a") === has("b"), has("a") !== has("z"), keys.length > 1 === has("b"), "a" in { a: 1 } === true);
let n = 0;
const count = (v: number): number => (n++, v);
console.log(count(1) < count(2) === count(3) > count(2), n);
