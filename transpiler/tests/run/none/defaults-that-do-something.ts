// What stands after ?? runs only where there is nothing before it, also when it is more than one expression in Python.
let runs = 0;
const maybe = (n: number): number | null => (n > 1 ? n : null);
const text = (n: number): string | undefined => (n > 1 ? `${n}` : undefined);
const a = maybe(1) ?? (runs = 5);
const b = maybe(2) ?? (runs = 9);
const c = maybe(2) ?? runs++;
const d = text(1) ?? text(0) ?? `${++runs}`;
const e = text(3) ?? `${++runs}`;
console.log(a, b, c, d, e, runs);
const left = new Map([["x", 1]]);
const value = left.get("y") ?? (left.set("y", 2).get("y") ?? 0) + left.size;
console.log(value, left.size, left.get("x") ?? left.delete("x"), left.size);
const list: number[] = [];
const last = list[3] ?? (list.push(7), list.length);
console.log(last, list[0] ?? (list.push(8), 0), list.length);
