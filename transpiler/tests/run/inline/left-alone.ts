// Functions that are named once, and yet are called by others, by themselves, or not as a statement: they stay functions.
const said: string[] = [];

class Base {
  start(): string {
    return this.step("base");
  }
  protected step(text: string): string {
    return `step of ${text}`;
  }
}
class Derived extends Base {
  protected override step(text: string): string {
    return `derived ${text}`;
  }
}
console.log(new Base().start(), new Derived().start());

class Reached {
  run(): string {
    return this.hidden();
  }
  private hidden(): string {
    return "hidden";
  }
}
const reached = new Reached();
console.log(reached.run(), reached["hidden"]());

class Kept {
  readonly work: () => string;
  constructor(private readonly name: string) {
    const { name: same } = this;
    this.work = () => this.inside(same);
  }
  private inside(text: string): string {
    return `${this.name} ${text}`;
  }
}
console.log(new Kept("kept").work());

/** Another object of the class, and a method that is a value. */
class Twin {
  constructor(readonly name: string) {}
  tell(other: Twin): string {
    return other.own();
  }
  private own(): string {
    said.push("own");
    return this.name;
  }
}
console.log(new Twin("a").tell(new Twin("b")));

function countdown(n: number): string {
  if (n <= 0) return "end";
  said.push(`${n}`);
  return countdown(n - 1);
}
console.log(countdown(3));

function* letters(): Generator<string> {
  yield* vowels();
}
function* vowels(): Generator<string> {
  yield "a";
  yield "e";
}
console.log([...letters()].join());

function closes(): string {
  const made = closure("c");
  return made();
}
function closure(text: string): () => string {
  return () => `closed ${text}`;
}
console.log(closes());

function makers(): string {
  const made: (() => string)[] = [];
  for (const name of ["a", "b", "c"]) {
    const one = makerOf(name);
    made.push(one);
  }
  return made.map((each) => each()).join();
}
function makerOf(name: string): () => string {
  const own = `own ${name}`;
  said.push(own);
  return () => own;
}
console.log(makers());

let level = 1;
function changes(): number {
  raise();
  return level;
}
function raise(): void {
  level = (level + 1) & 7;
}
console.log(changes(), changes());

/** A value that is asked for in the middle of another: what stands before it comes first. */
class Order {
  n = 1;
  total(): number {
    return this.n + this.grown();
  }
  private grown(): number {
    this.n = 5;
    return this.n & 7;
  }
  both(): boolean {
    return this.n > 5 && this.never();
  }
  private never(): boolean {
    said.push("never");
    return true;
  }
}
const order = new Order();
console.log(order.total(), order.total(), order.both());

function manyReturns(n: number): string {
  const found = search(n);
  return `found ${found}`;
}
function search(n: number): string {
  for (const each of [1, 2, 3]) if (each === n) return `it ${each}`;
  return "nothing";
}
console.log(manyReturns(2), manyReturns(9));

/** Not the last thing that its caller does. */
function goesOn(n: number): string {
  if (n > 1) leaves(n);
  said.push("went on");
  return "goes on";
}
function leaves(n: number): void {
  for (let i = 0; i < n; i++) if (i === 1) return;
  said.push("never here");
}
console.log(goesOn(1), goesOn(4));

class Casts {
  run(): string {
    return this.secret();
  }
  private secret(): string {
    return "secret";
  }
}
const casts = new Casts();
console.log(casts.run(), "secret" in casts);
console.log(said.join("\n"));
