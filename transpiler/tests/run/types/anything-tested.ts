// What may be anything, tested: null and undefined together, objects, arrays, by key.
const kind = (v: unknown): string => {
  if (v === undefined || v === null) return "nothing";
  if (typeof v === "object" && v !== null && !Array.isArray(v)) return "object";
  return Array.isArray(v) ? `list of ${v.length}` : typeof v === "function" ? "function" : "plain";
};
class Box {
  readonly n = 1;
}
console.log(
  [1, "t", true, null, [1], { a: 1 }, new Box(), () => 1].map((v: unknown) => kind(v)).join(", "),
  kind(undefined),
);
const isObject = (v: unknown): v is object => v !== null && typeof v === "object";
const isThing = (v: unknown): boolean => (typeof v === "object" && v ? true : false);
const isNot = (v: unknown): boolean => typeof v !== "object" || v === null;
const isNone = (v: unknown): boolean => v == null;
const isSome = (v: unknown): boolean => v !== null && v !== undefined;
const either = (v: unknown): boolean => !v || typeof v !== "object";
const none: unknown = undefined;
for (const v of [0, "", null, none, [], {}, false] as unknown[])
  console.log(isObject(v), isThing(v), isNot(v), isNone(v), isSome(v), either(v));
const log: string[] = [];
const drop = (text: string): void => {
  log.push(text);
};
for (const n of [1, 2]) n > 1 ? drop("many") : null;
const x = (log.length > 0 ? drop("more") : null, 5);
console.log(x, log.join());
console.log([1, [2, [null, true]], ["x", undefined]].join(";"), `${[1, 2]}`, String([["a", 1]]), "t" + [[], [3]]);
const m = new Map([["a", [1, 2]]]);
console.log([...m].join("|"), [...m.values()].join("+"), [[]].join() === "", [[null]].join("-").length);
const missing: Record<string, unknown> = { a: 1 };
const b = missing["b"];
console.log(b === undefined || b === null ? "absent" : "there", "a" in missing);
const calls = { f: (n: number): void => void log.push(`${n}`), g: undefined as ((n: number) => void) | undefined };
console.log(calls.g?.(1), calls.f(2), log.length);
export {};
