// Containers with type parameters: one body for numbers, texts and records.
class Stack<T> {
  private readonly items: T[] = [];
  push(...values: T[]): this {
    for (const value of values) this.items.push(value);
    return this;
  }
  pop(): T | undefined {
    return this.items.pop();
  }
  peek(): T | undefined {
    return this.items[this.items.length - 1];
  }
  get size(): number {
    return this.items.length;
  }
  map<U>(f: (item: T, index: number) => U): Stack<U> {
    const made = new Stack<U>();
    this.items.forEach((item, i) => made.push(f(item, i)));
    return made;
  }
  forEach(f: (item: T) => void): void {
    for (const item of this.items) f(item);
  }
}
const numbers = new Stack<number>().push(3, 1, 4).push(1, 5);
console.log(numbers.size, numbers.pop(), numbers.size);
const texts = numbers.map((n, i) => `${i}:${n}`);
texts.forEach((text) => console.log(text));
console.log(texts.pop(), texts.size, numbers.size);
interface Point {
  readonly x: number;
  readonly y: number;
}
const points = new Stack<Point>();
points.push({ x: 1, y: 2 }, { x: 3, y: 4 });
console.log(JSON.stringify(points.pop()), points.size);
console.log(points.map((p) => p.x * p.y).pop());

class Queue<T> {
  private head: T[] = [];
  private tail: T[] = [];
  enqueue(item: T): void {
    this.tail.push(item);
  }
  dequeue(): T | undefined {
    if (this.head.length === 0) {
      this.head = this.tail.reverse();
      this.tail = [];
    }
    return this.head.pop();
  }
}
const queue = new Queue<string>();
queue.enqueue("a");
queue.enqueue("b");
console.log(queue.dequeue());
queue.enqueue("c");
console.log(queue.dequeue(), queue.dequeue(), queue.dequeue());

class LinkedList<T> {
  private first: { value: T; next: LinkedNode<T> | null } | null = null;
  private count = 0;
  prepend(value: T): void {
    this.first = { value, next: this.first };
    this.count++;
  }
  toArray(): T[] {
    const all: T[] = [];
    for (let at: LinkedNode<T> | null = this.first; at !== null; at = at.next) all.push(at.value);
    return all;
  }
}
interface LinkedNode<T> {
  value: T;
  next: LinkedNode<T> | null;
}
const list = new LinkedList<boolean>();
list.prepend(true);
list.prepend(false);
console.log(list.toArray().join("/"), list.toArray().length);
