// Operands, arguments, receivers, indexes and values are evaluated from left to right.
const log: string[] = [];
const n = (name: string, value: number): number => {
  log.push(name);
  return value;
};
const flush = (): string => {
  const text = log.join("");
  log.length = 0;
  return text;
};
const xs = [0, 0, 0];
const list = (name: string): number[] => {
  log.push(name);
  return xs;
};
console.log(n("a", 1) + n("b", 2) - n("c", 3), flush());
list("x")[n("i", 1)] = n("v", 9);
console.log(xs.join(), flush());
list("x")[n("i", 1)] += n("v", 1);
console.log(xs.join(), flush());
console.log([n("p", 1), n("q", 2)].join(), flush());
const record = { b: n("b", 1), a: n("a", 2) };
console.log(record.a, record.b, flush());
const f = (a: number, b: number): number => a - b;
console.log(f(n("1", 5), n("2", 3)), flush());
let i = 0;
const ys = [i++, i++, i];
console.log(ys.join(), i);
let k = 5;
k = k++ + k--;
console.log(k);
console.log(n("<", 1) < n(">", 2), flush(), `${n("t", 1)}${n("u", 2)}`, flush());
