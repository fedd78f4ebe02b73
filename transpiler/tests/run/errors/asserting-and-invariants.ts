// assert functions, unreachable branches, invariants after each step, errors with details.
class AssertionError extends Error {
  override name = "AssertionError";
}
function assert(condition: boolean, message: string | (() => string)): asserts condition {
  if (condition) return;
  throw new AssertionError(typeof message === "string" ? message : message());
}
const unreachable = (value: never): never => {
  throw new AssertionError(`unreachable: ${JSON.stringify(value)}`);
};
type Op = "push" | "pop" | "clear";
const isOp = (text: string): text is Op => text === "push" || text === "pop" || text === "clear";
class Stack {
  readonly #items: number[] = [];
  #max = 0;
  apply(op: Op): number {
    switch (op) {
      case "push":
        this.#items.push(this.#items.length + 1);
        break;
      case "pop":
        assert(this.#items.length > 0, "pop of an empty stack");
        this.#items.pop();
        break;
      case "clear":
        this.#items.length = 0;
        break;
      default:
        return unreachable(op);
    }
    this.check();
    return this.#items.length;
  }
  private check(): void {
    this.#max = Math.max(this.#max, this.#items.length);
    assert(this.#max < 4, () => `grew to ${this.#max}`);
    this.#items.forEach((item, i) => assert(item === i + 1, `item ${i} is ${item}`));
  }
}
for (const program of ["push push pop", "pop", "push push push push", "push clear pop"]) {
  const stack = new Stack();
  const out: (number | string)[] = [];
  try {
    for (const op of program.split(" ")) out.push(stack.apply(isOp(op) ? op : "clear"));
  } catch (e) {
    out.push(e instanceof AssertionError ? `${e.name}: ${e.message}` : "?");
  }
  console.log(out.join(" "));
}
const first = <T>(xs: readonly T[]): T => {
  assert(xs.length > 0, "no first of nothing");
  return xs[0];
};
console.log(first(["a"]), first([0]));
