// A Forth with words defined by the user, loops and a dictionary of built-in words.
class Forth {
  private readonly stack: number[] = [];
  private readonly words: Record<string, readonly string[] | undefined> = {};
  private output: string[] = [];
  private readonly builtin = new Map<string, () => void>([
    ["+", () => this.binary((a, b) => (a + b) | 0)],
    ["-", () => this.binary((a, b) => (a - b) | 0)],
    ["*", () => this.binary((a, b) => Math.imul(a, b))],
    ["mod", () => this.binary((a, b) => (b === 0 ? 0 : (a % b) + 0))],
    ["=", () => this.binary((a, b) => (a === b ? -1 : 0))],
    ["dup", () => this.push(this.peek())],
    ["drop", () => void this.pop()],
    ["swap", () => this.push(...[this.pop(), this.pop()])],
    ["over", () => this.push(this.stack.at(-2) ?? this.underflow())],
    [".", () => void this.output.push(`${this.pop()}`)],
  ]);
  private push(...values: number[]): void {
    this.stack.push(...values);
  }
  private pop(): number {
    return this.stack.pop() ?? this.underflow();
  }
  private peek(): number {
    return this.stack.at(-1) ?? this.underflow();
  }
  private underflow(): never {
    throw new RangeError("stack underflow");
  }
  private binary(f: (a: number, b: number) => number): void {
    const b = this.pop();
    this.push(f(this.pop(), b));
  }
  run(source: string): string {
    this.output = [];
    const tokens = source
      .toLowerCase()
      .split(" ")
      .filter((t) => t.length > 0);
    for (let i = 0; i < tokens.length; i++) {
      if (tokens[i] !== ":") {
        this.word(tokens[i], 0);
        continue;
      }
      const end = tokens.indexOf(";", i);
      this.words[tokens[i + 1]] = tokens.slice(i + 2, end);
      i = end;
    }
    return `${this.output.join(" ")} <${this.stack.join(" ")}>`;
  }
  private word(token: string, depth: number): void {
    if (depth > 5) throw new RangeError("too deep");
    const defined = this.words[token];
    if (defined) {
      for (const t of defined) this.word(t, depth + 1);
      return;
    }
    const f = this.builtin.get(token);
    if (f) return f();
    const n = Number.parseInt(token, 10);
    if (Number.isNaN(n)) throw new SyntaxError(`unknown word ${token}`);
    this.push(n | 0);
  }
}
const forth = new Forth();
for (const line of [
  "1 2 + .",
  ": square dup * ; 7 square .",
  "3 4 over . . .",
  "1 2 swap . .",
  ": quad square square ; 3 quad",
  "17 5 mod . dup 81 = .",
  ": loop loop ; loop",
  "drop drop drop",
  "hello",
  "-5 3 mod .",
]) {
  try {
    console.log(line, "→", forth.run(line));
  } catch (e) {
    console.log(line, "→", (e as Error).name, (e as Error).message);
  }
}
