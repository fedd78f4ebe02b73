// Tuples: named, optional and rest elements, as results, in maps, compared, changed.
type Entry = [key: string, value: number, note?: string];
const entries: Entry[] = [
  ["a", 1],
  ["b", 2, "two"],
];
for (const [key, value, note] of entries) console.log(key, value, note ?? "-");
const minMax = (xs: readonly number[]): [number, number] | null =>
  xs.length === 0 ? null : [Math.min(...xs), Math.max(...xs)];
console.log(minMax([3, 1, 2])?.join(), minMax([]) === null, (minMax([5]) ?? [0, 0])[1]);
type Command = [name: string, ...args: number[]];
const run = ([name, ...args]: Command): string => `${name}(${args.join()})${args.length}`;
console.log(run(["stop"]), run(["move", 1, -2]), run(["set", 0]));
const pair: [string, number] = ["x", 1];
pair[1] += 5;
pair[0] = pair[0].repeat(2);
console.log(pair.join("="), pair.length, JSON.stringify(pair), pair[0].length + pair[1]);
const frozen: readonly [number, number] = [1, 2];
const moved: [number, number] = [frozen[0] + 10, frozen[1]];
console.log(frozen.join(), moved.join(), [...frozen, ...moved].length);
const table: [number, string][] = Object.entries({ b: 2, a: 1 }).map(([k, v]) => [v, k]);
table.sort((p, q) => p[0] - q[0]);
console.log(table.map((row) => row.join("")).join(), new Map(table).get(2));
const [[, second], [firstOfB]] = entries;
console.log(second, firstOfB, entries[1][2]?.length);
