// Errors out of callbacks, constructors, getters and field initialisers.
class Strict {
  readonly n: number;
  constructor(n: number) {
    if (n < 0) throw new RangeError(`negative: ${n}`);
    this.n = n;
  }
  get half(): number {
    if (this.n % 2 !== 0) throw new Error(`odd: ${this.n}`);
    return Math.floor(this.n / 2);
  }
}
function attempt(f: () => string): string {
  try {
    return f();
  } catch (error) {
    return error instanceof Error ? `${error.name}: ${error.message}` : "?";
  }
}
console.log(attempt(() => `${new Strict(4).half}`));
console.log(attempt(() => `${new Strict(5).half}`));
console.log(attempt(() => `${new Strict(-1).half}`));
console.log(attempt(() => [2, 4, 7].map((n) => new Strict(n).half).join()));
const done: number[] = [];
console.log(
  attempt(() => {
    [1, -1, 2].forEach((n) => done.push(new Strict(n).n));
    return "all";
  }),
  done.join(),
);
