// Recursive generators: permutations, subsets, combinations, partitions.
function* permutations<T>(items: readonly T[]): Generator<T[]> {
  if (items.length === 0) yield [];
  for (const [i, item] of items.entries()) {
    const others = [...items.slice(0, i), ...items.slice(i + 1)];
    for (const rest of permutations(others)) yield [item, ...rest];
  }
}
function* subsets(text: string): Generator<string> {
  if (text === "") {
    yield "";
    return;
  }
  for (const rest of subsets(text.slice(1))) {
    yield rest;
    yield text[0] + rest;
  }
}
function* combinations(n: number, k: number, from = 0): Generator<number[]> {
  if (k === 0) {
    yield [];
    return;
  }
  for (let i = from; i <= n - k; i++) for (const rest of combinations(n, k - 1, i + 1)) yield [i, ...rest];
}
function* partitions(n: number, most = n): Generator<string> {
  if (n === 0) yield "";
  for (let part = Math.min(n, most); part > 0; part--)
    for (const rest of partitions(n - part, part)) yield rest ? `${part}+${rest}` : `${part}`;
}
console.log([...permutations(["a", "b", "c"])].map((p) => p.join("")).join());
console.log(
  [...subsets("xyz")].join("|"),
  [...combinations(4, 2)].map((c) => c.join("")).join(),
  [...partitions(5)].join(" "),
);
let count = 0;
for (const p of permutations([1, 2, 3, 4, 5])) {
  if (p[0] > 2) break;
  count++;
}
console.log(count, [...permutations([])].length);
