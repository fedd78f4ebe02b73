// What main.ts loads and discards.
const STEP = 2;

export class Counter {
  constructor(public count: int<0, 1000>) {}

  next(): int<0, 1000> {
    this.count = stepped(this.count);
    return this.count;
  }
}

function stepped(count: int<0, 1000>): int<0, 1000> {
  return Math.min(count + STEP, 1000);
}

export function counter(first: int<0, 1000>): Counter {
  return new Counter(first);
}

export function doubled(list: readonly int<0, 100>[]): int<0, 200>[] {
  return list.map((each) => (each * 2) % 201);
}
