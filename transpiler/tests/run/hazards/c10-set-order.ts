// A Set keeps the order of insertion; adding again does not move, deleting and adding does.
const s = new Set([91, 17, 42, 3, 88]);
console.log([...s].join(), s.size, s.has(42), s.has(4));
s.add(17);
s.delete(91);
s.add(91);
console.log([...s].join(), s.delete(1000), s.delete(3), s.size);
const words = new Set("the quick the lazy the dog".split(" "));
console.log([...words].join(" "), words.size);
const union = new Set([...s, ...[1, 42, 2]]);
const common = [...s].filter((x) => union.has(x) && x > 40);
console.log([...union].join(), common.join());
for (const x of new Set("mississippi")) console.log(x);
const pairs = [...new Set([3, 1, 2, 3, 1]).entries()].map(([a, b]) => a * 10 + b);
console.log(pairs.join(), new Set([-1, -2, -1]).size);
let sum = 0;
new Set([1, 2, 3]).forEach((x) => {
  sum += x;
});
console.log(sum, [...new Set<number>()].length, [...new Set(["", "a", ""])].join("|"));
