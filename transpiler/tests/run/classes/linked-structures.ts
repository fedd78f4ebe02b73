// A linked list and a tree of instances, with null at the ends.
class Node {
  next: Node | null = null;
  constructor(readonly value: number) {}
}
class List {
  private head: Node | null = null;
  private tail: Node | null = null;
  length = 0;
  add(value: number): void {
    const node = new Node(value);
    if (this.tail === null) this.head = node;
    else this.tail.next = node;
    this.tail = node;
    this.length++;
  }
  reverse(): void {
    let previous: Node | null = null;
    let at = this.head;
    this.tail = this.head;
    while (at !== null) {
      const next: Node | null = at.next;
      at.next = previous;
      previous = at;
      at = next;
    }
    this.head = previous;
  }
  text(): string {
    const values: number[] = [];
    for (let at = this.head; at !== null; at = at.next) values.push(at.value);
    return values.join(">");
  }
}
const list = new List();
console.log(list.text() === "", list.length);
for (const n of [1, 2, 3]) list.add(n);
console.log(list.text(), list.length);
list.reverse();
list.add(0);
console.log(list.text());
