// A Set holds each value once, in order; adding again changes nothing.
const s = new Set<string>(["b", "a", "b"]);
console.log(s.size, s.has("a"), s.has("c"), [...s].join());
s.add("c").add("a");
console.log([...s].join(), s.delete("b"), s.delete("b"), [...s.values()].join());
s.add("b");
for (const x of s) console.log(x);
const numbers = new Set<number>();
for (let i = 0; i < 20; i++) numbers.add((i * 7) % 10);
console.log(numbers.size, [...numbers].join());
const unique = (xs: number[]): number[] => [...new Set(xs)];
console.log(unique([3, 1, 3, 2, 1]).join(), unique([]).length);
s.clear();
console.log(s.size, s.has("a"));
