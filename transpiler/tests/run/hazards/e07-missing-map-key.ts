// Map.get of a key that is not there gives undefined and throws nothing.
const stock = new Map<string, number>([
  ["bolt", 0],
  ["nut", 12],
]);
console.log(
  stock.get("bolt"),
  stock.get("nail"),
  stock.get("nail") === undefined,
  stock.has("bolt"),
  stock.delete("nail"),
);
const take = (item: string, count: number): string => {
  const there = stock.get(item);
  if (there === undefined) return `no ${item}`;
  if (there < count) return `only ${there} ${item}`;
  stock.set(item, there - count);
  return `${count} ${item}`;
};
console.log(take("nail", 1), take("bolt", 1), take("nut", 5), take("nut", 8), stock.get("nut"));
const groups = new Map<number, string[]>();
for (const w of ["a", "bb", "c", "dd", "eee"]) {
  let group = groups.get(w.length);
  if (!group) groups.set(w.length, (group = []));
  group.push(w);
}
for (const [n, ws] of groups) console.log(n, ws.join("/"));
console.log(groups.get(9)?.length ?? 0, groups.get(2)?.[1] ?? "-", (groups.get(4) ?? []).length);
const nested = new Map([["x", new Map([["y", 1]])]]);
console.log(nested.get("x")?.get("y"), nested.get("x")?.get("z"), nested.get("q")?.get("y"));
