// Generic binary search trees with a comparator, walked in order, mapped and folded.
interface Node<T> {
  readonly value: T;
  left: Node<T> | null;
  right: Node<T> | null;
}
class Tree<T> {
  private root: Node<T> | null = null;
  size = 0;
  constructor(private readonly compare: (a: T, b: T) => number) {}
  add(value: T): boolean {
    const made: Node<T> = { value, left: null, right: null };
    if (this.root === null) {
      this.root = made;
    } else {
      let at: Node<T> = this.root;
      for (;;) {
        const side = this.compare(value, at.value);
        if (side === 0) return false;
        const next: Node<T> | null = side < 0 ? at.left : at.right;
        if (next === null) {
          if (side < 0) at.left = made;
          else at.right = made;
          break;
        }
        at = next;
      }
    }
    this.size++;
    return true;
  }
  fold<U>(start: U, f: (acc: U, value: T, depth: number) => U): U {
    const walk = (node: Node<T> | null, acc: U, depth: number): U =>
      node === null ? acc : walk(node.right, f(walk(node.left, acc, depth + 1), node.value, depth), depth + 1);
    return walk(this.root, start, 0);
  }
  toArray(): T[] {
    return this.fold<T[]>([], (acc, value) => [...acc, value]);
  }
}
const numbers = new Tree<number>((a, b) => a - b);
for (const n of [5, 2, 8, 2, 9, 1, 7, 5]) numbers.add(n);
console.log(
  numbers.size,
  numbers.toArray().join(),
  numbers.fold(0, (sum, n) => sum + n),
  numbers.fold(0, (d, _, depth) => Math.max(d, depth)),
);
const words = new Tree<string>((a, b) => (a < b ? -1 : a > b ? 1 : 0));
console.log(words.add("m"), words.add("a"), words.add("z"), words.add("a"), words.toArray().join(""));
console.log(
  words.fold("", (acc, w, depth) => acc + w + depth),
  new Tree<boolean>(() => 0).toArray().length,
);
