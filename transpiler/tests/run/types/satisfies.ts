// What satisfies a type keeps its own: the keys of a literal, its tuples.
type Level = "debug" | "info";
const COLOURS = { debug: 90, info: 36 } as const satisfies Record<Level, number>;
const MOVES = { n: [0, -1], e: [1, 0] } satisfies Record<string, [number, number]>;
for (const l of ["debug", "info"] as const) console.log(COLOURS[l]);
for (const d of ["n", "e"] as const) {
  const [dx, dy] = MOVES[d];
  console.log(dx + 0, dy);
}
interface Shape {
  kind: string;
  size: number;
}
const shape = { kind: "a", size: 3 } satisfies Shape;
const dict = { a: 1, b: 2 } satisfies Record<string, number> as Record<string, number>;
console.log(shape.size, Object.keys(dict).join());
