// A class with a type parameter.
class Ring<T> {
  private readonly slots: T[] = [];
  private start = 0;
  constructor(private readonly capacity: int<1, 255>) {}
  push(item: T): void {
    if (this.slots.length < this.capacity) this.slots.push(item);
    else {
      this.slots[this.start] = item;
      this.start = (this.start + 1) % this.capacity;
    }
  }
  toArray(): T[] {
    return this.slots.slice(this.start).concat(this.slots.slice(0, this.start));
  }
  first(): T | undefined {
    return this.toArray().shift();
  }
}
const numbers = new Ring<number>(3);
console.log(numbers.first(), numbers.toArray().length);
for (let i = 1; i <= 5; i++) {
  numbers.push(i);
  console.log(numbers.toArray().join());
}
const words = new Ring<string>(2);
for (const w of ["a", "b", "c"]) words.push(w);
console.log(words.toArray().join(), words.first(), numbers.first());
const pairs = new Ring<{ k: string; v: number }>(1);
pairs.push({ k: "x", v: 1 });
console.log(pairs.first()?.k, JSON.stringify(pairs.toArray()));
