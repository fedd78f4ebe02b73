// Dynamic programming on texts: edit distance, longest common subsequence, a line diff, knapsack, coins.
function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++)
      row.push(Math.min(previous[j] + 1, row[j - 1] + 1, previous[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1)));
    previous = row;
  }
  return previous[b.length];
}
console.log(
  editDistance("kitten", "sitting"),
  editDistance("", "abc"),
  editDistance("same", "same"),
  editDistance("añb", "anb"),
);
function lcs<T>(a: readonly T[], b: readonly T[]): [T | null, T | null][] {
  const table = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      table[i][j] = a[i] === b[j] ? table[i + 1][j + 1] + 1 : Math.max(table[i + 1][j], table[i][j + 1]);
  const pairs: [T | null, T | null][] = [];
  for (let i = 0, j = 0; i < a.length || j < b.length; ) {
    if (i < a.length && j < b.length && a[i] === b[j]) pairs.push([a[i++], b[j++]]);
    else if (j >= b.length || (i < a.length && table[i + 1][j] >= table[i][j + 1])) pairs.push([a[i++], null]);
    else pairs.push([null, b[j++]]);
  }
  return pairs;
}
const diff = lcs("one two three four".split(" "), "zero one three five four".split(" "));
console.log(diff.map(([x, y]) => (x === null ? `+${y}` : y === null ? `-${x}` : x)).join(" "));
const coins = (values: readonly number[], amount: number): number => {
  const least = [0];
  for (let sum = 1; sum <= amount; sum++)
    least.push(Math.min(...values.filter((v) => v <= sum).map((v) => least[sum - v] + 1), 1000));
  return least[amount] >= 1000 ? -1 : least[amount];
};
console.log(coins([1, 5, 10, 25], 63), coins([5, 10], 3), coins([2, 3, 7], 12), coins([4], 0));
const knapsack = (items: readonly { weight: number; worth: number }[], capacity: number): number =>
  items.reduce(
    (best, { weight, worth }) => best.map((b, w) => (w >= weight ? Math.max(b, best[w - weight] + worth) : b)),
    new Array<number>(capacity + 1).fill(0),
  )[capacity];
console.log(
  knapsack(
    [
      { weight: 5, worth: 10 },
      { weight: 4, worth: 40 },
      { weight: 6, worth: 30 },
      { weight: 3, worth: 50 },
    ],
    10,
  ),
  knapsack([], 3),
);
