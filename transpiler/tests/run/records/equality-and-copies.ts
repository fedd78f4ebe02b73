// Records are equal when they are one and the same; a copy is made field by field.
interface Range {
  from: number;
  to: number;
}
const a: Range = { from: 1, to: 2 };
const b: Range = { from: 1, to: 2 };
const c = a;
function copy(r: Range): Range {
  return { from: r.from, to: r.to };
}
const d = copy(a);
console.log(a === b, a === c, a !== d, d.from === a.from);
c.to = 50;
console.log(a.to, b.to, d.to);
const list = [a, b, c, d];
console.log(list.indexOf(b), list.indexOf(c), list.includes(copy(b)), list.filter((r) => r === a).length);
const set = new Set<string>();
for (const r of list) set.add(`${r.from}-${r.to}`);
console.log(set.size, [...set].join());
let current: Range | undefined = a;
console.log(current ? "some" : "none");
current = list.find((r) => r.to > 100);
console.log(current === undefined, current ? "some" : "none");
