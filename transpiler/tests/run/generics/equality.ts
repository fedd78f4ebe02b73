// === of two values of a type parameter: by value for texts and numbers, by identity for objects.
function indexOf<T>(items: readonly T[], wanted: T): number {
  for (let i = 0; i < items.length; i++) if (items[i] === wanted) return i;
  return -1;
}
const one = { id: 1 };
console.log(indexOf([1, 2, 3], 3), indexOf(["a", "b" + "c"], "bc"), indexOf([true, false], false));
console.log(indexOf([one, { id: 1 }], one), indexOf([{ id: 1 }], one));
console.log(indexOf([4_000_000_000, 5_000_000_000], 5_000_000_000));
const list = [1];
console.log(indexOf([[1], list], list), indexOf([[1]], list));
const f = () => 1;
console.log(indexOf([() => 1, f], f));
console.log(indexOf<number | string>([1, "1", 2], "1"), indexOf<number | string>(["1", 1], 1));
console.log(indexOf<number | boolean>([1, true, 0, false], true), indexOf<number | boolean>([1, true, 0, false], 0));
console.log(indexOf<string | null>(["null", null], null));
function same<A, B extends A>(a: A, b: B): boolean {
  return a === b;
}
console.log(same(1, 1), same("x", "y"), same(one, one), same({ id: 1 }, { id: 1 }));
class Cell<T> {
  private changes = 0;
  constructor(private value: T) {}
  set(value: T): void {
    if (value !== this.value) this.changes++;
    this.value = value;
  }
  get count(): number {
    return this.changes;
  }
}
const text = new Cell("a");
for (const s of ["a", "b", "b", "a"]) text.set(s);
const flag = new Cell(true);
for (const s of [true, false, false]) flag.set(s);
const object = new Cell(one);
object.set({ id: 1 });
object.set(one);
console.log(text.count, flag.count, object.count);
