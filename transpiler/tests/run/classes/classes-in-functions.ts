// Classes declared in functions and blocks capture what is around them; each call makes a class of its own.
function register(prefix: string) {
  let made = 0;
  class Item {
    readonly id: number;
    constructor(readonly name: string) {
      made += 1;
      this.id = made;
    }
    label(): string {
      return `${prefix}${this.id} ${this.name} of ${made}`;
    }
    static total(): number {
      return made;
    }
    clone(): Item {
      return new Item(`${this.name}'`);
    }
  }
  const make = (name: string): Item => new Item(name);
  return { make, total: () => Item.total(), isOne: (value: unknown) => value instanceof Item };
}
const a = register("a");
const b = register("b");
const first = a.make("x");
const other = b.make("y");
console.log(first.label(), other.label());
console.log(first.clone().label(), a.total(), b.total(), a.isOne(first), a.isOne(other), b.isOne(other));
{
  const factor = 3;
  class Inner {
    times(n: u8): number {
      return n * factor;
    }
  }
  console.log(new Inner().times(5));
}
{
  class Inner {
    times(n: u8): number {
      return n * 100;
    }
  }
  console.log(new Inner().times(5));
}
class Outer {
  private readonly secret = "s";
  view() {
    const outer = this;
    class View {
      show(): string {
        return `view of ${outer.secret}`;
      }
    }
    return new View();
  }
  each(list: string[]): string {
    class Part {
      constructor(readonly text: string) {}
    }
    return list.map((text) => new Part(this.secret + text).text).join();
  }
}
console.log(new Outer().view().show(), new Outer().each(["1", "2"]));
const shown: string[] = [];
for (const word of ["one", "two"]) {
  class Word {
    say(): string {
      return `${word}!`;
    }
  }
  const w = new Word();
  shown.push(w.say());
}
console.log(shown.join());
