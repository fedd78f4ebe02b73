// Object.keys, values, entries, fromEntries and assign of records and dictionaries.
const prices: Record<string, number> = { tea: 3, milk: 1, "new york": 9 };
console.log(
  Object.keys(prices).join("|"),
  Object.values(prices).join(),
  Object.entries(prices)
    .map(([k, v]) => `${k}:${v}`)
    .join(),
);
const doubled = Object.fromEntries(Object.entries(prices).map(([k, v]) => [k, v * 2]));
console.log(JSON.stringify(doubled), doubled.tea);
const point = { x: 1, y: 2 };
console.log(
  Object.keys(point).join(),
  Object.values(point).reduce((a, b) => a + b, 0),
  Object.entries(point).length,
);
const target: Record<string, number> = { a: 1 };
console.log(Object.assign(target, prices, { a: 5 }) === target, JSON.stringify(target));
const cheapest = Object.entries(prices).reduce((best, entry) => (entry[1] < best[1] ? entry : best));
console.log(cheapest[0], Object.entries(prices).sort(([, p], [, q]) => q - p)[0][0]);
const sum: Record<string, number> = {};
for (const [name, price] of Object.entries(prices))
  for (const letter of name) if (letter === "e") sum[name] = (sum[name] ?? 0) + price;
console.log(JSON.stringify(sum), Object.keys({}).length, Object.entries(sum).flat().join());
const frozen = Object.freeze({ level: 1, tags: ["x"] });
console.log(frozen.level, frozen.tags.length);
