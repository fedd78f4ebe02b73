// Value objects: equality, ordering, arithmetic with checks, formatting, immutability by new instances.
class Money {
  private constructor(
    private readonly cents: int<-100000000, 100000000>,
    readonly currency: "EUR" | "USD",
  ) {}
  static readonly ZERO = new Money(0, "EUR");
  static of(units: int<-100000, 100000>, cents: int<0, 99> = 0, currency: "EUR" | "USD" = "EUR"): Money {
    return new Money(units < 0 ? units * 100 - cents : units * 100 + cents, currency);
  }
  plus(other: Money): Money {
    this.same(other);
    return new Money(Math.max(-100000000, Math.min(100000000, this.cents + other.cents)), this.currency);
  }
  minus(other: Money): Money {
    return this.plus(other.negated);
  }
  get negated(): Money {
    return new Money(-this.cents, this.currency);
  }
  share(parts: int<1, 100>): Money[] {
    const each = Math.trunc(this.cents / parts) + 0;
    const rest = this.cents - each * parts;
    return Array.from(
      { length: parts },
      (_, i) =>
        new Money(
          Math.max(-100000000, Math.min(100000000, each + (i < Math.abs(rest) ? Math.sign(rest) : 0))),
          this.currency,
        ),
    );
  }
  equals(other: Money): boolean {
    return this.cents === other.cents && this.currency === other.currency;
  }
  compareTo(other: Money): number {
    this.same(other);
    return this.cents - other.cents;
  }
  toString(): string {
    const a = Math.abs(this.cents);
    return `${this.cents < 0 ? "-" : ""}${Math.floor(a / 100)}.${`${a % 100}`.padStart(2, "0")} ${this.currency}`;
  }
  private same(other: Money): void {
    if (other.currency !== this.currency) throw new TypeError(`${other.currency} is not ${this.currency}`);
  }
}
const a = Money.of(10, 5);
const b = Money.of(-3, 50);
console.log(
  a.plus(b).toString(),
  a.minus(b).toString(),
  b.negated.toString(),
  Money.ZERO.toString(),
  a.equals(Money.of(10, 5)),
  a === Money.of(10, 5),
);
console.log(
  Money.of(1)
    .share(3)
    .map((m) => m.toString())
    .join(" "),
  Money.of(-1)
    .share(3)
    .map((m) => m.toString())
    .join(" "),
);
console.log(
  [a, b, Money.ZERO]
    .sort((x, y) => x.compareTo(y))
    .map((m) => m.toString())
    .join(" < "),
);
try {
  a.plus(Money.of(1, 0, "USD"));
} catch (e) {
  console.log((e as Error).name, (e as Error).message);
}
