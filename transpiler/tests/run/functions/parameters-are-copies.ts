// Assigning a parameter changes nothing outside; changing what it refers to does.
function change(n: number, xs: number[], record: { v: number }): number {
  n += 1;
  xs.push(n);
  xs = [0];
  xs.push(99);
  record.v = n;
  record = { v: -1 };
  return xs.length + record.v;
}
const n = 5;
const xs: number[] = [];
const record = { v: 0 };
console.log(change(n, xs, record), n, xs.join(), record.v);
function swap(a: number, b: number): [number, number] {
  [a, b] = [b, a];
  return [a, b];
}
const [two, one] = swap(1, 2);
console.log(two, one);
function countdown(n: number): string {
  let out = "";
  while (n > 0) out += n--;
  return out;
}
const start = 3;
console.log(countdown(start), start);
function trimAll(lines: string[]): void {
  for (let i = 0; i < lines.length; i++) lines[i] = lines[i].trim();
}
const lines = [" a", "b "];
trimAll(lines);
console.log(lines.join("|"));
