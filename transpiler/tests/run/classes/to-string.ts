// An object's toString() is its text in templates and sums.
class Money {
  constructor(
    private readonly cents: u16,
    readonly currency = "EUR",
  ) {}
  toString(): string {
    return `${Math.floor(this.cents / 100)}.${(this.cents % 100).toString().padStart(2, "0")} ${this.currency}`;
  }
  plus(other: Money): Money {
    return new Money((this.cents + other.cents) & 0xffff, this.currency);
  }
}
class Rounded extends Money {
  override toString(): string {
    return `about ${super.toString()}`;
  }
}
const price = new Money(1999);
console.log(`${price}`, `costs ${price}.`, `${new Rounded(500)} or ${price.plus(price)}`);
console.log("sum: " + price, price + " is the price", price.toString().length);
const all: Money[] = [price, new Rounded(1), new Money(0, "USD")];
for (const one of all) console.log(`- ${one}`);
let text = "all:";
for (const one of all) text += one;
console.log(text);
abstract class Node {
  abstract toString(): string;
}
class Leaf extends Node {
  constructor(private readonly value: number) {
    super();
  }
  toString(): string {
    return `${this.value}`;
  }
}
class Sum extends Node {
  constructor(
    private readonly left: Node,
    private readonly right: Node,
  ) {
    super();
  }
  toString(): string {
    return `(${this.left} + ${this.right})`;
  }
}
console.log(`${new Sum(new Leaf(1), new Sum(new Leaf(2), new Leaf(3)))}`);
