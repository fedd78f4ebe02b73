// What is known of variables that functions share: for as long as no other code runs, and not a call longer.
let shared = 0;
const bump = (): number => {
  shared = (shared + 40) & 0xff;
  return shared;
};
const table = new Uint8Array(8);
const read = (): string => {
  if (shared > 7) return "far";
  const before = shared;
  const there = table[shared];
  const moved = bump();
  return `${before} ${there} ${moved} ${shared} ${shared < bump() ? "less" : "more"} ${shared}`;
};
console.log(read(), read());
shared = 3;
console.log(read());
const counter = (): { up: () => number; down: () => number } => {
  let n = 250;
  return {
    up: () => {
      if (n < 255) n++;
      return n;
    },
    down: () => {
      if (n > 0) n--;
      return n;
    },
  };
};
const c = counter();
for (let i = 0; i < 8; i++) c.up();
console.log(c.up(), c.down());
const late: (() => number)[] = [];
for (let i = 0; i < 3; i++) {
  const limit = i * 10 + 1;
  if (limit > 5) late.push(() => Math.floor(100 / limit) + (100 % limit));
  let moving = limit;
  late.push(() => (moving > 0 ? 60 % moving : -1));
  moving -= 11;
}
console.log(late.map((f) => f()).join());
const xs = [4, 8, 15];
if (xs.length > 2) {
  const at = xs.map((x, i) => x - xs[2] + i);
  console.log(
    at.join(),
    xs.reduce((sum, x) => sum + Math.floor((x * 10) / xs.length), 0),
  );
  let rest = xs.length;
  xs.forEach((x) => {
    rest = x > 10 ? 0 : rest + 1;
  });
  console.log(rest, xs.filter((x) => x > xs.length && rest === 0).length);
  const shrinking = xs.filter(() => xs.length > 1 && xs.pop() !== undefined);
  console.log(shrinking.join(), xs.length, xs[xs.length - 1]);
}
const average = (list: readonly number[]): number =>
  list.length === 0 ? 0 : Math.floor(list.reduce((a, b) => a + b, 0) / list.length) + 0;
console.log(average([]), average([1, 2, 6]), average([-7, 2]));
let o = { n: 1 };
const other = { n: 100 };
o.n = ((o = other), 5);
console.log(o.n, other.n);
class Box {
  constructor(protected held: number) {}
  get value(): number {
    return this.held;
  }
  refill(): number {
    this.held = 1000;
    return 1;
  }
}
class Odd extends Box {
  private reads = 0;
  override get value(): number {
    return this.held + this.reads++ * 100;
  }
}
const small = (box: Box): string =>
  box.value < 8 ? `${table[box.value & 7]} ${box.value} ${box.value + box.refill()}` : "big";
console.log(small(new Box(3)), small(new Odd(3)), small(new Box(9)));
class Level {
  #level = 5;
  get level(): number {
    return this.#level;
  }
  fill(by: number): string {
    if (this.level > 6) return `${this.level}`;
    this.#level = Math.min(this.#level + by, 2000);
    return `${this.level} ${1 << (this.level & 7)}`;
  }
}
const level = new Level();
console.log(level.fill(1), level.fill(900), level.fill(1));
