// What functions give back as the sum of what they call: trees that are counted, Fibonacci, towers, queens.
const fib = (n: number): number => (n < 2 ? n : fib(n - 1) + fib(n - 2));
console.log(fib(15));
interface Tree {
  readonly value: number;
  readonly kids: readonly Tree[];
}
const leaf = (value: number): Tree => ({ value, kids: [] });
const tree: Tree = { value: 1, kids: [leaf(2), { value: 3, kids: [leaf(4), leaf(-5)] }] };
const total = (t: Tree): number => t.kids.reduce((sum, kid) => sum + total(kid), t.value);
const size = (t: Tree): number => 1 + t.kids.map(size).reduce((a, b) => a + b, 0);
const depth = (t: Tree): number => 1 + t.kids.reduce((most, kid) => Math.max(most, depth(kid)), 0);
console.log(total(tree), size(tree), depth(tree));
function hanoi(n: number): number {
  if (n === 0) return 0;
  const before = hanoi(n - 1);
  const after = hanoi(n - 1);
  return before + 1 + after;
}
console.log(hanoi(6));
const queens = (n: number, row: number, columns: readonly number[]): number => {
  if (row === n) return 1;
  let found = 0;
  for (let c = 0; c < n; c++)
    if (columns.every((other, r) => other !== c && Math.abs(other - c) !== row - r))
      found += queens(n, row + 1, [...columns, c]);
  return found;
};
console.log(queens(5, 0, []), queens(4, 0, []));
abstract class Shape {
  abstract parts(): number;
}
class Dot extends Shape {
  parts(): number {
    return 1;
  }
}
class Group extends Shape {
  constructor(private readonly shapes: readonly Shape[]) {
    super();
  }
  parts(): number {
    let n = 0;
    for (const shape of this.shapes) n += shape.parts();
    return n;
  }
}
console.log(new Group([new Dot(), new Group([new Dot(), new Dot()]), new Group([])]).parts());
class Cell<T> {
  constructor(public value: T) {}
  update(f: (value: T) => T): this {
    this.value = f(this.value);
    return this;
  }
}
const cell = new Cell(1);
for (let i = 0; i < 5; i++) cell.update((v) => v + 41);
console.log(cell.value);
