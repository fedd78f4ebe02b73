// Defaults are evaluated at each call, from left to right, also for undefined.
let evaluated = 0;
function next(): number {
  evaluated++;
  return evaluated;
}
function f(a: number, b = a + 1, c = next()): string {
  return `${a} ${b} ${c}`;
}
console.log(f(1), f(1, 5), f(1, undefined, 9), f(2, 0, 0), evaluated);
function add(item: string, list: string[] = []): number {
  list.push(item);
  return list.length;
}
console.log(add("a"), add("b"), add("c", ["x", "y"]));
const arrow = (text = "none", times = text.length): string => text.repeat(times);
console.log(arrow(), arrow("ab"), arrow(undefined, 1), arrow("", 5) === "");
class Point {
  constructor(
    public x = 0,
    public y = x,
  ) {}
}
const p = new Point();
const q = new Point(3);
const r = new Point(undefined, 4);
console.log(p.x, p.y, q.x, q.y, r.x, r.y);
