// A thousand keys in insertion order: written, read, deleted and walked, each in constant time.
const squares = new Map<number, number>();
for (let i = 0; i < 1000; i++) squares.set((i * 7919) % 10007, i);
console.log(squares.size, [...squares.keys()].slice(0, 4).join(), squares.get(7919), squares.get(3));
let sum = 0;
for (const [key, value] of squares) sum += key * (value % 2 === 0 ? 1 : -1);
console.log(sum + 0);
for (const key of [...squares.keys()]) if (key % 3 !== 0) squares.delete(key);
console.log(squares.size, [...squares.values()].slice(-3).join());
const counts: Record<string, number> = {};
for (let i = 0; i < 1000; i++) {
  const key = `k${(i * i) % 97}`;
  counts[key] = (counts[key] ?? 0) + 1;
}
const keys = Object.keys(counts);
console.log(keys.length, keys[0], keys[keys.length - 1], Math.max(...Object.values(counts)));
const seen = new Set<string>();
for (let i = 0; i < 1000; i++) seen.add(((i * 31) % 128).toString(16));
console.log(seen.size, [...seen].slice(0, 5).join(), seen.has("7f"), seen.has("80"));
