// A literal field tells the members of a union apart.
type Shape = { kind: "square"; side: u16 } | { kind: "rect"; width: u16; height: u16 } | { kind: "empty" };
function area(shape: Shape): number {
  switch (shape.kind) {
    case "square":
      return shape.side * shape.side;
    case "rect":
      return shape.width * shape.height;
    case "empty":
      return 0;
  }
}
const shapes: Shape[] = [{ kind: "square", side: 5 }, { kind: "empty" }, { kind: "rect", width: 3, height: 4 }];
for (const shape of shapes) console.log(shape.kind, area(shape), JSON.stringify(shape));
type Result = { ok: true; value: number } | { ok: false; reason: string };
function half(n: number): Result {
  return n % 2 === 0 ? { ok: true, value: Math.floor(n / 2) } : { ok: false, reason: `${n} is odd` };
}
for (const n of [4, 7, 0]) {
  const r = half(n);
  if (r.ok) console.log("half", r.value);
  else console.log("no:", r.reason);
}
