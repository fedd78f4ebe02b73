// typeof as a text, in comparisons and in switches.
const values: (string | number | boolean | null | (() => number) | { a: number } | number[])[] = [
  "a",
  1,
  true,
  null,
  () => 5,
  { a: 1 },
  [2],
];
for (const v of values) {
  console.log(typeof v, typeof v === "object", typeof v === "function", typeof v !== "function");
  if (typeof v === "function") console.log(`gives ${v()}`);
  switch (typeof v) {
    case "string":
      console.log("text", v.length);
      break;
    case "number":
      console.log("number", v + 1);
      break;
    default:
      console.log("other");
  }
}
const late: number | undefined = values.length > 3 ? undefined : 1;
console.log(typeof late, typeof late === "undefined", typeof late === "object");
class A {
  m(): number {
    return 1;
  }
}
console.log(
  typeof A,
  typeof new A(),
  typeof null,
  typeof undefined,
  typeof "x",
  typeof 1,
  typeof (() => 1),
  typeof Promise.resolve(1),
);
let n = 0;
const next = (): number => ++n;
console.log(typeof next(), n);
const kind = (v: string | number | string[]): string => (typeof v === "object" ? "list" : typeof v);
console.log(kind("a"), kind(1), kind([]));
