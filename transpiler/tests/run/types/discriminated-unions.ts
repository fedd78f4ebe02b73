// Unions told apart by a literal field: switches that cover all, nested unions, booleans and numbers as tags.
type Shape =
  | { kind: "circle"; radius: number }
  | { kind: "rect"; width: number; height: number }
  | { kind: "group"; name: string; members: Shape[] };
const never = (x: never): never => {
  throw new Error(`unexpected ${JSON.stringify(x)}`);
};
const area = (s: Shape): number => {
  switch (s.kind) {
    case "circle":
      return 3 * s.radius * s.radius;
    case "rect":
      return s.width * s.height;
    case "group":
      return s.members.map(area).reduce((a, b) => a + b, 0);
    default:
      return never(s);
  }
};
const shapes: Shape[] = [
  { kind: "circle", radius: 2 },
  { kind: "rect", width: 3, height: 4 },
  {
    kind: "group",
    name: "g",
    members: [
      { kind: "rect", width: 1, height: 1 },
      { kind: "group", name: "empty", members: [] },
    ],
  },
];
console.log(shapes.map(area).join(), shapes.filter((s) => s.kind === "group").length);
const isGroup = (s: Shape): s is Extract<Shape, { kind: "group" }> => s.kind === "group";
for (const s of shapes) if (isGroup(s)) console.log(s.name, s.members.map((m) => m.kind).join());
type Reply = { ok: true; value: number } | { ok: false; code: 404 | 500 };
const show = (r: Reply): string => (r.ok ? `value ${r.value}` : r.code === 404 ? "missing" : "broken");
console.log(show({ ok: true, value: 0 }), show({ ok: false, code: 404 }), show({ ok: false, code: 500 }));
type Event = { v: 1; a: string } | { v: 2; b: string; a?: string };
const read = (e: Event): string => (e.v === 1 ? e.a : (e.a ?? e.b));
console.log(read({ v: 1, a: "one" }), read({ v: 2, b: "bee" }), read({ v: 2, b: "bee", a: "ay" }));
const widen = (s: Shape): Shape => (s.kind === "rect" ? { ...s, width: (s.width * 2) & 0xff } : s);
console.log(shapes.map(widen).map(area).join(), JSON.stringify(widen(shapes[1])));
