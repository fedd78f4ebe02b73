// Keys that look like array indices come first, ascending; others, and those beyond 2^32 - 2, as they were put in.
const mixed: Record<string, number> = { b: 1, 2: 1, a: 1, 1: 1 };
console.log(Object.keys(mixed).join());
mixed["10"] = 5;
mixed["01"] = 6;
mixed["-1"] = 7;
mixed["4294967294"] = 8;
mixed["4294967295"] = 9;
mixed["0"] = 10;
console.log(Object.keys(mixed).join(" "), JSON.stringify(mixed));
const byYear: Record<number, string> = {};
for (const year of [2024, 1999, 2010, 7]) byYear[year] = `y${year % 100}`;
for (const year in byYear) console.log(year, byYear[Number(year)]);
const inOrder = new Map<string, number>([
  ["b", 1],
  ["2", 2],
  ["a", 3],
  ["1", 4],
]);
console.log([...inOrder.keys()].join());
console.log(
  Object.entries({ x: 1, 9: 2, 8: 3, y: 4 })
    .map(([k, v]) => k + v)
    .join(),
);
