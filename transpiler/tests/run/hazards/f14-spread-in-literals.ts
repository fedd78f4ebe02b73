// Spread in arrays, objects and calls: copies in order, of every kind of iterable.
const xs = [1, 2];
const ys = [0, ...xs, ...[], ...xs.map((x) => x * 2), 9];
console.log(ys.join(), [...xs, ...xs].length, [...ys.slice(-2)].join());
const base = { a: 1, b: 2 };
console.log(
  JSON.stringify({ ...base }),
  JSON.stringify({ z: 0, ...base, c: 3 }),
  JSON.stringify({ ...base, b: 9 }),
  { ...base }.a,
);
const f = (a: number, b: number, ...rest: number[]): string => `${a},${b}|${rest.join("+")}`;
const pair: [number, number] = [3, 4];
console.log(f(...pair), f(...pair, 5, ...xs), f(0, ...([1] as [number])), f(1, 2, ...xs, ...ys));
console.log(
  [..."héllo"].join("-"),
  [...new Set([3, 3, 1])].join(),
  [...new Map([["k", 1]]).keys()].join(),
  [..."😀a"].length,
);
const copy = [...[[1], [2]]];
copy[0].push(5);
console.log(copy.map((c) => c.join("")).join());
const on = (flag: boolean): string => JSON.stringify({ always: 1, ...(flag ? { extra: 2 } : {}) });
console.log(on(true), on(false), Math.max(...xs, 7), Math.min(4, ...ys));
const merge = (...maps: Record<string, number>[]): string =>
  JSON.stringify(maps.reduce((all, m) => ({ ...all, ...m }), {}));
console.log(merge({ x: 1 }, { y: 2, x: 3 }, {}), merge());
const u = new Uint8Array([1, 2, 3]);
console.log([...u, 4].join(), String.fromCharCode(...[72, 105]));
