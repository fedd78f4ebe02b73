// Visitors over a syntax tree: printing, evaluating, simplifying, differentiating, collecting names.
interface Visitor<R> {
  num(n: Num): R;
  name(n: Name): R;
  op(n: BinaryOp): R;
}
abstract class Ast {
  abstract accept<R>(visitor: Visitor<R>): R;
  abstract equals(other: Ast): boolean;
}
class Num extends Ast {
  constructor(readonly value: number) {
    super();
  }
  accept<R>(visitor: Visitor<R>): R {
    return visitor.num(this);
  }
  equals(other: Ast): boolean {
    return other instanceof Num && other.value === this.value;
  }
}
class Name extends Ast {
  constructor(readonly text: string) {
    super();
  }
  accept<R>(visitor: Visitor<R>): R {
    return visitor.name(this);
  }
  equals(other: Ast): boolean {
    return other instanceof Name && other.text === this.text;
  }
}
class BinaryOp extends Ast {
  constructor(
    readonly operator: "+" | "*",
    readonly left: Ast,
    readonly right: Ast,
  ) {
    super();
  }
  accept<R>(visitor: Visitor<R>): R {
    return visitor.op(this);
  }
  equals(other: Ast): boolean {
    return (
      other instanceof BinaryOp &&
      other.operator === this.operator &&
      other.left.equals(this.left) &&
      other.right.equals(this.right)
    );
  }
}
class Printer implements Visitor<string> {
  num({ value }: Num): string {
    return `${value}`;
  }
  name({ text }: Name): string {
    return text;
  }
  op({ operator, left, right }: BinaryOp): string {
    const [l, r] = [left.accept(this), right.accept(this)];
    return operator === "+" ? `(${l} + ${r})` : `${l}*${r}`;
  }
}
class Evaluator implements Visitor<number> {
  constructor(private readonly names: ReadonlyMap<string, number>) {}
  num = ({ value }: Num): number => value;
  name = ({ text }: Name): number => this.names.get(text) ?? 0;
  op({ operator, left, right }: BinaryOp): number {
    const [l, r] = [left.accept(this), right.accept(this)];
    return operator === "+" ? (l + r) | 0 : Math.imul(l | 0, r | 0);
  }
}
const is = (a: Ast, value: number): boolean => a instanceof Num && a.value === value;
class Simplifier implements Visitor<Ast> {
  num(n: Num): Ast {
    return n;
  }
  name(n: Name): Ast {
    return n;
  }
  op({ operator, left, right }: BinaryOp): Ast {
    const [l, r] = [left.accept<Ast>(this), right.accept<Ast>(this)];
    if (l instanceof Num && r instanceof Num)
      return new Num(operator === "+" ? (l.value + r.value) | 0 : Math.imul(l.value | 0, r.value | 0));
    if (operator === "*" && (is(l, 0) || is(r, 0))) return new Num(0);
    const unit = operator === "*" ? 1 : 0;
    return is(l, unit) ? r : is(r, unit) ? l : new BinaryOp(operator, l, r);
  }
}
const derive = (a: Ast, by: string): Ast => {
  if (a instanceof BinaryOp) {
    const [l, r] = [derive(a.left, by), derive(a.right, by)];
    return a.operator === "+"
      ? new BinaryOp("+", l, r)
      : new BinaryOp("+", new BinaryOp("*", l, a.right), new BinaryOp("*", a.left, r));
  }
  return new Num(a instanceof Name && a.text === by ? 1 : 0);
};
const x = new Name("x");
const trees = [
  new BinaryOp("+", new BinaryOp("*", x, x), new BinaryOp("*", new Num(3), x)),
  new BinaryOp("*", new Num(0), x),
  new BinaryOp("+", new Num(2), new Num(40)),
  new BinaryOp("*", new Name("y"), new Num(1)),
];
const names = new Map([
  ["x", 5],
  ["y", -2],
]);
for (const t of trees) {
  const d = derive(t, "x").accept<Ast>(new Simplifier());
  console.log(
    t.accept(new Printer()),
    "=",
    t.accept(new Evaluator(names)),
    "→",
    t.accept<Ast>(new Simplifier()).accept(new Printer()),
    "d/dx",
    d.accept(new Printer()),
    d.accept(new Evaluator(names)),
  );
}
console.log(
  trees[0].equals(trees[0]),
  trees[0].equals(trees[1]),
  new Num(1).equals(new Num(1)),
  x.equals(new Name("y")),
);
