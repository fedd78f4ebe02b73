// A recursive-descent parser and evaluator of arithmetic: precedence, unary minus, parentheses, errors with a place.
type Node =
  | { kind: "number"; value: number }
  | { kind: "negate"; operand: Node }
  | { kind: "binary"; operator: string; left: Node; right: Node };
class ParseError extends Error {
  constructor(
    message: string,
    readonly at: number,
  ) {
    super(`${message} at ${at}`);
    this.name = "ParseError";
  }
}
class Parser {
  private at = 0;
  constructor(private readonly text: string) {}
  static parse(text: string): Node {
    const parser = new Parser(text.replaceAll(" ", ""));
    const node = parser.sum();
    if (parser.at < parser.text.length) throw new ParseError(`unexpected ${parser.peek()}`, parser.at);
    return node;
  }
  private peek(): string {
    return this.text.charAt(this.at);
  }
  private sum(): Node {
    let left = this.product();
    while (this.peek() === "+" || this.peek() === "-") {
      const operator = this.text.charAt(this.at++);
      left = { kind: "binary", operator, left, right: this.product() };
    }
    return left;
  }
  private product(): Node {
    let left = this.unary();
    while (["*", "/", "%"].includes(this.peek())) {
      const operator = this.text.charAt(this.at++);
      left = { kind: "binary", operator, left, right: this.unary() };
    }
    return left;
  }
  private unary(): Node {
    if (this.peek() === "-") {
      this.at++;
      return { kind: "negate", operand: this.unary() };
    }
    if (this.peek() === "(") {
      this.at++;
      const inner = this.sum();
      if (this.peek() !== ")") throw new ParseError("expected )", this.at);
      this.at++;
      return inner;
    }
    const start = this.at;
    while (this.peek() >= "0" && this.peek() <= "9") this.at++;
    if (start === this.at) throw new ParseError("expected a number", start);
    let value = 0;
    for (const c of this.text.slice(start, this.at)) value = (value * 10 + "0123456789".indexOf(c)) & 0xfffff;
    return { kind: "number", value };
  }
}
const evaluate = (node: Node): number => {
  switch (node.kind) {
    case "number":
      return node.value;
    case "negate":
      return (0 - evaluate(node.operand)) | 0;
    case "binary": {
      const [a, b] = [evaluate(node.left), evaluate(node.right)];
      if (node.operator === "+") return (a + b) | 0;
      if (node.operator === "-") return (a - b) | 0;
      if (node.operator === "*") return Math.imul(a, b);
      if (b === 0) throw new RangeError("division by zero");
      return node.operator === "/" ? (a / b) | 0 : (a % b) | 0;
    }
  }
};
for (const text of [
  "1+2*3",
  "(1+2)*3",
  "-2--3",
  "7/2",
  "-7/2",
  "-7%3",
  "2*(3+4*(5-1))",
  "",
  "1+",
  "(1",
  "1)",
  "1/(2-2)",
  "99999*99999",
]) {
  try {
    console.log(text, "=", evaluate(Parser.parse(text)));
  } catch (e) {
    if (e instanceof ParseError) console.log(text, "!", e.message, e.at);
    else console.log(text, "!", (e as Error).name, (e as Error).message);
  }
}
