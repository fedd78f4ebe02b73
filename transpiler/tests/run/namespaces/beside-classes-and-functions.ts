//! refuse TP3004
// A namespace that adds static members to a class, a function or an enum of the same name.
// The sum of two sums of its own kind may double each time.
class Money {
  constructor(readonly cents: number) {}
  plus(other: Money): Money {
    return new Money(this.cents + other.cents);
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
enum Colour {
  Red,
  Green,
}
namespace Colour {
  export const all = [Colour.Red, Colour.Green];
  export const parse = (text: string): Colour | null => all.find((c) => Colour[c] === text) ?? null;
}
console.log(Colour.parse("Green"), Colour.parse("Blue"), Colour.all.length);
export {};
