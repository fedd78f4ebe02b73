// A tokenizer and a calculator by precedence climbing, over integers.
type Token = { kind: "number"; value: int<0, 99999> } | { kind: "sign"; sign: string };
function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const c = text.charAt(at);
    if (c === " ") at++;
    else if (c >= "0" && c <= "9") {
      let value: int<0, 99999> = 0;
      while (at < text.length && text.charAt(at) >= "0" && text.charAt(at) <= "9") {
        value = (value * 10 + (text.charCodeAt(at) & 15)) % 100000;
        at++;
      }
      tokens.push({ kind: "number", value });
    } else if ("+-*/()".includes(c)) {
      tokens.push({ kind: "sign", sign: c });
      at++;
    } else throw new SyntaxError(`unexpected ${c} at ${at}`);
  }
  return tokens;
}
function divide(a: i32, b: i32): i32 {
  if (b > 0) return (a / b) | 0;
  if (b < 0) return (a / b) | 0;
  throw new RangeError("division by zero");
}
class Calculator {
  private at = 0;
  constructor(private readonly tokens: Token[]) {}
  private peek(): string {
    if (this.at >= this.tokens.length) return "end";
    const token = this.tokens[this.at];
    return token.kind === "sign" ? token.sign : "number";
  }
  expression(level: number): i32 {
    let left: i32 = this.operand();
    for (let sign = this.peek(); ; sign = this.peek()) {
      const binds = sign === "+" || sign === "-" ? 1 : sign === "*" || sign === "/" ? 2 : 0;
      if (binds <= level) return left;
      this.at++;
      const right = this.expression(binds);
      if (sign === "+") left = (left + right) | 0;
      else if (sign === "-") left = (left - right) | 0;
      else if (sign === "*") left = Math.imul(left, right);
      else left = divide(left, right);
    }
  }
  private operand(): i32 {
    if (this.at >= this.tokens.length) throw new SyntaxError("unexpected end");
    const token = this.tokens[this.at++];
    if (token.kind === "number") return token.value;
    if (token.sign === "-") return (0 - this.operand()) | 0;
    if (token.sign !== "(") throw new SyntaxError(`unexpected ${token.sign}`);
    const inner = this.expression(0);
    this.at++;
    return inner;
  }
}
for (const text of [
  "1 + 2 * 3",
  "(1+2)*3",
  "100 - 10 - 1",
  "-7 / 2",
  "2*-3",
  "8/(4-4)",
  "1 +",
  "2 $ 3",
  "99999*99999",
]) {
  try {
    console.log(text, "=", new Calculator(tokenize(text)).expression(0));
  } catch (error) {
    if (error instanceof Error) console.log(text, error.name, error.message);
  }
}
