// Static fields and methods belong to the class.
class Counter {
  static count = 0;
  static readonly limit = 3;
  static readonly made: Counter[] = [];
  readonly id: number;
  constructor() {
    Counter.count += 1;
    this.id = Counter.count;
    Counter.made.push(this);
  }
  static create(): Counter | null {
    return Counter.count < Counter.limit ? new Counter() : null;
  }
  static describe(): string {
    return `${Counter.count} of ${Counter.limit}`;
  }
}
console.log(Counter.describe());
for (let i = 0; i < 5; i++) console.log(Counter.create()?.id ?? "no more");
console.log(Counter.describe(), Counter.made.length, Counter.made[1].id);
Counter.count = 0;
console.log(Counter.create()?.id, Counter.made.map((c) => c.id).join());
