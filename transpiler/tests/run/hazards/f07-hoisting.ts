// Functions may be called before the line that declares them, also from each other; a function's own wins inside it.
console.log(twice(4), isEven(10), isOdd(7));
function twice(n: number): number {
  return n * factor();
}
function factor(): number {
  return 2;
}
function isEven(n: number): boolean {
  return n === 0 || isOdd(n - 1);
}
function isOdd(n: number): boolean {
  return n !== 0 && isEven(n - 1);
}
function outer(): string {
  const early = helper("a");
  function helper(text: string): string {
    return `${text}-inner-${late()}`;
  }
  if (early) {
    return early + block();
    function block(): string {
      return "!";
    }
  }
  return "";
  function late(): number {
    return 7;
  }
}
function helper(text: string): string {
  return `${text}-outer`;
}
console.log(outer(), helper("b"));
const made = (): string => create("t").describe();
function create(name: string): Thing {
  return new Thing(name);
}
class Thing {
  constructor(readonly name: string) {}
  describe(): string {
    return `${this.name}:${Thing.count++ % 10}`;
  }
  static count = 5;
}
console.log(made(), made());
