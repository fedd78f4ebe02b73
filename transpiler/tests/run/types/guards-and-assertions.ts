// Type predicates, assertion functions, filters with guards, `in`, and checks of unknown values.
interface Cat {
  name: string;
  purrs: boolean;
}
interface Dog {
  name: string;
  barks: number;
}
const isDog = (pet: Cat | Dog): pet is Dog => "barks" in pet;
function assert(condition: boolean, message: string): asserts condition {
  if (!condition) throw new Error(message);
}
function assertText(value: unknown): asserts value is string {
  if (typeof value !== "string") throw new TypeError("not a text");
}
const pets: (Cat | Dog)[] = [
  { name: "mia", purrs: true },
  { name: "rex", barks: 3 },
];
console.log(
  pets
    .filter(isDog)
    .map((d) => d.barks)
    .join(),
  pets.map((p) => (isDog(p) ? "dog" : p.purrs)).join(),
);
const lengthOf = (value: unknown): number => {
  assertText(value);
  return value.length;
};
for (const value of ["abc", 5, null, ["x"]] as unknown[]) {
  try {
    console.log(lengthOf(value));
  } catch (e) {
    console.log((e as Error).name, (e as Error).message);
  }
}
const first = (xs: number[]): number => {
  const x = xs.find((n) => n > 0);
  assert(x !== undefined, "nothing positive");
  return x + 1;
};
console.log(first([-1, 5]));
try {
  first([]);
} catch (e) {
  console.log((e as Error).message);
}
const describe = (value: unknown): string => {
  if (value === null || value === undefined) return "nothing";
  if (typeof value === "number") return `number ${value}`;
  if (typeof value === "string") return `text of ${value.length}`;
  if (typeof value === "boolean") return value ? "on" : "off";
  if (Array.isArray(value)) return `list of ${value.length}`;
  if (value instanceof Error) return `error ${value.message}`;
  return "something else";
};
console.log([1, "ab", true, null, [1, 2], new Error("e"), { a: 1 }].map((v: unknown) => describe(v)).join(", "));
const present = <T>(x: T | null): x is T => x !== null;
console.log(
  [1, null, 2]
    .filter(present)
    .map((n) => n * 2)
    .join(),
);
