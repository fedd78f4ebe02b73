// Loops over what is there or an empty array, and over what may be one of several collections.
const graph = new Map<string, Map<string, number>>([
  [
    "a",
    new Map([
      ["b", 2],
      ["c", 5],
    ]),
  ],
  ["b", new Map([["c", 1]])],
]);
for (const node of ["a", "b", "z"]) {
  const seen: string[] = [];
  for (const next of graph.get(node)?.keys() ?? []) seen.push(next);
  for (const [next, weight] of graph.get(node) ?? []) seen.push(`${next}${weight + 1}`);
  console.log(node, seen.join());
}
const groups = new Map([["x", new Set([1, 2])]]);
for (const key of ["x", "y"]) {
  for (const item of groups.get(key) ?? []) {
    console.log(key, item * 2);
    break;
  }
  console.log(
    [...(groups.get(key) ?? [])].join(),
    [...(graph.get("a")?.entries() ?? [])].length,
    Array.from(groups.get(key) ?? [], (n) => n + 1).join(),
  );
}
function* numbers(): Generator<number> {
  try {
    yield 1;
    yield 2;
  } finally {
    console.log("closed");
  }
}
for (const pick of [0, 1]) {
  const source = pick === 0 ? numbers() : [7, 8];
  for (const n of source) {
    console.log(n);
    if (n !== 2) break;
  }
}
const total = (items: Set<number> | readonly number[]): number => {
  let sum = 0;
  for (const item of items) sum += item;
  return sum;
};
console.log(total(new Set([1, 2, 2])), total([3, 4]), new Set(groups.get("q") ?? [9]).size);
const words: Map<string, number> | [string, number][] = graph.get("b") ?? [["w", 3]];
for (const [word, count] of words) console.log(word, count);
