// What stands on the left is evaluated before what stands on the right, also where Python would do it the other way round.
function make(): (x: number) => number {
  console.log("make");
  return (x) => x + 1;
}
console.log([1, 2, 3].map(make()).join());
let i = 0;
const xs = [10, 20, 30];
function bump(): number {
  i = 2;
  return 7;
}
xs[i] = bump();
console.log(xs.join());
i = 0;
xs[i] += bump();
console.log(xs.join());
interface P {
  n: number;
}
let o: P = { n: 1 };
const first = o;
function swap(): number {
  o = { n: 100 };
  return 5;
}
o.n = swap();
console.log(first.n, o.n);
o = first;
o.n += swap();
console.log(first.n, o.n);

let text = "x";
function change(): string {
  text = "z";
  return "y";
}
console.log(text > change(), text);
text = "x";
console.log(text <= change(), text);

const map = new Map([["k", 1]]);
function getMap(): Map<string, number> {
  console.log("map");
  return map;
}
function getKey(): string {
  console.log("key");
  return "k";
}
function getList(): string[] {
  console.log("list");
  return ["a", "k"];
}
console.log(getMap().has(getKey()), getList().includes(getKey()), getList().join(getKey()));
const grown: number[] = [];
grown.push(grown.length, grown.length);
grown.push(7, ...grown, grown[0]);
grown.push(...grown);
console.log(grown.join());
