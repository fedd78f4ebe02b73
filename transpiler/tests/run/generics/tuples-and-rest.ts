// Tuples through type parameters: rest parameters, spreads, first and last, swaps.
const tuple = <T extends unknown[]>(...items: T): T => items;
const [name, age, ok] = tuple("ann", 41, true);
console.log(name, age + 1, !ok);
const swap = <A, B>([a, b]: [A, B]): [B, A] => [b, a];
console.log(
  swap(["x", 1]).join("-"),
  swap(swap([true, null]))
    .map((v) => `${v}`)
    .join(),
);
function call<A extends unknown[], R>(f: (...args: A) => R, ...args: A): R {
  return f(...args);
}
console.log(
  call((a: number, b: number) => a * b, 6, 7),
  call((t: string) => t.length, "four"),
  call(() => "none"),
);
const head = <T, R extends unknown[]>([first]: [T, ...R]): T => first;
const entries = <K extends string, V>(...pairs: [K, V][]): Map<K, V> => new Map(pairs);
console.log(head([9, "a", null]), [...entries(["a", 1], ["b", 2]).values()].join());
type Point3 = [x: number, y: number, z?: number];
const show = ([x, y, z = 0]: Point3): string => `${x}/${y}/${z}`;
console.log(show([1, 2]), show([1, 2, 3]));
const withDefault = <T>(value: T | undefined, otherwise: T): T => value ?? otherwise;
console.log(withDefault(undefined, 5), withDefault("", "x") === "", withDefault(0, 7));
