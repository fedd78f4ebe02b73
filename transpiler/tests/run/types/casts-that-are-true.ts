// Casts that a test can tell, and those that cost nothing.
class Animal {
  constructor(readonly name: string) {}
}
class Dog extends Animal {
  barks = 2;
}
const pets: Animal[] = [new Dog("rex"), new Animal("cat")];
console.log((pets[0] as Dog).barks, (pets[1] as Animal).name);
const counts = new Map([
  ["a", 1],
  ["b", 2],
] as [string, number][]);
console.log(((counts.get("a") as number) & 7) + 1);
const values: (string | number | boolean | null)[] = ["text", 4, true, null];
console.log(
  (values[0] as string).length,
  ((values[1] as number) & 7) + 1,
  (values[2] as boolean) ? "yes" : "no",
  values[3] as null,
);
const point = { x: 1, y: 2 };
for (const key of Object.keys(point) as (keyof typeof point)[]) console.log(key, point[key]);
type Level = "low" | "high";
const levels = ["low", "high"].map((t) => t as Level);
const say: Record<Level, string> = { low: "l", high: "h" };
console.log(levels.map((l) => say[l]).join());
const anything: unknown[] = ["a", 1, [1, 2], new Error("e"), new Dog("d")];
console.log((anything[0] as string).toUpperCase(), (anything[2] as unknown[]).length, (anything[3] as Error).message);
console.log((anything[4] as Dog).barks, (anything[1] as number) & 3);
const json = JSON.parse('{"list":[1,{"deep":"x"}],"n":3}') as { [key: string]: JsonValue };
const list = json.list as JsonValue[];
console.log(list.length, ((list[1] as { [key: string]: JsonValue }).deep as string) + "!", (json.n as number) & 3);
const orNull = (v: string | number | null): string | null => v as string | null;
console.log(orNull("s"), orNull(null));
const must = <T>(value: T | undefined): T => value as T;
console.log(must(1) & 3, must("a"), must([1]).length);
interface Options {
  a: number;
  b?: string;
}
const options = { a: 1 } as Options;
options.b = "late";
console.log(JSON.stringify(options), (options as Readonly<Options>).b);
const one = [1, 2] as readonly number[];
const two = [3, 4] as const;
console.log(one.length, two[0], (two as readonly number[]).includes(4));
const item: Options | string = point.x > 0 ? { a: 5 } : "none";
console.log((item as Options).a);
const late: { value: string | undefined } = { value: undefined };
const set = (): void => {
  late.value = "set";
};
set();
console.log((late.value as string | undefined)?.length, (late.value as unknown as string).length);
export {};
