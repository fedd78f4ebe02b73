// The rest of an object, whatever it is: of unions, instances, generic values, with keys that are computed.
type Action = { type: "add"; value: number; note: string } | { type: "clear"; all: boolean };
const show = (action: Action): string => {
  const { type, ...payload } = action;
  return `${type} ${JSON.stringify(payload)}`;
};
console.log(show({ type: "add", value: 1, note: "n" }), show({ type: "clear", all: true }));
class Point {
  constructor(
    readonly x: number,
    readonly y: number,
    readonly label = "p",
  ) {}
  sum(): number {
    return this.x + this.y;
  }
}
const { label, ...xy } = new Point(1, 2);
console.log(label, JSON.stringify(xy), xy.x + xy.y);
const withoutId = <T extends { id: number }>(item: T): Omit<T, "id"> => {
  const { id, ...others } = item;
  console.log("id", id);
  return others;
};
const left = withoutId({ id: 7, name: "ann", age: 41 });
console.log(JSON.stringify(left), left.age + 1, JSON.stringify(withoutId({ id: 8, on: true })));
const log: string[] = [];
const key = (k: string): string => {
  log.push(k);
  return k;
};
const counts: Record<string, number> = { a: 1, b: 2, c: 3, d: 4 };
const { [key("b")]: b, a, [key("c")]: _, ...others } = counts;
console.log(b, a, JSON.stringify(others), log.join());
const drop = (record: Record<string, number>, name: string): Record<string, number> => {
  const { [name]: _, ...kept } = record;
  return kept;
};
console.log(JSON.stringify(drop(counts, "a")), JSON.stringify(drop({}, "x")), JSON.stringify(counts));
const NAME = "c";
const { [NAME]: c, ...rest } = counts;
console.log(c, Object.keys(rest).join());
let target: Record<string, number> = {};
let first = 0;
({ a: first, ...target } = counts);
console.log(first, JSON.stringify(target));
const nested = { head: { a: 1, b: 2 }, tail: [1, 2] };
const {
  head: { a: ha, ...hrest },
  ...more
} = nested;
console.log(ha, JSON.stringify(hrest), JSON.stringify(more), more.tail === nested.tail);
const f = ({ x, ...o }: { x: number; y: number; z?: number }): string => `${x}${JSON.stringify(o)}`;
console.log(f({ x: 1, y: 2 }), f({ x: 1, y: 2, z: 3 }));
for (const { type, ...fields } of [{ type: "t", p: 1 }]) console.log(type, JSON.stringify(fields));
export {};
