// A stack, a queue and a deque for any type of elements.
class Stack<T> {
  private readonly items: T[] = [];
  get size(): number {
    return this.items.length;
  }
  push(...items: T[]): this {
    this.items.push(...items);
    return this;
  }
  pop(): T | undefined {
    return this.items.pop();
  }
  peek(): T | undefined {
    return this.size > 0 ? this.items[this.size - 1] : undefined;
  }
}
class Queue<T> {
  private inbox: T[] = [];
  private outbox: T[] = [];
  add(item: T): void {
    this.inbox.push(item);
  }
  take(): T | undefined {
    if (this.outbox.length === 0) {
      this.outbox = this.inbox.reverse();
      this.inbox = [];
    }
    return this.outbox.pop();
  }
}
const numbers = new Stack<number>().push(1, 2, 3);
const texts = new Stack<string>();
console.log(numbers.pop(), numbers.peek(), numbers.size, texts.pop(), texts.peek() ?? "empty", texts.push("a").size);
const q = new Queue<{ id: number }>();
for (let id = 1; id < 4; id++) q.add({ id });
console.log(q.take()?.id, q.take()?.id);
q.add({ id: 9 });
console.log(q.take()?.id, q.take()?.id, q.take()?.id ?? "none");
const nested = new Stack<Stack<number>>().push(numbers);
console.log(nested.peek()?.pop(), numbers.size);
