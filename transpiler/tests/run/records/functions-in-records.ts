// Functions as fields: chosen by a key, called through the record.
interface Operation {
  name: string;
  apply: (a: u16, b: u16) => number;
  undo?: (n: number) => number;
}
const operations: Operation[] = [
  { name: "add", apply: (a, b) => a + b, undo: (n) => n - 1 },
  { name: "mul", apply: (a, b) => a * b },
  { name: "first", apply: (a) => a },
];
for (const op of operations) {
  console.log(op.name, op.apply(6, 7), op.undo?.(10) ?? "no undo", op.undo === undefined);
}
const counter = {
  count: 0,
  step: 2,
};
const advance = (): number => {
  counter.count += counter.step;
  return counter.count;
};
advance();
counter.step = 5;
console.log(advance(), counter.count);
const last = operations[operations.length - 1];
last.apply = (a, b) => b - a;
console.log(last.apply(1, 10), operations[2].apply(4, 2));
