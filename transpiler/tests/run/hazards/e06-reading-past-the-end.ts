// A read outside an array gives undefined in JavaScript; a negative index never counts from the end.
const xs = [10, 20, 30];
const at = (i: number): number | undefined => (i >= 0 && i < xs.length ? xs[i] : undefined);
console.log(at(0), at(2), at(3), at(-1), at(99) ?? "beyond", xs.at(-1), xs.at(3), xs.at(-4), xs.at(1));
const word = "abc";
console.log(word.charAt(1), word.charAt(9) === "", word.charAt(-1) === "", word.at(-1), word.at(9));
const [first, , third, fourth = -1] = xs;
console.log(first, third, fourth, xs.slice(-1)[0], xs.slice(5).length);
const last = <T>(items: readonly T[]): T | undefined => items[items.length - 1];
console.log(last([1, 2]), last([] as number[]), last(["z"]));
let i = xs.length;
const backwards: number[] = [];
while (i-- > 0) backwards.push(xs[i]);
console.log(backwards.join(), i);
const grid = [
  [1, 2],
  [3, 4],
];
const cell = (r: number, c: number): number => grid[r]?.[c] ?? 0;
console.log(cell(0, 0), cell(1, 1), cell(2, 0), cell(0, 2), cell(-1, -1));
