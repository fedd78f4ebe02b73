// A namespace that adds static members to a class or a function of the same name; the sums have a bound.
class Money {
  constructor(readonly cents: number) {}
  plus(other: Money): Money {
    return new Money((this.cents + other.cents) % 1000000000);
  }
  toString(): string {
    return Money.format(this.cents);
  }
}
namespace Money {
  export const zero = new Money(0);
  export const format = (cents: number): string => `${Math.floor(cents / 100)}.${`${cents % 100}`.padStart(2, "0")}`;
  export function sum(all: Money[]): Money {
    return all.reduce((total, m) => total.plus(m), zero);
  }
}
console.log(`${new Money(1999)}`, Money.sum([new Money(5), new Money(295)]).toString(), `${Money.zero}`);
function greet(name: string): string {
  return `${greet.prefix} ${name}`;
}
namespace greet {
  export let prefix = "hello";
}
console.log(greet("you"));
greet.prefix = "bye";
console.log(greet("me"));
export {};
