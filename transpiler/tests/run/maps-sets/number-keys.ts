// Keys that are numbers: not mixed up with texts, in order of coming, also large ones.
const m = new Map<number, number>();
for (const k of [5, 0, 4294967296, 2, 1073741824, 9007199254740991]) m.set(k, k % 7);
console.log([...m.keys()].join(), [...m.values()].join());
console.log(m.get(0), m.has(4294967296), m.get(3), m.delete(0), m.size);
const memo = new Map<number, number>();
function fib(n: u8): number {
  const known = memo.get(n);
  if (known !== undefined) return known;
  const value = n < 2 ? n : (fib((n - 1) & 0xff) + fib((n - 2) & 0xff)) % 1000000007;
  memo.set(n, value);
  return value;
}
console.log(fib(15), memo.size, memo.get(10));
const texts = new Map<string, number>([
  ["1", 1],
  ["01", 2],
]);
console.log(texts.get("1"), texts.get("01"), texts.has("001"));
